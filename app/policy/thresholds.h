// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/money.h"
#include "app/policy/text_place.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace policy {

/// An amount, money('500.00 GBP'), or a plain number that a condition compares with (repeats >= 4).
struct FoundThreshold {
    TextPlace place;  ///< in the condition: of the amount without its quotes, or of the number
    std::string text; ///< as it stands there
    std::optional<domain::Money> amount;
};

/// What a person may want to raise or lower without reading the condition, from left to right.
[[nodiscard]] std::vector<FoundThreshold> thresholds_of(std::string_view condition);

/// The condition with another value there. Faults: not_found (no such threshold), invalid_argument (not of its kind).
[[nodiscard]] base::Result<std::string> with_threshold(std::string_view condition, std::size_t number,
                                                       const std::string& text);

} // namespace policy
