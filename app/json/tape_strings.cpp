// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/number.h"
#include "app/json/tape_builder.h"
#include "app/json/utf8.h"

#include <bit>
#include <cstring>

namespace json {

namespace {

/// Offset of the first quote or backslash from `begin` on. There is one: the scan checked that every string ends, and
/// zeros follow the text. Eight bytes at a time, as Hacker's Delight finds a zero byte.
std::uint32_t find_quote_or_backslash(const char* text, std::uint32_t begin) {
    constexpr std::uint64_t ones = 0x0101010101010101U;
    constexpr std::uint64_t highs = 0x8080808080808080U;
    const auto zeros_of = [](std::uint64_t word) { return (word - ones) & ~word & highs; };
    if constexpr (std::endian::native == std::endian::little) {
        while (true) {
            std::uint64_t word = 0;
            std::memcpy(&word, text + begin, sizeof word);
            const std::uint64_t found = zeros_of(word ^ ones * '"') | zeros_of(word ^ ones * '\\');
            if (found != 0) {
                return begin + static_cast<std::uint32_t>(std::countr_zero(found)) / 8;
            }
            begin += sizeof word;
        }
    }
    while (text[begin] != '"' && text[begin] != '\\') {
        ++begin;
    }
    return begin;
}

int hex_value(char c) {
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// Four hexadecimal digits, or -1.
std::int32_t code_unit(const char* digits) {
    std::int32_t unit = 0;
    for (int index = 0; index < 4; ++index) {
        const int value = hex_value(digits[index]);
        if (value < 0) {
            return -1;
        }
        unit = unit * 16 + value;
    }
    return unit;
}

char short_escape(char letter) {
    switch (letter) {
    case '"': return '"';
    case '\\': return '\\';
    case '/': return '/';
    case 'b': return '\b';
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    default: return '\0';
    }
}

} // namespace

bool TapeBuilder::string(Text& text) {
    const std::uint32_t begin = offset() + 1;
    const std::uint32_t stop = find_quote_or_backslash(buffer_, begin);
    if (buffer_[stop] == '\\') {
        return unescape(begin, stop, text);
    }
    text = {begin, stop - begin};
    const bool good = blank(stop + 1);
    ++next_;
    return good;
}

/// Copies a string that has escapes into the room behind the text; it never becomes longer by that.
bool TapeBuilder::unescape(std::uint32_t from, std::uint32_t first_escape, Text& text) {
    const std::uint32_t begin = room_;
    std::uint32_t to = room_;
    std::uint32_t stop = first_escape;
    while (true) {
        std::memcpy(buffer_ + to, buffer_ + from, stop - from);
        to += stop - from;
        from = stop;
        if (buffer_[from] == '"') {
            break;
        }
        if (!escape(from, to)) {
            return false;
        }
        stop = find_quote_or_backslash(buffer_, from);
    }
    room_ = to;
    text = {begin, to - begin};
    const bool good = blank(from + 1);
    ++next_;
    return good;
}

bool TapeBuilder::escape(std::uint32_t& from, std::uint32_t& to) {
    const char letter = buffer_[from + 1];
    if (letter != 'u') {
        const char plain = short_escape(letter);
        if (plain == '\0') {
            return fail(from, "there is no such escape in JSON");
        }
        buffer_[to++] = plain;
        from += 2;
        return true;
    }
    const std::int32_t unit = code_unit(buffer_ + from + 2);
    if (unit < 0) {
        return fail(from, "four hexadecimal digits must follow \\u");
    }
    auto character = static_cast<char32_t>(unit);
    if (unit >= 0xD800 && unit <= 0xDFFF && !surrogates(from, character)) {
        return false;
    }
    from += 6;
    to += static_cast<std::uint32_t>(encode_utf8(character, buffer_ + to));
    return true;
}

/// Joins a high surrogate with the low one that must follow; `from` then stands on the second escape.
bool TapeBuilder::surrogates(std::uint32_t& from, char32_t& character) {
    const bool high = character < 0xDC00;
    const bool another = high && buffer_[from + 6] == '\\' && buffer_[from + 7] == 'u';
    const std::int32_t low = another ? code_unit(buffer_ + from + 8) : -1;
    if (low < 0xDC00 || low > 0xDFFF) {
        return fail(from, "half of a surrogate pair stands alone");
    }
    character = 0x10000U + ((character - 0xD800U) << 10U) + (static_cast<char32_t>(low) - 0xDC00U);
    from += 6;
    return true;
}

} // namespace json
