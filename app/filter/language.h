// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/cel/complete.h"
#include "app/cel/program.h"
#include "app/cel/value.h"
#include "app/filter/column.h"

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace filter {

class Expression;

/// An expression that can be asked, or where and why there is none.
struct Reading {
    std::shared_ptr<const Expression> expression;
    std::vector<cel::Problem> problems; ///< the first one is what a person should read
    [[nodiscard]] bool ok() const { return expression != nullptr; }
};

/// The expression language over the columns of one table. Immutable once made.
///
/// Beside the columns an expression knows `now` (the moment when it was read) and the names of ranks, so that
/// `tier >= sign_off` reads as it is meant. Everything else is the language of the policy (ARCHITECTURE, "Language"):
/// exact amounts (`amount > money("10000.00 EUR")`), two currencies never compare.
class Language {
public:
    explicit Language(std::vector<Column> columns);

    [[nodiscard]] const std::vector<Column>& columns() const { return columns_; }
    [[nodiscard]] std::optional<std::size_t> find(std::string_view column) const;
    /// Columns first, in their order, then `now`, then the names of ranks.
    [[nodiscard]] const cel::Environment& environment() const { return environment_; }
    /// The values of the names that are no columns, by slot; absent for columns.
    [[nodiscard]] std::vector<cel::Value> constants(base::Instant now) const;

    [[nodiscard]] Reading read(std::string_view source, base::Instant now) const;

    /// What may stand at the cursor (bytes): names, functions, operators behind a name, values behind a comparison.
    /// Operators have their sign as text and no description.
    [[nodiscard]] cel::Completions complete(std::string_view source, std::size_t cursor) const;

private:
    std::vector<Column> columns_;
    cel::Environment environment_;
    std::vector<std::pair<cel::Slot, std::int64_t>> rank_values_;
    cel::Slot now_ = 0;
};

/// Text as a literal of the language: quotes, backslashes, controls and everything invisible are escaped, so that a
/// value from outside stays one value and can be seen.
[[nodiscard]] std::string quoted(std::string_view text);

} // namespace filter
