// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/agents/agent_words.h"

#include "app/text/fill.h"
#include "app/text/safe_text.h"
#include "ui/look/words.h"

#include <QStringList>

#include <algorithm>
#include <numeric>

namespace ui::agents {

using models::agents::Column;
using models::agents::Standing;

QString AgentWords::of(Standing standing) {
    switch (standing) {
    case Standing::retired: return tr("Retired");
    case Standing::stopped: return tr("Stopped");
    case Standing::idle: return tr("Idle");
    case Standing::active: return tr("Active");
    case Standing::unregistered: return tr("Not registered");
    case Standing::degraded: return tr("Degraded");
    case Standing::silent: return tr("Silent");
    case Standing::stopping: return tr("Stop not confirmed");
    }
    return {};
}

QString AgentWords::of(Column column) {
    switch (column) {
    case Column::state: return tr("State");
    case Column::name: return tr("Agent");
    case Column::kind: return tr("Kind");
    case Column::heartbeat: return tr("Heard");
    case Column::today: return tr("Spent today");
    case Column::budget: return tr("Month's budget");
    case Column::orders: return tr("Orders, 24 h");
    case Column::escalated: return tr("Escalated");
    }
    return {};
}

QString AgentWords::state(const ports::AgentRow& row, base::Instant now) {
    const QString state = of(models::agents::standing_of(row, now));
    return row.on_probation ? text::fill(tr("%1, on probation"), {state}) : state;
}

QString AgentWords::heartbeat(const ports::AgentRow& row, base::Instant now) {
    if (const auto heard = row.last_heartbeat ? row.last_heartbeat : row.last_seen) {
        return look::TimeWords::until(std::min(*heard, now), now);
    }
    return tr("Never");
}

QString AgentWords::today(const ports::AgentRow& row, const text::Formats& formats) {
    QStringList amounts;
    for (const ports::Spent& spent : row.today) {
        amounts.append(spent.beyond ? text::fill(tr("above %1"), {formats.money(spent.money)})
                                    : formats.money(spent.money));
    }
    return amounts.isEmpty() ? QStringLiteral("—") : amounts.join(tr(" + "));
}

QString AgentWords::budget(const ports::AgentRow& row, const text::Formats& formats) {
    const auto part = models::agents::budget_permille(row);
    if (!row.agent.budget) {
        return tr("None set");
    }
    if (!part) {
        return formats.money(*row.agent.budget);
    }
    //: 1 a percentage, 2 the budget
    return text::fill(
        tr("%1 of %2"),
        {formats.permille(static_cast<std::int32_t>(std::clamp<std::int64_t>(*part, -9'999'999, 9'999'999))),
         formats.money(*row.agent.budget)});
}

QString AgentWords::escalated(const ports::AgentRow& row, const text::Formats& formats) {
    const auto part = models::agents::escalation_permille(row);
    if (!part) {
        return QStringLiteral("—");
    }
    //: 1 a percentage, 2 escalated orders, 3 all orders
    return text::fill(tr("%1 (%2 of %3)"),
                      {formats.permille(*part), formats.number(static_cast<std::int64_t>(row.escalated)),
                       formats.number(static_cast<std::int64_t>(row.orders))});
}

QString AgentWords::cell(const ports::AgentRow& row, Column column, base::Instant now, const text::Formats& formats) {
    switch (column) {
    case Column::state: return state(row, now);
    case Column::name:
        return text::safe(row.agent.name.empty() ? row.agent.id.bytes() : row.agent.name.bytes()).qstring();
    case Column::kind: return look::Words::of(row.agent.kind);
    case Column::heartbeat: return heartbeat(row, now);
    case Column::today: return today(row, formats);
    case Column::budget: return budget(row, formats);
    case Column::orders:
        return formats.number(std::accumulate(row.orders_by_hour.begin(), row.orders_by_hour.end(), std::int64_t{0}));
    case Column::escalated: return escalated(row, formats);
    }
    return {};
}

look::Level level_of(Standing standing) {
    switch (standing) {
    case Standing::retired:
    case Standing::stopped: return look::Level::off;
    case Standing::idle: return look::Level::standby;
    case Standing::active: return look::Level::normal;
    case Standing::unregistered:
    case Standing::degraded: return look::Level::caution;
    case Standing::silent: return look::Level::serious;
    case Standing::stopping: return look::Level::critical;
    }
    return look::Level::off;
}

look::Level budget_level(std::int64_t permille) {
    if (permille >= 1000) {
        return look::Level::serious;
    }
    return permille >= 800 ? look::Level::caution : look::Level::standby;
}

} // namespace ui::agents
