// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace domain {

/// The code of a case that our policy judges together with others: the pieces of one need. The record writes it among
/// the case's findings, the inbox groups by it.
inline constexpr std::string_view one_matter = "one_matter";

} // namespace domain
