// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <atomic>
#include <chrono>
#include <string>
#include <string_view>

namespace base {

/// A moment in UTC, in microseconds since 1970 (no leap seconds, as POSIX and RFC 3339 count).
using Instant = std::chrono::sys_time<std::chrono::microseconds>;
using Microseconds = std::chrono::microseconds;

/// Where the time comes from; injected everywhere, so that tests never wait.
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override;
};

/// A clock that a test moves by hand. Safe to read from other threads.
class ManualClock final : public Clock {
public:
    explicit ManualClock(Instant start)
        : now_(start.time_since_epoch().count()) {}
    [[nodiscard]] Instant now() const override { return Instant{Microseconds{now_.load()}}; }
    void advance(Microseconds by) { now_ += by.count(); }

private:
    std::atomic<Microseconds::rep> now_;
};

/// RFC 3339 in UTC with exactly six decimals and a Z, e.g. "2026-03-01T17:55:00.000000Z": the one form that Reeve
/// writes, so that equal instants have equal bytes.
[[nodiscard]] std::string to_rfc3339(Instant instant);

/// Reads RFC 3339 with any offset and 0 to 9 decimals (beyond six they are cut). Years 1970 to 9999.
/// Faults: malformed.
[[nodiscard]] Result<Instant> from_rfc3339(std::string_view text);

} // namespace base
