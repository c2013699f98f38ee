// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/policy/document.h"

#include <optional>
#include <vector>

namespace policy {

/// The days of a calendar around a moment, told by their midnights in its zone, rising.
struct DaysAround {
    base::Instant month_from{};
    base::Instant month_to{}; ///< exclusive
    base::Instant today{};
    std::vector<base::Instant> past;  ///< working days of the `back` days before today
    std::vector<base::Instant> later; ///< working days of the `ahead` days after today
};

/// Nothing when the calendar's zone is not known here.
[[nodiscard]] std::optional<DaysAround> days_around(const Calendar& calendar, base::Instant now, int back, int ahead);

} // namespace policy
