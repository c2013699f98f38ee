// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace domain {

/// Every kind of event in the protocol, `dev.reeve.<noun>.<past participle>.v1`. The numbers are stored: never reused,
/// never renumbered, new ones at the end.
enum class EventType : unsigned char {
    agent_registered = 1,
    agent_updated = 2, ///< its status
    heartbeat_sent = 3,
    probation_changed = 4,
    mandate_granted = 5,
    mandate_revoked = 6,
    turn_taken = 7,
    transaction_requested = 8,
    transaction_amended = 9,
    transaction_held = 10,
    transaction_started = 11, ///< is executing
    transaction_completed = 12,
    transaction_failed = 13,
    transaction_doubted = 14, ///< in doubt: nobody knows whether money moved
    transaction_shipped = 15,
    transaction_delayed = 16, ///< late
    transaction_delivered = 17,
    transaction_shorted = 18, ///< delivered short
    transaction_invoiced = 19,
    transaction_returned = 20,
    transaction_cancelled = 21,
    transaction_expired = 22, ///< the hold ended without a decision
    assessment_made = 23,
    confirmation_given = 24, ///< a second AI reviewer's
    decision_taken = 25,     ///< the gateway's echo of a signed decision
    receipt_issued = 26,
    plan_made = 27,
    step_taken = 28, ///< a compensation step changed its state
    hold_placed = 29,
    hold_released = 30,
    stop_ordered = 31,
    stop_acknowledged = 32,
    stop_lifted = 33,
    contract_published = 34,
    price_published = 35,
    stock_counted = 36,
    policy_published = 37,
    roster_published = 38,
    claim_changed = 39,
};

inline constexpr int event_type_count = 39;

/// The CloudEvents `type` attribute.
[[nodiscard]] std::string_view type_name(EventType type);
/// Nothing for a type that this build does not know; such events are kept and shown, not refused.
[[nodiscard]] std::optional<EventType> event_type(std::string_view name);

} // namespace domain
