// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/scale.h"

#include <algorithm>
#include <cmath>

namespace ui::charts {

namespace {

/// Far enough from the ends of 64 bits that steps can be added.
constexpr double furthest = 4e18;

std::int64_t step_for(double span, int most) {
    std::int64_t power = 1;
    for (;;) {
        for (const std::int64_t factor : {1, 2, 5}) {
            if (span / static_cast<double>(factor * power) <= most - 1) {
                return factor * power;
            }
        }
        if (power >= 1'000'000'000'000'000'000) {
            return power;
        }
        power *= 10;
    }
}

} // namespace

std::vector<std::int64_t> ticks(double least, double greatest, int most) {
    const double low = std::clamp(std::min(least, 0.0), -furthest, 0.0);
    const double high = std::clamp(std::max(greatest, 0.0), 0.0, furthest);
    const std::int64_t step = step_for(std::max(high - low, 1.0), std::max(most, 3) - 1);
    std::vector<std::int64_t> all;
    const auto first = static_cast<std::int64_t>(std::floor(low / static_cast<double>(step)));
    const auto last = std::max(static_cast<std::int64_t>(std::ceil(high / static_cast<double>(step))), first + 1);
    for (std::int64_t i = first; i <= last; ++i) {
        all.push_back(i * step);
    }
    return all;
}

} // namespace ui::charts
