// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace text {

/// A byte that belongs to no UTF-8 sequence is carried as not_utf8 + byte, beyond the last code point.
inline constexpr char32_t not_utf8 = 0x110000;

struct Decoded {
    std::u32string points;
    std::size_t rest = 0; ///< code points that were not decoded because of `at_most`
};

/// Reads UTF-8 leniently: what is not UTF-8 becomes not_utf8 + byte, nothing is lost.
[[nodiscard]] Decoded decode(std::string_view bytes, std::size_t at_most);

/// A blank of any width (category Zs but the visible Ogham mark): shown as one space.
[[nodiscard]] bool is_blank(char32_t point);

/// Shows nothing, reorders, or has no agreed picture: controls, formats, separators, fillers, default-ignorable,
/// private, unassigned, surrogate, and bytes that are not UTF-8. Line breaks (CR, LF) and tab are not counted here.
[[nodiscard]] bool is_hidden(char32_t point);

/// A combining mark of any kind.
[[nodiscard]] bool is_mark(char32_t point);

/// A character of the Tags block that stands for printable ASCII.
[[nodiscard]] constexpr bool is_tag(char32_t point) {
    return point >= 0xE0020 && point <= 0xE007E;
}

/// Whether the hidden character at `index` does honest work inside an emoji: a presentation selector right after an
/// emoji, a keycap selector, or a joiner between two pictographs (UTS #51).
[[nodiscard]] bool serves_emoji(std::u32string_view points, std::size_t index);

/// Whether the joiner or non-joiner at `index` is needed to spell an Arabic or Indic word (RFC 5892, A.1 and A.2).
[[nodiscard]] bool serves_spelling(std::u32string_view points, std::size_t index);

} // namespace text
