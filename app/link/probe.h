// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/fault.h"
#include "app/link/endpoint.h"
#include "app/link/scheduler.h"
#include "app/wire/api.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace uplink {

/// What is tried, in this order, for the connect dialog and `reevectl status --probe`.
enum class ProbeStep { endpoint, address, connection, certificate, login, feed, clock };
enum class ProbeOutcome { passed, failed, skipped };

[[nodiscard]] const char* name_of(ProbeStep step);
[[nodiscard]] const char* name_of(ProbeOutcome outcome);

struct ProbeLine {
    ProbeStep step = ProbeStep::address;
    ProbeOutcome outcome = ProbeOutcome::skipped;
    std::optional<base::Fault> fault; ///< of a failed step
    std::string found;                ///< address, TLS version and cipher, gateway's name, …: untrusted
    friend bool operator==(const ProbeLine&, const ProbeLine&) = default;
};

struct ProbeReport {
    std::vector<ProbeLine> lines;              ///< one for each step
    std::optional<domain::Digest> certificate; ///< SHA-256 of what the peer showed, for a person to compare
    std::string certificate_pem;
    base::Instant certificate_until{};
    std::optional<wire::GatewayInfo> gateway;     ///< with its key, for a person to compare
    std::optional<base::Microseconds> clock_skew; ///< gateway's clock minus ours, less half the round trip
    [[nodiscard]] bool passed() const;
};

/// Tries an endpoint step by step; a failed step skips the rest. With neither pin nor a certificate that verifies, it
/// looks at the certificate, sends nothing (no token), and reports step certificate as failed, `untrusted`, with the
/// digest to confirm. `progress` is called after each step. The reply comes once, on the context's thread, at the
/// latest after `timeout` for each step.
void probe(const Endpoint& endpoint, const base::Clock& clock, Scheduler& scheduler, QObject* context,
           std::function<void(ProbeReport)> reply, std::function<void(ProbeLine)> progress = {},
           Milliseconds timeout = std::chrono::seconds(10));

/// A gateway clock that is further away than this fails the step: signatures carry times.
inline constexpr std::chrono::seconds allowed_clock_skew{30};

} // namespace uplink
