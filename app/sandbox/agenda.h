// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <queue>
#include <vector>

namespace sandbox {

/// What is still to happen, in the order of time and, at one time, of entry (a discrete-event simulation).
class Agenda {
public:
    using Action = std::function<void()>;

    void at(base::Instant when, Action action) { entries_.push({when, next_++, std::move(action)}); }
    [[nodiscard]] bool empty() const { return entries_.empty(); }
    [[nodiscard]] std::size_t size() const { return entries_.size(); }
    [[nodiscard]] std::optional<base::Instant> next() const {
        return entries_.empty() ? std::nullopt : std::optional(entries_.top().when);
    }
    /// Takes out the first action that is due, or nothing.
    [[nodiscard]] std::optional<Action> take_due(base::Instant now) {
        if (entries_.empty() || entries_.top().when > now) {
            return std::nullopt;
        }
        Action action = std::move(const_cast<Entry&>(entries_.top()).action); // moved from, then removed at once
        entries_.pop();
        return action;
    }

private:
    struct Entry {
        base::Instant when;
        std::uint64_t number;
        Action action;
        bool operator<(const Entry& other) const {
            return when != other.when ? when > other.when : number > other.number;
        }
    };
    std::priority_queue<Entry> entries_;
    std::uint64_t next_ = 0;
};

} // namespace sandbox
