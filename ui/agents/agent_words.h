// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/text/formats.h"
#include "models/agents/fleet_model.h"
#include "ui/look/theme.h"

#include <QCoreApplication>

namespace ui::agents {

/// The words of the fleet, translated.
class AgentWords {
    Q_DECLARE_TR_FUNCTIONS(ui::agents::AgentWords)
public:
    [[nodiscard]] static QString of(models::agents::Standing standing);
    [[nodiscard]] static QString of(models::agents::Column column);
    [[nodiscard]] static QString cell(const ports::AgentRow& row, models::agents::Column column, base::Instant now,
                                      const text::Formats& formats);
    /// State with what else has to be known: probation, a stop that is not confirmed.
    [[nodiscard]] static QString state(const ports::AgentRow& row, base::Instant now);
    [[nodiscard]] static QString heartbeat(const ports::AgentRow& row, base::Instant now);
    /// Today's money, one amount per currency.
    [[nodiscard]] static QString today(const ports::AgentRow& row, const text::Formats& formats);
    /// "12.4 % of 5,000.00 EUR".
    [[nodiscard]] static QString budget(const ports::AgentRow& row, const text::Formats& formats);
    /// "3.1 % (4 of 129)".
    [[nodiscard]] static QString escalated(const ports::AgentRow& row, const text::Formats& formats);
};

[[nodiscard]] look::Level level_of(models::agents::Standing standing);
/// Of a budget: caution from 80 %, serious from 100 %.
[[nodiscard]] look::Level budget_level(std::int64_t permille);

} // namespace ui::agents
