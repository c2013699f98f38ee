// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/projection/agent_book.h"

#include <algorithm>

namespace projection {

namespace {

constexpr std::size_t most_orders = 50;
constexpr std::size_t most_mandates = 20;

std::int64_t hour_of(base::Instant instant) {
    return std::chrono::floor<std::chrono::hours>(instant.time_since_epoch()).count();
}

const domain::AgentId* agent_of(const domain::Event& event) {
    const auto id = [](const auto& payload) -> const domain::AgentId* {
        using Payload = std::decay_t<decltype(payload)>;
        if constexpr (std::is_same_v<Payload, domain::Agent>) {
            return &payload.id;
        } else if constexpr (std::is_same_v<Payload, domain::TransactionVersion>) {
            return &payload.subject.agent;
        } else if constexpr (requires { payload.agent; }) {
            return &payload.agent;
        } else {
            return nullptr;
        }
    };
    const domain::AgentId* agent = std::visit(id, event.payload);
    return agent == nullptr || agent->empty() || agent->bytes() == "*" ? nullptr : agent;
}

/// What a person does about an agent, or its owner, is no sign of life.
bool speaks_itself(const domain::Event& event) {
    return !std::holds_alternative<domain::Mandate>(event.payload) &&
           !std::holds_alternative<domain::ProbationChanged>(event.payload) &&
           (!std::holds_alternative<domain::StopChanged>(event.payload) ||
            event.type == domain::EventType::stop_acknowledged);
}

} // namespace

AgentBook::Known& AgentBook::known(const domain::AgentId& id) {
    Known& known = agents_[id];
    known.agent.id = id;
    return known;
}

void AgentBook::fold(const domain::Event& event) {
    if (const domain::AgentId* id = agent_of(event); id != nullptr && speaks_itself(event)) {
        Known& agent = known(*id);
        agent.last_seen = std::max(agent.last_seen.value_or(event.time), event.time);
        if (std::holds_alternative<domain::HeartbeatSent>(event.payload)) {
            agent.last_heartbeat = std::max(agent.last_heartbeat.value_or(event.time), event.time);
        }
    }
    if (const auto* agent = std::get_if<domain::Agent>(&event.payload)) {
        on(*agent);
    } else if (const auto* update = std::get_if<domain::AgentUpdated>(&event.payload)) {
        on(*update);
    } else if (const auto* change = std::get_if<domain::ProbationChanged>(&event.payload)) {
        on(*change);
    } else if (const auto* mandate = std::get_if<domain::Mandate>(&event.payload)) {
        on(*mandate);
    } else if (const auto* revoked = std::get_if<domain::MandateRevoked>(&event.payload)) {
        on(*revoked);
    } else if (const auto* stop = std::get_if<domain::StopChanged>(&event.payload); stop != nullptr && event.type) {
        on(*stop, *event.type);
    }
}

void AgentBook::on(const domain::Agent& agent) {
    Known& entry = known(agent.id);
    entry.agent = agent;
    entry.registered = true;
}

void AgentBook::on(const domain::AgentUpdated& update) {
    Known& entry = known(update.agent);
    entry.status = update.status;
    entry.status_note = update.note;
}

void AgentBook::on(const domain::ProbationChanged& change) {
    known(change.agent).on_probation = change.on_probation;
}

void AgentBook::on(const domain::Mandate& mandate) {
    std::deque<domain::Mandate>& all = known(mandate.agent).mandates;
    const auto old = std::find_if(all.begin(), all.end(), [&](const auto& other) { return other.id == mandate.id; });
    if (old != all.end()) {
        all.erase(old);
    }
    all.push_front(mandate);
    if (all.size() > most_mandates) {
        all.pop_back();
    }
}

void AgentBook::on(const domain::MandateRevoked& revoked) {
    for (auto& [id, entry] : agents_) {
        const auto old = std::find_if(entry.mandates.begin(), entry.mandates.end(),
                                      [&](const auto& mandate) { return mandate.id == revoked.mandate; });
        if (old != entry.mandates.end()) {
            entry.mandates.erase(old);
            return;
        }
    }
}

void AgentBook::on(const domain::StopChanged& stop, domain::EventType type) {
    using ports::StopState;
    const StopState state = type == domain::EventType::stop_ordered        ? StopState::ordered
                            : type == domain::EventType::stop_acknowledged ? StopState::acknowledged
                                                                           : StopState::none;
    if (stop.agent.bytes() != "*") {
        known(stop.agent).stop = state;
        return;
    }
    fleet_stop_ = state;
    if (state == StopState::none) { // lifting the stop of the fleet lifts what it caused
        for (auto& [id, entry] : agents_) {
            entry.stop = StopState::none;
        }
    }
}

void AgentBook::count(const OrderState& order, int sign) {
    if (!order.requested || order.agent.empty()) {
        return;
    }
    auto& hours = known(order.agent).hours;
    Known::Hour& hour = hours[hour_of(*order.requested)];
    hour.orders += sign;
    hour.escalated += order.escalated ? sign : 0;
    if (hour == Known::Hour()) {
        hours.erase(hour_of(*order.requested));
    }
}

void AgentBook::move(const domain::TransactionKey& key, const std::optional<OrderState>& before,
                     const OrderState& after) {
    if (before) {
        count(*before, -1);
    }
    count(after, 1);
    if (after.agent.empty()) {
        return;
    }
    std::deque<ports::AgentOrder>& orders = known(after.agent).orders;
    auto line = std::find_if(orders.begin(), orders.end(), [&](const auto& order) { return order.key == key; });
    if (line == orders.end()) {
        const bool is_new = !before || before->agent != after.agent;
        if (!is_new) {
            return; // older than the newest fifty
        }
        orders.emplace_front();
        if (orders.size() > most_orders) {
            orders.pop_back();
        }
        line = orders.begin();
    }
    *line = {key,
             after.requested.value_or(base::Instant{}),
             after.gross,
             after.supplier.name,
             after.state,
             after.tier,
             after.escalated,
             after.human,
             after.conversation};
}

ports::AgentRow AgentBook::row(const Known& known, const ports::FleetQuery& query) const {
    ports::AgentRow row;
    row.agent = known.agent;
    row.registered = known.registered;
    row.status = known.status;
    row.status_note = known.status_note;
    row.on_probation = known.on_probation;
    row.stop = std::max(known.stop, fleet_stop_); // the gateway may confirm the stop of all at once, or of each
    row.last_heartbeat = known.last_heartbeat;
    row.last_seen = known.last_seen;
    for (std::size_t i = 0; i + 1 < query.hours.size(); ++i) {
        std::int64_t orders = 0;
        const auto end = known.hours.lower_bound(hour_of(query.hours[i + 1]));
        for (auto hour = known.hours.lower_bound(hour_of(query.hours[i])); hour != end; ++hour) {
            orders += hour->second.orders;
        }
        row.orders_by_hour.push_back(static_cast<std::uint32_t>(std::max<std::int64_t>(orders, 0)));
    }
    for (auto hour = known.hours.lower_bound(hour_of(query.rate_from)); hour != known.hours.end(); ++hour) {
        row.orders += static_cast<std::uint64_t>(hour->second.orders);
        row.escalated += static_cast<std::uint64_t>(hour->second.escalated);
    }
    return row;
}

} // namespace projection
