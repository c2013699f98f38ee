// SPDX-License-Identifier: GPL-3.0-or-later
//
// How a QueueModel comes from what it shows to what it should show.

#include "models/queue/queue_model.h"

#include <algorithm>
#include <utility>

namespace models::queue {

namespace {

std::size_t at(int place) {
    return static_cast<std::size_t>(place);
}

} // namespace

std::vector<int> QueueModel::work_order() const {
    std::vector<int> order;
    order.reserve(slot_of_.size());
    for (int slot = 0; slot < static_cast<int>(slots_.size()); ++slot) {
        if (used_[at(slot)]) {
            order.push_back(slot);
        }
    }
    if (narrowing_) {
        narrow(order);
    }
    struct Ranked {
        Rank rank;
        int slot;
    };
    std::vector<Ranked> ranked;
    ranked.reserve(order.size());
    for (const int slot : order) {
        ranked.push_back({rank_of(order_, slots_[at(slot)]), slot});
    }
    std::sort(ranked.begin(), ranked.end(), [this](const Ranked& one, const Ranked& other) {
        return one.rank != other.rank ? one.rank < other.rank : slots_[at(one.slot)].key < slots_[at(other.slot)].key;
    });
    std::transform(ranked.begin(), ranked.end(), order.begin(), [](const Ranked& one) { return one.slot; });
    return order;
}

void QueueModel::narrow(std::vector<int>& order) const {
    std::vector<const ports::CaseRow*> rows;
    rows.reserve(order.size());
    for (const int slot : order) {
        rows.push_back(&slots_[at(slot)]);
    }
    const std::vector<bool> shown = narrowing_(rows);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (shown[i]) {
            order[kept++] = order[i];
        }
    }
    order.resize(kept);
}

/// From what is shown to what should be: rows go, rows come at the end, then all take their places. In this way a view
/// keeps its cursor and what it scrolled to.
void QueueModel::show_arranged() {
    const Arrangement next = arrange(slots_, work_order(), opened_, rules_);
    remove_vanished(next);
    append_fresh(next);
    permute(next);
    for (int slot = 0; slot < static_cast<int>(slots_.size()); ++slot) {
        if (!used_[at(slot)] && slots_[at(slot)].key != domain::TransactionKey()) {
            slots_[at(slot)] = ports::CaseRow();
            free_.push_back(slot);
        }
    }
}

void QueueModel::remove_vanished(const Arrangement& next) {
    std::vector<bool> stays(slots_.size(), false);
    std::set<GroupKey> heads;
    for (const Item& item : next.items) {
        if (item.is_head()) {
            heads.insert(next.groups[at(item.group)].key);
        } else {
            stays[at(item.slot)] = true;
        }
    }
    const auto vanished = [&](const Item& item) {
        return item.is_head() ? !heads.contains(shown_.groups[at(item.group)].key) : !stays[at(item.slot)];
    };
    const auto first_gone = std::find_if(shown_.items.begin(), shown_.items.end(), vanished);
    if (first_gone == shown_.items.end()) {
        return;
    }
    const auto stay_count = static_cast<int>(
        std::count_if(shown_.items.begin(), shown_.items.end(), [&](const Item& item) { return !vanished(item); }));
    // In one piece: a view is told twice, not thousands of times.
    const bool at_end = std::none_of(first_gone, shown_.items.end(), [&](const Item& item) { return !vanished(item); });
    if (!at_end) {
        rearrange([&] {
            std::stable_partition(shown_.items.begin(), shown_.items.end(),
                                  [&](const Item& item) { return !vanished(item); });
        });
    }
    beginRemoveRows({}, stay_count, rowCount() - 1);
    shown_.items.resize(at(stay_count));
    endRemoveRows(); // the items alone say what stands where until the places are rebuilt below
    rebuild_places();
}

void QueueModel::append_fresh(const Arrangement& next) {
    std::map<GroupKey, int> known;
    for (const Item& item : shown_.items) {
        if (item.is_head()) {
            known.emplace(shown_.groups[at(item.group)].key, item.group);
        }
    }
    std::vector<Item> fresh;
    std::vector<Group> groups = shown_.groups;
    row_of_slot_.resize(slots_.size(), -1);
    for (const Item& item : next.items) {
        if (!item.is_head()) {
            if (row_of_slot_[at(item.slot)] < 0) {
                fresh.push_back({item.slot, -1});
            }
        } else if (!known.contains(next.groups[at(item.group)].key)) {
            groups.push_back(next.groups[at(item.group)]);
            fresh.push_back({-1, static_cast<int>(groups.size()) - 1});
        }
    }
    if (fresh.empty()) {
        return;
    }
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(fresh.size()) - 1);
    shown_.groups = std::move(groups);
    shown_.items.insert(shown_.items.end(), fresh.begin(), fresh.end());
    rebuild_places();
    endInsertRows();
}

void QueueModel::permute(const Arrangement& next) {
    rearrange([&] { shown_ = next; });
}

/// Changes what stands where among the same items, while selections and the cursor stay on theirs.
void QueueModel::rearrange(const std::function<void()>& change) {
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<std::pair<int, GroupKey>> meant; // slot, or the key of a group
    for (const QModelIndex& index : before) {
        const Item& item = shown_.items[at(index.row())];
        meant.emplace_back(item.slot, item.is_head() ? shown_.groups[at(item.group)].key : GroupKey());
    }
    change();
    rebuild_places();
    std::map<GroupKey, int> heads;
    for (std::size_t group = 0; group < shown_.groups.size(); ++group) {
        heads.emplace(shown_.groups[group].key, row_of_group_[group]);
    }
    for (std::size_t i = 0; i < meant.size(); ++i) {
        const auto& [slot, key] = meant[i];
        changePersistentIndex(before[static_cast<qsizetype>(i)],
                              index(slot >= 0 ? row_of_slot_[at(slot)] : heads.at(key)));
    }
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void QueueModel::rebuild_places() {
    row_of_slot_.assign(slots_.size(), -1);
    row_of_group_.assign(shown_.groups.size(), -1);
    first_of_group_.assign(shown_.groups.size(), -1);
    for (int row = 0; row < rowCount(); ++row) {
        const Item& item = shown_.items[at(row)];
        (item.is_head() ? row_of_group_[at(item.group)] : row_of_slot_[at(item.slot)]) = row;
    }
    for (int slot = 0; slot < static_cast<int>(shown_.group_of.size()); ++slot) {
        const int group = shown_.group_of[at(slot)];
        if (group >= 0 && (first_of_group_[at(group)] < 0 ||
                           comes_before(order_, slots_[at(slot)], slots_[at(first_of_group_[at(group)])]))) {
            first_of_group_[at(group)] = slot;
        }
    }
}

} // namespace models::queue
