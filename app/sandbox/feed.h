// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/sandbox/event_log.h"
#include "app/sandbox/faults.h"

#include <atomic>
#include <string>

namespace sandbox {

/// One reader's way through the log as server-sent events, faults included. A group of the log is one message; its id
/// is the sequence of its last event.
class Feed {
public:
    Feed(const EventLog& log, Faults& faults, const base::Clock& clock, std::uint64_t after);

    enum class Next { bytes, nothing_yet, drop };
    /// Appends what the reader gets next. Waits at most a moment when there is nothing.
    [[nodiscard]] Next next(std::string& out);

private:
    [[nodiscard]] Next next_group(std::string& out);
    /// The message of one group, cut where the reader has its beginning already. Faults: unreadable, corrupt.
    [[nodiscard]] base::Done append_group(const EventLog::Group& group, std::string& out) const;

    const EventLog& log_;
    Faults& faults_;
    const base::Clock& clock_;
    std::uint64_t after_;
    std::chrono::steady_clock::time_point last_sent_;
};

} // namespace sandbox
