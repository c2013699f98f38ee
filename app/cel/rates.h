// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/domain/money.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cel {

/// One unit of `from` is worth mantissa / 10^decimals units of `to`: exact, as the policy writes it.
struct Rate {
    domain::Currency from;
    domain::Currency to;
    std::int64_t mantissa = 0; ///< above zero
    int decimals = 0;          ///< 0 to 9
    friend bool operator==(const Rate&, const Rate&) = default;
};

/// Reads "0.8641". Faults: malformed (no plain decimal, not above zero, more than 9 decimals).
[[nodiscard]] base::Result<Rate> rate_from(domain::Currency from, domain::Currency to, std::string_view decimal);

/// The rates of one day, named so that a trace can say which were used.
struct RateTable {
    std::string name; ///< e.g. "ECB reference rates"
    std::string date; ///< ISO 8601 day, e.g. "2026-03-02"
    std::vector<Rate> rates;

    /// The rate from the one to the other, in either direction; nothing when the table does not join them.
    [[nodiscard]] const Rate* find(domain::Currency one, domain::Currency other) const;
    friend bool operator==(const RateTable&, const RateTable&) = default;
};

/// -1, 0 or 1: how the amounts compare at the rate, exactly and without rounding. `rate` joins their currencies.
/// Nothing beyond 127 bits.
[[nodiscard]] std::optional<int> compare_at(const domain::Money& left, const domain::Money& right, const Rate& rate);

/// The amount in the other currency of the rate, rounded to the minor unit, half away from zero.
/// Faults: too_large, invalid_argument (the rate does not speak of the amount's currency).
[[nodiscard]] base::Result<domain::Money> convert(const domain::Money& amount, const Rate& rate);

/// "1 USD = 0.8641 EUR, ECB reference rates of 2026-03-02"
[[nodiscard]] std::string describe(const Rate& rate, const RateTable& table);

} // namespace cel
