// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/record/sequence_line.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace record {

SequenceLine::Place SequenceLine::place(std::uint64_t sequence) const {
    if (sequence > highest_) {
        return sequence == highest_ + 1 ? Place::next : Place::ahead;
    }
    const auto behind = open_.upper_bound(sequence);
    if (behind == open_.begin()) {
        return Place::taken;
    }
    return sequence <= std::prev(behind)->second.to ? Place::fills : Place::taken;
}

void SequenceLine::take(std::uint64_t sequence, base::Instant now) {
    if (sequence > highest_) {
        if (sequence > highest_ + 1) {
            open(highest_ + 1, Gap{sequence - 1, now, false});
        }
        highest_ = sequence;
        return;
    }
    const auto found = std::prev(open_.upper_bound(sequence));
    const std::uint64_t from = found->first;
    const Gap gap = found->second;
    open_.erase(found);
    changes_[from] = std::nullopt;
    if (sequence > from) {
        open(from, Gap{sequence - 1, gap.noticed, gap.given_up});
    }
    if (sequence < gap.to) {
        open(sequence + 1, gap);
    }
    note_filled(sequence, gap.noticed);
}

void SequenceLine::give_up(std::uint64_t first, std::uint64_t last) {
    auto at = open_.upper_bound(first);
    if (at != open_.begin() && std::prev(at)->second.to >= first) {
        --at;
    }
    while (at != open_.end() && at->first <= last) {
        const std::uint64_t from = at->first;
        const Gap gap = at->second;
        at = open_.erase(at);
        if (from < first) {
            open(from, Gap{first - 1, gap.noticed, gap.given_up});
        }
        open(std::max(from, first), Gap{std::min(gap.to, last), gap.noticed, true});
        if (gap.to > last) {
            open(last + 1, gap);
        }
    }
}

std::uint64_t SequenceLine::settled() const {
    const auto waited_for =
        std::find_if(open_.begin(), open_.end(), [](const auto& gap) { return !gap.second.given_up; });
    return waited_for == open_.end() ? highest_ : waited_for->first - 1;
}

/// Filled in order, one row grows; otherwise a new one begins.
void SequenceLine::note_filled(std::uint64_t sequence, base::Instant noticed) {
    if (last_filled_ && last_filled_->to + 1 == sequence && last_filled_->noticed == noticed) {
        last_filled_->to = sequence;
    } else {
        last_filled_ = store::GapRow{{}, sequence, sequence, true, false, noticed};
    }
    changes_[last_filled_->from] = last_filled_;
}

void SequenceLine::open(std::uint64_t from, const Gap& gap) {
    open_[from] = gap;
    changes_[from] = store::GapRow{{}, from, gap.to, false, gap.given_up, gap.noticed};
}

void SequenceLine::restore(std::uint64_t highest, const std::vector<store::GapRow>& gaps) {
    highest_ = highest;
    for (const store::GapRow& gap : gaps) {
        if (!gap.filled) {
            open_[gap.from] = Gap{gap.to, gap.noticed, gap.given_up};
        }
    }
}

std::map<std::uint64_t, std::optional<store::GapRow>> SequenceLine::take_changes() {
    return std::exchange(changes_, {});
}

} // namespace record
