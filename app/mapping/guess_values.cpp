// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mapping/guess_values.h"

#include "app/domain/currency.h"
#include "app/mapping/amounts.h"
#include "app/mapping/dates.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

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

/// What a form makes of every value.
template <class Form, class Read>
struct Reading {
    Form form;
    std::vector<std::optional<Read>> values;
    std::size_t fitting = 0;

    void take(std::optional<Read> value) {
        fitting += value ? 1 : 0;
        values.push_back(std::move(value));
    }
};

/// The forms that read most values and differ in what they read; none where no form reads eight in ten. A file with a
/// few broken rows still has a form.
template <class Form, class Read>
std::vector<Form> best(const std::vector<Reading<Form, Read>>& readings, std::size_t count) {
    std::size_t most = 0;
    for (const auto& reading : readings) {
        most = std::max(most, reading.fitting);
    }
    std::vector<Form> forms;
    std::vector<const std::vector<std::optional<Read>>*> known;
    for (const auto& reading : readings) {
        const auto same = [&](const auto* other) { return *other == reading.values; };
        if (count > 0 && most * 10 >= count * 8 && reading.fitting == most &&
            std::none_of(known.begin(), known.end(), same)) {
            forms.push_back(reading.form);
            known.push_back(&reading.values);
        }
    }
    return forms;
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
    std::vector<Reading<std::string, base::Instant>> readings;
    for (const char* format : known_formats) {
        Reading<std::string, base::Instant> reading{format, {}, 0};
        for (const std::string& value : values) {
            auto time = read_date(value, format);
            reading.take(time ? std::optional(*time) : std::nullopt);
        }
        readings.push_back(std::move(reading));
    }
    return best(readings, values.size());
}

std::vector<DecimalRule> fitting_decimal_rules(const std::vector<std::string>& values) {
    std::vector<Reading<DecimalRule, std::string>> readings;
    for (const DecimalRule& rule : known_decimals) {
        Reading<DecimalRule, std::string> reading{rule, {}, 0};
        for (const std::string& value : values) {
            auto plain = plain_decimal(value, rule);
            reading.take(plain ? std::optional(*std::move(plain)) : std::nullopt);
        }
        readings.push_back(std::move(reading));
    }
    return best(readings, values.size());
}

} // namespace mapping
