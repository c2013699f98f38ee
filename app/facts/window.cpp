// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/facts/window.h"

#include <algorithm>

namespace facts {

namespace {

std::int64_t hour_of(base::Instant at) {
    return std::chrono::floor<std::chrono::hours>(at).time_since_epoch().count();
}

std::int64_t day_of(base::Instant at) {
    return std::chrono::floor<std::chrono::days>(at).time_since_epoch().count();
}

bool is_before(const std::pair<std::int64_t, Total>& one, std::int64_t bucket) {
    return one.first < bucket;
}

} // namespace

void Total::add(std::int64_t amount, std::int64_t orders) {
    const bool over =
        orders < 0 ? __builtin_sub_overflow(minor, amount, &minor) : __builtin_add_overflow(minor, amount, &minor);
    beyond = beyond || over;
    count += orders;
}

void Total::add(const Total& other) {
    beyond = __builtin_add_overflow(minor, other.minor, &minor) || beyond || other.beyond;
    count += other.count;
}

void Buckets::add(std::int64_t bucket, std::int64_t minor, std::int64_t count) {
    if (!buckets_.empty() && bucket <= buckets_.back().first - kept_) {
        return; // long over: nothing can ask for it any more
    }
    auto place = buckets_.end();
    if (!buckets_.empty() && bucket <= buckets_.back().first) {
        place = std::lower_bound(buckets_.begin(), buckets_.end(), bucket, is_before);
    }
    if (place == buckets_.end() || place->first != bucket) {
        place = buckets_.insert(place, {bucket, Total{}});
    }
    place->second.add(minor, count);
    const auto kept = std::lower_bound(buckets_.begin(), buckets_.end(), buckets_.back().first - kept_ + 1, is_before);
    buckets_.erase(buckets_.begin(), kept);
}

Total Buckets::sum(std::int64_t first, std::int64_t last) const {
    Total all;
    for (auto one = buckets_.rbegin(); one != buckets_.rend() && one->first >= first; ++one) {
        if (one->first <= last) {
            all.add(one->second);
        }
    }
    return all;
}

void Window::add(base::Instant at, std::int64_t minor, std::int64_t count) {
    hours_.add(hour_of(at), minor, count);
    days_.add(day_of(at), minor, count);
}

Total Window::last_day(base::Instant now) const {
    return hours_.sum(hour_of(now) - 23, hour_of(now));
}

Total Window::last_days(base::Instant now, int days) const {
    return days_.sum(day_of(now) - days + 1, day_of(now));
}

Total Window::month(base::Instant now) const {
    const std::chrono::year_month_day date(std::chrono::floor<std::chrono::days>(now));
    const std::chrono::sys_days first(date.year() / date.month() / 1);
    return days_.sum(first.time_since_epoch().count(), day_of(now));
}

void Totals::add(domain::Currency currency, const Total& total) {
    const auto found = std::find_if(all_.begin(), all_.end(), [&](const auto& one) { return one.first == currency; });
    if (found == all_.end()) {
        all_.emplace_back(currency, total);
    } else {
        found->second.add(total);
    }
}

void Totals::add(const domain::Money& amount, std::int64_t count) {
    Total one;
    one.add(amount.minor, count);
    add(amount.currency, one);
}

} // namespace facts
