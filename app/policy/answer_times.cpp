// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/policy/answer_times.h"

#include "app/cel/times.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace policy {

namespace {

using std::chrono::days;
using std::chrono::minutes;
using std::chrono::sys_days;
using std::chrono::sys_seconds;
using Window = std::pair<sys_seconds, sys_seconds>; ///< from, to (exclusive), in UTC

/// No zone is further from UTC than this.
constexpr std::chrono::hours furthest{15};

cel::Timestamp timestamp(sys_seconds moment) {
    return {moment.time_since_epoch().count(), 0};
}

/// The wall clock of the calendar's zone, as if it were UTC.
sys_seconds wall_clock(const Calendar& calendar, sys_seconds moment) {
    return moment + std::chrono::seconds(cel::offset_at(timestamp(moment), calendar.zone).value_or(0));
}

bool is_work_day(const Calendar& calendar, sys_days day) {
    const auto weekday = std::chrono::weekday(day).c_encoding(); // Sunday is 0
    const std::string name = cel::to_text(timestamp(day)).substr(0, 10);
    return calendar.days[weekday] && !calendar.holidays.contains(name);
}

/// The working time of a local day around which clocks are changed, minute by minute.
std::vector<Window> changed_day(const Calendar& calendar, sys_days day) {
    std::vector<Window> windows;
    const sys_seconds begin = sys_seconds(day) + minutes(calendar.from_minute);
    const sys_seconds end = sys_seconds(day) + minutes(calendar.to_minute);
    for (sys_seconds at = begin - furthest; at < end + furthest; at += minutes(1)) {
        const sys_seconds wall = wall_clock(calendar, at);
        if (wall < begin || wall >= end) {
            continue;
        }
        if (!windows.empty() && windows.back().second == at) {
            windows.back().second += minutes(1);
        } else {
            windows.emplace_back(at, at + minutes(1));
        }
    }
    return windows;
}

/// The working time of a local day; several pieces only where clocks are changed within it.
std::vector<Window> windows_of(const Calendar& calendar, sys_days day) {
    if (!is_work_day(calendar, day)) {
        return {};
    }
    const sys_seconds begin = sys_seconds(day) + minutes(calendar.from_minute);
    const sys_seconds end = sys_seconds(day) + minutes(calendar.to_minute);
    const auto before = cel::offset_at(timestamp(begin - furthest), calendar.zone);
    const auto after = cel::offset_at(timestamp(end + furthest), calendar.zone);
    if (before != after) {
        return changed_day(calendar, day);
    }
    const std::chrono::seconds offset(before.value_or(0));
    return {{begin - offset, end - offset}};
}

} // namespace

std::optional<base::Instant> answer_by(const std::optional<Calendar>& calendar, base::Instant since, minutes within) {
    if (!calendar) {
        return since + within;
    }
    const auto start = std::chrono::floor<std::chrono::seconds>(since);
    if (!cel::offset_at(timestamp(start), calendar->zone)) {
        return std::nullopt;
    }
    base::Microseconds left = within;
    const sys_days first = std::chrono::floor<days>(wall_clock(*calendar, start));
    for (sys_days day = first; day <= first + answer_horizon; day += days(1)) {
        for (const auto& [from, to] : windows_of(*calendar, day)) {
            const base::Instant begin = std::max(base::Instant(from), since);
            if (begin >= base::Instant(to)) {
                continue;
            }
            const base::Microseconds room = base::Instant(to) - begin;
            if (left <= room) {
                return begin + left;
            }
            left -= room;
        }
    }
    return std::nullopt;
}

AnswerTerms answer_terms(const Document& document, domain::Tier tier, base::Instant since) {
    AnswerTerms terms;
    const auto within = document.answer_within.find(tier);
    if (within == document.answer_within.end()) {
        return terms;
    }
    terms.by = answer_by(document.calendar, since, within->second);
    const auto then = document.when_unanswered.find(tier);
    if (then != document.when_unanswered.end()) {
        terms.then = then->second;
    }
    return terms;
}

} // namespace policy
