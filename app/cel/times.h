// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cel/value.h"

#include <optional>
#include <string>
#include <string_view>

namespace cel {

/// RFC 3339 with up to nine decimals and any offset, years 1 to 9999; nothing for anything else.
[[nodiscard]] std::optional<Timestamp> read_timestamp(std::string_view text);

/// RFC 3339 in UTC with as many decimals as there are: "2009-02-13T23:31:30Z".
[[nodiscard]] std::string to_text(Timestamp moment);

/// Whether the moment lies in the years 1 to 9999.
[[nodiscard]] bool in_range(Timestamp moment);

/// A signed sum of decimal numbers with units h, m, s, ms, us, ns: "1h30m", "-1.5s"; nothing beyond 64 bits of
/// nanoseconds or for anything else.
[[nodiscard]] std::optional<std::chrono::nanoseconds> read_duration(std::string_view text);

/// Seconds with as many decimals as there are: "1000000s", "0.5s".
[[nodiscard]] std::string to_text(std::chrono::nanoseconds span);

/// moment + span; nothing outside of the years 1 to 9999.
[[nodiscard]] std::optional<Timestamp> shifted(Timestamp moment, std::chrono::nanoseconds span);

/// left - right; nothing beyond 64 bits of nanoseconds.
[[nodiscard]] std::optional<std::chrono::nanoseconds> between(Timestamp left, Timestamp right);

/// Seconds to add to UTC at that moment: a zone of the IANA database, or an offset as "+11:00", "02:00", "-02:30";
/// nothing for an unknown zone.
[[nodiscard]] std::optional<int> offset_at(Timestamp moment, std::string_view zone);

/// A moment taken apart in some zone, numbered as CEL's getters number: months, days of month and of year from 0 (but
/// `date` from 1), days of week from Sunday = 0.
struct TimeParts {
    std::int64_t year = 0, month = 0, day_of_month = 0, date = 0, day_of_week = 0, day_of_year = 0;
    std::int64_t hours = 0, minutes = 0, seconds = 0, milliseconds = 0;
};
[[nodiscard]] TimeParts parts_of(Timestamp moment, int offset_seconds);

} // namespace cel
