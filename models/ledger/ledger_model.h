// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ledger/arrangement.h"

#include <QAbstractTableModel>

#include <functional>
#include <utility>
#include <vector>

/// The core of every long table. What it offers:
///
///  - Store: rows as columns (numbers packed to what they need, repeated words once, other texts as bytes), the newest
///    `window` of them; a million rows of a feed take about 30 bytes each.
///  - Arrangement: filter and order as a permutation of places.
///  - LedgerModel: both as a QAbstractTableModel, with few and cheap signals. Scattered insertions and removals become
///    one insertion or removal at the end and one change of layout, so that a view is told twice, not 300 times.
///
/// How to use it for a feed:
///
///     models::ledger::LedgerModel model({Kind::number /*index*/, Kind::number /*time*/, Kind::word /*agent*/, …},
///                                       200'000 /*rows*/, {columns shown, header(column, role),
///                                       cell(store, row, column, role), sort(column, descending)});
///     model.add([&](Store& store) {                   // once per turn of the timer
///         for (const ports::FeedRow& row : batch->rows) {
///             store.add().number(index).number(time).text(agent.bytes())…;
///         }
///     });
///     model.set_order({{currency_column, false}, {amount_column, true}}); // amounts only within a currency
///     model.set_filter({Between{tier_column, 2, 4}, Contains{agent_column, "bot"}});
///     const Row row = model.row_of(index);            // place in model.store(), for the details
///
/// Pausing is the caller's: keep the batches and add them later. Nothing here reads from disk or formats ahead: cell()
/// is asked for visible cells only and makes the text (outside text through app/text).
namespace models::ledger {

/// The words of the screen, which are made and translated in `ui`.
struct Cells {
    int columns = 0; ///< shown ones; how they relate to the store's columns is up to `cell`
    std::function<QVariant(int column, int role)> header; ///< text and alignment
    std::function<QVariant(const Store&, Row, int column, int role)> cell;
    /// By which columns of the store a shown column is sorted; empty: it cannot be sorted.
    std::function<std::vector<Sort>(int column, bool descending)> sort;
};

class LedgerModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    LedgerModel(std::vector<Kind> columns, Row window, Cells cells, QObject* parent = nullptr);

    /// Lets `fill` append rows, shows those that pass the filter at their places, and drops the oldest beyond the
    /// window.
    void add(const std::function<void(Store&)>& fill);
    /// Sets numbers of a column that became known later than their rows (which are in rising order). Rows that pass the
    /// filter by that come in at their places; rows that do not pass any more stay until the filter is set again, so
    /// that nothing goes from under a cursor. `shown_column`: whose cells read otherwise now.
    void set_numbers(int column, const std::vector<std::pair<Row, std::int64_t>>& numbers, int shown_column);
    void set_order(std::vector<Sort> keys);
    void set_filter(Filter filter);
    /// Forgets every row; filter and order stay.
    void clear();

    [[nodiscard]] const Store& store() const { return store_; }
    [[nodiscard]] const Arrangement& arrangement() const { return arrangement_; }
    /// Place in the store of a shown row. `index` must be valid.
    [[nodiscard]] Row row_of(const QModelIndex& index) const { return arrangement_.at(static_cast<Row>(index.row())); }
    /// How many rows are kept, shown or not.
    [[nodiscard]] Row kept() const { return store_.size(); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// By Cells::sort; a column of -1 is the order in which the rows came.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    void show(const std::vector<Row>& fresh);
    [[nodiscard]] std::vector<Row> newly_passing(const std::vector<std::pair<Row, std::int64_t>>& numbers) const;
    void drop_surplus();
    /// Changes the order while selections and the cursor stay on their rows.
    void rearrange(const std::function<void()>& change);

    std::vector<Kind> kinds_;
    Row window_;
    Cells cells_;
    Store store_;
    Arrangement arrangement_;
};

} // namespace models::ledger
