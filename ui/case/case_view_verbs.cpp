// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/case/case_view.h"

#include "ui/case/authority_words.h"
#include "ui/case/own_view_bar.h"

// What the case that is shown allows, and why not.

namespace ui::case_ {

/// What can be done about an order that nobody holds: it never waits for an approval.
QString CaseView::raised_words(const ports::CaseRow& row) {
    return row.transaction_state == domain::TransactionState::completed
               ? tr("The platform carried this out without asking; the order is not held. Acknowledge it (C), roll it "
                    "back (B), or stop the agent (S).")
               : tr("The platform let this through; the order is not held. Acknowledge it (C), or stop the agent (S). "
                    "It can be rolled back once it was carried out.");
}

bool CaseView::allows(domain::Verb verb) const {
    if (!file_) {
        return agent_ && verb == domain::Verb::stop;
    }
    const ports::CaseRow& row = file_->row;
    const bool doubt =
        row.state == ports::CaseState::in_doubt || row.transaction_state == domain::TransactionState::in_doubt;
    switch (verb) {
    case domain::Verb::approve:
    case domain::Verb::approve_reduced:
        return !OwnView::is_awaited(*file_, person_) && allows(domain::Verb::reject) && no_authority(verb).isEmpty();
    case domain::Verb::ask:
    case domain::Verb::hold:
    case domain::Verb::reject:
    case domain::Verb::escalate: return !row.conflict && !doubt && is_held();
    case domain::Verb::roll_back:
        return !doubt && row.transaction_state == domain::TransactionState::completed &&
               row.state != ports::CaseState::rolled_back;
    case domain::Verb::resolve: return doubt;
    case domain::Verb::acknowledge: return row.raised;
    case domain::Verb::stop: return !row.agent.empty() && !file_->agent_stopped;
    case domain::Verb::resume: return !row.agent.empty() && file_->agent_stopped;
    }
    return false;
}

/// Why the policy does not let this person approve it; empty where it does.
QString CaseView::no_authority(domain::Verb verb) const {
    return AuthorityWords::why_not(*file_, person_, verb == domain::Verb::approve_reduced, formats_);
}

/// The platform waits for somebody: it said so in its assessment, or by holding the order.
bool CaseView::is_held() const {
    const ports::CaseRow& row = file_->row;
    const bool open = row.state == ports::CaseState::open || row.state == ports::CaseState::awaiting_second;
    return open && !row.raised && (file_->is_case || row.transaction_state == domain::TransactionState::held);
}

QString CaseView::why_not(domain::Verb verb) const {
    if (!file_ || allows(verb)) {
        return {};
    }
    const ports::CaseRow& row = file_->row;
    const bool doubt =
        row.state == ports::CaseState::in_doubt || row.transaction_state == domain::TransactionState::in_doubt;
    switch (verb) {
    case domain::Verb::approve:
    case domain::Verb::approve_reduced:
        if (allows(domain::Verb::reject)) {
            return OwnView::is_awaited(*file_, person_) ? OwnView::why_not_yet() : no_authority(verb);
        }
        return why_not(domain::Verb::reject);
    case domain::Verb::ask:
    case domain::Verb::hold:
    case domain::Verb::reject:
    case domain::Verb::escalate:
        return doubt          ? tr("The order is in doubt: resolve it first.")
               : row.conflict ? tr("The versions contradict each other.")
               : row.raised   ? tr("The platform does not hold this order, so nothing waits for a decision.")
                              : tr("The order is not held any more.");
    case domain::Verb::roll_back:
        return doubt ? tr("The order is in doubt: resolve it first.") : tr("Only what was carried out is rolled back.");
    case domain::Verb::resolve: return tr("Only an order in doubt is resolved.");
    case domain::Verb::acknowledge:
        return is_held() ? tr("The platform waits: decide instead.") : tr("Nothing of ours is open about this order.");
    case domain::Verb::stop: return row.agent.empty() ? tr("No agent is named.") : tr("The agent is stopped already.");
    case domain::Verb::resume: return tr("The agent is not stopped.");
    }
    return {};
}

void CaseView::want(domain::Verb verb) {
    if (!allows(verb)) {
        return;
    }
    if (!file_) {
        ports::Draft draft = *agent_;
        draft.verb = verb;
        Q_EMIT decision_wanted(draft);
        return;
    }
    const ports::CaseRow& row = file_->row;
    ports::Draft draft;
    draft.verb = verb;
    draft.agent = row.agent;
    draft.key.source = row.key.source;
    if (verb != domain::Verb::stop && verb != domain::Verb::resume) {
        draft.key = row.key;
        draft.version = row.version;
        draft.digest = row.digest;
    }
    Q_EMIT decision_wanted(draft);
}

} // namespace ui::case_
