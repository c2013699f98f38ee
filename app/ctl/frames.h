// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/mapping/item.h"

#include <string>

namespace ctl {

/// Events of one call of Access::append; a message to the keeper has a bound.
inline constexpr std::size_t largest_append_bytes = std::size_t{16} << 20U;

/// One line of JSON for --outcomes.
[[nodiscard]] std::string outcome_line(const mapping::Outcome& outcome);

} // namespace ctl
