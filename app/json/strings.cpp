// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/strings.h"

#include "app/json/utf8.h"

namespace json {

namespace {

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

/// One escape, read.
struct Escape {
    char32_t character = 0;
    std::uint32_t length = 0; ///< of the escape in the text
    const char* why = nullptr;
};

/// \uXXXX, or the two of a surrogate pair.
Escape long_escape(const char* at) {
    const std::int32_t unit = code_unit(at + 2);
    if (unit < 0) {
        return {0, 0, "four hexadecimal digits must follow \\u"};
    }
    const auto character = static_cast<char32_t>(unit);
    if (unit < 0xD800 || unit > 0xDFFF) {
        return {character, 6, nullptr};
    }
    const bool another = unit < 0xDC00 && at[6] == '\\' && at[7] == 'u';
    const std::int32_t low = another ? code_unit(at + 8) : -1;
    if (low < 0xDC00 || low > 0xDFFF) {
        return {0, 0, "half of a surrogate pair stands alone"};
    }
    return {0x10000U + ((character - 0xD800U) << 10U) + (static_cast<char32_t>(low) - 0xDC00U), 12, nullptr};
}

Escape read_escape(const char* at) {
    if (at[1] == 'u') {
        return long_escape(at);
    }
    const char plain = short_escape(at[1]);
    return {static_cast<char32_t>(plain), 2, plain == '\0' ? "there is no such escape in JSON" : nullptr};
}

} // namespace

Unescaped unescape(char* buffer, std::uint32_t from, std::uint32_t first_escape, std::uint32_t to) {
    const std::uint32_t begin = to;
    std::uint32_t stop = first_escape;
    while (true) {
        std::memcpy(buffer + to, buffer + from, stop - from);
        to += stop - from;
        if (buffer[stop] == '"') {
            return {to - begin, stop, nullptr};
        }
        const Escape escape = read_escape(buffer + stop);
        if (escape.why != nullptr) {
            return {0, stop, escape.why};
        }
        to += static_cast<std::uint32_t>(encode_utf8(escape.character, buffer + to));
        from = stop + escape.length;
        stop = find_quote_or_backslash(buffer, from);
    }
}

} // namespace json
