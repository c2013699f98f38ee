// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/store/rows.h"

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace record {

/// Which sequence numbers of one source are recorded: everything from 1 to the greatest but the open gaps. A value;
/// copy it before a batch to be able to go back.
class SequenceLine {
public:
    enum class Place {
        next,  ///< right behind the greatest
        ahead, ///< further on: a gap opens
        fills, ///< inside of an open gap
        taken, ///< recorded already
    };

    /// Where a number would go. Zero is no number and is not asked.
    [[nodiscard]] Place place(std::uint64_t sequence) const;
    /// Marks it as recorded. Must not be `taken`.
    void take(std::uint64_t sequence, base::Instant now);
    /// Marks what is still open of these numbers (both ends included) as asked for again and not given. They stay a
    /// gap.
    void give_up(std::uint64_t first, std::uint64_t last);

    [[nodiscard]] std::uint64_t highest() const { return highest_; }
    [[nodiscard]] std::uint64_t contiguous() const { return open_.empty() ? highest_ : open_.begin()->first - 1; }
    /// The same, also over gaps that were given up.
    [[nodiscard]] std::uint64_t settled() const;
    [[nodiscard]] std::size_t open_gaps() const { return open_.size(); }

    /// From what the store holds.
    void restore(std::uint64_t highest, const std::vector<store::GapRow>& gaps);

    /// Rows of the gap list that changed since the last call, by their start: nothing means the row goes.
    [[nodiscard]] std::map<std::uint64_t, std::optional<store::GapRow>> take_changes();

private:
    struct Gap {
        std::uint64_t to = 0;
        base::Instant noticed{};
        bool given_up = false;
    };
    void open(std::uint64_t from, const Gap& gap);
    void note_filled(std::uint64_t sequence, base::Instant noticed);

    std::uint64_t highest_ = 0;
    std::map<std::uint64_t, Gap> open_; ///< by their start
    std::optional<store::GapRow> last_filled_;
    std::map<std::uint64_t, std::optional<store::GapRow>> changes_;
};

} // namespace record
