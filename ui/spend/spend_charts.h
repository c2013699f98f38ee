// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/spend.h"
#include "app/text/formats.h"
#include "models/series/chart.h"
#include "ui/spend/period.h"

#include <QCoreApplication>

namespace ui::spend {

/// Answers of the books as charts: exact texts beside positions.
class SpendCharts {
    Q_DECLARE_TR_FUNCTIONS(ui::spend::SpendCharts)
public:
    /// Money per tier (a stack with what has none on top) and time.
    [[nodiscard]] static models::series::Chart tiers(const ports::SpendAnswer& answer, ports::TierBy by,
                                                     const Span& span, const text::Formats& formats);
    /// Which share of the orders machines handled alone, and people, in thousandths.
    [[nodiscard]] static models::series::Chart handling(const ports::SpendAnswer& answer, const Span& span,
                                                        const text::Formats& formats);

    /// "1,234.50 EUR", or that it is more than can be counted.
    [[nodiscard]] static QString money(const ports::Spent& spent, const text::Formats& formats);
    /// "Confirm"; "Not judged yet", "Not assessed".
    [[nodiscard]] static QString tier(std::size_t slot, ports::TierBy by);
    [[nodiscard]] static QString handling(ports::Handling handling);
    [[nodiscard]] static QString orders(std::int64_t count);
};

/// A part of a whole in thousandths, rounded down; nothing of nothing.
[[nodiscard]] std::optional<std::int32_t> permille(std::int64_t part, std::int64_t whole);

} // namespace ui::spend
