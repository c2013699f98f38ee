// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/domain/ids.h"
#include "app/link/endpoint.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace premises {

/// A gateway that a person, or the embedded sandbox's pipe, vouched for.
struct Connection {
    uplink::Endpoint endpoint;
    domain::PublicKey gateway_key{};                ///< signs receipts
    std::optional<domain::PublicKey> colleague_key; ///< of the simulated colleague, sandbox only
    bool embedded = false;                          ///< a sandbox: simulated people may decide there
};

/// Reads a connection file: a JSON object with `host`, `port`, `token`, `source`, `gateway_key` (base64 of an Ed25519
/// key), and either `certificate_sha256` (hex) or `authorities` (PEM); optionally `client_certificate` and `client_key`
/// (PEM). Or the one line that reeve-sandbox and gateway.py print, which has its certificate whole.
/// Faults: not_found, unreadable, refused (others may read the file, which holds a token), malformed.
[[nodiscard]] base::Result<Connection> read_connection(const std::filesystem::path& file);

/// The same from its text; `place` is named in faults. Faults: malformed.
[[nodiscard]] base::Result<Connection> connection_of(std::string_view text, const std::string& place = {});

} // namespace premises
