// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/record/sequence_line.h"

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
            open_[highest_ + 1] = Gap{sequence - 1, now};
            save(highest_ + 1, sequence - 1, false, now);
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
        open_[from] = Gap{sequence - 1, gap.noticed};
        save(from, sequence - 1, false, gap.noticed);
    }
    if (sequence < gap.to) {
        open_[sequence + 1] = Gap{gap.to, gap.noticed};
        save(sequence + 1, gap.to, false, gap.noticed);
    }
    note_filled(sequence, gap.noticed);
}

/// Filled in order, one row grows; otherwise a new one begins.
void SequenceLine::note_filled(std::uint64_t sequence, base::Instant noticed) {
    if (last_filled_ && last_filled_->to + 1 == sequence && last_filled_->noticed == noticed) {
        last_filled_->to = sequence;
    } else {
        last_filled_ = store::GapRow{{}, sequence, sequence, true, false, noticed};
    }
    save(last_filled_->from, last_filled_->to, true, noticed);
}

void SequenceLine::save(std::uint64_t from, std::uint64_t to, bool filled, base::Instant noticed) {
    changes_[from] = store::GapRow{{}, from, to, filled, false, noticed};
}

void SequenceLine::restore(std::uint64_t highest, const std::vector<store::GapRow>& gaps) {
    highest_ = highest;
    for (const store::GapRow& gap : gaps) {
        if (!gap.filled) {
            open_[gap.from] = Gap{gap.to, gap.noticed};
        }
    }
}

std::map<std::uint64_t, std::optional<store::GapRow>> SequenceLine::take_changes() {
    return std::exchange(changes_, {});
}

} // namespace record
