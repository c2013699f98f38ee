// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"

#include <cstdint>
#include <deque>
#include <utility>

namespace newsroom {

/// How many a second, over the last five seconds. For one thread, or under the caller's lock.
class Rate {
public:
    void add(base::Instant now, std::uint64_t count);
    [[nodiscard]] double per_second(base::Instant now);

private:
    void forget(base::Instant now);

    std::deque<std::pair<base::Instant, std::uint64_t>> counts_;
    std::uint64_t sum_ = 0;
};

} // namespace newsroom
