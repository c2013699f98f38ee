// SPDX-License-Identifier: GPL-3.0-or-later
//
// What of a QueueModel is dealt with at once.

#include "models/queue/queue_model.h"

#include <algorithm>

namespace models::queue {

namespace {

std::size_t at(int place) {
    return static_cast<std::size_t>(place);
}

} // namespace

const Group* QueueModel::group_around(int row) const {
    const int group = row < 0 || row >= rowCount() ? -1 : shown_.items[at(row)].group;
    return group < 0 ? nullptr : &shown_.groups[at(group)];
}

std::optional<Selection> QueueModel::group_of(int row) const {
    if (group_around(row) == nullptr) {
        return std::nullopt;
    }
    const int group = shown_.items[at(row)].group;
    Selection chosen;
    chosen.key = shown_.groups[at(group)].key;
    std::vector<int> members;
    for (int slot = 0; slot < static_cast<int>(shown_.group_of.size()); ++slot) {
        if (!used_[at(slot)]) {
            continue;
        }
        if (shown_.group_of[at(slot)] == group) {
            members.push_back(slot);
        } else if (is_alike(slots_[at(slot)], *chosen.key)) {
            chosen.apart.insert(slots_[at(slot)].key);
        }
    }
    std::sort(members.begin(), members.end(),
              [this](int one, int other) { return comes_before(order_, slots_[at(one)], slots_[at(other)]); });
    for (const int slot : members) {
        chosen.rows.push_back(slots_[at(slot)]);
    }
    for (const auto& [key, waiting] : waiting_) {
        if (is_alike(waiting, *chosen.key)) {
            chosen.waiting.insert(key);
        }
    }
    return chosen;
}

} // namespace models::queue
