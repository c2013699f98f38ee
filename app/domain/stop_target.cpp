// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/stop_target.h"

#include "app/domain/names.h"

#include <string>
#include <string_view>

namespace domain {

namespace {

constexpr std::string_view fleet = "*";
constexpr std::string_view tier_prefix = "tier:";

} // namespace

AgentId fleet_target() {
    return AgentId(std::string(fleet));
}

AgentId target_of(Tier tier) {
    return AgentId(std::string(tier_prefix) + std::string(name_of(tier)));
}

bool is_fleet(const AgentId& target) {
    return target.bytes() == fleet;
}

std::optional<Tier> tier_in(const AgentId& target) {
    const std::string_view name = target.bytes();
    return name.starts_with(tier_prefix) ? from_name<Tier>(name.substr(tier_prefix.size())) : std::nullopt;
}

bool is_broken_target(const AgentId& target) {
    return target.bytes().starts_with(tier_prefix) && !tier_in(target);
}

} // namespace domain
