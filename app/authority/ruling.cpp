// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/authority/ruling.h"

#include <algorithm>

namespace authority {

using domain::Decision;
using domain::Member;
using domain::Roster;
using domain::SignedDecision;
using domain::TransactionState;
using domain::Verb;

namespace {

/// Approving lets money out; the others move it again or fix where it is.
bool moves_money(Verb verb) {
    return verb == Verb::approve || verb == Verb::approve_reduced || verb == Verb::roll_back || verb == Verb::resolve;
}

bool approves(Verb verb) {
    return verb == Verb::approve || verb == Verb::approve_reduced;
}

bool is_about_agent(Verb verb) {
    return verb == Verb::stop || verb == Verb::resume;
}

/// The distance from zero, which is the same for what goes out and what comes back; in unsigned, because the lowest
/// number has no positive twin.
std::uint64_t size_of(std::int64_t minor) {
    const auto bits = static_cast<std::uint64_t>(minor);
    return minor < 0 ? ~bits + 1 : bits;
}

struct Person {
    const Member* member = nullptr;
    Code code = Code::none;
};

/// Who signed, and whether the person may do this at all.
Person person_behind(const SignedDecision& signed_decision, const Roster& roster, const Site& site,
                     const Verifier& verify, base::Instant now) {
    const Decision& decision = signed_decision.decision;
    if (verify && !verify(signed_decision.key, signed_decision.signed_bytes, signed_decision.signature)) {
        return {nullptr, Code::bad_signature};
    }
    const Member* member = member_of(roster, decision.person);
    if (member == nullptr) {
        return {nullptr, Code::unknown_member};
    }
    if (member->key != signed_decision.key) {
        return {member, Code::wrong_key};
    }
    if (decision.roster_version != roster.version) {
        return {member, Code::stale_roster};
    }
    if (member->not_after != base::Instant{} && now >= member->not_after) {
        return {member, Code::member_expired};
    }
    if (decision.role != member->role) {
        return {member, Code::wrong_role};
    }
    const auto& permissions = member->permissions;
    if (std::find(permissions.begin(), permissions.end(), permission_for(decision.verb)) == permissions.end()) {
        return {member, Code::not_permitted};
    }
    if (member->simulated && !site.admits_simulated) {
        return {member, Code::simulated_not_allowed};
    }
    return {member, Code::none};
}

/// The window, single use and the address.
Ruling when_and_where(const Decision& decision, const Spent& spent, const Site& site, base::Instant now) {
    if (decision.not_after <= decision.not_before || now >= decision.not_after) {
        return {Outcome::refused, Code::expired, std::nullopt};
    }
    if (now < decision.not_before) {
        return {Outcome::refused, Code::too_early, decision.not_before};
    }
    if (spent.used(decision.id) || decision.id.empty()) {
        return {Outcome::refused, Code::already_used, std::nullopt};
    }
    if (decision.source != site.source) {
        return {Outcome::refused, Code::wrong_source, std::nullopt};
    }
    return {Outcome::allowed, Code::none, std::nullopt};
}

/// The very thing that was shown, and not one's own.
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
        return state == TransactionState::held ? Code::none : Code::not_held;
    case Verb::roll_back:
        if (about.rolling_back) {
            return Code::already_decided;
        }
        return state == TransactionState::completed ? Code::none : Code::not_executed;
    case Verb::resolve: return Code::not_in_doubt;
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
        return same_direction && asked != 0 && size_of(asked) <= size_of(gross.minor) ? Code::none : Code::wrong_amount;
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
    const std::uint64_t exposure =
        std::max(size_of(amount.minor), approves(decision.verb) && commitment ? size_of(commitment->minor) : 0U);
    const auto limit = std::find_if(member.limits.begin(), member.limits.end(),
                                    [&](const domain::Money& each) { return each.currency == amount.currency; });
    const bool covered =
        limit != member.limits.end() && limit->minor >= 0 && exposure <= static_cast<std::uint64_t>(limit->minor);
    return covered ? Code::none : Code::over_limit;
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

/// Two people, or one person and a delay, where the tier says so.
Ruling quorum(const Case& about, const Decision& decision, const Member& member, const Roster& roster,
              const Spent& spent, base::Instant now) {
    if (!approves(decision.verb) || about.tier != domain::Tier::dual_sign_off) {
        // The simulated colleague is never alone, in no tier.
        return member.simulated && moves_money(decision.verb)
                   ? Ruling{Outcome::refused, Code::simulated_not_allowed, std::nullopt}
                   : Ruling{Outcome::allowed, Code::none, std::nullopt};
    }
    const FirstSignature* first = spent.first(decision.transaction, decision.version);
    if (roster.solo && first == nullptr && !member.simulated) {
        const base::Instant earliest = about.held_since + std::chrono::seconds(roster.solo_delay_seconds);
        return now < earliest ? Ruling{Outcome::refused, Code::solo_delay, earliest}
                              : Ruling{Outcome::allowed, Code::none, std::nullopt};
    }
    if (first == nullptr) {
        return {Outcome::needs_second, Code::needs_second, std::nullopt};
    }
    if (first->person == decision.person || first->key == member.key) {
        return {Outcome::refused, Code::second_is_first, std::nullopt};
    }
    if (first->verb != decision.verb || first->amount != decision.amount) {
        return {Outcome::refused, Code::second_differs, std::nullopt};
    }
    if (first->simulated && member.simulated) {
        return {Outcome::refused, Code::simulated_not_allowed, std::nullopt};
    }
    return {Outcome::allowed, Code::none, std::nullopt};
}

} // namespace

Ruling rule(const Case& about, const SignedDecision& signed_decision, const Roster& roster, const Spent& spent,
            const Site& site, const Verifier& verify, base::Instant now) {
    const Decision& decision = signed_decision.decision;
    const auto refused = [](Code code) { return Ruling{Outcome::refused, code, std::nullopt}; };
    const Person person = person_behind(signed_decision, roster, site, verify, now);
    if (person.code != Code::none) {
        return refused(person.code);
    }
    const Ruling window = when_and_where(decision, spent, site, now);
    if (window.outcome != Outcome::allowed) {
        return window;
    }
    for (const Code code : {
             is_about_agent(decision.verb) ? Code::not_for_agents : Code::none,
             same_case(about, decision),
             state_permits(about, decision, spent),
             claim_permits(about, decision, spent, now),
             tier_permits(about, decision, *person.member),
             amount_fits(about, decision),
             payee_fits(about, decision),
             limit_covers(about, decision, *person.member),
             verb_is_clear(about, decision),
         }) {
        if (code != Code::none) {
            return refused(code);
        }
    }
    return quorum(about, decision, *person.member, roster, spent, now);
}

Ruling rule_on_agent(const SignedDecision& signed_decision, const Roster& roster, const Spent& spent, const Site& site,
                     const Verifier& verify, base::Instant now) {
    const Decision& decision = signed_decision.decision;
    const Person person = person_behind(signed_decision, roster, site, verify, now);
    if (person.code != Code::none) {
        return {Outcome::refused, person.code, std::nullopt};
    }
    const Ruling window = when_and_where(decision, spent, site, now);
    if (window.outcome != Outcome::allowed) {
        return window;
    }
    if (!is_about_agent(decision.verb) || decision.agent.empty() || !decision.transaction.empty()) {
        return {Outcome::refused, Code::not_for_agents, std::nullopt};
    }
    if (person.member->simulated) {
        return {Outcome::refused, Code::simulated_not_allowed, std::nullopt};
    }
    return {Outcome::allowed, Code::none, std::nullopt};
}

const Member* member_of(const Roster& roster, const domain::PersonId& person) {
    const auto found = std::find_if(roster.members.begin(), roster.members.end(),
                                    [&](const Member& member) { return member.id == person; });
    return found == roster.members.end() || person.empty() ? nullptr : &*found;
}

domain::Permission permission_for(Verb verb) {
    return is_about_agent(verb) ? domain::Permission::stop : domain::Permission::decide;
}

bool settles(Verb verb) {
    return approves(verb) || verb == Verb::reject;
}

} // namespace authority
