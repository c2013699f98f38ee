// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/policy/working_days.h"

#include "app/cel/times.h"

namespace policy {

namespace {

using Day = std::chrono::sys_days; ///< of the calendar's own zone

std::optional<int> offset_of(const Calendar& calendar, base::Instant moment) {
    return cel::offset_at(cel::Value::timestamp(moment).timestamp(), calendar.zone);
}

/// When a local day begins: the offset of its midnight, which may be another than that of the day before.
std::optional<base::Instant> midnight(const Calendar& calendar, Day day) {
    const auto near = offset_of(calendar, base::Instant(day));
    if (!near) {
        return std::nullopt;
    }
    const base::Instant guess = base::Instant(day) - std::chrono::seconds(*near);
    const auto exact = offset_of(calendar, guess);
    return exact ? std::optional(base::Instant(day) - std::chrono::seconds(*exact)) : std::nullopt;
}

std::string iso(Day day) {
    return base::to_rfc3339(base::Instant(day)).substr(0, 10);
}

bool is_working(const Calendar& calendar, Day day) {
    return calendar.days[std::chrono::weekday(day).c_encoding()] && !calendar.holidays.contains(iso(day));
}

} // namespace

std::optional<DaysAround> days_around(const Calendar& calendar, base::Instant now, int back, int ahead) {
    const auto offset = offset_of(calendar, now);
    if (!offset) {
        return std::nullopt;
    }
    const Day today = std::chrono::floor<std::chrono::days>(now + std::chrono::seconds(*offset));
    const std::chrono::year_month_day date(today);
    const std::chrono::year_month month = date.year() / date.month();
    const auto at = [&calendar](Day day) { return midnight(calendar, day).value_or(base::Instant(day)); };
    DaysAround days;
    days.today = at(today);
    days.month_from = at(month / 1);
    days.month_to = at((month + std::chrono::months(1)) / 1);
    for (int by = -back; by <= ahead; ++by) {
        const Day day = today + std::chrono::days(by);
        if (by != 0 && is_working(calendar, day)) {
            (by < 0 ? days.past : days.later).push_back(at(day));
        }
    }
    return days;
}

} // namespace policy
