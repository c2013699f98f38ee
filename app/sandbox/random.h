// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/spend_parameters.h"

#include <cstdint>
#include <span>

namespace sandbox {

/// PCG-XSH-RR 64/32 (O'Neill, 2014) with distributions of our own, because those of the standard library differ from
/// one library to the next: the same seed gives the same world everywhere.
class Random {
public:
    explicit Random(std::uint64_t seed, std::uint64_t stream = 1);

    [[nodiscard]] std::uint32_t next();
    /// 0 to below `bound` without bias; 0 for a bound of 0.
    [[nodiscard]] std::uint32_t below(std::uint32_t bound);
    /// `low` to `high`, both included.
    [[nodiscard]] int between(int low, int high);
    /// 0 to below 1, in steps of 2^-53.
    [[nodiscard]] double unit();
    [[nodiscard]] bool chance(double probability) { return unit() < probability; }
    /// Mean 0, deviation 1 (Box and Muller, 1958).
    [[nodiscard]] double normal();
    /// Mean 1.
    [[nodiscard]] double exponential();
    /// Index drawn by weights; 0 when all are nothing.
    [[nodiscard]] std::size_t weighted(std::span<const double> weights);
    /// An amount in pounds of the category's mixture.
    [[nodiscard]] double amount_of(const SpendCategory& category);

    template <class T>
    [[nodiscard]] const T& pick(std::span<const T> from) {
        return from[below(static_cast<std::uint32_t>(from.size()))];
    }

private:
    std::uint64_t state_ = 0;
    std::uint64_t increment_ = 1;
};

} // namespace sandbox
