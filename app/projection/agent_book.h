// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/event.h"
#include "app/ports/agents.h"
#include "app/projection/order_state.h"

#include <deque>
#include <functional>
#include <map>
#include <optional>

namespace projection {

/// Folds what the feed says about its agents. Pure; the same events in the same order give the same book.
class AgentBook {
    friend class BooksCodec;

public:
    /// Everything about agents that is not about money.
    void fold(const domain::Event& event);
    /// An order of an agent went from one state to another; `before` is nothing for a new one.
    void move(const domain::TransactionKey& key, const std::optional<OrderState>& before, const OrderState& after);

    struct Known {
        domain::Agent agent;
        bool registered = false;
        domain::AgentStatus status = domain::AgentStatus::active;
        domain::UntrustedText status_note;
        bool on_probation = false;
        ports::StopState stop = ports::StopState::none;
        std::optional<base::Instant> last_heartbeat;
        std::optional<base::Instant> last_seen;
        std::deque<domain::Mandate> mandates; ///< newest first
        std::deque<ports::AgentOrder> orders; ///< newest first
        struct Hour {
            std::int64_t orders = 0;
            std::int64_t escalated = 0;
            friend bool operator==(const Hour&, const Hour&) = default;
        };
        std::map<std::int64_t, Hour> hours; ///< by hours since 1970
    };

    [[nodiscard]] const std::map<domain::AgentId, Known>& agents() const { return agents_; }
    [[nodiscard]] ports::StopState fleet_stop() const { return fleet_stop_; }
    /// The row of an agent without its money.
    [[nodiscard]] ports::AgentRow row(const Known& known, const ports::FleetQuery& query) const;

private:
    void on(const domain::Agent& agent);
    void on(const domain::AgentUpdated& update);
    void on(const domain::ProbationChanged& change);
    void on(const domain::Mandate& mandate);
    void on(const domain::MandateRevoked& revoked);
    void on(const domain::StopChanged& stop, domain::EventType type);
    Known& known(const domain::AgentId& id);
    void count(const OrderState& order, int sign);

    std::map<domain::AgentId, Known> agents_;
    ports::StopState fleet_stop_ = ports::StopState::none;
};

} // namespace projection
