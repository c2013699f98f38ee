// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/number.h"

#include "app/json/writer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace json {

namespace {

constexpr double two_to_53 = 9007199254740992.0;
constexpr double first_with_exponent = 1e21; ///< ECMAScript writes integers below it with all their digits
constexpr std::size_t surely_exact_digits = 15;

std::size_t count_digits(std::string_view text, std::size_t from) {
    std::size_t to = from;
    while (to < text.size() && text[to] >= '0' && text[to] <= '9') {
        ++to;
    }
    return to - from;
}

/// Puts shortest decimal digits d1 d2 … times 10^(point - count) into the layout of ECMA-262, Number::toString.
void append_layout(std::string& out, std::string_view digits, int point) {
    const int count = static_cast<int>(digits.size());
    const auto zeros = [&out](int number) { out.append(static_cast<std::size_t>(number), '0'); };
    if (count <= point && point <= 21) {
        out += digits;
        zeros(point - count);
    } else if (0 < point && point <= 21) {
        out += digits.substr(0, static_cast<std::size_t>(point));
        out += '.';
        out += digits.substr(static_cast<std::size_t>(point));
    } else if (-6 < point && point <= 0) {
        out += "0.";
        zeros(-point);
        out += digits;
    } else {
        out += digits.front();
        if (count > 1) {
            out += '.';
            out += digits.substr(1);
        }
        out += point > 0 ? "e+" : "e-";
        out += std::to_string(std::abs(point - 1));
    }
}

} // namespace

NumberScan scan_number(std::string_view token) {
    NumberScan scan;
    std::size_t at = token.starts_with('-') ? 1 : 0;
    const std::size_t whole = count_digits(token, at);
    if (whole == 0 || (whole > 1 && token[at] == '0')) {
        return {};
    }
    at += whole;
    if (at < token.size() && token[at] == '.') {
        const std::size_t fraction = count_digits(token, at + 1);
        if (fraction == 0) {
            return {};
        }
        at += 1 + fraction;
        scan.digits_only = false;
    }
    if (at < token.size() && (token[at] == 'e' || token[at] == 'E')) {
        const bool sign = at + 1 < token.size() && (token[at + 1] == '+' || token[at + 1] == '-');
        const std::size_t begin = at + (sign ? 2 : 1);
        const std::size_t exponent = count_digits(token, begin);
        if (exponent == 0) {
            return {};
        }
        at = begin + exponent;
        scan.digits_only = false;
    }
    scan.length = at;
    return scan;
}

double double_of(std::string_view literal) {
    double value = 0;
    std::from_chars(literal.data(), literal.data() + literal.size(), value);
    return value;
}

const char* why_not_held(std::string_view literal, bool digits_only) {
    constexpr const char* beyond = "an integer beyond 2^53 does not fit a JSON number, write it as a string";
    if (digits_only && literal.size() <= surely_exact_digits) {
        return nullptr;
    }
    double value = 0;
    const auto result = std::from_chars(literal.data(), literal.data() + literal.size(), value);
    if (result.ec == std::errc::result_out_of_range) {
        return "a double cannot hold a number of this size";
    }
    const double size = std::abs(value);
    if (digits_only) {
        const bool exactly = literal == "9007199254740992" || literal == "-9007199254740992";
        return size < two_to_53 || exactly ? nullptr : beyond;
    }
    if (size >= two_to_53 && size < first_with_exponent) {
        return beyond;
    }
    const auto mantissa = literal.substr(0, literal.find_first_of("eE"));
    const bool nothing = std::none_of(mantissa.begin(), mantissa.end(), [](char c) { return c >= '1' && c <= '9'; });
    return size == 0 && !nothing ? "a double cannot hold a number of this size" : nullptr;
}

void append_number(std::string& out, double value) {
    if (!std::isfinite(value)) {
        out += "null";
        return;
    }
    if (value == 0) {
        out += '0'; // -0 as well
        return;
    }
    if (value < 0) {
        out += '-';
    }
    // "d.ddde±xx" with the fewest digits that read back the same; from it the digits and the place of the point.
    std::array<char, 32> buffer{};
    const auto written =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::abs(value), std::chars_format::scientific);
    const std::string_view text(buffer.data(), static_cast<std::size_t>(written.ptr - buffer.data()));
    const std::size_t mark = text.find('e');
    std::string digits(text.substr(0, 1));
    if (mark > 1) {
        digits += text.substr(2, mark - 2);
    }
    int exponent = 0;
    const std::size_t skip = text[mark + 1] == '+' ? 2 : 1;
    std::from_chars(text.data() + mark + skip, text.data() + text.size(), exponent);
    append_layout(out, digits, exponent + 1);
}

} // namespace json
