// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/decision.h"

#include <string_view>
#include <vector>

namespace ui::decide {

/// The reason codes that a person can give for a verb, in the order of their digits 1, 2, … (at most 9). Until policy
/// documents bring their own list this is it; CodeWords::of_reason has the words.
[[nodiscard]] std::vector<std::string_view> reasons_for(domain::Verb verb);

} // namespace ui::decide
