// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mapping/dates.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <chrono>
#include <optional>

namespace mapping {

namespace {

/// The parts of a date as far as they have been read.
struct Parts {
    int day = 0;
    int month = 0;
    int year = -1;
    int hour = 0;
    int minute = 0;
    int second = 0;
};

bool is_letter(char byte) {
    return std::isalpha(static_cast<unsigned char>(byte)) != 0;
}

bool is_digit(char byte) {
    return byte >= '0' && byte <= '9';
}

/// The run of equal letters at the front of a format, or one other character.
std::string_view next_token(std::string_view format) {
    std::size_t length = 1;
    while (is_letter(format[0]) && length < format.size() && format[length] == format[0]) {
        ++length;
    }
    return format.substr(0, length);
}

std::optional<int> take_number(std::string_view& text, std::size_t least, std::size_t most) {
    std::size_t digits = 0;
    int value = 0;
    while (digits < most && digits < text.size() && is_digit(text[digits])) {
        value = value * 10 + (text[digits] - '0');
        ++digits;
    }
    if (digits < least) {
        return std::nullopt;
    }
    text.remove_prefix(digits);
    return value;
}

std::optional<int> take_month_name(std::string_view& text) {
    static constexpr std::array<std::string_view, 12> names = {"jan", "feb", "mar", "apr", "may", "jun",
                                                               "jul", "aug", "sep", "oct", "nov", "dec"};
    std::string head(text.substr(0, 3));
    std::transform(head.begin(), head.end(), head.begin(),
                   [](unsigned char byte) { return static_cast<char>(std::tolower(byte)); });
    const auto* const found = std::find(names.begin(), names.end(), head);
    if (found == names.end()) {
        return std::nullopt;
    }
    text.remove_prefix(3);
    return static_cast<int>(found - names.begin()) + 1;
}

/// Reads one token of the format; false when the text does not fit.
bool take_token(std::string_view token, std::string_view& text, Parts& parts) {
    const auto into = [](int& part, std::optional<int> value) {
        part = value.value_or(part);
        return value.has_value();
    };
    const std::size_t length = token.size();
    switch (token[0]) {
    case 'd': return into(parts.day, take_number(text, length, 2));
    case 'M': return into(parts.month, length == 3 ? take_month_name(text) : take_number(text, length, 2));
    case 'y': {
        if (!into(parts.year, take_number(text, length, length))) {
            return false;
        }
        if (length == 2) {
            parts.year += parts.year < 70 ? 2000 : 1900;
        }
        return true;
    }
    case 'H': return into(parts.hour, take_number(text, 2, 2));
    case 'm': return into(parts.minute, take_number(text, 2, 2));
    case 's': return into(parts.second, take_number(text, 2, 2));
    default: break;
    }
    if (text.empty() || text[0] != token[0]) {
        return false;
    }
    text.remove_prefix(1);
    return true;
}

base::Fault no_date(std::string_view format) {
    return {base::FaultCode::malformed, "not a date of the form " + std::string(format), {}};
}

bool is_known_token(std::string_view token) {
    static constexpr std::array<std::string_view, 10> known = {"d",  "dd",   "M",  "MM", "MMM",
                                                               "yy", "yyyy", "HH", "mm", "ss"};
    return std::find(known.begin(), known.end(), token) != known.end();
}

} // namespace

base::Done check_date_format(std::string_view format) {
    int days = 0;
    int months = 0;
    int years = 0;
    for (std::string_view rest = format; !rest.empty();) {
        const std::string_view token = next_token(rest);
        // A lone T between date and time is ISO 8601's own separator, a lone Z its mark of UTC.
        if (is_letter(token[0]) && token != "T" && token != "Z" && !is_known_token(token)) {
            return base::Fault{base::FaultCode::invalid_argument,
                               "\"" + std::string(token) +
                                   "\" means nothing in a date format; known are d dd M MM MMM yy yyyy HH mm ss",
                               {}};
        }
        days += token[0] == 'd' ? 1 : 0;
        months += token[0] == 'M' ? 1 : 0;
        years += token[0] == 'y' ? 1 : 0;
        rest.remove_prefix(token.size());
    }
    if (days != 1 || months != 1 || years != 1) {
        return base::Fault{
            base::FaultCode::invalid_argument, "a date format has day (dd), month (MM) and year (yyyy) once each", {}};
    }
    return {};
}

base::Result<base::Instant> read_date(std::string_view text, std::string_view format) {
    Parts parts;
    for (std::string_view rest = format; !rest.empty();) {
        const std::string_view token = next_token(rest);
        if (!take_token(token, text, parts)) {
            return no_date(format);
        }
        rest.remove_prefix(token.size());
    }
    const std::chrono::year_month_day date{std::chrono::year{parts.year},
                                           std::chrono::month{static_cast<unsigned>(parts.month)},
                                           std::chrono::day{static_cast<unsigned>(parts.day)}};
    if (!text.empty() || !date.ok() || parts.year < 1970 || parts.hour > 23 || parts.minute > 59 || parts.second > 59) {
        return no_date(format);
    }
    return base::Instant{std::chrono::sys_days{date} + std::chrono::hours{parts.hour} +
                         std::chrono::minutes{parts.minute} + std::chrono::seconds{parts.second}};
}

} // namespace mapping
