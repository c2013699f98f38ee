// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/domain/ids.h"
#include "app/domain/money.h"
#include "app/domain/untrusted_text.h"

#include <optional>
#include <string>
#include <vector>

namespace domain {

enum class AgentKind { procurement_agent, device, chat_bot, voice_bot, subscription_renewer, seller, card, other };
enum class AgentStatus { active, idle, degraded, stopped, retired };

/// A machine customer as its platform registers it.
struct Agent {
    AgentId id;
    UntrustedText name;
    AgentKind kind = AgentKind::other;
    OwnerId owner;
    UntrustedText owner_name;
    std::string group;                  ///< policy group: observe, advise or enforce is set per group
    std::string model;                  ///< software or model, as the platform says
    std::optional<Money> budget;        ///< for a calendar month
    std::int32_t heartbeat_seconds = 0; ///< promised interval; 0: sends none
    bool holds_orders = true;           ///< false: the platform can only be observed
    friend bool operator==(const Agent&, const Agent&) = default;
};

/// What an owner allowed an agent to buy.
struct Mandate {
    MandateId id;
    AgentId agent;
    OwnerId owner;
    UntrustedText purpose;
    std::vector<std::string> categories;  ///< empty: all
    std::vector<SupplierId> suppliers;    ///< empty: all
    std::optional<Money> per_transaction; ///< gross ceiling of one transaction
    std::optional<Money> per_month;
    base::Instant not_before{};
    base::Instant not_after{};
    friend bool operator==(const Mandate&, const Mandate&) = default;
};

} // namespace domain
