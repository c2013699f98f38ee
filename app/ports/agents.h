// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/agent.h"
#include "app/domain/transaction.h"
#include "app/ports/spend.h"

namespace ports {

enum class StopState { none, ordered, acknowledged };

/// An agent as the feed tells of it.
struct AgentRow {
    domain::Agent agent; ///< only the id where it never registered
    bool registered = false;
    domain::AgentStatus status = domain::AgentStatus::active;
    domain::UntrustedText status_note;
    bool on_probation = false;
    StopState stop = StopState::none; ///< its own, or the fleet's
    std::optional<base::Instant> last_heartbeat;
    std::optional<base::Instant> last_seen;    ///< newest event that names it
    std::vector<Spent> today;                  ///< by currency, most orders first
    std::optional<Spent> month;                ///< in the currency of the budget; nothing without a budget
    std::vector<std::uint32_t> orders_by_hour; ///< requested, by FleetQuery::hours
    std::uint64_t orders = 0;                  ///< requested since FleetQuery::rate_from
    std::uint64_t escalated = 0;               ///< of those, how many waited for, or were raised to, a person
};

struct FleetQuery {
    base::Instant day_from{};   ///< midnight of the person who asks
    base::Instant month_from{}; ///< the first of the month, likewise
    base::Instant rate_from{};
    std::vector<base::Instant> hours; ///< full hours, rising: edges of the little curve
};

struct Fleet {
    std::vector<AgentRow> agents; ///< by id
    StopState fleet_stop = StopState::none;
    BookState state;
};

/// An order of an agent, as far as it came.
struct AgentOrder {
    domain::TransactionKey key;
    base::Instant time{}; ///< when it was requested
    std::optional<domain::Money> gross;
    domain::UntrustedText supplier;
    domain::TransactionState state = domain::TransactionState::requested;
    std::optional<domain::Tier> tier;
    bool escalated = false;
    bool human = false; ///< a person's decision caused it
    domain::ConversationId conversation;
};

/// One agent with what it was allowed and what it did.
struct AgentPage {
    AgentRow row;
    std::vector<domain::Mandate> mandates; ///< not revoked, newest first
    std::vector<AgentOrder> orders;        ///< the newest fifty, newest first
};

/// The machine customers.
class Agents {
public:
    virtual ~Agents() = default;

    virtual void fleet(FleetQuery query, Reply<Fleet> reply) = 0;
    /// Faults: not_found.
    virtual void agent(domain::AgentId id, FleetQuery query, Reply<AgentPage> reply) = 0;
};

} // namespace ports
