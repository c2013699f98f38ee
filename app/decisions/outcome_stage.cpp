// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/decisions/outcome_stage.h"

namespace decisions {

namespace {

using domain::DecisionState;
using domain::EventType;

/// The end that a step of a transaction means for the decision that it names. A started execution is not yet one.
std::optional<DecisionState> end_of(EventType type) {
    using enum EventType;
    switch (type) {
    case transaction_completed:
    case transaction_cancelled:
    case transaction_returned:
    case hold_placed:
    case stop_acknowledged:
    case stop_lifted: return DecisionState::executed;
    case transaction_failed: return DecisionState::failed;
    case transaction_expired: return DecisionState::not_applied;
    case agent_registered:
    case agent_updated:
    case heartbeat_sent:
    case probation_changed:
    case mandate_granted:
    case mandate_revoked:
    case turn_taken:
    case transaction_requested:
    case transaction_amended:
    case transaction_held:
    case transaction_started:
    case transaction_doubted:
    case transaction_shipped:
    case transaction_delayed:
    case transaction_delivered:
    case transaction_shorted:
    case transaction_invoiced:
    case assessment_made:
    case confirmation_given:
    case decision_taken:
    case receipt_issued:
    case plan_made:
    case step_taken:
    case hold_released:
    case stop_ordered:
    case contract_published:
    case price_published:
    case stock_counted:
    case policy_published:
    case roster_published:
    case claim_changed: return std::nullopt;
    }
    return std::nullopt;
}

/// The decision that an event names as its cause.
struct Causing {
    const domain::DecisionId* operator()(const domain::TransactionStep& step) const {
        return step.decision ? &*step.decision : nullptr;
    }
    const domain::DecisionId* operator()(const domain::HoldChanged& hold) const {
        return hold.decision ? &*hold.decision : nullptr;
    }
    const domain::DecisionId* operator()(const domain::StopChanged& stop) const {
        return stop.decision ? &*stop.decision : nullptr;
    }
    template <class Other>
    const domain::DecisionId* operator()(const Other&) const {
        return nullptr;
    }
};

} // namespace

std::optional<record::DecisionMove> outcome_of(const domain::Event& event) {
    if (!event.type) {
        return std::nullopt;
    }
    const auto end = end_of(*event.type);
    const domain::DecisionId* decision = std::visit(Causing(), event.payload);
    if (!end || decision == nullptr) {
        return std::nullopt;
    }
    return record::DecisionMove{*decision, *end, event.id.bytes(), {}, false};
}

base::Result<record::StageOutput> OutcomeStage::fold(std::span<const record::RecordedEvent> events) {
    record::StageOutput output;
    for (const record::RecordedEvent& recorded : events) {
        if (auto move = outcome_of(recorded.event)) {
            output.moves.push_back(std::move(*move));
        }
    }
    return output;
}

} // namespace decisions
