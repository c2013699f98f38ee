// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mapping/encoding.h"

#include "app/json/writer.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace mapping {

namespace {

/// 0x80 to 0x9F; 0: none.
constexpr std::array<std::uint16_t, 32> high_controls = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

constexpr bool is_ascii(char byte) {
    return static_cast<unsigned char>(byte) < 0x80U;
}

void append(std::string& out, std::uint32_t letter) {
    if (letter < 0x800U) {
        out += static_cast<char>(0xC0U | (letter >> 6U));
    } else {
        out += static_cast<char>(0xE0U | (letter >> 12U));
        out += static_cast<char>(0x80U | ((letter >> 6U) & 0x3FU));
    }
    out += static_cast<char>(0x80U | (letter & 0x3FU));
}

} // namespace

std::optional<std::string> from_windows_1252(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size());
    for (const char byte : bytes) {
        const auto code = static_cast<unsigned char>(byte);
        if (code < 0x80U) {
            out += byte;
            continue;
        }
        const std::uint32_t letter = code < 0xA0U ? high_controls[code - 0x80U] : code;
        if (letter == 0) {
            return std::nullopt;
        }
        append(out, letter);
    }
    return out;
}

Encoding guess_encoding(std::string_view head) {
    std::size_t good = 0;
    std::size_t bad = 0;
    while (!head.empty()) {
        const std::size_t end = head.find('\n');
        const std::string_view line = head.substr(0, end);
        if (end == std::string_view::npos && good + bad > 0) {
            break; // perhaps cut inside a letter
        }
        if (!std::all_of(line.begin(), line.end(), is_ascii)) {
            ++(json::is_utf8(line) ? good : bad);
        }
        head.remove_prefix(end == std::string_view::npos ? head.size() : end + 1);
    }
    return bad > good ? Encoding::windows_1252 : Encoding::utf_8;
}

} // namespace mapping
