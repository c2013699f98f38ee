// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cel/rates.h"

#include "app/cel/wide.h"

#include <algorithm>
#include <limits>

namespace cel {

namespace {

constexpr int most_decimals = 9;

Wide power_of_ten(int exponent) {
    Wide power = 1;
    for (; exponent > 0; --exponent) {
        power *= 10;
    }
    return power;
}

/// numerator / denominator: what one minor unit of `from` is in minor units of `to`.
struct Ratio {
    Wide numerator = 1;
    Wide denominator = 1;
};

Ratio ratio_of(const Rate& rate) {
    return {Wide{rate.mantissa} * power_of_ten(rate.to.exponent()), power_of_ten(rate.decimals + rate.from.exponent())};
}

} // namespace

base::Result<Rate> rate_from(domain::Currency from, domain::Currency to, std::string_view decimal) {
    Rate rate{from, to, 0, 0};
    bool point = false;
    bool good = !decimal.empty() && decimal.front() != '.' && decimal.back() != '.' && from.valid() && to.valid();
    for (const char c : decimal) {
        if (c == '.' && !point) {
            point = true;
            continue;
        }
        good = good && c >= '0' && c <= '9' && !__builtin_mul_overflow(rate.mantissa, 10, &rate.mantissa) &&
               !__builtin_add_overflow(rate.mantissa, c - '0', &rate.mantissa);
        rate.decimals += point ? 1 : 0;
    }
    if (!good || rate.mantissa <= 0 || rate.decimals > most_decimals || from == to) {
        return base::Fault{
            base::FaultCode::malformed, "not a rate between two currencies: " + std::string(decimal.substr(0, 40)), {}};
    }
    return rate;
}

const Rate* RateTable::find(domain::Currency one, domain::Currency other) const {
    const auto found = std::find_if(rates.begin(), rates.end(), [&](const Rate& rate) {
        return (rate.from == one && rate.to == other) || (rate.from == other && rate.to == one);
    });
    return found == rates.end() ? nullptr : &*found;
}

std::optional<int> compare_at(const domain::Money& left, const domain::Money& right, const Rate& rate) {
    const bool forward = left.currency == rate.from && right.currency == rate.to;
    const bool backward = left.currency == rate.to && right.currency == rate.from;
    const Ratio ratio = ratio_of(rate);
    Wide one = 0;
    Wide other = 0;
    if ((!forward && !backward) ||
        __builtin_mul_overflow(Wide{left.minor}, forward ? ratio.numerator : ratio.denominator, &one) ||
        __builtin_mul_overflow(Wide{right.minor}, forward ? ratio.denominator : ratio.numerator, &other)) {
        return std::nullopt;
    }
    return one < other ? -1 : one > other ? 1 : 0;
}

base::Result<domain::Money> convert(const domain::Money& amount, const Rate& rate) {
    const bool forward = amount.currency == rate.from;
    if (!forward && amount.currency != rate.to) {
        return base::Fault{base::FaultCode::invalid_argument, "the rate does not speak of the amount's currency", {}};
    }
    const Ratio ratio = ratio_of(rate);
    const Wide by = forward ? ratio.numerator : ratio.denominator;
    const Wide divisor = forward ? ratio.denominator : ratio.numerator;
    Wide product = 0;
    Wide doubled = 0; // the divisor is below 2^77, so twice it is no trouble
    if (__builtin_mul_overflow(Wide{amount.minor}, by, &product) ||
        __builtin_mul_overflow(product, Wide{2}, &doubled) ||
        __builtin_add_overflow(doubled, product < 0 ? -divisor : divisor, &doubled)) {
        return base::Fault{base::FaultCode::too_large, "an amount beyond 64 bits of minor units", {}};
    }
    const Wide minor = doubled / (divisor * 2); // half away from zero
    if (minor > std::numeric_limits<std::int64_t>::max() || minor < std::numeric_limits<std::int64_t>::min()) {
        return base::Fault{base::FaultCode::too_large, "an amount beyond 64 bits of minor units", {}};
    }
    return domain::Money{static_cast<std::int64_t>(minor), forward ? rate.to : rate.from};
}

std::string describe(const Rate& rate, const RateTable& table) {
    std::string digits = std::to_string(rate.mantissa);
    const auto decimals = static_cast<std::size_t>(rate.decimals);
    if (digits.size() <= decimals) {
        digits.insert(0, decimals + 1 - digits.size(), '0');
    }
    if (decimals > 0) {
        digits.insert(digits.size() - decimals, 1, '.');
    }
    return "1 " + std::string(rate.from.code()) + " = " + digits + " " + std::string(rate.to.code()) + ", " +
           table.name + " of " + table.date;
}

} // namespace cel
