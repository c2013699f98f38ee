// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/link/batch.h"

#include <cstdint>
#include <deque>
#include <optional>

namespace uplink {

/// Notices missing sequences in a feed where they are contiguous from 1, and decides when to ask again and when to
/// give up. Remembers over reconnections. Pure.
class SequenceWatch {
public:
    explicit SequenceWatch(int attempts)
        : attempts_(attempts) {}

    enum class Verdict {
        take,      ///< in order, or seen before, or behind a gap that is given up
        ask_again, ///< something is missing before it: do not take it, reconnect
    };
    struct Judged {
        Verdict verdict = Verdict::take;
        std::optional<Gap> given_up; ///< newly
        std::optional<Gap> missing;  ///< with ask_again
    };

    /// A connection that was asked to resume behind `after` begins.
    void begin(std::uint64_t after) { expected_ = after + 1; }
    /// Sequences first to last have arrived.
    [[nodiscard]] Judged see(std::uint64_t first, std::uint64_t last);
    /// Gives `expected` up for another reason (it cannot be read).
    void step_over() { ++expected_; }

    [[nodiscard]] std::uint64_t expected() const { return expected_; }

private:
    [[nodiscard]] bool is_known(const Gap& gap) const;

    int attempts_;
    std::uint64_t expected_ = 1;
    std::uint64_t asked_for_ = 0; ///< the missing sequence that was asked for last
    int asked_ = 0;
    std::deque<Gap> given_up_; ///< the newest ones: a resumption before them must not ask again
};

/// How many events a frame's data holds: 1 for an object, the number of elements for an array, 0 when that cannot be
/// told. Looks at brackets, strings and commas only; whether it is JSON, app/wire decides.
[[nodiscard]] std::uint64_t count_events(std::string_view data);

} // namespace uplink
