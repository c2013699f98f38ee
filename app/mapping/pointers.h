// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/money.h"
#include "app/json/view.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mapping {

/// Finds values by a JSON pointer (RFC 6901) with two additions: "*" means every element of an array, and a negative
/// index counts from the end ("-1" is the last element).
[[nodiscard]] std::vector<json::View> find_all(json::View root, std::string_view pointer);

/// The first value that any of the pointers finds.
[[nodiscard]] std::optional<json::View> find_first(json::View root, const std::vector<std::string>& pointers);

/// A string, number or boolean as text; empty for everything else.
[[nodiscard]] std::string text_of(json::View value);

/// The sum of all amounts that the first fitting pointer finds; numbers or strings in plain decimals. Nothing when no
/// pointer finds anything or one value is no exact amount of the currency.
[[nodiscard]] std::optional<domain::Money> sum_of(json::View root, const std::vector<std::string>& pointers,
                                                  domain::Currency currency);

} // namespace mapping
