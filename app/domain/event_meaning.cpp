// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/event_meaning.h"

namespace domain {

EventMeaning meaning_of(EventType type) {
    using enum EventType;
    using State = TransactionState;
    using End = DecisionState;
    switch (type) {
    case transaction_requested:
    case transaction_amended: return {State::requested, {}};
    case transaction_held: return {State::held, {}};
    case hold_placed: return {State::held, End::executed};
    case transaction_started: return {State::executing, {}};
    case transaction_completed: return {State::completed, End::executed};
    case transaction_returned: return {State::returned, End::executed};
    case transaction_cancelled: return {State::cancelled, End::executed};
    case transaction_failed: return {State::failed, End::failed};
    case transaction_expired: return {State::expired, End::not_applied};
    case transaction_doubted: return {State::in_doubt, {}};
    case stop_acknowledged:
    case stop_lifted: return {{}, End::executed};
    case agent_registered:
    case agent_updated:
    case heartbeat_sent:
    case probation_changed:
    case mandate_granted:
    case mandate_revoked:
    case turn_taken:
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
    case claim_changed: return {};
    }
    return {};
}

} // namespace domain
