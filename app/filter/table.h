// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cel/value.h"
#include "app/filter/answer.h"

#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <string_view>

namespace filter {

/// Whole numbers from `least` to `most`; empty when least > most. `outside`: all others instead (!=).
struct Range {
    std::int64_t least = std::numeric_limits<std::int64_t>::min();
    std::int64_t most = std::numeric_limits<std::int64_t>::max();
    bool outside = false;

    [[nodiscard]] bool has(std::int64_t number) const { return (number >= least && number <= most) != outside; }
};

/// The rows that a condition is asked about. Rows and columns by number, columns in the order of the Language. Each
/// function fills `into` for the rows from `from` on, one answer each; those below have a way over value(), row by row,
/// that tables with packed columns replace.
class Table {
public:
    virtual ~Table() = default;

    [[nodiscard]] virtual std::size_t rows() const = 0;
    /// The cell as its column's type; absent where there is none. It may look at text of the table's.
    [[nodiscard]] virtual cel::Value value(std::size_t row, std::size_t column) const = 0;

    /// Of a number, rank or flag as it is; of a time or span in microseconds.
    virtual void numbers(std::size_t column, const Range& range, std::size_t from, std::span<Answer> into) const;
    /// Of amounts: minor units of `currency`; others are not comparable.
    virtual void amounts(std::size_t column, domain::Currency currency, const Range& range, std::size_t from,
                         std::span<Answer> into) const;
    /// Of a text or choice; asked once per different text where the table knows which those are.
    virtual void texts(std::size_t column, const std::function<Answer(std::string_view)>& says, std::size_t from,
                       std::span<Answer> into) const;
    /// Of a rank: asked once per number where the table can.
    virtual void ranks(std::size_t column, const std::function<Answer(std::int64_t)>& says, std::size_t from,
                       std::span<Answer> into) const;
};

} // namespace filter
