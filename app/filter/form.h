// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/filter/language.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace filter {

/// What a line of the form may say of a column.
enum class Verb {
    is,
    is_not,
    less,
    at_most,
    more,
    at_least,
    contains,
    contains_not,
    begins,
    ends,
    one_of,
    present,
    missing,
};

/// Whether lines all have to hold, or one of them.
enum class Joined { all, any };

/// One line: column, verb and what a person filled in. `values`: none for present and missing, several for one_of, else
/// one. As a person writes them: text without quotes, "10000.00 EUR", "sign_off", "2026-03-01T00:00:00Z", "36h",
/// "true".
struct Line {
    std::size_t column = 0;
    Verb verb = Verb::is;
    std::vector<std::string> values;
    friend bool operator==(const Line&, const Line&) = default;
};

/// A condition as lines, for people who do not type expressions.
struct Form {
    Joined joined = Joined::all;
    std::vector<Line> lines;
    friend bool operator==(const Form&, const Form&) = default;
};

[[nodiscard]] const std::vector<Verb>& verbs_of(What what);
[[nodiscard]] bool takes_value(Verb verb);

/// The expression; empty for a form without lines. A value that cannot be read (no amount, no number) is written as it
/// is inside of its literal, so that the expression says what is wrong and where.
[[nodiscard]] std::string text_of(const Form& form, const Language& language);

/// An expression as a form, where lines can say it: comparisons of one column with constants, joined by && alone or by
/// || alone. text_of() of the result means the same.
[[nodiscard]] std::optional<Form> form_of(std::string_view source, const Language& language);

} // namespace filter
