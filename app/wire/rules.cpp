// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wire/rules.h"

#include <algorithm>
#include <string_view>

namespace wire::rules {

namespace {

constexpr std::int32_t longest_term = 1200; // a hundred years
constexpr std::size_t most_whole_digits = 18;
constexpr std::size_t most_decimals = 9;

bool all_digits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_decimal(std::string_view text) {
    if (text.starts_with('-')) {
        text.remove_prefix(1);
    }
    const std::size_t point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    if (whole.empty() || whole.size() > most_whole_digits || !all_digits(whole) ||
        (whole.size() > 1 && whole.front() == '0')) {
        return false;
    }
    if (point == std::string_view::npos) {
        return true;
    }
    const std::string_view decimals = text.substr(point + 1);
    return !decimals.empty() && decimals.size() <= most_decimals && all_digits(decimals);
}

const char* unless(bool well, const char* complaint) {
    return well ? nullptr : complaint;
}

} // namespace

const char* counts_from_one(std::int32_t value) {
    return unless(value >= 1, "counts from 1");
}

const char* not_negative(std::int32_t value) {
    return unless(value >= 0, "must not be negative");
}

const char* counts_from_one64(std::int64_t value) {
    return value >= 1 ? nullptr : "counts from 1";
}

const char* not_negative64(std::int64_t value) {
    return unless(value >= 0, "must not be negative");
}

const char* permille(std::int32_t value) {
    return unless(value >= 0 && value <= 1000, "expected 0 to 1000 thousandths");
}

const char* optional_permille(const std::optional<std::int32_t>& value) {
    return value ? permille(*value) : nullptr;
}

const char* term(std::int32_t months) {
    return unless(months >= 0 && months <= longest_term, "expected a term of 0 to 1200 months");
}

const char* port(std::int32_t value) {
    return unless(value >= 1 && value <= 65535, "expected a port from 1 to 65535");
}

const char* http_status(std::int32_t value) {
    return unless(value == 0 || (value >= 100 && value <= 599), "expected an HTTP status");
}

const char* decimal(const std::string& text) {
    return unless(is_decimal(text), "expected an exact decimal such as 12 or 0.750, with at most 18 and 9 digits");
}

const char* optional_decimal(const std::optional<std::string>& text) {
    return text ? decimal(*text) : nullptr;
}

const char* not_empty(const std::string& text) {
    return unless(!text.empty(), "must not be empty");
}

} // namespace wire::rules
