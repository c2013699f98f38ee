// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/what_if.h"

namespace domain {

void Flow::add(const Money& amount) {
    ++orders;
    std::int64_t& sum = minor[amount.currency];
    beyond = __builtin_add_overflow(sum, amount.minor, &sum) || beyond;
}

void Flow::add(const Flow& other) {
    orders += other.orders;
    beyond = beyond || other.beyond;
    for (const auto& [currency, part] : other.minor) {
        std::int64_t& sum = minor[currency];
        beyond = __builtin_add_overflow(sum, part, &sum) || beyond;
    }
}

} // namespace domain
