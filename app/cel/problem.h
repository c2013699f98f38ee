// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cel/kind.h"

#include <string>
#include <string_view>

namespace cel {

/// What is wrong with an expression. Texts for a person are made in `ui` and `ctl`, from the code and the two words.
enum class ProblemCode {
    unexpected_character,
    unterminated_text, ///< a quote that is never closed
    bad_escape,        ///< a backslash with something unknown behind it, or no UTF-8
    bad_number,        ///< no number, or beyond 64 bits
    expected,          ///< `asked` should stand here
    reserved_word,
    too_long,
    too_deep,
    unsupported, ///< CEL, but outside of this subset: `asked` names it
    unknown_name,
    unknown_function,
    no_such_field,
    wrong_type,      ///< `given` stands where `asked` is needed
    no_overload,     ///< the operator or function `asked` does not take `given`
    wrong_arguments, ///< `asked`: how it is called
    always_fails,    ///< a literal that can never be read (a warning in plain CEL, an error for money)
};

/// Lower snake case, e.g. "unknown_name".
[[nodiscard]] std::string_view name_of(ProblemCode code);

struct Problem {
    ProblemCode code = ProblemCode::expected;
    Place place;        ///< bytes of the source; empty at its end where something is missing
    std::string asked;  ///< what would be right, or what it is about
    std::string given;  ///< what stands there
    bool fatal = true;  ///< false: it can be evaluated, but a careful author would mend it
    std::string nearby; ///< for unknown names: the declared one that looks most alike, or empty
    friend bool operator==(const Problem&, const Problem&) = default;
};

/// One English sentence without a full stop, for logs, `reevectl` and tests.
[[nodiscard]] std::string describe(const Problem& problem);

/// "3:14": line and column (in code points), both from 1.
[[nodiscard]] std::string line_and_column(std::string_view source, std::uint32_t offset);

} // namespace cel
