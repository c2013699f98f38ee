// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mapping/dates.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <chrono>

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

bool take_number(std::string_view& text, std::size_t least, std::size_t most, int& into) {
    std::size_t digits = 0;
    int value = 0;
    while (digits < most && digits < text.size() && is_digit(text[digits])) {
        value = value * 10 + (text[digits] - '0');
        ++digits;
    }
    if (digits < least) {
        return false;
    }
    text.remove_prefix(digits);
    into = value;
    return true;
}

bool take_month_name(std::string_view& text, int& into) {
    static constexpr std::array<std::string_view, 12> names = {"jan", "feb", "mar", "apr", "may", "jun",
                                                               "jul", "aug", "sep", "oct", "nov", "dec"};
    std::string head(text.substr(0, 3));
    std::transform(head.begin(), head.end(), head.begin(),
                   [](unsigned char byte) { return static_cast<char>(std::tolower(byte)); });
    const auto* const found = std::find(names.begin(), names.end(), head);
    if (found == names.end()) {
        return false;
    }
    text.remove_prefix(3);
    into = static_cast<int>(found - names.begin()) + 1;
    return true;
}

bool take_year(std::string_view& text, std::size_t digits, int& into) {
    if (!take_number(text, digits, digits, into)) {
        return false;
    }
    if (digits == 2) {
        into += into < 70 ? 2000 : 1900;
    }
    return true;
}

/// Reads one token of the format; false when the text does not fit.
bool take_token(std::string_view token, std::string_view& text, Parts& parts) {
    const std::size_t length = token.size();
    switch (token[0]) {
    case 'd': return take_number(text, length, 2, parts.day);
    case 'M': return length == 3 ? take_month_name(text, parts.month) : take_number(text, length, 2, parts.month);
    case 'y': return take_year(text, length, parts.year);
    case 'H': return take_number(text, 2, 2, parts.hour);
    case 'm': return take_number(text, 2, 2, parts.minute);
    case 's': return take_number(text, 2, 2, parts.second);
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

std::string days_and_months_exchanged(std::string_view format) {
    const bool begins = format.starts_with('d') || format.starts_with('M');
    if (!begins || format.find("MMM") != std::string_view::npos) {
        return std::string(format);
    }
    std::string made;
    for (const char letter : format) {
        made += letter == 'd' ? 'M' : letter == 'M' ? 'd' : letter;
    }
    return made;
}

} // namespace mapping
