// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/money.h"
#include "app/mapping/mapping.h"

#include <string>
#include <string_view>

namespace mapping {

/// Reads an amount as the rule says, exactly. Grouping must stand before every third digit; a plus sign, currency
/// signs and exponents are refused. Faults: malformed (not so written, or finer than the currency's minor unit),
/// too_large.
[[nodiscard]] base::Result<domain::Money> read_amount(std::string_view text, const DecimalRule& rule,
                                                      domain::Currency currency);

/// The same amount as plain decimal text ("-1234.50"). Faults: malformed.
[[nodiscard]] base::Result<std::string> plain_decimal(std::string_view text, const DecimalRule& rule);

} // namespace mapping
