// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/projection/case_row.h"

#include <sstream>

namespace projection {

namespace {

std::vector<std::string> words(const std::string& text) {
    std::istringstream stream(text);
    std::vector<std::string> all;
    for (std::string word; stream >> word;) {
        all.push_back(word);
    }
    return all;
}

/// Undone by whom: a rejection ends in a cancelled order, a rollback in one that was executed before.
ports::CaseState undone_by(const store::DecisionRow* decision) {
    if (decision == nullptr) {
        return ports::CaseState::withdrawn;
    }
    switch (decision->verb) {
    case domain::Verb::reject: return ports::CaseState::rejected;
    case domain::Verb::roll_back:
    case domain::Verb::resolve: return ports::CaseState::rolled_back;
    case domain::Verb::approve:
    case domain::Verb::approve_reduced:
    case domain::Verb::ask:
    case domain::Verb::hold:
    case domain::Verb::escalate:
    case domain::Verb::stop:
    case domain::Verb::resume:
    case domain::Verb::acknowledge: return ports::CaseState::withdrawn;
    }
    return ports::CaseState::withdrawn;
}

ports::CaseState state_of(const store::CaseRow& stored, const store::DecisionRow* decision) {
    switch (stored.state) {
    case store::CaseState::waiting:
    case store::CaseState::raised:
    case store::CaseState::conflicted: return ports::CaseState::open;
    case store::CaseState::in_doubt: return ports::CaseState::in_doubt;
    case store::CaseState::troubled:
        return decision != nullptr && decision->verb == domain::Verb::roll_back ? ports::CaseState::partly_rolled_back
                                                                                : ports::CaseState::failed;
    case store::CaseState::decided:
        return decision != nullptr && decision->state == domain::DecisionState::awaiting_second
                   ? ports::CaseState::awaiting_second
                   : ports::CaseState::decided;
    case store::CaseState::executed: return ports::CaseState::executed;
    case store::CaseState::undone: return undone_by(decision);
    case store::CaseState::expired: return ports::CaseState::expired;
    case store::CaseState::acknowledged: return ports::CaseState::acknowledged;
    }
    return ports::CaseState::open;
}

} // namespace

ports::CaseRow case_row(const store::CaseRow& stored, const store::DecisionRow* decision) {
    ports::CaseRow row;
    row.key = stored.key;
    row.version = stored.version;
    row.digest = stored.digest;
    row.origin =
        stored.origin == store::CaseOrigin::requested ? ports::CaseOrigin::requested : ports::CaseOrigin::raised;
    row.state = state_of(stored, decision);
    row.transaction_state = stored.transaction_state;
    row.tier = stored.tier;
    row.moment = stored.moment;
    row.agent = stored.agent;
    row.counterpart = stored.supplier.name;
    row.category = stored.category;
    row.gross = stored.amount.value_or(domain::Money{});
    row.codes = words(stored.codes);
    std::erase(row.codes, "hold_released"); // how the waiting ended, not why it began
    row.opened = stored.opened;
    row.expires = stored.expires;
    row.if_nobody_acts = stored.if_nobody_acts;
    row.purpose = stored.purpose;
    row.policy_version = stored.policy_version;
    row.claimed_by = stored.claimed_by;
    row.claim_epoch = stored.claim_epoch;
    row.claim_expires = stored.claim_expires;
    if (decision != nullptr) {
        row.decision = decision->id;
        row.decision_state = decision->state;
    }
    if (stored.judged_version == stored.version) {
        row.our_tier = stored.our_tier;
    }
    row.raised = stored.state == store::CaseState::raised;
    row.conflict = stored.state == store::CaseState::conflicted;
    return row;
}

} // namespace projection
