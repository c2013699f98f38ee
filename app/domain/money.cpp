// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/money.h"

#include <limits>

namespace domain {

namespace {

base::Fault two_currencies(const Money& left, const Money& right) {
    return base::Fault{base::FaultCode::invalid_argument,
                       "amounts of two currencies: " + std::string(left.currency.code()) + " and " +
                           std::string(right.currency.code()),
                       {}};
}

base::Fault beyond_64_bits() {
    return base::Fault{base::FaultCode::too_large, "an amount beyond 64 bits of minor units", {}};
}

base::Fault not_decimal(std::string_view text) {
    return base::Fault{base::FaultCode::malformed, "not a decimal amount: " + std::string(text.substr(0, 40)), {}};
}

/// Appends one decimal digit to a value that grows away from zero; false when it leaves 64 bits.
bool append_digit(std::int64_t& value, int digit, bool negative) {
    return !__builtin_mul_overflow(value, std::int64_t{10}, &value) &&
           !__builtin_add_overflow(value, negative ? -digit : digit, &value);
}

} // namespace

base::Result<Money> add(const Money& left, const Money& right) {
    if (left.currency != right.currency) {
        return two_currencies(left, right);
    }
    Money sum{0, left.currency};
    if (__builtin_add_overflow(left.minor, right.minor, &sum.minor)) {
        return beyond_64_bits();
    }
    return sum;
}

base::Result<Money> subtract(const Money& left, const Money& right) {
    if (left.currency != right.currency) {
        return two_currencies(left, right);
    }
    Money difference{0, left.currency};
    if (__builtin_sub_overflow(left.minor, right.minor, &difference.minor)) {
        return beyond_64_bits();
    }
    return difference;
}

base::Result<Money> multiply(const Money& amount, std::int64_t factor) {
    Money product{0, amount.currency};
    if (__builtin_mul_overflow(amount.minor, factor, &product.minor)) {
        return beyond_64_bits();
    }
    return product;
}

std::string to_decimal(const Money& amount) {
    const auto exponent = static_cast<std::size_t>(amount.currency.exponent());
    const bool negative = amount.minor < 0;
    // The magnitude as unsigned: the lowest 64-bit number has no positive counterpart.
    const std::uint64_t magnitude =
        negative ? ~static_cast<std::uint64_t>(amount.minor) + 1U : static_cast<std::uint64_t>(amount.minor);
    std::string digits = std::to_string(magnitude);
    if (digits.size() <= exponent) {
        digits.insert(0, exponent + 1 - digits.size(), '0');
    }
    if (exponent > 0) {
        digits.insert(digits.size() - exponent, 1, '.');
    }
    return negative ? "-" + digits : digits;
}

base::Result<Money> from_decimal(std::string_view text, Currency currency) {
    const bool negative = !text.empty() && text.front() == '-';
    const std::string_view digits = negative ? text.substr(1) : text;
    std::int64_t minor = 0;
    int decimals = -1; // -1 before the point
    int whole = 0;
    for (const char c : digits) {
        if (c == '.' && decimals < 0 && whole > 0) {
            decimals = 0;
            continue;
        }
        if (c < '0' || c > '9') {
            return not_decimal(text);
        }
        if (decimals >= currency.exponent()) {
            if (c != '0') {
                return base::Fault{base::FaultCode::malformed,
                                   "more decimals than " + std::string(currency.code()) +
                                       " has: " + std::string(text.substr(0, 40)),
                                   {}};
            }
            ++decimals;
            continue;
        }
        if (!append_digit(minor, c - '0', negative)) {
            return beyond_64_bits();
        }
        decimals < 0 ? ++whole : ++decimals;
    }
    if (whole == 0 || decimals == 0) {
        return not_decimal(text);
    }
    for (int missing = currency.exponent() - (decimals < 0 ? 0 : decimals); missing > 0; --missing) {
        if (!append_digit(minor, 0, negative)) {
            return beyond_64_bits();
        }
    }
    return Money{minor, currency};
}

} // namespace domain
