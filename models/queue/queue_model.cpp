// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/queue/queue_model.h"

#include <QByteArray>

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

namespace models::queue {

namespace {

std::size_t at(int place) {
    return static_cast<std::size_t>(place);
}

} // namespace

QueueModel::QueueModel(Words words, QObject* parent, GroupRules rules)
    : QAbstractListModel(parent)
    , words_(std::move(words))
    , rules_(rules) {}

void QueueModel::set_cases(std::vector<ports::CaseRow> cases) {
    beginResetModel();
    slots_.clear();
    used_.clear();
    free_.clear();
    slot_of_.clear();
    waiting_.clear();
    opening_times_.clear();
    open_ = 0;
    settled_ = 0;
    slots_.reserve(cases.size());
    for (ports::CaseRow& row : cases) {
        if (!slot_of_.contains(row.key)) {
            note(row, 1);
            take_in(std::move(row));
        }
    }
    shown_ = arrange(slots_, work_order(), opened_, rules_);
    rebuild_places();
    endResetModel();
    Q_EMIT counts_changed();
}

/// Keeps the counts that the page shows all the time, so that nobody has to walk over 50,000 cases for them.
void QueueModel::note(const ports::CaseRow& row, int by) {
    open_ += needs_person(row.state) ? by : 0;
    settled_ += is_settled(row.state) ? by : 0;
    if (by > 0) {
        opening_times_.insert(row.opened);
    } else if (const auto known = opening_times_.find(row.opened); known != opening_times_.end()) {
        opening_times_.erase(known);
    }
}

void QueueModel::take_in(ports::CaseRow row) {
    if (free_.empty()) {
        free_.push_back(static_cast<int>(slots_.size()));
        slots_.emplace_back();
        used_.push_back(false);
    }
    const int slot = free_.back();
    free_.pop_back();
    slot_of_.insert_or_assign(row.key, slot);
    slots_[at(slot)] = std::move(row);
    used_[at(slot)] = true;
}

void QueueModel::apply(const ports::CaseChanges& changes) {
    for (const ports::CaseRow& row : changes.changed) {
        if (const auto known = slot_of_.find(row.key); known != slot_of_.end()) {
            change_in_place(known->second, row);
        } else {
            keep_waiting(row);
        }
    }
    if (!hold_back_ && !waiting_.empty()) {
        show_new();
    } else {
        Q_EMIT counts_changed();
    }
}

void QueueModel::change_in_place(int slot, const ports::CaseRow& now) {
    ports::CaseRow& row = slots_[at(slot)];
    const int group = slot < static_cast<int>(shown_.group_of.size()) ? shown_.group_of[at(slot)] : -1;
    if (group >= 0 && can_be_grouped(row)) {
        count_out(row, shown_.groups[at(group)]);
    }
    note(row, -1);
    row = now;
    note(row, 1);
    if (group >= 0 && row_of_slot_[at(slot)] < 0 && needs_person(now.state) && !can_be_grouped(now)) {
        bring_out(slot);
    }
    if (group >= 0) {
        if (can_be_grouped(row)) {
            count_in(row, shown_.groups[at(group)]);
        }
        const QModelIndex head = index(row_of_group_[at(group)]);
        Q_EMIT dataChanged(head, head);
    }
    if (const int place = row_of_slot_[at(slot)]; place >= 0) {
        Q_EMIT dataChanged(index(place), index(place));
    }
}

/// What is in doubt, failed or contradictory is never hidden in a closed group: it comes out as if it were new.
void QueueModel::bring_out(int slot) {
    const ports::CaseRow& row = slots_[at(slot)];
    slot_of_.erase(row.key);
    used_[at(slot)] = false;
    waiting_.insert_or_assign(row.key, row);
}

/// A case that was settled before anybody saw it need not be shown.
void QueueModel::keep_waiting(const ports::CaseRow& row) {
    if (const auto known = waiting_.find(row.key); known != waiting_.end()) {
        note(known->second, -1);
        waiting_.erase(known);
    }
    if (!is_settled(row.state)) {
        note(row, 1);
        waiting_.emplace(row.key, row);
    }
}

void QueueModel::hold_new_back(bool hold) {
    hold_back_ = hold;
    if (!hold && !waiting_.empty()) {
        show_new();
    }
}

void QueueModel::show_new(const std::optional<domain::TransactionKey>& keep) {
    drop_settled(keep);
    for (auto& [key, row] : std::exchange(waiting_, {})) {
        take_in(row);
    }
    show_arranged();
    Q_EMIT counts_changed();
}

void QueueModel::set_order(Order order, const std::optional<domain::TransactionKey>& keep) {
    order_ = order;
    show_new(keep);
}

/// The slots are free only when no row shows them any more, so they keep their content until then.
void QueueModel::drop_settled(const std::optional<domain::TransactionKey>& keep) {
    for (auto known = slot_of_.begin(); known != slot_of_.end();) {
        const ports::CaseRow& row = slots_[at(known->second)];
        if (is_settled(row.state) && row.key != keep) {
            note(row, -1);
            used_[at(known->second)] = false;
            known = slot_of_.erase(known);
        } else {
            ++known;
        }
    }
}

void QueueModel::toggle_group(int row) {
    const Group* group = group_at(row);
    if (group == nullptr) {
        return;
    }
    const GroupKey key = group->key;
    if (opened_.erase(key) == 0) {
        opened_.insert(key);
    }
    show_arranged();
}

void QueueModel::reveal(const domain::TransactionKey& key) {
    const auto known = slot_of_.find(key);
    if (known == slot_of_.end() || row_of(key)) {
        return;
    }
    if (const int group = shown_.group_of[at(known->second)]; group >= 0) {
        opened_.insert(shown_.groups[at(group)].key);
        show_arranged();
    }
}

std::vector<int> QueueModel::work_order() const {
    std::vector<int> order;
    order.reserve(slot_of_.size());
    for (int slot = 0; slot < static_cast<int>(slots_.size()); ++slot) {
        if (used_[at(slot)]) {
            order.push_back(slot);
        }
    }
    std::sort(order.begin(), order.end(),
              [this](int one, int other) { return comes_before(order_, slots_[at(one)], slots_[at(other)]); });
    return order;
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
    for (int last = rowCount() - 1; last >= 0; --last) {
        if (!vanished(shown_.items[at(last)])) {
            continue;
        }
        int first = last;
        while (first > 0 && vanished(shown_.items[at(first - 1)])) {
            --first;
        }
        beginRemoveRows({}, first, last);
        shown_.items.erase(shown_.items.begin() + first, shown_.items.begin() + last + 1);
        endRemoveRows(); // the items alone say what stands where until the places are rebuilt below
        last = first;
    }
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
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<std::pair<int, GroupKey>> meant; // slot, or the key of a group
    for (const QModelIndex& index : before) {
        const Item& item = shown_.items[at(index.row())];
        meant.emplace_back(item.slot, item.is_head() ? shown_.groups[at(item.group)].key : GroupKey());
    }
    shown_ = next;
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

int QueueModel::opened_since(base::Instant instant) const {
    return static_cast<int>(std::distance(opening_times_.lower_bound(instant), opening_times_.end()));
}

const ports::CaseRow& QueueModel::row_at(int row) const {
    static const ports::CaseRow none; // a head whose members are about to be told
    const Item& item = shown_.items.at(at(row));
    const int slot = item.is_head() ? first_of_group_[at(item.group)] : item.slot;
    return slot < 0 ? none : slots_[at(slot)];
}

const Group* QueueModel::group_at(int row) const {
    if (row < 0 || row >= rowCount()) {
        return nullptr;
    }
    const Item& item = shown_.items[at(row)];
    return item.is_head() ? &shown_.groups[at(item.group)] : nullptr;
}

bool QueueModel::is_member(int row) const {
    const Item& item = shown_.items.at(at(row));
    return !item.is_head() && item.group >= 0;
}

std::optional<int> QueueModel::row_of(const domain::TransactionKey& key) const {
    const auto known = slot_of_.find(key);
    if (known == slot_of_.end() || row_of_slot_[at(known->second)] < 0) {
        return std::nullopt;
    }
    return row_of_slot_[at(known->second)];
}

void QueueModel::tick() {
    if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {Qt::DisplayRole});
    }
}

int QueueModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(shown_.items.size());
}

QVariant QueueModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    const Group* group = group_at(index.row());
    const ports::CaseRow& row = row_at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return group == nullptr ? words_.sentence(row) : words_.group ? words_.group(*group) : QString();
    case transaction_role: return group == nullptr ? QByteArray::fromStdString(row.key.id.bytes()) : QByteArray();
    case tier_role: return static_cast<int>(group == nullptr ? row.tier : group->worst);
    case state_role: return static_cast<int>(row.state);
    case settled_role: return group == nullptr && is_settled(row.state);
    case group_role: return group != nullptr;
    default: return {};
    }
}

} // namespace models::queue
