// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cel/environment.h"

#include <string>
#include <string_view>
#include <vector>

namespace cel {

/// One thing that may be typed at a place.
struct Completion {
    enum class What { name, field, function, macro, keyword };
    What what = What::name;
    std::string text;        ///< what is inserted: "supplier", "startsWith(", "true"
    std::string shape;       ///< its type or how it is called: "string", "startsWith(string) -> bool"
    std::string description; ///< one line, English
};

struct Completions {
    Place replaces; ///< the bytes before the cursor that the chosen text takes the place of
    std::vector<Completion> all;
};

/// What may stand at the cursor (a byte offset): declared names segment by segment, fields of records, functions that
/// fit the type in front of the dot, macros. Fits the letters already typed, without regard to case; sorted. Works on
/// text that does not parse yet.
[[nodiscard]] Completions complete(std::string_view source, std::size_t cursor, const Environment& environment);

} // namespace cel
