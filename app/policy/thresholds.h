// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/money.h"
#include "app/policy/text_place.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace policy {

/// "500.00 GBP", as conditions and verdicts write an amount.
[[nodiscard]] std::optional<domain::Money> amount_in(std::string_view text);

/// An amount, money('500.00 GBP'), or a plain number that a condition compares with (repeats >= 4).
struct FoundThreshold {
    TextPlace place;  ///< in the condition: of the amount without its quotes, or of the number
    std::string text; ///< as it stands there
    std::optional<domain::Money> amount;
};

/// What a person may want to raise or lower without reading the condition, from left to right.
[[nodiscard]] std::vector<FoundThreshold> thresholds_of(std::string_view condition);

/// Where a condition begins to fire: NAME > money('…') or NAME >= money('…').
struct Floor {
    std::string name;          ///< that it compares, "together.total"
    std::size_t threshold = 0; ///< its number among thresholds_of()
    domain::Money from;
    bool inclusive = false;
};

/// The first of them, when raising it can only let more through: the comparison stands by itself, and the condition
/// joins its parts with && alone.
[[nodiscard]] std::optional<Floor> floor_of(std::string_view condition);

/// A round amount of two digits from which on a floor leaves `most` alone: above it, or at it where the floor itself
/// does not fire. Nothing where 64 bits do not hold it.
[[nodiscard]] std::optional<domain::Money> round_floor_above(const domain::Money& most, bool inclusive);

/// The condition with another value there. Faults: not_found (no such threshold), invalid_argument (not of its kind).
[[nodiscard]] base::Result<std::string> with_threshold(std::string_view condition, std::size_t number,
                                                       const std::string& text);

} // namespace policy
