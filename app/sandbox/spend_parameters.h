// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <span>
#include <string_view>

namespace sandbox {

/// One part of a mixture: with probability `weight`, ln(amount in pounds) is normal with mean `mu` and deviation
/// `sigma`.
struct LogNormal {
    double weight;
    double mu;
    double sigma;
};

/// What one category of real card spending looks like. Figures of shape only; how they were derived says
/// packaging/derive-spend-parameters.py.
struct SpendCategory {
    std::string_view name;
    double share;        ///< of all rows
    double refund_share; ///< of the category's rows: money that comes back
    double refund_ratio; ///< median refund to median purchase
    double whole_pounds; ///< share of purchases without pence
    std::array<LogNormal, 2> amounts;
};

struct SpendRhythm {
    std::array<double, 7> weekdays;        ///< share of rows, Monday first
    std::array<int, 3> merchants_per_card; ///< quartiles of one month
    std::array<int, 3> rows_per_card;      ///< quartiles of one month
    double same_merchant_again;            ///< share of rows to a merchant that the card used before in the month
};

[[nodiscard]] std::span<const SpendCategory> spend_categories();
[[nodiscard]] const SpendRhythm& spend_rhythm();

} // namespace sandbox
