// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/domain/ids.h"

#include <cstdint>
#include <optional>
#include <string>

namespace uplink {

/// Where a gateway is, what it must prove and what we show it. A value: the files were read by whoever made it.
struct Endpoint {
    std::string host; ///< name or address, without scheme
    std::uint16_t port = 0;
    std::string token; ///< bearer token, sent only after the gateway's certificate was accepted; never logged
    /// SHA-256 over the DER form of the gateway's certificate, as a person confirmed it. With a pin exactly this
    /// certificate is accepted while it is valid in time, whoever signed it and whatever host it names; no authority
    /// counts. Without a pin the certificate must verify for `host` against `authorities`.
    std::optional<domain::Digest> pin;
    std::string authorities;        ///< PEM of the accepted authorities; empty: those of the operating system
    std::string client_certificate; ///< PEM, optional: for gateways that ask for one
    std::string client_key;         ///< PEM, PKCS #8 or traditional, not encrypted
    domain::SourceId source;        ///< the feed
};

/// Checks what can be checked without a connection. Faults: invalid_argument (host, port), malformed (PEM).
[[nodiscard]] base::Done check(const Endpoint& endpoint);

} // namespace uplink
