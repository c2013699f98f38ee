// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/writer.h"

#include "app/base/encoding.h"
#include "app/json/utf8.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <utility>

namespace json {

namespace {

constexpr std::string_view replacement_character = "\xEF\xBF\xBD";

/// True for the bytes that stand in a string as they are: printable ASCII but for quote and backslash.
bool is_plain(char c) {
    const auto byte = static_cast<std::uint8_t>(c);
    return byte >= 0x20 && byte < 0x80 && c != '"' && c != '\\';
}

/// How many bytes from `begin` on are plain; eight at a time.
std::size_t plain_run(std::string_view text, std::size_t begin) {
    constexpr std::uint64_t ones = 0x0101010101010101U;
    constexpr std::uint64_t highs = 0x8080808080808080U;
    const auto zeros_of = [](std::uint64_t word) { return (word - ones) & ~word & highs; };
    std::size_t at = begin;
    while (at + sizeof(std::uint64_t) <= text.size()) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data() + at, sizeof word);
        const std::uint64_t control = (word - ones * 0x20) & ~word & highs;
        if (((word & highs) | control | zeros_of(word ^ ones * '"') | zeros_of(word ^ ones * '\\')) != 0) {
            break;
        }
        at += sizeof word;
    }
    while (at < text.size() && is_plain(text[at])) {
        ++at;
    }
    return at - begin;
}

void append_escaped(std::string& out, char c) {
    switch (c) {
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case '\b': out += "\\b"; return;
    case '\f': out += "\\f"; return;
    case '\n': out += "\\n"; return;
    case '\r': out += "\\r"; return;
    case '\t': out += "\\t"; return;
    default: out += "\\u00" + base::to_hex(std::string_view(&c, 1));
    }
}

template <class Integer>
void append_integer(std::string& out, Integer value) {
    std::array<char, 24> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    out.append(buffer.data(), end);
}

} // namespace

void append_string(std::string& out, std::string_view text) {
    out += '"';
    std::size_t at = 0;
    while (true) {
        const std::size_t run = plain_run(text, at);
        out += text.substr(at, run);
        at += run;
        if (at == text.size()) {
            break;
        }
        if (static_cast<std::uint8_t>(text[at]) < 0x80) {
            append_escaped(out, text[at++]);
            continue;
        }
        const std::size_t length = decode_utf8(text.substr(at)).length;
        out += length == 0 ? replacement_character : text.substr(at, length);
        at += std::max<std::size_t>(length, 1);
    }
    out += '"';
}

bool less_by_utf16(std::string_view left, std::string_view right) {
    const auto [in_left, in_right] = std::mismatch(left.begin(), left.end(), right.begin(), right.end());
    if (in_left == left.end() || in_right == right.end()) {
        return left.size() < right.size();
    }
    // UTF-8 sorts as code points do. UTF-16 differs in one thing: characters beyond U+FFFF (lead byte F0 and up) begin
    // with a surrogate and stand before U+E000 to U+FFFF (lead bytes EE and EF).
    const auto one = static_cast<std::uint8_t>(*in_left);
    const auto other = static_cast<std::uint8_t>(*in_right);
    if (one >= 0xEE && other >= 0xEE && (one >= 0xF0) != (other >= 0xF0)) {
        return one >= 0xF0;
    }
    return one < other;
}

void Writer::separate() {
    if (comma_) {
        out_ += ',';
    }
    comma_ = true;
}

Writer& Writer::begin_object() {
    separate();
    out_ += '{';
    comma_ = false;
    return *this;
}

Writer& Writer::end_object() {
    out_ += '}';
    comma_ = true;
    return *this;
}

Writer& Writer::begin_array() {
    separate();
    out_ += '[';
    comma_ = false;
    return *this;
}

Writer& Writer::end_array() {
    out_ += ']';
    comma_ = true;
    return *this;
}

Writer& Writer::key(std::string_view name) {
    separate();
    append_string(out_, name);
    out_ += ':';
    comma_ = false;
    return *this;
}

Writer& Writer::string(std::string_view text) {
    separate();
    append_string(out_, text);
    return *this;
}

Writer& Writer::int32(std::int32_t value) {
    separate();
    append_integer(out_, value);
    return *this;
}

Writer& Writer::boolean(bool value) {
    separate();
    out_ += value ? "true" : "false";
    return *this;
}

Writer& Writer::null() {
    separate();
    out_ += "null";
    return *this;
}

Writer& Writer::number(double value) {
    separate();
    append_number(out_, value);
    return *this;
}

Writer& Writer::decimal(std::int64_t value) {
    separate();
    out_ += '"';
    append_integer(out_, value);
    out_ += '"';
    return *this;
}

Writer& Writer::decimal(std::uint64_t value) {
    separate();
    out_ += '"';
    append_integer(out_, value);
    out_ += '"';
    return *this;
}

Writer& Writer::base64(base::Bytes bytes) {
    separate();
    out_ += '"';
    base::append_base64(out_, bytes);
    out_ += '"';
    return *this;
}

Writer& Writer::raw(std::string_view json) {
    separate();
    out_ += json;
    return *this;
}

std::string Writer::take() {
    comma_ = false;
    return std::exchange(out_, {});
}

void Writer::clear() {
    comma_ = false;
    out_.clear();
}

} // namespace json
