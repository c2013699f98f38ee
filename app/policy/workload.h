// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/what_if.h"
#include "app/policy/document.h"

namespace policy {

/// Minutes of a week in which the calendar has people at work; 5 days of 8 hours without one. Holidays are not counted.
[[nodiscard]] double working_minutes_a_week(const std::optional<Calendar>& calendar);

/// The burden of a span of history as time of people, and how long a case waits for them (see domain::Workload).
/// A span shorter than a day counts as one.
[[nodiscard]] domain::Workload workload(const domain::Burden& burden, std::chrono::microseconds span,
                                        double working_minutes, const domain::Effort& effort);

/// The share of arrivals that has to wait with `load` (below 1) shared by `servers`: A. K. Erlang's C formula.
[[nodiscard]] double erlang_c(int servers, double load);

} // namespace policy
