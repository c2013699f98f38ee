// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cel {

/// The code point at the offset, which moves behind it; nothing (and one byte further) when it is not UTF-8.
[[nodiscard]] std::optional<char32_t> next_code_point(std::string_view text, std::size_t& at);

[[nodiscard]] bool is_utf8(std::string_view text);

/// The number of code points of valid UTF-8.
[[nodiscard]] std::size_t code_points(std::string_view text);

/// Appends the code point as UTF-8; false for surrogates and beyond U+10FFFF.
[[nodiscard]] bool append_utf8(std::string& text, char32_t code_point);

} // namespace cel
