// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/stop_target.h"
#include "app/sandbox/basket.h"
#include "app/sandbox/desk.h"

#include <algorithm>

namespace sandbox {

using domain::Decision;
using domain::EventType;
using domain::TransactionId;
using domain::UntrustedText;
using domain::Verb;

void Desk::carry_out(const Decision& decision) {
    const TransactionId& id = decision.transaction;
    switch (decision.verb) {
    case Verb::approve: approve(decision); return;
    case Verb::approve_reduced: approve_reduced(decision); return;
    case Verb::ask:
        ask(decision);
        issue_later(decision.id, domain::ReceiptOutcome::executed, {});
        return;
    case Verb::hold: {
        const auto until = book_.order(id)->expires.value_or(press_.clock().now());
        orders_.extend_hold(id, until + std::chrono::minutes(30), decision.id);
        issue_later(decision.id, domain::ReceiptOutcome::executed, {});
        return;
    }
    case Verb::reject:
        orders_.release_hold(id, "rejected", decision.id);
        orders_.cancel(id, decision.reason_code.empty() ? "rejected" : decision.reason_code, decision.reason_text);
        return;
    case Verb::escalate:
        orders_.escalate(id, decision.id);
        issue_later(decision.id, domain::ReceiptOutcome::executed, {});
        return;
    case Verb::roll_back: compensation_.carry_out(id); return;
    case Verb::resolve: orders_.settle_doubt(id, decision.reason_code == authority::money_moved); return;
    case Verb::stop: stop(decision); return;
    case Verb::resume: lift_stop(decision); return;
    case Verb::acknowledge: return; // the law lets none through
    }
}

void Desk::approve(const Decision& decision) {
    const Order* order = book_.order(decision.transaction);
    // The first of two signatures hears that the second has come.
    const std::vector<domain::DecisionId> deciders = order->deciders;
    for (const domain::DecisionId& each : deciders) {
        if (each != decision.id) {
            issue_later(each, domain::ReceiptOutcome::accepted, {});
        }
    }
    orders_.release_hold(decision.transaction, "approved", decision.id);
    orders_.start(decision.transaction, "approved");
}

void Desk::approve_reduced(const Decision& decision) {
    const Order* order = book_.order(decision.transaction);
    const domain::Subject less =
        reduced(order->current.subject, *decision.amount, "Reduced by decision " + decision.id.bytes());
    orders_.release_hold(decision.transaction, "approved_reduced", decision.id);
    orders_.adopt(decision.transaction, less);
    orders_.start(decision.transaction, "approved_reduced");
}

void Desk::ask(const Decision& decision) {
    const Order* order = book_.order(decision.transaction);
    const auto conversation =
        order->conversation.value_or(domain::ConversationId("conv-" + decision.transaction.bytes()));
    domain::Turn turn;
    turn.conversation = conversation;
    turn.number = static_cast<std::int32_t>(book_.turns_in(conversation) + 1);
    turn.channel = domain::Channel::chat;
    turn.party = domain::Party::supervisor;
    turn.speaker = domain::Speaker::human;
    turn.speaker_name = UntrustedText(decision.person.bytes());
    turn.text = decision.reason_text.empty() ? UntrustedText("Please explain this order.") : decision.reason_text;
    turn.transaction = decision.transaction;
    press_.emit(EventType::turn_taken, std::move(turn));
    agenda_.at(press_.clock().now() + orders_.soon(3, 8), [this, id = decision.transaction] { answer(id); });
}

void Desk::answer(const TransactionId& id) {
    const Order* order = book_.order(id);
    if (order == nullptr || !order->asked) {
        return;
    }
    const domain::Subject& subject = order->current.subject;
    domain::Turn turn;
    turn.conversation = order->conversation.value_or(domain::ConversationId("conv-" + id.bytes()));
    turn.number = static_cast<std::int32_t>(book_.turns_in(turn.conversation) + 1);
    turn.channel = domain::Channel::chat;
    turn.party = domain::Party::agent;
    turn.speaker = domain::Speaker::machine;
    turn.speaker_name = UntrustedText(subject.agent.bytes());
    turn.text = UntrustedText("I placed this order with " + subject.supplier.name.bytes() + " over " +
                              domain::to_decimal(subject.gross) + " " + std::string(subject.gross.currency.code()) +
                              (subject.purpose.empty() ? "." : " for: " + subject.purpose.bytes() + "."));
    turn.transaction = id;
    press_.emit(EventType::turn_taken, std::move(turn));
}

void Desk::stop(const Decision& decision) {
    const std::optional<domain::DecisionId> before = unacknowledged(decision.agent);
    const domain::StopId id("stop-" + decision.id.bytes());
    press_.emit(EventType::stop_ordered,
                domain::StopChanged{id, decision.agent, decision.person, decision.reason_text, decision.id});
    if (before) {
        issue_later(*before, domain::ReceiptOutcome::not_applied, "superseded");
    }
    agenda_.at(press_.clock().now() + orders_.soon(0.5, 2),
               [this, agent = decision.agent] { acknowledge_stop(agent); });
}

/// The decision whose stop of this target nobody has acknowledged yet.
std::optional<domain::DecisionId> Desk::unacknowledged(const domain::AgentId& target) const {
    const auto found = book_.stops().find(target);
    return found == book_.stops().end() || found->second.acknowledged ? std::nullopt : found->second.decision;
}

void Desk::acknowledge_stop(const domain::AgentId& agent) {
    const auto found = book_.stops().find(agent);
    if (found == book_.stops().end() || found->second.acknowledged) {
        return;
    }
    const Stop stop = found->second;
    press_.emit(EventType::stop_acknowledged,
                domain::StopChanged{stop.id, agent, stop.ordered_by, UntrustedText("Stopped"), stop.decision});
    mark_agents(agent);
    if (stop.decision) {
        issue_later(*stop.decision, domain::ReceiptOutcome::executed, {});
    }
}

void Desk::lift_stop(const Decision& decision) {
    const auto found = book_.stops().find(decision.agent);
    const std::optional<domain::DecisionId> before = unacknowledged(decision.agent);
    const domain::StopId id =
        found == book_.stops().end() ? domain::StopId("stop-" + decision.id.bytes()) : found->second.id;
    press_.emit(EventType::stop_lifted,
                domain::StopChanged{id, decision.agent, decision.person, decision.reason_text, decision.id});
    mark_agents(decision.agent);
    if (domain::tier_in(decision.agent) == domain::Tier::automatic) {
        orders_.let_go_on(decision.id);
    }
    if (before) {
        issue_later(*before, domain::ReceiptOutcome::not_applied, "lifted");
    }
    issue_later(decision.id, domain::ReceiptOutcome::executed, {});
}

/// Says of every agent that the target covers how it stands now: one that is stopped by itself stays so when the fleet
/// goes on, and the other way round.
void Desk::mark_agents(const domain::AgentId& target) {
    for (const Machine& each : machines()) {
        const domain::AgentId agent{std::string(each.id)};
        if (domain::is_fleet(target) || target == agent) {
            const bool stopped = book_.stopped(agent);
            press_.emit(
                EventType::agent_updated,
                domain::AgentUpdated{agent, stopped ? domain::AgentStatus::stopped : domain::AgentStatus::active,
                                     UntrustedText(stopped ? "Stopped by a supervisor" : "Resumed by a supervisor")});
        }
    }
}

void Desk::resume() {
    for (const auto& [agent, stop] : book_.stops()) {
        if (!stop.acknowledged) {
            agenda_.at(press_.clock().now() + orders_.soon(0.5, 2),
                       [this, target = agent] { acknowledge_stop(target); });
        }
    }
    for (const TransactionId& id : book_.open_orders()) {
        if (book_.order(id)->asked) {
            agenda_.at(press_.clock().now() + orders_.soon(3, 8), [this, target = id] { answer(target); });
        }
    }
}

} // namespace sandbox
