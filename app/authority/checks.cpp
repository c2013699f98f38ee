// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/authority/checks.h"

#include <algorithm>

namespace authority {

using domain::Decision;
using domain::Member;
using domain::TransactionState;
using domain::Verb;

namespace {

/// The distance from zero, which is the same for what goes out and what comes back; in unsigned, because the lowest
/// number has no positive twin.
std::uint64_t size_of(std::int64_t minor) {
    const auto bits = static_cast<std::uint64_t>(minor);
    return minor < 0 ? ~bits + 1 : bits;
}

} // namespace

bool moves_money(Verb verb) {
    return verb == Verb::approve || verb == Verb::approve_reduced || verb == Verb::roll_back || verb == Verb::resolve;
}

bool approves(Verb verb) {
    return verb == Verb::approve || verb == Verb::approve_reduced;
}

bool is_about_agent(Verb verb) {
    return verb == Verb::stop || verb == Verb::resume;
}

Code same_case(const Case& about, const Decision& decision) {
    if (decision.transaction != about.current.key.id) {
        return Code::wrong_transaction;
    }
    if (decision.version != about.current.version) {
        return Code::wrong_version;
    }
    if (decision.subject_digest != about.current.digest) {
        return Code::wrong_digest;
    }
    if (about.current.subject.owner.bytes() == decision.person.bytes()) {
        return Code::own_request;
    }
    return Code::none;
}

Code state_permits(const Case& about, const Decision& decision, const Spent& spent) {
    const TransactionState state = about.state;
    if (state == TransactionState::in_doubt) {
        return decision.verb == Verb::resolve ? Code::none : Code::in_doubt;
    }
    switch (decision.verb) {
    case Verb::approve:
    case Verb::approve_reduced:
    case Verb::ask:
    case Verb::hold:
    case Verb::reject:
    case Verb::escalate:
        if (spent.settled(decision.transaction, decision.version)) {
            return Code::already_decided;
        }
        if (about.stopped && approves(decision.verb) && state == TransactionState::held) {
            return Code::stopped;
        }
        return state == TransactionState::held ? Code::none : Code::not_held;
    case Verb::roll_back:
        if (about.rolling_back) {
            return Code::already_decided;
        }
        return state == TransactionState::completed ? Code::none : Code::not_executed;
    case Verb::resolve: return Code::not_in_doubt;
    case Verb::acknowledge: return about.raised ? Code::none : Code::not_raised;
    case Verb::stop:
    case Verb::resume: return Code::not_for_agents;
    }
    return Code::not_permitted;
}

Code claim_permits(const Case& about, const Decision& decision, const Spent& spent, base::Instant now) {
    if (decision.claim_epoch == 0) {
        // Whoever signed first may still hold the case while the second signs.
        const FirstSignature* first = spent.first(decision.transaction, decision.version);
        const bool other_holds = about.claim && !about.claim->person.empty() && about.claim->expires > now &&
                                 about.claim->person != decision.person &&
                                 (first == nullptr || about.claim->person != first->person);
        return other_holds ? Code::claimed_by_other : Code::none;
    }
    const bool current =
        about.claim && about.claim->epoch == decision.claim_epoch && about.claim->person == decision.person;
    return current ? Code::none : Code::stale_claim;
}

Code tier_permits(const Case& about, const Decision& decision, const Member& member) {
    if (!moves_money(decision.verb)) {
        return Code::none;
    }
    if (approves(decision.verb) && about.tier == domain::Tier::blocked) {
        return Code::blocked_tier;
    }
    // What was blocked and yet executed is put right by those who may decide in the highest tier below.
    const domain::Tier needed = std::min(about.tier, domain::Tier::dual_sign_off);
    return needed > member.highest_tier ? Code::over_tier : Code::none;
}

Code amount_fits(const Case& about, const Decision& decision) {
    const domain::Money& gross = about.current.subject.gross;
    if (!decision.amount) {
        return approves(decision.verb) ? Code::amount_missing : Code::none;
    }
    if (decision.amount->currency != gross.currency) {
        return Code::wrong_currency;
    }
    const std::int64_t asked = decision.amount->minor;
    const bool same_direction = asked == 0 || (asked < 0) == (gross.minor < 0);
    if (decision.verb == Verb::approve_reduced) {
        const bool less = asked != 0 && same_direction && size_of(asked) < size_of(gross.minor);
        return less ? Code::none : Code::not_reduced;
    }
    if (decision.verb == Verb::roll_back) {
        // All of it, or the part that the shown plan gives back.
        const domain::Money planned = about.plan_amount.value_or(gross);
        return same_direction && asked != 0 && size_of(asked) <= size_of(gross.minor) && *decision.amount == planned
                   ? Code::none
                   : Code::wrong_amount;
    }
    return asked == gross.minor ? Code::none : Code::wrong_amount;
}

Code payee_fits(const Case& about, const Decision& decision) {
    if (!decision.payee) {
        return approves(decision.verb) ? Code::payee_missing : Code::none;
    }
    return *decision.payee == about.current.subject.payee ? Code::none : Code::payee_changed;
}

Code limit_covers(const Case& about, const Decision& decision, const Member& member) {
    if (!moves_money(decision.verb)) {
        return Code::none;
    }
    const domain::Subject& subject = about.current.subject;
    const domain::Money amount = decision.amount.value_or(subject.gross);
    const auto& commitment = subject.total_commitment;
    if (commitment && commitment->currency != amount.currency) {
        return Code::over_limit;
    }
    const std::uint64_t exposed =
        std::max(size_of(amount.minor), approves(decision.verb) && commitment ? size_of(commitment->minor) : 0U);
    const auto limit = std::find_if(member.limits.begin(), member.limits.end(),
                                    [&](const domain::Money& each) { return each.currency == amount.currency; });
    const bool covered =
        limit != member.limits.end() && limit->minor >= 0 && exposed <= static_cast<std::uint64_t>(limit->minor);
    return covered ? Code::none : Code::over_limit;
}

Code authority_covers(const Case& about, const Decision& decision, const Member& member, const domain::Roster& roster,
                      const Approvals* approvals, base::Instant now) {
    const bool limited = approvals != nullptr && approvals->matrix.limits();
    if (!approves(decision.verb) || !limited) {
        return decision.delegation.empty() ? Code::none : Code::bad_delegation;
    }
    const domain::Subject& subject = about.current.subject;
    const auto asked = commitment_of(subject, decision.amount.value_or(subject.gross), about.group);
    if (!asked) {
        return Code::over_authority;
    }
    if (decision.delegation.empty()) {
        const auto own = own_reach(*approvals, member, *asked);
        return own && asked->amount.minor <= own->up_to.minor ? Code::none : Code::over_authority;
    }
    const auto lent = lent_reach(*approvals, roster, member, *asked, now);
    const auto named = std::find_if(lent.begin(), lent.end(),
                                    [&](const Reach& reach) { return reach.delegation == decision.delegation; });
    if (named == lent.end()) {
        return Code::bad_delegation;
    }
    return asked->amount.minor <= named->up_to.minor ? Code::none : Code::over_authority;
}

Code verb_is_clear(const Case& about, const Decision& decision) {
    if (decision.verb == Verb::roll_back && (!decision.plan_digest || decision.plan_digest != about.plan_digest)) {
        return Code::wrong_plan;
    }
    if (decision.verb == Verb::resolve && decision.reason_code != money_moved &&
        decision.reason_code != money_did_not_move) {
        return Code::unclear_resolution;
    }
    return Code::none;
}

} // namespace authority
