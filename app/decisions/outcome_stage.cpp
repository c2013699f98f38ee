// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/decisions/outcome_stage.h"

#include "app/domain/event_meaning.h"

namespace decisions {

namespace {

/// A transaction that failed because somebody found out that the money had not moved: that is what resolving was for.
bool is_resolution(const domain::Event& event) {
    const auto* step = std::get_if<domain::TransactionStep>(&event.payload);
    return step != nullptr && event.type == domain::EventType::transaction_failed && step->code == "resolved";
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
    const auto end = domain::meaning_of(*event.type).decision;
    const domain::DecisionId* decision = std::visit(Causing(), event.payload);
    if (!end || decision == nullptr) {
        return std::nullopt;
    }
    const domain::DecisionState to = is_resolution(event) ? domain::DecisionState::executed : *end;
    return record::DecisionMove{*decision, to, event.id.bytes(), {}, false};
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
