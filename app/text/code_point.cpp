// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/code_point.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace text {

namespace {

constexpr char32_t joiner = 0x200D;
constexpr char32_t non_joiner = 0x200C;
constexpr char32_t text_style = 0xFE0E;
constexpr char32_t emoji_style = 0xFE0F;
constexpr char32_t keycap = 0x20E3;

UChar32 icu(char32_t point) {
    return static_cast<UChar32>(point);
}

bool has(char32_t point, UProperty property) {
    return u_hasBinaryProperty(icu(point), property) != 0;
}

bool is_skin_tone(char32_t point) {
    return point >= 0x1F3FB && point <= 0x1F3FF;
}

bool is_pictograph(char32_t point) {
    return point < not_utf8 && has(point, UCHAR_EXTENDED_PICTOGRAPHIC);
}

/// Blank to the eye although Unicode calls them symbols or letters.
bool is_drawn_empty(char32_t point) {
    return point == 0x2800 || point == 0x1680 || point == 0xFFFC || point == 0x1D159;
}

UJoiningType joining_type(char32_t point) {
    return static_cast<UJoiningType>(u_getIntPropertyValue(icu(point), UCHAR_JOINING_TYPE));
}

bool follows_virama(std::u32string_view points, std::size_t index) {
    constexpr int virama_class = 9;
    return index > 0 && points[index - 1] < not_utf8 && u_getCombiningClass(icu(points[index - 1])) == virama_class;
}

bool joins_before(std::u32string_view points, std::size_t index) {
    while (index > 0) {
        const UJoiningType type = joining_type(points[--index]);
        if (type != U_JT_TRANSPARENT) {
            return type == U_JT_LEFT_JOINING || type == U_JT_DUAL_JOINING;
        }
    }
    return false;
}

bool joins_after(std::u32string_view points, std::size_t index) {
    while (++index < points.size()) {
        const UJoiningType type = joining_type(points[index]);
        if (type != U_JT_TRANSPARENT) {
            return type == U_JT_RIGHT_JOINING || type == U_JT_DUAL_JOINING;
        }
    }
    return false;
}

bool serves_as_selector(std::u32string_view points, std::size_t index) {
    const char32_t before = points[index - 1];
    if (before >= not_utf8 || !has(before, UCHAR_EMOJI)) {
        return false;
    }
    const bool may_be_keycap = before < 0x80;
    return !may_be_keycap || (index + 1 < points.size() && points[index + 1] == keycap);
}

bool serves_as_emoji_joiner(std::u32string_view points, std::size_t index) {
    if (index + 1 >= points.size() || !is_pictograph(points[index + 1])) {
        return false;
    }
    std::size_t before = index - 1;
    while (before > 0 && (points[before] == emoji_style || is_skin_tone(points[before]))) {
        --before;
    }
    return is_pictograph(points[before]);
}

} // namespace

Decoded decode(std::string_view bytes, std::size_t at_most) {
    Decoded decoded;
    decoded.points.reserve(std::min(bytes.size(), at_most));
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    std::size_t at = 0;
    while (at < bytes.size() && decoded.points.size() < at_most) {
        const std::size_t start = at;
        UChar32 point = 0;
        U8_NEXT(data, at, bytes.size(), point);
        if (point >= 0) {
            decoded.points.push_back(static_cast<char32_t>(point));
        } else {
            // Byte by byte, so that each one is seen.
            at = start + 1;
            decoded.points.push_back(not_utf8 + data[start]);
        }
    }
    decoded.rest = static_cast<std::size_t>(
        std::count_if(bytes.begin() + static_cast<std::ptrdiff_t>(at), bytes.end(),
                      [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
    if (decoded.rest == 0 && at < bytes.size()) {
        decoded.rest = 1; // only stray continuation bytes are left
    }
    return decoded;
}

bool is_blank(char32_t point) {
    return point == U' ' ||
           (point > 0x7E && point < not_utf8 && point != 0x1680 && u_charType(icu(point)) == U_SPACE_SEPARATOR);
}

bool is_hidden(char32_t point) {
    if (point < 0x7F) {
        return point < 0x20 && point != U'\n' && point != U'\r' && point != U'\t';
    }
    if (point >= not_utf8 || is_drawn_empty(point)) {
        return true;
    }
    constexpr std::uint32_t unseen =
        U_GC_CC_MASK | U_GC_CF_MASK | U_GC_CN_MASK | U_GC_CO_MASK | U_GC_CS_MASK | U_GC_ZL_MASK | U_GC_ZP_MASK;
    return (U_GET_GC_MASK(icu(point)) & unseen) != 0 || has(point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

bool is_mark(char32_t point) {
    return point >= 0x300 && point < not_utf8 && (U_GET_GC_MASK(icu(point)) & U_GC_M_MASK) != 0;
}

bool serves_emoji(std::u32string_view points, std::size_t index) {
    if (index == 0) {
        return false;
    }
    if (points[index] == text_style || points[index] == emoji_style) {
        return serves_as_selector(points, index);
    }
    return points[index] == joiner && serves_as_emoji_joiner(points, index);
}

bool serves_spelling(std::u32string_view points, std::size_t index) {
    if (points[index] != joiner && points[index] != non_joiner) {
        return false;
    }
    if (follows_virama(points, index)) {
        return true;
    }
    return points[index] == non_joiner && joins_before(points, index) && joins_after(points, index);
}

} // namespace text
