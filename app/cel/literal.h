// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cel/arena.h"
#include "app/cel/token.h"

namespace cel {

/// The value of a literal token, its text copied into the arena; an absent value for one that cannot be read, with the
/// problem's place. `negative`: the sign in front belongs to the number.
[[nodiscard]] Value read_literal(std::string_view source, const Token& token, bool negative, Arena& arena,
                                 std::optional<Problem>& problem);

} // namespace cel
