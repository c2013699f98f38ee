// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/facts/window.h"

namespace facts {

namespace {

constexpr std::int64_t hours_kept = 48;

std::int64_t hour_of(base::Instant at) {
    return std::chrono::floor<std::chrono::hours>(at).time_since_epoch().count();
}

std::int64_t day_of(base::Instant at) {
    return std::chrono::floor<std::chrono::days>(at).time_since_epoch().count();
}

void put(std::map<std::int64_t, Total>& buckets, std::int64_t bucket, std::int64_t minor, std::int64_t count,
         std::int64_t kept) {
    if (!buckets.empty() && bucket <= buckets.rbegin()->first - kept) {
        return; // long over: nothing can ask for it any more
    }
    Total& total = buckets[bucket];
    const bool over = count < 0 ? __builtin_sub_overflow(total.minor, minor, &total.minor)
                                : __builtin_add_overflow(total.minor, minor, &total.minor);
    total.beyond = total.beyond || over;
    total.count += count;
    buckets.erase(buckets.begin(), buckets.upper_bound(buckets.rbegin()->first - kept));
}

Total sum(const std::map<std::int64_t, Total>& buckets, std::int64_t first, std::int64_t last) {
    Total all;
    const auto end = buckets.upper_bound(last);
    for (auto bucket = buckets.lower_bound(first); bucket != end; ++bucket) {
        all.count += bucket->second.count;
        all.beyond =
            __builtin_add_overflow(all.minor, bucket->second.minor, &all.minor) || all.beyond || bucket->second.beyond;
    }
    return all;
}

} // namespace

void Window::add(base::Instant at, std::int64_t minor, std::int64_t count) {
    put(hours_, hour_of(at), minor, count, hours_kept);
    put(days_, day_of(at), minor, count, kept.count());
}

Total Window::last_day(base::Instant now) const {
    return sum(hours_, hour_of(now) - 23, hour_of(now));
}

Total Window::last_days(base::Instant now, int days) const {
    return sum(days_, day_of(now) - days + 1, day_of(now));
}

Total Window::month(base::Instant now) const {
    const std::chrono::year_month_day date(std::chrono::floor<std::chrono::days>(now));
    const std::chrono::sys_days first(date.year() / date.month() / 1);
    return sum(days_, first.time_since_epoch().count(), day_of(now));
}

} // namespace facts
