// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/policy/vocabulary.h"

namespace policy {

/// What the named contract says about every line, or, where none is named, a price list of the policy for the same
/// supplier (one in force before one that is not). A contract that is over at the moment of judging is over: its end is
/// not part of it. Nothing is ever called covered that was not compared.
[[nodiscard]] std::vector<domain::LineCover> cover_lines(const Case& one, const Document& document);

} // namespace policy
