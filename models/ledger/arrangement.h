// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ledger/store.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace models::ledger {

/// A condition on one column; a filter is conditions that all hold.
struct Between { ///< number in [least, most]; `nothing` never
    int column = 0;
    std::int64_t least = nothing;
    std::int64_t most = std::numeric_limits<std::int64_t>::max();
};
struct OneOf { ///< word or text, byte for byte
    int column = 0;
    std::vector<std::string> texts;
};
struct Contains { ///< word or text; ASCII letters without regard to case
    int column = 0;
    std::string part;
};
/// Anything else (simple terms of the filter bar), asked row by row after the others: about 20 ns a row and more.
struct Matches {
    std::function<bool(const Store&, Row)> row;
};
/// An expression that is asked of whole columns: clears keep[row - from] where a row does not pass.
struct Whole {
    std::function<void(const Store&, Row from, std::vector<std::uint8_t>& keep)> narrow;
};
using Condition = std::variant<Between, OneOf, Contains, Matches, Whole>;
using Filter = std::vector<Condition>;

struct Sort {
    int column = 0;
    bool descending = false;
};

/// Which rows of a store are shown and in which order: a permutation of places, four bytes a row. Rows that are equal
/// by every key stay in the order in which they came. A million rows are sorted by number in about 10 ms and filtered
/// in about 2 ms; a few hundred new ones merge into them in about 1 ms.
class Arrangement {
public:
    /// `store` must outlive it.
    explicit Arrangement(const Store& store)
        : store_(store) {}

    /// The first key counts most; none: the order in which the rows came.
    void set_order(std::vector<Sort> keys);
    void set_filter(Filter filter);
    [[nodiscard]] const std::vector<Sort>& order() const { return keys_; }
    [[nodiscard]] const Filter& filter() const { return filter_; }

    [[nodiscard]] Row size() const { return static_cast<Row>(rows_.size()); }
    [[nodiscard]] Row at(Row position) const { return rows_[position]; }
    /// Where a row is shown; nothing when the filter hides it or it is about to be dropped.
    [[nodiscard]] std::optional<Row> position_of(Row row) const;

    /// Rows from `from` to the end of the store that the filter lets pass, in order.
    [[nodiscard]] std::vector<Row> passing(Row from) const;
    /// Where the first of sorted rows would be inserted, when all of them go to one place; nothing otherwise.
    [[nodiscard]] std::optional<Row> one_place(const std::vector<Row>& sorted) const;
    void insert_at(Row position, const std::vector<Row>& sorted);
    /// Merges rows that are in order.
    void merge(const std::vector<Row>& sorted);
    /// Puts the rows below `count` (about to be dropped) behind all others; returns how many are shown.
    Row push_back_oldest(Row count);
    /// Takes `shown` rows off the end and moves every place down by `dropped`.
    void cut(Row shown, Row dropped);
    [[nodiscard]] std::size_t bytes() const { return rows_.capacity() * sizeof(Row); }

private:
    [[nodiscard]] bool less(Row left, Row right) const;
    void sort(std::vector<Row>& rows) const;
    void sort_by_keys(std::vector<Row>& rows) const;
    void rebuild();

    const Store& store_;
    std::vector<Sort> keys_;
    Filter filter_;
    std::vector<Row> rows_;
    Row leaving_ = 0; ///< at the end, between push_back_oldest() and cut()
};

} // namespace models::ledger
