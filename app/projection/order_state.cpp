// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/projection/order_state.h"

#include "app/domain/event_meaning.h"

#include <limits>

namespace projection {

namespace {

using domain::EventType;
using domain::TransactionState;

/// The same distance from zero on the other side; the smallest number has none and becomes the greatest.
std::int64_t opposite(std::int64_t minor) {
    using Limits = std::numeric_limits<std::int64_t>;
    return minor == Limits::min() ? Limits::max() : -minor;
}

void take_version(OrderState& order, const domain::TransactionVersion& version, const domain::Event& event) {
    if (event.type == EventType::transaction_requested && !order.requested) {
        order.requested = event.time;
    }
    if (version.version <= order.version) {
        return; // an old version that comes late changes nothing
    }
    const domain::Subject& subject = version.subject;
    order.version = version.version;
    order.agent = subject.agent;
    order.owner = subject.owner;
    order.supplier = subject.supplier;
    order.category = subject.category;
    order.side = subject.side;
    order.gross = subject.gross;
    order.conversation = subject.conversation.value_or(domain::ConversationId());
}

void take_assessment(OrderState& order, const domain::Assessment& assessment) {
    if (assessment.version < order.tier_version) {
        return;
    }
    order.tier = assessment.tier;
    order.tier_version = assessment.version;
    order.escalated = order.escalated || assessment.tier != domain::Tier::automatic || !assessment.escalation.empty();
}

/// Money that moved is booked once, whatever was reported before; what cannot follow is counted, so that it is seen.
Progress complete(OrderState& order, const OrderState::Moved& moved) {
    if (order.completed) {
        return Progress::contradicted;
    }
    order.completed = moved;
    const bool follows = domain::may_follow(order.state, TransactionState::completed);
    if (order.state != TransactionState::returned) {
        order.state = TransactionState::completed;
    }
    return follows ? Progress::folded : Progress::contradicted;
}

Progress undo(OrderState& order, TransactionState to, const OrderState::Moved& moved) {
    const bool follows = domain::may_follow(order.state, to);
    if (order.undone) {
        return to == TransactionState::returned ? Progress::contradicted : Progress::folded;
    }
    order.undone = moved;
    order.is_returned = to == TransactionState::returned;
    if (follows) {
        order.state = to;
    }
    return follows || to != TransactionState::returned ? Progress::folded : Progress::contradicted;
}

Progress take_step(OrderState& order, const domain::TransactionStep& step, const domain::Event& event) {
    const auto to = event.type ? domain::meaning_of(*event.type).transaction : std::nullopt;
    if (!to) {
        return Progress::unrelated;
    }
    if (order.agent.empty()) {
        order.agent = step.agent;
    }
    order.escalated = order.escalated || *to == TransactionState::held;
    if (*to == TransactionState::executing || *to == TransactionState::completed) {
        order.human = order.human || step.decision.has_value();
    }
    const OrderState::Moved moved{event.time, step.amount};
    if (*to == TransactionState::completed) {
        return complete(order, moved);
    }
    if (*to == TransactionState::returned || *to == TransactionState::cancelled) {
        return undo(order, *to, moved);
    }
    if (domain::may_follow(order.state, *to)) {
        order.state = *to;
    }
    return Progress::folded;
}

void take_hold(OrderState& order, EventType type) {
    const bool placed = type == EventType::hold_placed;
    order.escalated = order.escalated || placed;
    const TransactionState to = placed ? TransactionState::held : TransactionState::requested;
    if (domain::may_follow(order.state, to)) {
        order.state = to;
    }
}

bool lets_pass(domain::Verb verb) {
    return verb == domain::Verb::approve || verb == domain::Verb::approve_reduced || verb == domain::Verb::resolve;
}

} // namespace

std::array<std::optional<OrderState::Booking>, 2> OrderState::bookings() const {
    std::array<std::optional<Booking>, 2> all;
    if (side != domain::Side::buying || !completed) {
        return all;
    }
    const std::optional<domain::Money> moved = completed->amount ? completed->amount : gross;
    if (!moved) {
        return all;
    }
    all[0] = Booking{completed->time, *moved, true};
    // A cancellation from before the money moved did not bring it back.
    if (!undone || (!is_returned && undone->time < completed->time)) {
        return all;
    }
    domain::Money back{opposite(moved->minor), moved->currency};
    if (undone->amount) {
        // Platforms report a return as a positive or as a negative amount: it always goes against what moved.
        back = *undone->amount;
        if ((back.minor > 0) == (moved->minor > 0)) {
            back.minor = opposite(back.minor);
        }
    }
    all[1] = Booking{undone->time, back, false};
    return all;
}

const domain::TransactionId* order_of(const domain::Event& event) {
    if (std::holds_alternative<domain::TransactionStep>(event.payload) &&
        !(event.type && domain::meaning_of(*event.type).transaction)) {
        return nullptr; // shipped, delivered, invoiced: no money of ours
    }
    const auto id = [](const auto& payload) -> const domain::TransactionId* {
        using Payload = std::decay_t<decltype(payload)>;
        if constexpr (std::is_same_v<Payload, domain::TransactionVersion>) {
            return &payload.key.id;
        } else if constexpr (std::is_same_v<Payload, domain::TransactionStep> ||
                             std::is_same_v<Payload, domain::Assessment> ||
                             std::is_same_v<Payload, domain::HoldChanged>) {
            return &payload.transaction;
        } else if constexpr (std::is_same_v<Payload, domain::SignedDecision>) {
            return payload.decision.transaction.empty() ? nullptr : &payload.decision.transaction;
        } else {
            return nullptr;
        }
    };
    return std::visit(id, event.payload);
}

Progress advance(OrderState& order, const domain::Event& event) {
    if (const auto* version = std::get_if<domain::TransactionVersion>(&event.payload)) {
        take_version(order, *version, event);
        return Progress::folded;
    }
    if (const auto* assessment = std::get_if<domain::Assessment>(&event.payload)) {
        take_assessment(order, *assessment);
        return Progress::folded;
    }
    if (const auto* step = std::get_if<domain::TransactionStep>(&event.payload)) {
        return take_step(order, *step, event);
    }
    if (const auto* decision = std::get_if<domain::SignedDecision>(&event.payload)) {
        order.human = order.human || lets_pass(decision->decision.verb);
        return Progress::folded;
    }
    if (std::holds_alternative<domain::HoldChanged>(event.payload) && event.type) {
        take_hold(order, *event.type);
        return Progress::folded;
    }
    return Progress::unrelated;
}

Progress advance(OrderState& order, const OwnTier& verdict) {
    const bool is_new = !order.own || verdict.version > order.own->version ||
                        (verdict.version == order.own->version && verdict.tier > order.own->tier);
    if (!is_new || verdict.version > order.version) {
        return Progress::unrelated;
    }
    order.own = verdict;
    return Progress::folded;
}

Progress advance(OrderState& order, const Told& told) {
    return std::visit([&order](const auto& each) { return advance(order, each); }, told);
}

} // namespace projection
