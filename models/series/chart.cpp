// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/chart.h"

namespace models::series {

namespace {

bool same_shape(const Chart& left, const Chart& right) {
    const bool same_lines = std::equal(left.lines.begin(), left.lines.end(), right.lines.begin(), right.lines.end(),
                                       [](const Line& one, const Line& other) { return one.name == other.name; });
    return same_lines && left.full_points == right.full_points && left.header == right.header &&
           left.totals.empty() == right.totals.empty();
}

} // namespace

TwinModel::TwinModel(QString total_header, QObject* parent)
    : QAbstractTableModel(parent)
    , total_header_(std::move(total_header)) {}

void TwinModel::show(const Chart& chart) {
    if (same_shape(chart_, chart)) {
        chart_ = chart;
        if (rowCount() > 0) {
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        }
        return;
    }
    beginResetModel();
    chart_ = chart;
    endResetModel();
}

int TwinModel::line_of(int column) const {
    if (column <= 0) {
        return -1;
    }
    return column <= static_cast<int>(chart_.lines.size()) ? column - 1 : -2;
}

int TwinModel::column_of(int line) const {
    return line >= 0 ? line + 1 : (chart_.totals.empty() ? 0 : columnCount() - 1);
}

int TwinModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(chart_.full_points.size());
}

int TwinModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(chart_.lines.size()) + 1 + (chart_.totals.empty() ? 0 : 1);
}

QVariant TwinModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount()) {
        return {};
    }
    const int line = line_of(index.column());
    if (role == Qt::TextAlignmentRole) {
        return static_cast<int>(Qt::AlignVCenter |
                                (line == -1 ? Qt::AlignLeading : Qt::AlignRight | Qt::AlignAbsolute));
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    if (line == -1) {
        return chart_.full_points.at(index.row());
    }
    const auto row = static_cast<std::size_t>(index.row());
    return line == -2 ? chart_.totals[row].shown : chart_.lines[static_cast<std::size_t>(line)].values[row].shown;
}

QVariant TwinModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
        return {};
    }
    const int line = line_of(section);
    if (role == Qt::TextAlignmentRole) {
        return static_cast<int>(Qt::AlignVCenter |
                                (line == -1 ? Qt::AlignLeading : Qt::AlignRight | Qt::AlignAbsolute));
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    if (line == -1) {
        return chart_.header;
    }
    return line == -2 ? total_header_ : chart_.lines[static_cast<std::size_t>(line)].name;
}

} // namespace models::series
