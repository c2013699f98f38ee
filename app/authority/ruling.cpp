// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/authority/ruling.h"

#include "app/authority/checks.h"
#include "app/domain/stop_target.h"

#include <algorithm>

namespace authority {

using domain::Decision;
using domain::Member;
using domain::Roster;
using domain::SignedDecision;
using domain::TransactionState;
using domain::Verb;

namespace {

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

/// Two people, or one person and a delay, where the tier says so.
Ruling quorum(const Case& about, const Decision& decision, const Member& member, const Roster& roster,
              const Spent& spent, const Approvals* approvals, base::Instant now) {
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
    if (approvals != nullptr && approvals->matrix.limits() &&
        holder_behind(approvals->matrix, decision) == (first->authority.empty() ? first->person : first->authority)) {
        return {Outcome::refused, Code::one_authority, std::nullopt};
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
             authority_covers(about, decision, *person.member, roster, site.approvals, now),
             verb_is_clear(about, decision),
         }) {
        if (code != Code::none) {
            return refused(code);
        }
    }
    return quorum(about, decision, *person.member, roster, spent, site.approvals, now);
}

Ruling rule_on_agent(const SignedDecision& signed_decision, const Roster& roster, const Spent& spent, const Site& site,
                     const Verifier& verify, base::Instant now, Target target) {
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
    if (!target.known || domain::is_broken_target(decision.agent)) {
        return {Outcome::refused, Code::unknown_target, std::nullopt};
    }
    if (decision.verb == Verb::resume && !target.stopped) {
        return {Outcome::refused, Code::not_stopped, std::nullopt};
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
