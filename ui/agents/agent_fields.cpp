// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/agents/agent_fields.h"

#include "models/agents/fleet_model.h"
#include "ui/agents/agent_words.h"
#include "ui/sieve/choices.h"

namespace ui::agents {

namespace {

using filter::What;
using models::agents::Standing;
using models::sieve::Field;
using models::sieve::Scratch;
using ports::AgentRow;
namespace rows = models::sieve;

std::string_view name_of(Standing standing) {
    using enum Standing;
    switch (standing) {
    case retired: return "retired";
    case stopped: return "stopped";
    case idle: return "idle";
    case active: return "active";
    case unregistered: return "unregistered";
    case degraded: return "degraded";
    case silent: return "silent";
    case stopping: return "stopping";
    }
    return {};
}

/// Of one currency: an amount. Of several they do not compare, and that is said.
cel::Value today_of(const AgentRow& row, Scratch&) {
    if (row.today.size() > 1) {
        return cel::Value::error(cel::ErrorCode::two_currencies);
    }
    return row.today.empty() || row.today.front().beyond ? cel::Value() : cel::Value::money(row.today.front().money);
}

cel::Value percent(const std::optional<std::int64_t>& permille) {
    return permille ? cel::Value::integer(*permille / 10) : cel::Value();
}

} // namespace

std::vector<Field<AgentRow>> AgentFields::all(const base::Clock& clock) {
    const auto named = [](const QString& shown) { return shown.toStdString(); };
    return {
        {{"agent", What::text, named(tr("Agent")), {}},
         [](const AgentRow& row, Scratch&) { return rows::text(row.agent.id.bytes()); }},
        {{"name", What::text, named(tr("Name")), {}},
         [](const AgentRow& row, Scratch&) { return rows::text(row.agent.name.bytes()); }},
        {{"kind", What::choice, named(tr("Kind")), sieve::choices(domain::AgentKind::other)},
         [](const AgentRow& row, Scratch&) { return rows::text(domain::name_of(row.agent.kind)); }},
        {{"state", What::choice, named(tr("State")),
          sieve::choices(
              Standing::stopping, [](Standing value) { return name_of(value); },
              [](Standing value) { return AgentWords::of(value); })},
         [&clock](const AgentRow& row, Scratch&) {
             return rows::text(name_of(models::agents::standing_of(row, clock.now())));
         }},
        {{"owner", What::text, named(tr("Owner")), {}},
         [](const AgentRow& row, Scratch& scratch) {
             return scratch.text(row.agent.owner.bytes() + ' ' + row.agent.owner_name.bytes());
         }},
        {{"group", What::text, named(tr("Policy group")), {}},
         [](const AgentRow& row, Scratch&) { return rows::text(row.agent.group); }},
        {{"today", What::money, named(tr("Today")), {}}, &today_of},
        {{"budget_used", What::number, named(tr("Percent of the budget used")), {}},
         [](const AgentRow& row, Scratch&) { return percent(models::agents::budget_permille(row)); }},
        {{"orders", What::number, named(tr("Orders")), {}},
         [](const AgentRow& row, Scratch&) { return cel::Value::integer(static_cast<std::int64_t>(row.orders)); }},
        {{"escalated", What::number, named(tr("Percent escalated")), {}},
         [](const AgentRow& row, Scratch&) {
             const auto part = models::agents::escalation_permille(row);
             return percent(part ? std::optional<std::int64_t>(*part) : std::nullopt);
         }},
        {{"heartbeat", What::time, named(tr("Last heartbeat")), {}},
         [](const AgentRow& row, Scratch&) { return rows::time(row.last_heartbeat); }},
        {{"seen", What::time, named(tr("Last seen")), {}},
         [](const AgentRow& row, Scratch&) { return rows::time(row.last_seen); }},
        {{"probation", What::flag, named(tr("On probation")), {}},
         [](const AgentRow& row, Scratch&) { return cel::Value::boolean(row.on_probation); }},
        {{"holds_orders", What::flag, named(tr("Platform can hold")), {}},
         [](const AgentRow& row, Scratch&) { return cel::Value::boolean(row.agent.holds_orders); }},
    };
}

} // namespace ui::agents
