// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/queue/queue_model.h"

#include "app/ports/case_level.h"

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

std::int64_t second_of(base::Instant instant) {
    return std::chrono::floor<std::chrono::seconds>(instant).time_since_epoch().count();
}

/// From so many cases on the inbox is arranged a few times a second at most, however many batches come.
constexpr std::size_t long_list = 2'000;
constexpr int calm_milliseconds = 300;

} // namespace

QueueModel::QueueModel(Words words, QObject* parent, GroupRules rules)
    : QAbstractListModel(parent)
    , words_(std::move(words))
    , rules_(rules) {
    calm_.setSingleShot(true);
    calm_.setInterval(calm_milliseconds);
    connect(&calm_, &QTimer::timeout, this, [this] {
        if (!hold_back_ && !waiting_.empty()) {
            show_new();
        }
    });
}

void QueueModel::set_cases(std::vector<ports::CaseRow> cases) {
    beginResetModel();
    slots_.clear();
    used_.clear();
    free_.clear();
    slot_of_.clear();
    waiting_.clear();
    opened_in_.clear();
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
    count_opening(row.opened, by);
}

void QueueModel::count_opening(base::Instant opened, int by) {
    const auto second = opened_in_.try_emplace(second_of(opened), 0).first;
    second->second += by;
    if (second->second == 0) {
        opened_in_.erase(second);
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
        show_new_soon();
    } else {
        Q_EMIT counts_changed();
    }
}

void QueueModel::show_new_soon() {
    if (slot_of_.size() < long_list) {
        show_new();
    } else {
        Q_EMIT counts_changed();
        if (!calm_.isActive()) {
            calm_.start();
        }
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

void QueueModel::set_narrowing(Narrowing narrowing, const std::optional<domain::TransactionKey>& keep) {
    narrowing_ = std::move(narrowing);
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

int QueueModel::escalated_to(const ports::Seat& seat) const {
    std::ptrdiff_t count = 0;
    for (std::size_t slot = 0; slot < slots_.size(); ++slot) {
        count += used_[slot] && ports::is_escalated_to(slots_[slot], seat) ? 1 : 0;
    }
    // What waits to be shown may be the newer form of a case that is shown.
    count += std::count_if(waiting_.begin(), waiting_.end(), [&](const auto& one) {
        return !slot_of_.contains(one.first) && ports::is_escalated_to(one.second, seat);
    });
    return static_cast<int>(count);
}

int QueueModel::opened_since(base::Instant instant) const {
    int sum = 0;
    for (auto second = opened_in_.lower_bound(second_of(instant)); second != opened_in_.end(); ++second) {
        sum += second->second;
    }
    return sum;
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
    case tier_role: return static_cast<int>(group == nullptr ? ports::level_of(row) : group->worst);
    case state_role: return static_cast<int>(row.state);
    case settled_role: return group == nullptr && is_settled(row.state);
    case group_role: return group != nullptr;
    default: return {};
    }
}

} // namespace models::queue
