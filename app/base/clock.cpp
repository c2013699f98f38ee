// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/clock.h"

#include <array>
#include <cstdio>

namespace base {

namespace {

constexpr std::size_t date_and_time_length = 19; // "2026-03-01T17:55:00"

class Digits {
public:
    explicit Digits(std::string_view text)
        : text_(text) {}

    /// Two or four digits at a place, or -1.
    [[nodiscard]] int number(std::size_t from, std::size_t count) const {
        if (from + count > text_.size()) {
            return -1;
        }
        int value = 0;
        for (const char c : text_.substr(from, count)) {
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }
    [[nodiscard]] bool has(std::size_t at, char c) const { return at < text_.size() && text_[at] == c; }

private:
    std::string_view text_;
};

Fault bad_time(std::string_view text) {
    return Fault{FaultCode::malformed, "not an RFC 3339 time: " + std::string(text.substr(0, 40)), {}};
}

/// The fraction as microseconds; moves `at` behind it. -1 when there is a point without digits or too many of them.
int fraction(std::string_view text, std::size_t& at) {
    if (at >= text.size() || text[at] != '.') {
        return 0;
    }
    ++at;
    int micros = 0;
    int digits = 0;
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, ++digits) {
        if (digits < 6) {
            micros = micros * 10 + (text[at] - '0');
        }
    }
    if (digits == 0 || digits > 9) {
        return -1;
    }
    for (; digits < 6; ++digits) {
        micros *= 10;
    }
    return micros;
}

/// The offset from UTC in minutes for the rest of the text, or nothing that is valid.
bool read_offset(std::string_view rest, int& minutes) {
    minutes = 0;
    if (rest == "Z" || rest == "z") {
        return true;
    }
    const Digits digits(rest);
    const int hour = digits.number(1, 2);
    const int minute = digits.number(4, 2);
    if (rest.size() != 6 || !digits.has(3, ':') || hour < 0 || hour > 23 || minute < 0 || minute > 59 ||
        (rest[0] != '+' && rest[0] != '-')) {
        return false;
    }
    minutes = (hour * 60 + minute) * (rest[0] == '-' ? -1 : 1);
    return true;
}

} // namespace

Instant SystemClock::now() const {
    return std::chrono::time_point_cast<Microseconds>(std::chrono::system_clock::now());
}

std::string to_rfc3339(Instant instant) {
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss<Microseconds> time(instant - day);
    std::array<char, 48> text{};
    const int length =
        std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%06dZ", static_cast<int>(date.year()),
                      static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                      static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                      static_cast<int>(time.seconds().count()), static_cast<int>(time.subseconds().count()));
    return std::string(text.data(), static_cast<std::size_t>(length));
}

Result<Instant> from_rfc3339(std::string_view text) {
    const Digits digits(text);
    const int year = digits.number(0, 4);
    const int month = digits.number(5, 2);
    const int day = digits.number(8, 2);
    const int hour = digits.number(11, 2);
    const int minute = digits.number(14, 2);
    const int second = digits.number(17, 2);
    const bool separated = digits.has(4, '-') && digits.has(7, '-') && (digits.has(10, 'T') || digits.has(10, 't')) &&
                           digits.has(13, ':') && digits.has(16, ':');
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (!separated || year < 1970 || !date.ok() || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 ||
        second > 60) {
        return bad_time(text);
    }
    std::size_t at = date_and_time_length;
    const int micros = fraction(text, at);
    int offset = 0;
    if (micros < 0 || !read_offset(text.substr(at), offset)) {
        return bad_time(text);
    }
    const auto local = std::chrono::sys_days(date) + std::chrono::hours(hour) + std::chrono::minutes(minute) +
                       std::chrono::seconds(second) + Microseconds(micros);
    return Instant(local - std::chrono::minutes(offset));
}

} // namespace base
