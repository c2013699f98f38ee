// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/link/endpoint.h"

#include <filesystem>
#include <optional>
#include <string>

namespace ctl {

/// A gateway that a person vouched for.
struct Connection {
    uplink::Endpoint endpoint;
    domain::PublicKey gateway_key{};
    std::optional<domain::PublicKey> colleague_key; ///< of the sandbox's simulated colleague
    bool embedded = false;                          ///< a sandbox: simulated people may decide there
};

/// Reads a connection file, the same that the console reads: JSON with host, port, token, source, gateway_key, and
/// certificate_sha256 or authorities; or the one line that reeve-sandbox prints.
/// Faults: not_found, unreadable, refused (others may read the file, which holds a token), malformed.
[[nodiscard]] base::Result<Connection> read_connection(const std::filesystem::path& file);

} // namespace ctl
