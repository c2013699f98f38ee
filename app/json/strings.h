// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace json {

/// Offset of the first quote or backslash from `begin` on. There must be one, and 16 bytes behind it must be readable;
/// the scan checked that every string ends, and padding follows the text.
[[nodiscard]] inline std::uint32_t find_quote_or_backslash(const char* text, std::uint32_t begin) {
#ifdef __SSE2__
    const __m128i quotes = _mm_set1_epi8('"');
    const __m128i backslashes = _mm_set1_epi8('\\');
    while (true) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text + begin));
        const __m128i found = _mm_or_si128(_mm_cmpeq_epi8(bytes, quotes), _mm_cmpeq_epi8(bytes, backslashes));
        if (const auto mask = static_cast<std::uint32_t>(_mm_movemask_epi8(found)); mask != 0) {
            return begin + static_cast<std::uint32_t>(std::countr_zero(mask));
        }
        begin += 16;
    }
#else
    while (text[begin] != '"' && text[begin] != '\\') {
        ++begin;
    }
    return begin;
#endif
}

/// A string whose escapes were resolved, or why they could not be.
struct Unescaped {
    std::uint32_t length = 0;  ///< of the result
    std::uint32_t end = 0;     ///< offset of the closing quote; of the wrong place where there is a reason
    const char* why = nullptr; ///< nothing: all is well
};

/// Copies a string that has escapes from `from` (behind its opening quote) to `to` in the same buffer; `first_escape`
/// is where its first backslash stands. The result is never longer than the source.
[[nodiscard]] Unescaped unescape(char* buffer, std::uint32_t from, std::uint32_t first_escape, std::uint32_t to);

} // namespace json
