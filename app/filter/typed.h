// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace filter {

/// What a person typed into the line above a table.
enum class Typed {
    nothing,
    words,      ///< to be searched as it stands: no sign of the language is in it, or only those of simple terms
    expression, ///< a condition; when it cannot be read its problem is shown, it is never searched as words
};

/// Tells them apart by what is typed alone, before anything is compiled: "Acme (UK)", "why?", "agent:bot-7" and
/// "tier>=sign_off pump" are words; "tier >= sign_off", "a && b", "agent.contains(…", "!conflict" and "x in [" are
/// expressions. Text in quotes does not count.
[[nodiscard]] Typed kind_of(std::string_view typed);

} // namespace filter
