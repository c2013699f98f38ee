// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cel/code.h"
#include "app/cel/program.h"
#include "app/filter/column.h"
#include "app/filter/table.h"

#include <memory>
#include <string>
#include <vector>

namespace filter {

class Language;

/// How a text is compared without the evaluator.
enum class TextTest { equals, differs, contains, begins, ends };

/// How a condition is asked of a table: a tree of questions to whole columns.
class Plan {
public:
    enum class Form { constant, numbers, amounts, text, texts, ranks, has, row, all_of, any_of, negate };
    struct Part {
        Form form = Form::constant;
        std::size_t column = 0;
        Answer answer = no;        ///< constant
        Range range;               ///< numbers, amounts
        domain::Currency currency; ///< amounts
        TextTest test = TextTest::equals;
        std::string text;                    ///< text
        std::optional<cel::Program> program; ///< texts, ranks, row
        std::vector<Part> parts;             ///< all_of, any_of, negate
    };

    /// `constants`: the values of names that are no columns. The program is one of the language's.
    [[nodiscard]] static Plan make(const cel::Program& program, const Language& language,
                                   std::vector<cel::Value> constants);

    /// Answers of as many rows as `into` has, from `from` on.
    void ask(const Table& table, std::size_t from, std::span<Answer> into) const;
    [[nodiscard]] bool has_slow_part() const;

private:
    Part root_;
    std::vector<cel::Value> constants_;
};

} // namespace filter
