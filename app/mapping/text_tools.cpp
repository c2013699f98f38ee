// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mapping/text_tools.h"

namespace mapping {

namespace {

constexpr std::string_view no_break_space = "\xC2\xA0";

bool is_blank(char byte) {
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n' || byte == '\v' || byte == '\f';
}

} // namespace

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (is_blank(text.front()) || text.starts_with(no_break_space))) {
        text.remove_prefix(is_blank(text.front()) ? 1 : no_break_space.size());
    }
    while (!text.empty() && (is_blank(text.back()) || text.ends_with(no_break_space))) {
        text.remove_suffix(is_blank(text.back()) ? 1 : no_break_space.size());
    }
    return text;
}

std::string in_quotes(std::string_view text) {
    constexpr std::size_t most = 80;
    if (text.size() <= most) {
        return "\"" + std::string(text) + "\"";
    }
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
        --end;
    }
    return "\"" + std::string(text.substr(0, end)) + "…\"";
}

std::string folded(std::string_view text) {
    std::string out;
    bool blank = false;
    for (const char byte : trimmed(text)) {
        if (is_blank(byte)) {
            blank = true;
            continue;
        }
        if (blank) {
            out += ' ';
            blank = false;
        }
        out += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
    }
    return out;
}

} // namespace mapping
