// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/encoding.h"

#include <array>

namespace base {

namespace {

constexpr char hex_digits[] = "0123456789abcdef";
constexpr char base64_digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::uint8_t no_digit = 0xFF;

constexpr std::array<std::uint8_t, 256> reverse(std::string_view digits) {
    std::array<std::uint8_t, 256> values{};
    values.fill(no_digit);
    for (std::size_t value = 0; value < digits.size(); ++value) {
        values[static_cast<std::uint8_t>(digits[value])] = static_cast<std::uint8_t>(value);
    }
    return values;
}

constexpr auto base64_values = reverse(base64_digits);

constexpr std::array<std::uint8_t, 256> hex_values = [] {
    auto values = reverse(hex_digits);
    for (std::uint8_t value = 10; value < 16; ++value) {
        values[static_cast<std::size_t>('A' + value - 10)] = value;
    }
    return values;
}();

Fault malformed(std::string detail, std::size_t offset) {
    return Fault{FaultCode::malformed, std::move(detail), "byte " + std::to_string(offset)};
}

std::uint32_t value_at(std::string_view text, std::size_t index) {
    return base64_values[static_cast<std::uint8_t>(text[index])];
}

/// The value of four digits; above 24 bits when one of them is none.
std::uint32_t group_at(std::string_view text, std::size_t at) {
    const auto value = [text](std::size_t index) { return value_at(text, index); };
    const std::uint32_t bits = value(at) << 18U | value(at + 1) << 12U | value(at + 2) << 6U | value(at + 3);
    const bool all_digits = ((value(at) | value(at + 1) | value(at + 2) | value(at + 3)) & 0xC0U) == 0;
    return all_digits ? bits : ~std::uint32_t{0};
}

Fault no_digit_in(std::string_view text, std::size_t at) {
    while (value_at(text, at) != no_digit) {
        ++at;
    }
    return malformed("this is not a digit of base64", at);
}

std::size_t padding_of(std::string_view text) {
    return !text.ends_with('=') ? 0 : text.ends_with("==") ? 2 : 1;
}

/// How many bytes a text of this length and padding stands for; the length is a multiple of four.
std::size_t bytes_of(std::string_view text) {
    return text.size() / 4 * 3 - padding_of(text);
}

/// Decodes the last four digits, of which one or two are '=', to `out`.
Done read_padded_group(std::string_view text, std::size_t at, std::uint8_t* out) {
    const std::size_t padding = padding_of(text);
    std::string digits(text.substr(at, 4 - padding));
    digits.append(padding, 'A');
    const std::uint32_t bits = group_at(digits, 0);
    if (bits == ~std::uint32_t{0}) {
        return no_digit_in(text, at);
    }
    if ((bits & ((1U << (8U * padding)) - 1U)) != 0) {
        return malformed("base64 has bits set behind its end", at + 3 - padding);
    }
    for (std::size_t index = 0; index < 3 - padding; ++index) {
        out[index] = static_cast<std::uint8_t>(bits >> (16U - 8U * index) & 0xFFU);
    }
    return {};
}

/// Decodes a text whose length is a multiple of four to `out`, where bytes_of(text) have room.
Done read_groups(std::string_view text, std::uint8_t* out) {
    const std::size_t whole = text.size() - (padding_of(text) == 0 ? 0 : 4);
    for (std::size_t at = 0; at < whole; at += 4) {
        const std::uint32_t bits = group_at(text, at);
        if (bits == ~std::uint32_t{0}) {
            return no_digit_in(text, at);
        }
        *out++ = static_cast<std::uint8_t>(bits >> 16U & 0xFFU);
        *out++ = static_cast<std::uint8_t>(bits >> 8U & 0xFFU);
        *out++ = static_cast<std::uint8_t>(bits & 0xFFU);
    }
    return whole == text.size() ? Done() : read_padded_group(text, whole, out);
}

} // namespace

std::string to_hex(Bytes bytes) {
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const std::uint8_t byte : bytes) {
        text.push_back(hex_digits[byte >> 4U]);
        text.push_back(hex_digits[byte & 0xFU]);
    }
    return text;
}

Result<std::string> from_hex(std::string_view text) {
    if (text.size() % 2 != 0) {
        return malformed("hexadecimal has an odd number of digits", text.size());
    }
    std::string bytes;
    bytes.reserve(text.size() / 2);
    for (std::size_t index = 0; index < text.size(); index += 2) {
        const std::uint8_t high = hex_values[static_cast<std::uint8_t>(text[index])];
        const std::uint8_t low = hex_values[static_cast<std::uint8_t>(text[index + 1])];
        if (high == no_digit || low == no_digit) {
            return malformed("this is not a hexadecimal digit", index + (high == no_digit ? 0 : 1));
        }
        bytes.push_back(static_cast<char>(high << 4U | low));
    }
    return bytes;
}

void append_base64(std::string& out, Bytes bytes) {
    std::size_t at = out.size();
    out.resize(at + (bytes.size() + 2) / 3 * 4);
    const auto put = [&out, &at](std::uint32_t bits, unsigned digits) {
        for (unsigned digit = 0; digit < 4; ++digit) {
            out[at++] = digit < digits ? base64_digits[bits >> (18U - 6U * digit) & 0x3FU] : '=';
        }
    };
    std::size_t index = 0;
    for (; index + 3 <= bytes.size(); index += 3) {
        put(std::uint32_t{bytes[index]} << 16U | std::uint32_t{bytes[index + 1]} << 8U | bytes[index + 2], 4);
    }
    if (bytes.size() - index == 1) {
        put(std::uint32_t{bytes[index]} << 16U, 2);
    } else if (bytes.size() - index == 2) {
        put(std::uint32_t{bytes[index]} << 16U | std::uint32_t{bytes[index + 1]} << 8U, 3);
    }
}

std::string to_base64(Bytes bytes) {
    std::string text;
    append_base64(text, bytes);
    return text;
}

Result<std::string> from_base64(std::string_view text) {
    if (text.size() % 4 != 0) {
        return malformed("the length of base64 is no multiple of four", text.size());
    }
    std::string bytes(bytes_of(text), '\0');
    REEVE_TRY(read_groups(text, reinterpret_cast<std::uint8_t*>(bytes.data())));
    return bytes;
}

Done read_base64(std::string_view text, std::span<std::uint8_t> bytes) {
    if (text.size() % 4 != 0) {
        return malformed("the length of base64 is no multiple of four", text.size());
    }
    if (bytes_of(text) != bytes.size()) {
        return malformed("expected " + std::to_string(bytes.size()) + " bytes in base64, found " +
                             std::to_string(bytes_of(text)),
                         0);
    }
    return read_groups(text, bytes.data());
}

} // namespace base
