// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ledger/ledger_model.h"

#include <algorithm>

namespace models::ledger {

LedgerModel::LedgerModel(std::vector<Kind> columns, Row window, Cells cells, QObject* parent)
    : QAbstractTableModel(parent)
    , kinds_(std::move(columns))
    , window_(window)
    , cells_(std::move(cells))
    , store_(kinds_, window_)
    , arrangement_(store_) {}

void LedgerModel::add(const std::function<void(Store&)>& fill) {
    const Row before = store_.size();
    fill(store_);
    if (store_.size() > before) {
        show(arrangement_.passing(before));
        drop_surplus();
    }
}

void LedgerModel::show(const std::vector<Row>& fresh) {
    if (fresh.empty()) {
        return;
    }
    const int count = static_cast<int>(fresh.size());
    if (const auto place = arrangement_.one_place(fresh)) {
        const int first = static_cast<int>(*place);
        beginInsertRows({}, first, first + count - 1);
        arrangement_.insert_at(*place, fresh);
        endInsertRows();
        return;
    }
    const Row end = arrangement_.size();
    beginInsertRows({}, static_cast<int>(end), static_cast<int>(end) + count - 1);
    arrangement_.insert_at(end, fresh);
    endInsertRows();
    rearrange([&] {
        arrangement_.cut(static_cast<Row>(fresh.size()), 0);
        arrangement_.merge(fresh);
    });
}

void LedgerModel::set_numbers(int column, const std::vector<std::pair<Row, std::int64_t>>& numbers, int shown_column) {
    if (numbers.empty()) {
        return;
    }
    const auto set = [&] {
        for (const auto& [row, number] : numbers) {
            store_.set_number(row, column, number);
        }
    };
    const std::vector<Sort> order = arrangement_.order();
    if (std::any_of(order.begin(), order.end(), [column](const Sort& one) { return one.column == column; })) {
        rearrange([&] {
            set();
            arrangement_.set_order(order);
        });
    } else {
        set();
    }
    if (!arrangement_.filter().empty()) {
        show(newly_passing(numbers));
    }
    if (arrangement_.size() > 0) {
        Q_EMIT dataChanged(index(0, shown_column), index(static_cast<int>(arrangement_.size()) - 1, shown_column),
                           {Qt::DisplayRole});
    }
}

/// In the order of the arrangement.
std::vector<Row> LedgerModel::newly_passing(const std::vector<std::pair<Row, std::int64_t>>& numbers) const {
    const Row first = numbers.front().first;
    std::vector<std::uint8_t> wanted(store_.size() - first, 0);
    for (const auto& [row, number] : numbers) {
        wanted[row - first] = 1;
    }
    for (Row position = 0; position < arrangement_.size(); ++position) {
        const Row row = arrangement_.at(position);
        if (row >= first) {
            wanted[row - first] = 0; // is shown
        }
    }
    std::vector<Row> fresh = arrangement_.passing(first);
    std::erase_if(fresh, [&](Row row) { return wanted[row - first] == 0; });
    return fresh;
}

void LedgerModel::drop_surplus() {
    const Row dropped = store_.surplus();
    if (dropped == 0) {
        return;
    }
    Row shown = 0;
    const bool in_order = arrangement_.order().empty();
    if (in_order) { // they are the first ones: nothing has to move
        while (shown < arrangement_.size() && arrangement_.at(shown) < dropped) {
            ++shown;
        }
        if (shown > 0) {
            beginRemoveRows({}, 0, static_cast<int>(shown) - 1);
        }
        arrangement_.push_back_oldest(dropped);
    } else {
        rearrange([&] { shown = arrangement_.push_back_oldest(dropped); });
        if (shown > 0) {
            beginRemoveRows({}, static_cast<int>(arrangement_.size() - shown),
                            static_cast<int>(arrangement_.size()) - 1);
        }
    }
    arrangement_.cut(shown, dropped);
    store_.drop();
    if (shown > 0) {
        endRemoveRows();
    }
}

void LedgerModel::rearrange(const std::function<void()>& change) {
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList old = persistentIndexList();
    std::vector<Row> rows;
    rows.reserve(static_cast<std::size_t>(old.size()));
    for (const QModelIndex& index : old) {
        rows.push_back(row_of(index));
    }
    change();
    QModelIndexList now;
    now.reserve(old.size());
    for (qsizetype i = 0; i < old.size(); ++i) {
        const auto found = arrangement_.position_of(rows[static_cast<std::size_t>(i)]);
        now.append(found ? createIndex(static_cast<int>(*found), old[i].column()) : QModelIndex());
    }
    changePersistentIndexList(old, now);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void LedgerModel::set_order(std::vector<Sort> keys) {
    rearrange([&] { arrangement_.set_order(std::move(keys)); });
}

void LedgerModel::set_filter(Filter filter) {
    beginResetModel();
    arrangement_.set_filter(std::move(filter));
    endResetModel();
}

void LedgerModel::clear() {
    beginResetModel();
    store_ = Store(kinds_, window_);
    arrangement_.set_filter(arrangement_.filter());
    endResetModel();
}

int LedgerModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(arrangement_.size());
}

int LedgerModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : cells_.columns;
}

QVariant LedgerModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= cells_.columns) {
        return {};
    }
    return cells_.cell(store_, row_of(index), index.column(), role);
}

QVariant LedgerModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= cells_.columns) {
        return {};
    }
    return cells_.header(section, role);
}

void LedgerModel::sort(int column, Qt::SortOrder order) {
    if (column < 0) {
        set_order({});
    } else if (cells_.sort) {
        set_order(cells_.sort(column, order == Qt::DescendingOrder));
    }
}

} // namespace models::ledger
