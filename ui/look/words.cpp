// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/words.h"

namespace ui::look {

QString Words::of(domain::Tier tier) {
    switch (tier) {
    case domain::Tier::automatic: return tr("Automatic");
    case domain::Tier::confirm: return tr("Confirm");
    case domain::Tier::sign_off: return tr("Sign-off");
    case domain::Tier::dual_sign_off: return tr("Dual sign-off");
    case domain::Tier::blocked: return tr("Blocked");
    }
    return {};
}

QString Words::of(domain::Moment moment) {
    switch (moment) {
    case domain::Moment::before_execution: return tr("Held before execution");
    case domain::Moment::after_execution: return tr("Seen after execution");
    case domain::Moment::observed_only: return tr("Observed only: this platform cannot hold orders");
    }
    return {};
}

QString Words::of_hold(const ports::CaseRow& row) {
    return row.raised && row.moment == domain::Moment::before_execution ? tr("Not held by the platform")
                                                                        : of(row.moment);
}

QString Words::of(domain::Verb verb) {
    switch (verb) {
    case domain::Verb::approve: return tr("Approve");
    case domain::Verb::approve_reduced: return tr("Approve reduced");
    case domain::Verb::ask: return tr("Ask");
    case domain::Verb::hold: return tr("Hold");
    case domain::Verb::reject: return tr("Reject");
    case domain::Verb::escalate: return tr("Escalate");
    case domain::Verb::roll_back: return tr("Roll back");
    case domain::Verb::resolve: return tr("Resolve");
    case domain::Verb::stop: return tr("Stop agent");
    case domain::Verb::resume: return tr("Resume agent");
    case domain::Verb::acknowledge: return tr("Acknowledge");
    }
    return {};
}

QString Words::of(domain::DecisionState state) {
    switch (state) {
    case domain::DecisionState::drafted: return tr("Draft");
    case domain::DecisionState::refused: return tr("Refused here");
    case domain::DecisionState::awaiting_second: return tr("Waits for second person");
    case domain::DecisionState::signed_: return tr("Signed");
    case domain::DecisionState::held: return tr("Held for undo");
    case domain::DecisionState::withdrawn: return tr("Withdrawn");
    case domain::DecisionState::sent: return tr("Sent");
    case domain::DecisionState::accepted: return tr("Accepted");
    case domain::DecisionState::refused_by_gateway: return tr("Refused by gateway");
    case domain::DecisionState::in_doubt: return tr("In doubt");
    case domain::DecisionState::executed: return tr("Executed");
    case domain::DecisionState::failed: return tr("Failed");
    case domain::DecisionState::void_: return tr("Void: order was amended");
    case domain::DecisionState::not_applied: return tr("Too late: not applied");
    }
    return {};
}

QString Words::of(domain::DecisionState state, domain::Verb verb) {
    return domain::stays_here(verb) && state == domain::DecisionState::executed ? tr("On record") : of(state);
}

QString Words::of(domain::TransactionState state) {
    switch (state) {
    case domain::TransactionState::requested: return tr("Requested");
    case domain::TransactionState::held: return tr("Held");
    case domain::TransactionState::executing: return tr("Executing");
    case domain::TransactionState::completed: return tr("Completed");
    case domain::TransactionState::failed: return tr("Failed");
    case domain::TransactionState::in_doubt: return tr("In doubt");
    case domain::TransactionState::returned: return tr("Returned");
    case domain::TransactionState::cancelled: return tr("Cancelled");
    case domain::TransactionState::expired: return tr("Expired");
    }
    return {};
}

QString Words::of(domain::TransactionKind kind) {
    switch (kind) {
    case domain::TransactionKind::purchase: return tr("Purchase");
    case domain::TransactionKind::renewal: return tr("Renewal");
    case domain::TransactionKind::contract_change: return tr("Contract change");
    case domain::TransactionKind::service: return tr("Service");
    case domain::TransactionKind::appointment: return tr("Appointment");
    case domain::TransactionKind::return_of_goods: return tr("Return of goods");
    }
    return {};
}

QString Words::of(domain::AgentKind kind) {
    switch (kind) {
    case domain::AgentKind::procurement_agent: return tr("Procurement agent");
    case domain::AgentKind::device: return tr("Device");
    case domain::AgentKind::chat_bot: return tr("Chat bot");
    case domain::AgentKind::voice_bot: return tr("Voice bot");
    case domain::AgentKind::subscription_renewer: return tr("Subscription renewer");
    case domain::AgentKind::seller: return tr("Selling agent");
    case domain::AgentKind::card: return tr("Purchase card");
    case domain::AgentKind::other: return tr("Machine customer");
    }
    return {};
}

QString Words::of(domain::Channel channel) {
    switch (channel) {
    case domain::Channel::chat: return tr("Chat");
    case domain::Channel::voice: return tr("Voice");
    case domain::Channel::email: return tr("E-mail");
    case domain::Channel::api: return tr("Interface");
    }
    return {};
}

QString Words::of(domain::Speaker speaker) {
    switch (speaker) {
    case domain::Speaker::machine: return tr("Machine");
    case domain::Speaker::human: return tr("Human");
    case domain::Speaker::unknown: return tr("Not disclosed");
    }
    return {};
}

QString Words::of(domain::Party party) {
    switch (party) {
    case domain::Party::agent: return tr("Our agent");
    case domain::Party::counterpart: return tr("Counterpart");
    case domain::Party::owner: return tr("Owner");
    case domain::Party::supervisor: return tr("Supervisor");
    }
    return {};
}

QString Words::of(domain::StepAction action) {
    switch (action) {
    case domain::StepAction::cancel_order: return tr("Cancel the order");
    case domain::StepAction::refund: return tr("Get the money back");
    case domain::StepAction::restock: return tr("Send the goods back");
    case domain::StepAction::withdraw_change: return tr("Withdraw the change");
    case domain::StepAction::notify_supplier: return tr("Tell the supplier");
    case domain::StepAction::other: return tr("Other step");
    }
    return {};
}

QString Words::of(domain::StepState state) {
    switch (state) {
    case domain::StepState::planned: return tr("Planned");
    case domain::StepState::running: return tr("Running");
    case domain::StepState::done: return tr("Done");
    case domain::StepState::failed: return tr("Failed");
    case domain::StepState::skipped: return tr("Skipped");
    }
    return {};
}

QString Words::of(domain::PlanState state) {
    switch (state) {
    case domain::PlanState::planned: return tr("Planned, nothing undone yet");
    case domain::PlanState::running: return tr("Running");
    case domain::PlanState::undone: return tr("Undone completely");
    case domain::PlanState::partly_undone: return tr("Only partly undone");
    case domain::PlanState::failed: return tr("Failed, nothing undone");
    }
    return {};
}

QString Words::of(domain::Reversibility reversible) {
    switch (reversible) {
    case domain::Reversibility::yes: return tr("Yes");
    case domain::Reversibility::partly: return tr("Partly");
    case domain::Reversibility::no: return tr("No");
    case domain::Reversibility::unknown: return tr("Unknown");
    }
    return {};
}

QString Words::of(domain::ReceiptOutcome outcome) {
    switch (outcome) {
    case domain::ReceiptOutcome::accepted: return tr("Accepted");
    case domain::ReceiptOutcome::awaiting_second: return tr("Waits for second person");
    case domain::ReceiptOutcome::refused: return tr("Refused");
    case domain::ReceiptOutcome::executed: return tr("Executed");
    case domain::ReceiptOutcome::failed: return tr("Failed");
    case domain::ReceiptOutcome::not_applied: return tr("Not applied");
    }
    return {};
}

QString Words::of(ports::CaseState state) {
    switch (state) {
    case ports::CaseState::open: return tr("Open");
    case ports::CaseState::decided: return tr("Decided, not executed yet");
    case ports::CaseState::awaiting_second: return tr("Waits for second person");
    case ports::CaseState::in_doubt: return tr("In doubt");
    case ports::CaseState::executed: return tr("Executed");
    case ports::CaseState::rejected: return tr("Rejected");
    case ports::CaseState::expired: return tr("Expired, not executed: nobody decided");
    case ports::CaseState::failed: return tr("Failed");
    case ports::CaseState::rolled_back: return tr("Rolled back");
    case ports::CaseState::partly_rolled_back: return tr("Only partly rolled back");
    case ports::CaseState::withdrawn: return tr("Withdrawn");
    case ports::CaseState::acknowledged: return tr("Acknowledged");
    }
    return {};
}

QString Words::of(ports::CaseOrigin origin) {
    switch (origin) {
    case ports::CaseOrigin::requested: return tr("The platform waits for you");
    case ports::CaseOrigin::raised: return tr("Raised by Reeve");
    }
    return {};
}

QString Words::of(ports::LinkState state) {
    switch (state) {
    case ports::LinkState::idle: return tr("Not connected");
    case ports::LinkState::connecting: return tr("Connecting");
    case ports::LinkState::live: return tr("Live");
    case ports::LinkState::stale: return tr("Stale");
    case ports::LinkState::waiting: return tr("Connection lost");
    case ports::LinkState::refused: return tr("Connection refused");
    }
    return {};
}

} // namespace ui::look
