// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cel/times.h"
#include "app/policy/vocabulary.h"

namespace policy {

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
    return calendar->days[static_cast<std::size_t>(parts.day_of_week)] && minute >= calendar->from_minute &&
           minute < calendar->to_minute && !calendar->holidays.contains(day);
}

} // namespace policy
