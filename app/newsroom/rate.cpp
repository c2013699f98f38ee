// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/newsroom/rate.h"

namespace newsroom {

namespace {
constexpr std::chrono::seconds window{5};
}

void Rate::add(base::Instant now, std::uint64_t count) {
    forget(now);
    counts_.emplace_back(now, count);
    sum_ += count;
}

double Rate::per_second(base::Instant now) {
    forget(now);
    return static_cast<double>(sum_) / static_cast<double>(window.count());
}

void Rate::forget(base::Instant now) {
    while (!counts_.empty() && counts_.front().first + window <= now) {
        sum_ -= counts_.front().second;
        counts_.pop_front();
    }
}

} // namespace newsroom
