// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/fault.h"

#include <chrono>
#include <optional>
#include <string_view>

namespace uplink {

// The namespace of app/link is `uplink`, because POSIX has taken the global name `link` for a function (unistd.h).

// Faults of this room, and what each says about a request that changes something:
//   unreachable, untrusted   no byte of the request left this machine: certainly did not arrive
//   timed_out                gone out, or perhaps gone out, and no answer: may have arrived
//   cancelled                ended by us or a shutdown: may have arrived
//   malformed, too_large     an answer came that cannot be read: may have been carried out
//   refused                  the gateway answered with a problem (RFC 9457); `where` is "HTTP <status> <code>", and
//                            " retry-after:<seconds>" behind it where the gateway said when (429, 503)
//   not_found, conflict      the same for 404 and 409
//   unsupported              the answer is of another protocol (redirect, web page)

/// Whether a request that failed in this way can have taken effect at the gateway.
enum class Arrival {
    certainly_not, ///< never sent, or turned away at the door (401, 403, 404, 405, 429): the same may be sent again
    perhaps,       ///< nobody knows: ask for the status
};

[[nodiscard]] Arrival arrival_of(const base::Fault& fault);

/// The problem's machine-readable `code`, e.g. "wrong_version"; empty when the fault is no refusal or had none.
[[nodiscard]] std::string_view problem_code(const base::Fault& fault);

/// How long the gateway asked to be left alone (Retry-After, RFC 9110 section 10.2.3), at most an hour: whoever answers
/// cannot silence a decision for longer than that. Nothing: it did not say.
[[nodiscard]] std::optional<std::chrono::seconds> retry_after(const base::Fault& fault);

/// The HTTP status of a refusal, 0 when there was none.
[[nodiscard]] int http_status(const base::Fault& fault);

} // namespace uplink
