// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/policy/workload.h"

#include <algorithm>

namespace policy {

double working_minutes_a_week(const std::optional<Calendar>& calendar) {
    if (!calendar) {
        return 5 * 8 * 60;
    }
    const auto days = std::count(calendar->days.begin(), calendar->days.end(), true);
    return static_cast<double>(days) * (calendar->to_minute - calendar->from_minute);
}

double erlang_c(int servers, double load) {
    const double offered = load * servers;
    double blocked = 1; // Erlang B, by its recursion
    for (int server = 1; server <= servers; ++server) {
        blocked = offered * blocked / (server + offered * blocked);
    }
    return blocked / (1 - load * (1 - blocked));
}

domain::Workload workload(const domain::Burden& burden, std::chrono::microseconds span, double working_minutes,
                          const domain::Effort& effort) {
    using week = std::chrono::duration<double, std::ratio<7 * 24 * 3600>>;
    const double weeks = std::max(week(span), week(std::chrono::hours(24))).count();
    double jobs = static_cast<double>(burden.work_items);
    double minutes = jobs * effort.work_item_minutes;
    double squares = minutes * effort.work_item_minutes;
    for (std::size_t tier = 0; tier < domain::tier_count; ++tier) {
        const auto count = static_cast<double>(burden.cases_by_tier[tier]);
        jobs += count;
        minutes += count * effort.minutes[tier];
        squares += count * effort.minutes[tier] * effort.minutes[tier];
    }
    const int people = std::max(1, effort.people);
    domain::Workload load;
    load.weeks = weeks;
    load.minutes = minutes;
    load.history = span;
    load.mean_minutes = jobs > 0 ? minutes / jobs : 0;
    load.cases_a_week = static_cast<double>(burden.cases) / weeks;
    load.minutes_a_week = minutes / weeks;
    load.working_minutes_a_week = working_minutes;
    load.load = working_minutes > 0 ? load.minutes_a_week / (working_minutes * people) : 0;
    if (jobs <= 0 || minutes <= 0) {
        load.wait_minutes = 0;
    } else if (working_minutes > 0 && load.load < 1) {
        const double mean = minutes / jobs;
        const double spread = squares / jobs / (mean * mean) - 1; // squared coefficient of variation
        load.wait_minutes = erlang_c(people, load.load) * mean / (people * (1 - load.load)) * (1 + spread) / 2;
    }
    return load;
}

} // namespace policy
