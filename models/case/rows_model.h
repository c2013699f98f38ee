// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <iterator>
#include <utility>
#include <vector>

namespace models::case_ {

enum class Align { leading, number };

/// The parts of a table of rows that do not depend on the kind of row.
class RowsModelBase : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] virtual int count() const = 0;
    [[nodiscard]] virtual int columns() const = 0;
    [[nodiscard]] virtual QString text(int row, int column) const = 0;
    [[nodiscard]] virtual QString header(int column) const = 0;
    [[nodiscard]] virtual Align align(int column) const = 0;
};

/// One column: its words are made and translated in `ui`.
template <class Row>
struct Column {
    QString header;
    std::function<QString(const Row&)> text;
    Align align = Align::leading;
};

/// A part of a case file (lines, turns, timeline, decisions, steps) or another short list as a table. When a newer
/// reading of the same list only adds rows at its ends, only those are announced, so that selection and scroll position
/// stay; rows that are the same thing with another content change in place.
template <class Row>
class RowsModel final : public RowsModelBase {
public:
    using Same = std::function<bool(const Row&, const Row&)>;

    /// `same`: whether two rows are the same thing (not: have the same content).
    RowsModel(std::vector<Column<Row>> columns, Same same, QObject* parent = nullptr)
        : RowsModelBase(parent)
        , columns_(std::move(columns))
        , same_(std::move(same)) {}

    void set_rows(std::vector<Row> rows) {
        const std::size_t before = rows_.size();
        const std::size_t ahead = place_of_old(rows);
        if (ahead + before > rows.size()) {
            beginResetModel();
            rows_ = std::move(rows);
            endResetModel();
            return;
        }
        const auto first = rows.begin() + static_cast<std::ptrdiff_t>(ahead);
        const auto last = first + static_cast<std::ptrdiff_t>(before);
        std::move(first, last, rows_.begin());
        if (before > 0) {
            Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(before) - 1, columns() - 1));
        }
        insert(rows_.size(), last, rows.end());
        insert(0, rows.begin(), first);
    }

    [[nodiscard]] const Row& row_at(int row) const { return rows_.at(static_cast<std::size_t>(row)); }

protected:
    [[nodiscard]] int count() const override { return static_cast<int>(rows_.size()); }
    [[nodiscard]] int columns() const override { return static_cast<int>(columns_.size()); }
    [[nodiscard]] QString text(int row, int column) const override {
        return columns_.at(static_cast<std::size_t>(column)).text(row_at(row));
    }
    [[nodiscard]] QString header(int column) const override {
        return columns_.at(static_cast<std::size_t>(column)).header;
    }
    [[nodiscard]] Align align(int column) const override { return columns_.at(static_cast<std::size_t>(column)).align; }

private:
    /// How many new rows stand before the old ones; beyond the end when they are not all there in one piece.
    [[nodiscard]] std::size_t place_of_old(const std::vector<Row>& rows) const {
        for (std::size_t ahead = 0; ahead + rows_.size() <= rows.size(); ++ahead) {
            if (std::equal(rows_.begin(), rows_.end(), rows.begin() + static_cast<std::ptrdiff_t>(ahead), same_)) {
                return ahead;
            }
        }
        return rows.size() + 1;
    }

    template <class Iterator>
    void insert(std::size_t place, Iterator from, Iterator to) {
        if (from == to) {
            return;
        }
        const int first = static_cast<int>(place);
        beginInsertRows({}, first, first + static_cast<int>(to - from) - 1);
        rows_.insert(rows_.begin() + first, std::make_move_iterator(from), std::make_move_iterator(to));
        endInsertRows();
    }

    std::vector<Column<Row>> columns_;
    Same same_;
    std::vector<Row> rows_;
};

} // namespace models::case_
