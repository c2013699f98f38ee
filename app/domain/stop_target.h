// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/ids.h"
#include "app/domain/tier.h"

#include <optional>

namespace domain {

/// What a stop or resume is about, as it stands in `agent_id` of decisions and stop events: an agent by its id, "*" for
/// the whole fleet, or "tier:" and the tier's name ("tier:sign_off"). No agent may have such a name.
///
/// Of what is stopped nothing begins to be carried out: a stopped agent, and with "*" every agent, places no more
/// orders; new orders of a stopped tier are held; approvals of either are refused (`stopped`) until the stop is lifted.
/// Rejecting and rolling back stay possible. When the automatic tier goes on, so does what was held for the stop alone.
[[nodiscard]] AgentId fleet_target();
[[nodiscard]] AgentId target_of(Tier tier);

[[nodiscard]] bool is_fleet(const AgentId& target);
/// The tier that a target names; nothing for an agent or the fleet.
[[nodiscard]] std::optional<Tier> tier_in(const AgentId& target);
/// Whether a target begins like a tier but names none ("tier:x"): to be refused, never taken for an agent.
[[nodiscard]] bool is_broken_target(const AgentId& target);

} // namespace domain
