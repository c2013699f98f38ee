// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/domain/currency.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace domain {

/// An exact amount: a count of ISO 4217 minor units (cents, yen, fils) with its currency. Never a double, anywhere.
/// Amounts of two currencies do not compare and do not add.
struct Money {
    std::int64_t minor = 0;
    Currency currency;

    friend bool operator==(const Money&, const Money&) = default;
};

/// The exact sum. Faults: invalid_argument (two currencies), too_large (beyond 64 bits).
[[nodiscard]] base::Result<Money> add(const Money& left, const Money& right);

/// The exact difference left - right. Faults as add().
[[nodiscard]] base::Result<Money> subtract(const Money& left, const Money& right);

/// The exact product with a whole number. Faults: too_large.
[[nodiscard]] base::Result<Money> multiply(const Money& amount, std::int64_t factor);

/// Plain decimal text without grouping, e.g. {-1050, EUR} is "-10.50" and {7, JPY} is "7". For CSV, logs and signing;
/// what a person sees is made by app/text for their locale.
[[nodiscard]] std::string to_decimal(const Money& amount);

/// Reads plain decimal text ("-10.5", "1200", "0.125"), exactly: a digit beyond the currency's minor unit that is not
/// zero is refused, never rounded. No grouping, no exponent, no sign but '-'.
/// Faults: malformed, too_large.
[[nodiscard]] base::Result<Money> from_decimal(std::string_view text, Currency currency);

} // namespace domain
