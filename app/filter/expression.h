// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cel/program.h"
#include "app/filter/plan.h"
#include "app/filter/table.h"

#include <vector>

namespace filter {

/// A condition over the rows of a table, compiled: comparisons with constants, text functions and their combinations
/// are asked of whole columns, only what is left is evaluated row by row, and only for rows that it can still decide.
/// Immutable; for any thread, one at a time per table.
class Expression {
public:
    Expression(cel::Program program, Plan plan)
        : program_(std::move(program))
        , plan_(std::move(plan)) {}

    [[nodiscard]] const std::string& source() const { return program_.source(); }
    /// The answers of rows `from` to the end.
    [[nodiscard]] std::vector<Answer> ask(const Table& table, std::size_t from = 0) const;
    [[nodiscard]] Answer ask_row(const Table& table, std::size_t row) const;
    /// Whether some part has to be evaluated row by row (for tests and benches).
    [[nodiscard]] bool has_slow_part() const { return plan_.has_slow_part(); }

private:
    cel::Program program_;
    Plan plan_;
};

} // namespace filter
