// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/authority/policy_rule.h"

#include <algorithm>

namespace authority {

using domain::Member;
using domain::PolicyEdition;

namespace {

Ruling refused(Code code) {
    return {Outcome::refused, code, std::nullopt};
}

Code signatures_fit(const domain::SignedPolicy& offered, const Verifier& verify) {
    const auto& signatures = offered.envelope.signatures;
    if (signatures.empty() || signatures.size() > 2) {
        return Code::bad_signature;
    }
    const bool well = !verify || std::all_of(signatures.begin(), signatures.end(), [&](const auto& one) {
        return verify(one.key, offered.envelope.signed_bytes, one.signature);
    });
    return well ? Code::none : Code::bad_signature;
}

Code chain_fits(const PolicyEdition& edition, const PolicyBench& bench) {
    if (!bench.head) {
        return Code::none;
    }
    if (edition.number <= bench.head->number) {
        return Code::replayed;
    }
    if (edition.number == bench.head->number + 1) {
        return edition.previous == bench.head->digest ? Code::none : Code::wrong_predecessor;
    }
    return bench.may_skip ? Code::none : Code::wrong_predecessor;
}

/// One person alone: only in solo mode, and behind its delay.
Ruling alone(const PolicyEdition& edition, const Member& first, const PolicyBench& bench, base::Instant now) {
    if (!edition.solo || !bench.roster.solo || first.simulated) {
        return {Outcome::needs_second, Code::needs_second, std::nullopt};
    }
    const auto delay = std::chrono::seconds(bench.roster.solo_delay_seconds);
    const base::Instant earliest =
        std::max({edition.not_before, edition.proposed + delay, bench.proposed_here + delay});
    return now < earliest ? Ruling{Outcome::needs_second, Code::solo_delay, earliest}
                          : Ruling{Outcome::allowed, Code::none, std::nullopt};
}

} // namespace

const Member* owner_of(const domain::PublicKey& key, const domain::Roster& roster) {
    const auto found = std::find_if(roster.members.begin(), roster.members.end(),
                                    [&](const Member& member) { return member.key == key; });
    return found == roster.members.end() ? nullptr : &*found;
}

Code may_configure(const Member* member, const Site& site, base::Instant now) {
    if (member == nullptr) {
        return Code::unknown_member;
    }
    if (member->not_after != base::Instant{} && now >= member->not_after) {
        return Code::member_expired;
    }
    const auto& may = member->permissions;
    if (std::find(may.begin(), may.end(), domain::Permission::configure) == may.end()) {
        return Code::not_permitted;
    }
    return member->simulated && !site.admits_simulated ? Code::simulated_not_allowed : Code::none;
}

Code rule_on_withdrawal(const domain::SignedPolicyWithdrawal& offered, const domain::SignedPolicy& edition,
                        const PolicyBench& bench, const Verifier& verify, base::Instant now) {
    const domain::PolicyWithdrawal& withdrawal = offered.withdrawal;
    if (verify && !verify(offered.key, offered.signed_bytes, offered.signature)) {
        return Code::bad_signature;
    }
    const Member* member = owner_of(offered.key, bench.roster);
    if (const Code code = may_configure(member, bench.site, now); code != Code::none) {
        return code;
    }
    if (member->id != withdrawal.person || withdrawal.person != edition.edition.proposed_by) {
        return Code::wrong_key;
    }
    if (withdrawal.source != bench.site.source || edition.edition.source != bench.site.source) {
        return Code::wrong_source;
    }
    if (withdrawal.edition != edition.digest || withdrawal.number != edition.edition.number) {
        return Code::wrong_digest;
    }
    if (bench.head && bench.head->digest == edition.digest) {
        return Code::already_in_force;
    }
    return bench.head && withdrawal.number <= bench.head->number ? Code::replayed : Code::none;
}

Ruling rule_on_policy(const domain::SignedPolicy& offered, const PolicyBench& bench, const Verifier& verify,
                      base::Instant now) {
    const PolicyEdition& edition = offered.edition;
    const auto& signatures = offered.envelope.signatures;
    if (const Code code = signatures_fit(offered, verify); code != Code::none) {
        return refused(code);
    }
    for (const domain::PolicySignature& one : signatures) {
        if (const Code code = may_configure(owner_of(one.key, bench.roster), bench.site, now); code != Code::none) {
            return refused(code);
        }
    }
    const Member& first = *owner_of(signatures.front().key, bench.roster);
    if (first.id != edition.proposed_by) {
        return refused(Code::wrong_key);
    }
    if (edition.roster_version > bench.roster.version) {
        return refused(Code::stale_roster);
    }
    if (edition.source != bench.site.source) {
        return refused(Code::wrong_source);
    }
    if (const Code code = chain_fits(edition, bench); code != Code::none) {
        return refused(code);
    }
    if (signatures.size() == 1) {
        return alone(edition, first, bench, now);
    }
    const Member& second = *owner_of(signatures.back().key, bench.roster);
    if (first.id == second.id || first.key == second.key) {
        return refused(Code::second_is_first);
    }
    if (first.simulated && second.simulated) {
        return refused(Code::simulated_not_allowed);
    }
    return {Outcome::allowed, Code::none, std::nullopt};
}

} // namespace authority
