// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"

#include <atomic>

namespace sandbox {

/// The sandbox's time. Live: the system's time plus what was advanced by request. Virtual: stands still until the
/// agenda moves it, so that a run depends on the seed alone. Never goes back. Safe to read from every thread.
class Timeline final : public base::Clock {
public:
    static Timeline live() { return Timeline(false, base::Instant{}); }
    static Timeline virtual_from(base::Instant start) { return Timeline(true, start); }

    [[nodiscard]] base::Instant now() const override;
    [[nodiscard]] bool is_virtual() const { return virtual_; }
    /// Jumps ahead.
    void advance(base::Microseconds by);
    /// Not before this moment, e.g. the last event of the log. Virtual time stands exactly there when it was behind.
    void catch_up(base::Instant moment);

private:
    Timeline(bool is_virtual, base::Instant start)
        : virtual_(is_virtual)
        , ahead_(start.time_since_epoch().count()) {}

    bool virtual_;
    std::atomic<base::Microseconds::rep> ahead_; ///< virtual: the time itself; live: what is added to the system's
};

} // namespace sandbox
