// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/mapping/mapping.h"

#include <cstddef>
#include <string>
#include <vector>

namespace mapping {

// What the values of a sample column look like. All values are trimmed and not empty.

[[nodiscard]] std::size_t count_dates(const std::vector<std::string>& values);
[[nodiscard]] std::size_t count_amounts(const std::vector<std::string>& values);
[[nodiscard]] std::size_t count_currencies(const std::vector<std::string>& values);

/// Every known date format that reads most values (at least eight in ten), those with the day first before those with
/// the month first.
[[nodiscard]] std::vector<std::string> fitting_date_formats(const std::vector<std::string>& values);
/// The ways of writing decimals that read most values (at least eight in ten) and differ in what they read.
[[nodiscard]] std::vector<DecimalRule> fitting_decimal_rules(const std::vector<std::string>& values);

} // namespace mapping
