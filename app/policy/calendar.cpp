// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cel/times.h"
#include "app/policy/vocabulary.h"

namespace policy {

namespace {

bool is_at_work(const Calendar& calendar, const cel::TimeParts& parts, const std::string& day) {
    return calendar.days[static_cast<std::size_t>(parts.day_of_week)] && !calendar.holidays.contains(day);
}

} // namespace

bool has_day_only(const Case& one) {
    return one.version.key.source.bytes().starts_with("file:") &&
           std::chrono::floor<std::chrono::days>(one.now) == one.now;
}

std::optional<bool> working_day(const std::optional<Calendar>& calendar, base::Instant day) {
    if (!calendar) {
        return true;
    }
    const cel::Timestamp moment = cel::Value::timestamp(day).timestamp(); // a day is written without a zone
    return is_at_work(*calendar, cel::parts_of(moment, 0), cel::to_text(moment).substr(0, 10));
}

std::optional<bool> working(const std::optional<Calendar>& calendar, base::Instant now) {
    if (!calendar) {
        return true;
    }
    const cel::Timestamp moment = cel::Value::timestamp(now).timestamp();
    const auto offset = cel::offset_at(moment, calendar->zone);
    if (!offset) {
        return std::nullopt;
    }
    const cel::TimeParts parts = cel::parts_of(moment, *offset);
    const auto minute = parts.hours * 60 + parts.minutes;
    const std::string day = cel::to_text(cel::Timestamp{moment.seconds + *offset, 0}).substr(0, 10);
    return is_at_work(*calendar, parts, day) && minute >= calendar->from_minute && minute < calendar->to_minute;
}

} // namespace policy
