// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cel/times.h"

#include "app/cel/wide.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <array>

namespace cel {

namespace {

constexpr std::int64_t seconds_a_day = 86'400;
constexpr std::int64_t first_second = -62'135'596'800; // 0001-01-01T00:00:00Z
constexpr std::int64_t last_second = 253'402'300'799;  // 9999-12-31T23:59:59Z
constexpr std::int64_t nanoseconds_a_second = 1'000'000'000;

/// Reads digits at the front and takes them away.
class Digits {
public:
    explicit Digits(std::string_view text)
        : rest_(text) {}
    std::optional<int> number(std::size_t digits) {
        int value = 0;
        if (rest_.size() < digits) {
            return std::nullopt;
        }
        for (const char c : rest_.substr(0, digits)) {
            if (c < '0' || c > '9') {
                return std::nullopt;
            }
            value = value * 10 + (c - '0');
        }
        rest_.remove_prefix(digits);
        return value;
    }
    bool take(char wanted, char other = '\0') {
        if (rest_.empty() || (rest_.front() != wanted && (other == '\0' || rest_.front() != other))) {
            return false;
        }
        rest_.remove_prefix(1);
        return true;
    }
    [[nodiscard]] bool ended() const { return rest_.empty(); }
    /// A fraction of a second behind the point.
    std::optional<std::uint32_t> nanoseconds() {
        std::uint32_t value = 0;
        std::size_t digits = 0;
        for (; digits < rest_.size() && rest_[digits] >= '0' && rest_[digits] <= '9'; ++digits) {
            if (digits == 9) {
                return std::nullopt;
            }
            value = value * 10 + static_cast<std::uint32_t>(rest_[digits] - '0');
        }
        rest_.remove_prefix(digits);
        for (std::size_t missing = digits; missing < 9; ++missing) {
            value *= 10;
        }
        return digits == 0 ? std::nullopt : std::optional(value);
    }

private:
    std::string_view rest_;
};

/// "+hh:mm" or "hh:mm", in seconds.
std::optional<int> read_offset(Digits& digits, bool sign_needed) {
    const bool minus = digits.take('-');
    if (!minus && !digits.take('+') && sign_needed) {
        return std::nullopt;
    }
    const auto hours = digits.number(2);
    if (!hours || !digits.take(':')) {
        return std::nullopt;
    }
    const auto minutes = digits.number(2);
    if (!minutes || *hours > 23 || *minutes > 59) {
        return std::nullopt;
    }
    const int seconds = *hours * 3600 + *minutes * 60;
    return minus ? -seconds : seconds;
}

std::string fraction(std::uint32_t nanoseconds) {
    if (nanoseconds == 0) {
        return {};
    }
    std::string digits = std::to_string(nanoseconds);
    digits.insert(0, 9 - digits.size(), '0');
    digits.erase(digits.find_last_not_of('0') + 1);
    return "." + digits;
}

std::string padded(std::int64_t value, std::size_t width) {
    std::string digits = std::to_string(value);
    digits.insert(0, width - std::min(width, digits.size()), '0');
    return digits;
}

/// Nanoseconds of the unit at the front of the text, which it takes away; 0 for none.
std::int64_t take_unit(std::string_view& text) {
    struct Unit {
        std::string_view name;
        std::int64_t nanoseconds;
    };
    static constexpr std::array units = {Unit{"ms", 1'000'000},
                                         Unit{"us", 1'000},
                                         Unit{"\xC2\xB5s", 1'000},
                                         Unit{"ns", 1},
                                         Unit{"h", 3'600 * nanoseconds_a_second},
                                         Unit{"m", 60 * nanoseconds_a_second},
                                         Unit{"s", nanoseconds_a_second}};
    for (const Unit& unit : units) {
        if (text.starts_with(unit.name)) {
            text.remove_prefix(unit.name.size());
            return unit.nanoseconds;
        }
    }
    return 0;
}

} // namespace

bool in_range(Timestamp moment) {
    return moment.seconds >= first_second && moment.seconds <= last_second;
}

std::optional<Timestamp> read_timestamp(std::string_view text) {
    Digits digits(text);
    const auto year = digits.number(4);
    const bool dashed = digits.take('-');
    const auto month = digits.number(2);
    const bool dashed_again = digits.take('-');
    const auto day = digits.number(2);
    if (!year || !dashed || !month || !dashed_again || !day || !digits.take('T', 't')) {
        return std::nullopt;
    }
    const auto hours = digits.number(2);
    const bool colon = digits.take(':');
    const auto minutes = digits.number(2);
    const bool colon_again = digits.take(':');
    const auto seconds = digits.number(2);
    const auto date = std::chrono::year(*year) / *month / *day;
    if (!hours || !colon || !minutes || !colon_again || !seconds || !date.ok() || *hours > 23 || *minutes > 59 ||
        *seconds > 59) {
        return std::nullopt;
    }
    const auto decimals = digits.take('.') ? digits.nanoseconds() : std::optional<std::uint32_t>(0);
    const auto offset = digits.take('Z', 'z') ? std::optional<int>(0) : read_offset(digits, true);
    if (!decimals || !offset || !digits.ended()) {
        return std::nullopt;
    }
    const std::int64_t days = std::chrono::sys_days(date).time_since_epoch().count();
    const Timestamp moment{days * seconds_a_day + *hours * 3600 + *minutes * 60 + *seconds - *offset, *decimals};
    return in_range(moment) ? std::optional(moment) : std::nullopt;
}

std::string to_text(Timestamp moment) {
    const TimeParts parts = parts_of(moment, 0);
    return padded(parts.year, 4) + "-" + padded(parts.month + 1, 2) + "-" + padded(parts.date, 2) + "T" +
           padded(parts.hours, 2) + ":" + padded(parts.minutes, 2) + ":" + padded(parts.seconds, 2) +
           fraction(moment.nanoseconds) + "Z";
}

std::optional<std::chrono::nanoseconds> read_duration(std::string_view text) {
    const bool minus = text.starts_with('-');
    if (minus || text.starts_with('+')) {
        text.remove_prefix(1);
    }
    if (text == "0") {
        return std::chrono::nanoseconds(0);
    }
    Wide sum = 0;
    constexpr Wide bound = Wide{1} << 63U;
    bool any = false;
    while (!text.empty()) {
        Wide value = 0; // with its decimals
        Wide scale = 1;
        bool point = false;
        std::size_t digits = 0;
        for (; !text.empty() && ((text.front() >= '0' && text.front() <= '9') || (text.front() == '.' && !point));
             text.remove_prefix(1)) {
            if (text.front() == '.') {
                point = true;
                continue;
            }
            if (++digits > 19) {
                return std::nullopt;
            }
            value = value * 10 + (text.front() - '0');
            scale *= point ? 10 : 1;
        }
        const std::int64_t unit = take_unit(text);
        if (digits == 0 || unit == 0) {
            return std::nullopt;
        }
        // At most 10^19 * 3.6 * 10^12 < 2^127.
        sum += value * unit / scale;
        if (sum > bound) {
            return std::nullopt;
        }
        any = true;
    }
    const Wide signed_sum = minus ? -sum : sum;
    if (!any || signed_sum >= bound) {
        return std::nullopt;
    }
    return std::chrono::nanoseconds(static_cast<std::int64_t>(signed_sum));
}

std::string to_text(std::chrono::nanoseconds span) {
    const std::int64_t count = span.count();
    const std::uint64_t magnitude =
        count < 0 ? ~static_cast<std::uint64_t>(count) + 1 : static_cast<std::uint64_t>(count);
    constexpr auto second = static_cast<std::uint64_t>(nanoseconds_a_second);
    return (count < 0 ? "-" : "") + std::to_string(magnitude / second) +
           fraction(static_cast<std::uint32_t>(magnitude % second)) + "s";
}

std::optional<Timestamp> shifted(Timestamp moment, std::chrono::nanoseconds span) {
    std::int64_t seconds = span.count() / nanoseconds_a_second;
    std::int64_t rest = span.count() % nanoseconds_a_second + moment.nanoseconds;
    if (rest < 0) {
        rest += nanoseconds_a_second;
        --seconds;
    } else if (rest >= nanoseconds_a_second) {
        rest -= nanoseconds_a_second;
        ++seconds;
    }
    // A moment's seconds are below 2^38 and a span's below 2^34: no overflow.
    const Timestamp result{moment.seconds + seconds, static_cast<std::uint32_t>(rest)};
    return in_range(result) ? std::optional(result) : std::nullopt;
}

std::optional<std::chrono::nanoseconds> between(Timestamp left, Timestamp right) {
    const Wide span = (Wide{left.seconds} - right.seconds) * nanoseconds_a_second +
                      (static_cast<std::int64_t>(left.nanoseconds) - static_cast<std::int64_t>(right.nanoseconds));
    constexpr Wide bound = Wide{1} << 63U;
    if (span >= bound || span < -bound) {
        return std::nullopt;
    }
    return std::chrono::nanoseconds(static_cast<std::int64_t>(span));
}

std::optional<int> offset_at(Timestamp moment, std::string_view zone) {
    Digits digits(zone);
    if (const auto offset = read_offset(digits, false); offset && digits.ended()) {
        return offset;
    }
    if (zone == "UTC") {
        return 0;
    }
    const bool plain = std::all_of(zone.begin(), zone.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' || c == '_' ||
               c == '-' || c == '+';
    });
    if (!plain || zone.empty() || zone.front() == '/' || zone.size() > 64) {
        return std::nullopt;
    }
    // A zone is read from a file: the last one stays open.
    thread_local std::pair<std::string, QTimeZone> open;
    if (open.first != zone) {
        open = {std::string(zone), QTimeZone(QByteArray(zone.data(), static_cast<qsizetype>(zone.size())))};
    }
    if (!open.second.isValid()) {
        return std::nullopt;
    }
    return open.second.offsetFromUtc(QDateTime::fromSecsSinceEpoch(moment.seconds, Qt::UTC));
}

TimeParts parts_of(Timestamp moment, int offset_seconds) {
    const std::int64_t local = moment.seconds + offset_seconds;
    const std::int64_t day_count = local >= 0 ? local / seconds_a_day : -((-local + seconds_a_day - 1) / seconds_a_day);
    const std::int64_t second_of_day = local - day_count * seconds_a_day;
    const std::chrono::sys_days day{std::chrono::days(day_count)};
    const std::chrono::year_month_day date(day);
    const std::chrono::sys_days new_year(date.year() / 1 / 1);
    TimeParts parts;
    parts.year = static_cast<int>(date.year());
    parts.month = static_cast<unsigned>(date.month()) - 1;
    parts.date = static_cast<unsigned>(date.day());
    parts.day_of_month = parts.date - 1;
    parts.day_of_week = std::chrono::weekday(day).c_encoding();
    parts.day_of_year = (day - new_year).count();
    parts.hours = second_of_day / 3600;
    parts.minutes = second_of_day / 60 % 60;
    parts.seconds = second_of_day % 60;
    parts.milliseconds = moment.nanoseconds / 1'000'000;
    return parts;
}

} // namespace cel
