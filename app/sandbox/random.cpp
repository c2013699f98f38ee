// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/random.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace sandbox {

Random::Random(std::uint64_t seed, std::uint64_t stream)
    : increment_((stream << 1U) | 1U) {
    (void)next();
    state_ += seed;
    (void)next();
}

std::uint32_t Random::next() {
    const std::uint64_t old = state_;
    state_ = old * 6364136223846793005ULL + increment_;
    const auto shifted = static_cast<std::uint32_t>(((old >> 18U) ^ old) >> 27U);
    const auto turn = static_cast<std::uint32_t>(old >> 59U);
    return (shifted >> turn) | (shifted << ((32U - turn) & 31U));
}

std::uint32_t Random::below(std::uint32_t bound) {
    if (bound == 0) {
        return 0;
    }
    const std::uint32_t threshold = (0U - bound) % bound;
    for (;;) {
        const std::uint32_t drawn = next();
        if (drawn >= threshold) {
            return drawn % bound;
        }
    }
}

int Random::between(int low, int high) {
    return low + static_cast<int>(below(static_cast<std::uint32_t>(high - low + 1)));
}

double Random::unit() {
    const std::uint64_t high = next() >> 5U;
    const std::uint64_t low = next() >> 6U;
    return static_cast<double>((high << 26U) | low) * 0x1.0p-53;
}

double Random::normal() {
    const double radius = std::sqrt(-2.0 * std::log(1.0 - unit()));
    return radius * std::cos(2.0 * std::numbers::pi * unit());
}

double Random::exponential() {
    return -std::log(1.0 - unit());
}

std::size_t Random::weighted(std::span<const double> weights) {
    double left = unit() * std::accumulate(weights.begin(), weights.end(), 0.0);
    for (std::size_t index = 0; index < weights.size(); ++index) {
        left -= weights[index];
        if (left < 0) {
            return index;
        }
    }
    return 0;
}

double Random::amount_of(const SpendCategory& category) {
    const LogNormal& part = category.amounts[chance(category.amounts[0].weight) ? 0 : 1];
    // Four deviations hold all that one organisation sees in years; beyond is only the mixture's tail.
    const double deviations = std::clamp(normal(), -4.0, 4.0);
    const double pounds = std::clamp(std::exp(part.mu + part.sigma * deviations), 0.5, 400'000.0);
    return chance(category.whole_pounds) ? std::max(1.0, std::round(pounds)) : pounds;
}

} // namespace sandbox
