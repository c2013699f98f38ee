// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace mapping {

/// Without blanks, tabs and no-break spaces (U+00A0) at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);
/// trimmed(), runs of blanks as one, ASCII letters lower: how header names and supplier names are compared.
[[nodiscard]] std::string folded(std::string_view text);

/// The text in quotes for a message, cut after 80 bytes at a character's border.
[[nodiscard]] std::string in_quotes(std::string_view text);

} // namespace mapping
