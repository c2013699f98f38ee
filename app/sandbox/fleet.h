// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/agent.h"
#include "app/domain/subject.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sandbox {

/// One machine customer of the simulated organisation.
struct Machine {
    std::string_view id;
    std::string_view name;
    domain::AgentKind kind;
    std::string_view owner_id;
    std::string_view owner_name;
    std::string_view group;
    std::string_view model;
    std::string_view currency;
    std::string_view category;  ///< of spend_parameters
    std::string_view suppliers; ///< ids with blanks between
    std::string_view cost_centre;
    std::int64_t budget; ///< minor units in a month
    double weight;       ///< share of the background traffic
    std::int32_t heartbeat_seconds;
};

[[nodiscard]] std::span<const Machine> machines();
/// Aborts on an unknown id: the fleet is part of the program.
[[nodiscard]] const Machine& machine(std::string_view id);

[[nodiscard]] domain::Agent agent_of(const Machine& machine);
[[nodiscard]] domain::Mandate mandate_of(const Machine& machine, base::Instant since);
[[nodiscard]] std::vector<std::string_view> suppliers_of(const Machine& machine);

/// "EUR" to Currency; aborts on an unknown code, for constants of the program.
[[nodiscard]] domain::Money money(std::int64_t minor, std::string_view currency);

} // namespace sandbox
