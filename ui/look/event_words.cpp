// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/words.h"

namespace ui::look {

QString EventWords::of(std::optional<domain::EventType> type) {
    if (!type) {
        return tr("Unknown event");
    }
    using enum domain::EventType;
    switch (*type) {
    case agent_registered: return tr("Agent registered");
    case agent_updated: return tr("Agent status");
    case heartbeat_sent: return tr("Heartbeat");
    case probation_changed: return tr("Probation changed");
    case mandate_granted: return tr("Mandate granted");
    case mandate_revoked: return tr("Mandate revoked");
    case turn_taken: return tr("Said");
    case transaction_requested: return tr("Order requested");
    case transaction_amended: return tr("Order amended");
    case transaction_held: return tr("Order held");
    case transaction_started: return tr("Order executing");
    case transaction_completed: return tr("Order completed");
    case transaction_failed: return tr("Order failed");
    case transaction_doubted: return tr("Order in doubt");
    case transaction_shipped: return tr("Shipped");
    case transaction_delayed: return tr("Late");
    case transaction_delivered: return tr("Delivered");
    case transaction_shorted: return tr("Delivered short");
    case transaction_invoiced: return tr("Invoiced");
    case transaction_returned: return tr("Returned");
    case transaction_cancelled: return tr("Order cancelled");
    case transaction_expired: return tr("Order expired");
    case assessment_made: return tr("Assessed by platform");
    case confirmation_given: return tr("Confirmed by second AI");
    case decision_taken: return tr("Decision taken");
    case receipt_issued: return tr("Receipt issued");
    case plan_made: return tr("Rollback planned");
    case step_taken: return tr("Rollback step");
    case hold_placed: return tr("Hold placed");
    case hold_released: return tr("Hold released");
    case stop_ordered: return tr("Stop ordered");
    case stop_acknowledged: return tr("Agent stopped");
    case stop_lifted: return tr("Stop lifted");
    case contract_published: return tr("Contract published");
    case price_published: return tr("Price published");
    case stock_counted: return tr("Stock counted");
    case policy_published: return tr("Policy published");
    case roster_published: return tr("Roster published");
    case claim_changed: return tr("Claim changed");
    }
    return {};
}

} // namespace ui::look
