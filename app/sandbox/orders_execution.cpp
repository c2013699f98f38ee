// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/orders.h"

namespace sandbox {

using domain::EventType;
using domain::ReceiptOutcome;
using domain::TransactionId;
using domain::TransactionState;
using domain::UntrustedText;

void Orders::start(const TransactionId& id, std::string_view code) {
    step(EventType::transaction_started, id, code);
    agenda_.at(press_.clock().now() + soon(0.5, 3), [this, id] { finish(id); });
}

void Orders::finish(const TransactionId& id) {
    const Order* order = book_.order(id);
    if (order == nullptr || order->state != TransactionState::executing) {
        return;
    }
    const Course& course = course_of(id);
    if (course.loses_network) {
        step(EventType::transaction_doubted, id, "network_lost",
             "The connection broke while the payment was under way: nobody knows whether the money moved");
        return;
    }
    if (course.fails) {
        step(EventType::transaction_failed, id, "supplier_refused", "The supplier refused the order");
        end_decisions(id, ReceiptOutcome::failed, "supplier_refused");
        courses_.erase(id);
        return;
    }
    step(EventType::transaction_completed, id, {}, {}, order->current.subject.gross);
    end_decisions(id, ReceiptOutcome::executed, {});
    plan_follow_up(id, 2, 8);
}

void Orders::settle_doubt(const TransactionId& id, bool moved) {
    const Order* order = book_.order(id);
    // The last decider is the resolution; those before had let the money out.
    const std::vector<domain::DecisionId> deciders = order->deciders;
    courses_.erase(id);
    if (moved) {
        step(EventType::transaction_completed, id, "resolved", "The money had moved", order->current.subject.gross);
        plan_follow_up(id, 2, 8);
    } else {
        step(EventType::transaction_failed, id, "resolved", "The money had not moved");
    }
    for (std::size_t index = 0; on_end_ && index < deciders.size(); ++index) {
        const bool executed = moved || index + 1 == deciders.size();
        on_end_(deciders[index], executed ? ReceiptOutcome::executed : ReceiptOutcome::failed,
                executed ? std::string_view() : "resolved");
    }
}

void Orders::cancel(const TransactionId& id, std::string_view code, const UntrustedText& note) {
    step(EventType::transaction_cancelled, id, code, note.bytes());
    courses_.erase(id);
    end_decisions(id, ReceiptOutcome::executed, {});
}

void Orders::end_decisions(const TransactionId& id, ReceiptOutcome outcome, std::string_view code) {
    const Order* order = book_.order(id);
    if (order == nullptr || !on_end_) {
        return;
    }
    const std::vector<domain::DecisionId> deciders = order->deciders; // the receipts may change the order
    for (const domain::DecisionId& decision : deciders) {
        on_end_(decision, outcome, code);
    }
}

void Orders::plan_follow_up(const TransactionId& id, double low_seconds, double high_seconds) {
    agenda_.at(press_.clock().now() + soon(low_seconds, high_seconds), [this, id] { follow_up(id); });
}

void Orders::follow_up(const TransactionId& id) {
    const Order* order = book_.order(id);
    if (order == nullptr || order->state != TransactionState::completed || order->rolling_back) {
        return;
    }
    const Course& course = course_of(id);
    const bool goods = order->current.subject.kind == domain::TransactionKind::purchase;
    const EventType last = order->last_step;
    const std::string reference = "TRK-" + id.bytes().substr(2);
    if (goods && last == EventType::transaction_completed) {
        step(EventType::transaction_shipped, id, {}, reference);
        plan_follow_up(id, 10, 60);
    } else if (goods && last == EventType::transaction_shipped && course.arrives_late) {
        step(EventType::transaction_delayed, id, "carrier_delay", "The carrier reports a delay of two days");
        plan_follow_up(id, 10, 40);
    } else if (goods && (last == EventType::transaction_shipped || last == EventType::transaction_delayed)) {
        if (course.arrives_short) {
            step(EventType::transaction_shorted, id, "partial_quantity", "Fewer pieces arrived than were ordered");
        } else {
            step(EventType::transaction_delivered, id);
        }
        plan_follow_up(id, 10, 60);
    } else if (last != EventType::transaction_invoiced) {
        step(EventType::transaction_invoiced, id, {}, {}, order->current.subject.gross);
        if (!course.rollback_fails) {
            courses_.erase(id);
        }
    }
}

} // namespace sandbox
