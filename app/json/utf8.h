// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace json {

/// One character at the front of a text.
struct Decoded {
    char32_t character = 0;
    std::size_t length = 0; ///< bytes; 0 when the front is not UTF-8 (RFC 3629: no surrogates, no overlong forms)
};

[[nodiscard]] inline Decoded decode_utf8(std::string_view text) {
    const auto byte = [text](std::size_t index) {
        return index < text.size() ? static_cast<std::uint8_t>(text[index]) : std::uint8_t{0};
    };
    const std::uint8_t lead = byte(0);
    if (text.empty() || (lead >= 0x80 && lead < 0xC2) || lead > 0xF4) {
        return {};
    }
    if (lead < 0x80) {
        return {lead, 1};
    }
    const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t character = lead & (0x7FU >> length);
    for (std::size_t index = 1; index < length; ++index) {
        if ((byte(index) & 0xC0U) != 0x80U) {
            return {};
        }
        character = character << 6U | (byte(index) & 0x3FU);
    }
    const bool overlong = (length == 3 && character < 0x800) || (length == 4 && character < 0x10000);
    const bool surrogate = character >= 0xD800 && character <= 0xDFFF;
    return overlong || surrogate || character > 0x10FFFF ? Decoded{} : Decoded{character, length};
}

/// Writes one character (no surrogate) to `out`, which has room for four bytes; returns how many it took.
inline std::size_t encode_utf8(char32_t character, char* out) {
    const auto put = [out](std::size_t index, char32_t bits) { out[index] = static_cast<char>(bits); };
    if (character < 0x80) {
        put(0, character);
        return 1;
    }
    if (character < 0x800) {
        put(0, 0xC0U | character >> 6U);
        put(1, 0x80U | (character & 0x3FU));
        return 2;
    }
    if (character < 0x10000) {
        put(0, 0xE0U | character >> 12U);
        put(1, 0x80U | (character >> 6U & 0x3FU));
        put(2, 0x80U | (character & 0x3FU));
        return 3;
    }
    put(0, 0xF0U | character >> 18U);
    put(1, 0x80U | (character >> 12U & 0x3FU));
    put(2, 0x80U | (character >> 6U & 0x3FU));
    put(3, 0x80U | (character & 0x3FU));
    return 4;
}

/// How many bytes from the front are UTF-8; all of them when this is the size.
[[nodiscard]] inline std::size_t valid_utf8_prefix(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        const Decoded next = decode_utf8(text.substr(at));
        if (next.length == 0) {
            break;
        }
        at += next.length;
    }
    return at;
}

} // namespace json
