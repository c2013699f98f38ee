// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/queue/queue_model.h"

#include "models/queue/urgency.h"

#include <QByteArray>

#include <algorithm>
#include <utility>

namespace models::queue {

QueueModel::QueueModel(Words words, QObject* parent)
    : QAbstractListModel(parent)
    , words_(std::move(words)) {}

void QueueModel::set_cases(std::vector<ports::CaseRow> cases) {
    beginResetModel();
    rows_ = std::move(cases);
    std::sort(rows_.begin(), rows_.end(), more_urgent);
    waiting_.clear();
    rebuild_places();
    endResetModel();
    Q_EMIT counts_changed();
}

void QueueModel::apply(const ports::CaseChanges& changes) {
    for (const ports::CaseRow& row : changes.changed) {
        if (const auto place = row_of(row.key)) {
            change_in_place(*place, row);
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

void QueueModel::change_in_place(int row, const ports::CaseRow& now) {
    rows_[static_cast<std::size_t>(row)] = now;
    Q_EMIT dataChanged(index(row), index(row));
}

/// A case that was settled before anybody saw it need not be shown.
void QueueModel::keep_waiting(const ports::CaseRow& row) {
    const auto known =
        std::find_if(waiting_.begin(), waiting_.end(), [&](const auto& other) { return other.key == row.key; });
    if (is_settled(row.state)) {
        if (known != waiting_.end()) {
            waiting_.erase(known);
        }
    } else if (known != waiting_.end()) {
        *known = row;
    } else {
        waiting_.push_back(row);
    }
}

void QueueModel::hold_new_back(bool hold) {
    hold_back_ = hold;
    if (!hold && !waiting_.empty()) {
        show_new();
    }
}

void QueueModel::show_new(const std::optional<domain::TransactionKey>& keep) {
    for (int row = static_cast<int>(rows_.size()) - 1; row >= 0; --row) {
        const ports::CaseRow& shown = rows_[static_cast<std::size_t>(row)];
        if (is_settled(shown.state) && shown.key != keep) {
            beginRemoveRows({}, row, row);
            rows_.erase(rows_.begin() + row);
            rebuild_places();
            endRemoveRows();
        }
    }
    if (!waiting_.empty()) {
        const int first = static_cast<int>(rows_.size());
        beginInsertRows({}, first, first + static_cast<int>(waiting_.size()) - 1);
        rows_.insert(rows_.end(), std::make_move_iterator(waiting_.begin()), std::make_move_iterator(waiting_.end()));
        waiting_.clear();
        rebuild_places();
        endInsertRows();
    }
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<domain::TransactionKey> keys;
    for (const QModelIndex& index : before) {
        keys.push_back(row_at(index.row()).key);
    }
    std::sort(rows_.begin(), rows_.end(), more_urgent);
    rebuild_places();
    for (std::size_t i = 0; i < keys.size(); ++i) {
        changePersistentIndex(before[static_cast<qsizetype>(i)], index(places_.at(keys[i])));
    }
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
    Q_EMIT counts_changed();
}

void QueueModel::rebuild_places() {
    places_.clear();
    for (std::size_t row = 0; row < rows_.size(); ++row) {
        places_.emplace(rows_[row].key, static_cast<int>(row));
    }
}

int QueueModel::settled_count() const {
    return static_cast<int>(
        std::count_if(rows_.begin(), rows_.end(), [](const auto& row) { return is_settled(row.state); }));
}

int QueueModel::open_count() const {
    const auto counts = [](const auto& row) { return needs_person(row.state); };
    return static_cast<int>(std::count_if(rows_.begin(), rows_.end(), counts) +
                            std::count_if(waiting_.begin(), waiting_.end(), counts));
}

int QueueModel::opened_since(base::Instant instant) const {
    const auto counts = [instant](const auto& row) { return row.opened >= instant; };
    return static_cast<int>(std::count_if(rows_.begin(), rows_.end(), counts) +
                            std::count_if(waiting_.begin(), waiting_.end(), counts));
}

const ports::CaseRow& QueueModel::row_at(int row) const {
    return rows_.at(static_cast<std::size_t>(row));
}

std::optional<int> QueueModel::row_of(const domain::TransactionKey& key) const {
    const auto found = places_.find(key);
    return found == places_.end() ? std::nullopt : std::optional(found->second);
}

void QueueModel::tick() {
    if (!rows_.empty()) {
        Q_EMIT dataChanged(index(0), index(static_cast<int>(rows_.size()) - 1), {Qt::DisplayRole});
    }
}

int QueueModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant QueueModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    const ports::CaseRow& row = row_at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return words_.sentence(row);
    case transaction_role: return QByteArray::fromStdString(row.key.id.bytes());
    case tier_role: return static_cast<int>(row.tier);
    case state_role: return static_cast<int>(row.state);
    case settled_role: return is_settled(row.state);
    default: return {};
    }
}

} // namespace models::queue
