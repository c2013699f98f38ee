// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cel/problem.h"

#include <QCoreApplication>
#include <QString>

#include <string_view>

namespace ui::sieve {

/// What is wrong with an expression, for a person: short, with what to do about it where that is known.
class ProblemWords {
    Q_DECLARE_TR_FUNCTIONS(ui::sieve::ProblemWords)
public:
    [[nodiscard]] static QString of(const cel::Problem& problem);
    /// The same with its place, for a screen reader: "At character 9: …"
    [[nodiscard]] static QString with_place(const cel::Problem& problem, std::string_view source);
    /// Whether the expression is only not finished: what is missing belongs to its end.
    [[nodiscard]] static bool is_unfinished(const cel::Problem& problem, std::string_view source);

private:
    /// What the language asks for or found, where that is a word of its own and not of the expression.
    [[nodiscard]] static QString part(const std::string& word);
    [[nodiscard]] static QString type(const std::string& name);
    [[nodiscard]] static QString types(const std::string& names);
};

/// Where bytes of UTF-8 are in the same text as a QString: first and how many, in its own units. Never empty for a text
/// that is not: what is missing at the end shows at the last letter.
struct Stretch {
    int first = 0;
    int count = 0;
};
[[nodiscard]] Stretch stretch_of(const cel::Place& place, std::string_view source);

} // namespace ui::sieve
