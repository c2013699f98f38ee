// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cel/type.h"

#include <cstdint>
#include <string>
#include <vector>

namespace filter {

/// What a column of a table holds, for expressions and for the form that builds them.
enum class What {
    text,   ///< string, never absent: a cell without text is ""
    choice, ///< string out of `choices`; absent where a row has none
    rank,   ///< int with an order and a name for each number ("sign_off"): `choices`
    number, ///< int
    money,  ///< an exact amount with its currency
    time,   ///< timestamp
    span,   ///< duration
    flag,   ///< bool
};

/// One value of a choice or rank: `word` is what an expression says (a bare name for a rank, a text for a choice).
struct Choice {
    std::string word;
    std::int64_t number = 0; ///< how rows keep it
    std::string shown;       ///< the same for a person, translated
};

/// A column as expressions know it.
struct Column {
    std::string name; ///< lower snake case, in English: "amount", "tier"
    What what = What::text;
    std::string shown; ///< as the table's header says it, translated
    std::vector<Choice> choices;
};

[[nodiscard]] cel::Kind kind_of(What what);

} // namespace filter
