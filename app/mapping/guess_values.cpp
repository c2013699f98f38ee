// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mapping/guess_values.h"

#include "app/domain/currency.h"
#include "app/mapping/amounts.h"
#include "app/mapping/dates.h"

#include <algorithm>
#include <array>

namespace mapping {

namespace {

constexpr std::array<const char*, 14> known_formats = {
    "yyyy-MM-dd", "dd/MM/yyyy",  "MM/dd/yyyy",          "dd.MM.yyyy",          "d.M.yyyy", "d/M/yyyy", "M/d/yyyy",
    "dd-MM-yyyy", "dd MMM yyyy", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss", "dd/MM/yy", "MM/dd/yy", "yyyy/MM/dd"};

constexpr std::array<DecimalRule, 2> known_decimals = {
    DecimalRule{.point = '.', .grouping = ',', .reversed = false, .parentheses = true},
    DecimalRule{.point = ',', .grouping = '.', .reversed = false, .parentheses = true},
};

template <class Fits>
std::size_t count(const std::vector<std::string>& values, Fits fits) {
    return static_cast<std::size_t>(std::count_if(values.begin(), values.end(), fits));
}

} // namespace

std::size_t count_dates(const std::vector<std::string>& values) {
    std::size_t most = 0;
    for (const char* format : known_formats) {
        most =
            std::max(most, count(values, [format](const std::string& value) { return read_date(value, format).ok(); }));
    }
    return most;
}

std::size_t count_amounts(const std::vector<std::string>& values) {
    std::size_t most = 0;
    for (const DecimalRule& rule : known_decimals) {
        most = std::max(most,
                        count(values, [&rule](const std::string& value) { return plain_decimal(value, rule).ok(); }));
    }
    return most;
}

std::size_t count_currencies(const std::vector<std::string>& values) {
    return count(values, [](const std::string& value) { return domain::Currency::from_code(value).ok(); });
}

std::vector<std::string> fitting_date_formats(const std::vector<std::string>& values) {
    // Two formats that read every value as the same day (dd/MM/yyyy and d/M/yyyy) are no ambiguity.
    std::vector<std::string> fitting;
    std::vector<std::vector<base::Instant>> readings;
    for (const char* format : known_formats) {
        std::vector<base::Instant> reading;
        for (const std::string& value : values) {
            if (auto time = read_date(value, format)) {
                reading.push_back(*time);
            }
        }
        if (!values.empty() && reading.size() == values.size() &&
            std::find(readings.begin(), readings.end(), reading) == readings.end()) {
            fitting.emplace_back(format);
            readings.push_back(std::move(reading));
        }
    }
    return fitting;
}

std::vector<DecimalRule> fitting_decimal_rules(const std::vector<std::string>& values) {
    std::vector<DecimalRule> fitting;
    std::vector<std::vector<std::string>> readings;
    for (const DecimalRule& rule : known_decimals) {
        std::vector<std::string> reading;
        for (const std::string& value : values) {
            if (auto plain = plain_decimal(value, rule)) {
                reading.push_back(*std::move(plain));
            }
        }
        if (!values.empty() && reading.size() == values.size() &&
            std::find(readings.begin(), readings.end(), reading) == readings.end()) {
            fitting.push_back(rule);
            readings.push_back(std::move(reading));
        }
    }
    return fitting;
}

} // namespace mapping
