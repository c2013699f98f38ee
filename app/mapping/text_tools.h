// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace mapping {

/// Without blanks, tabs and no-break spaces (U+00A0) at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);
/// trimmed(), runs of blanks as one, ASCII letters lower: how header names and supplier names are compared.
[[nodiscard]] std::string folded(std::string_view text);

} // namespace mapping
