// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/authority/approval.h"

#include "app/authority/ruling.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace authority {

using domain::AuthorityLine;
using domain::Member;
using domain::Money;

namespace {

Money without_sign(Money amount) {
    // The lowest number has no positive twin; one cent less is above everything all the same.
    amount.minor = amount.minor == std::numeric_limits<std::int64_t>::min() ? std::numeric_limits<std::int64_t>::max()
                   : amount.minor < 0                                       ? -amount.minor
                                                                            : amount.minor;
    return amount;
}

bool fits(const std::vector<std::string>& named, const std::string& value) {
    return named.empty() || std::find(named.begin(), named.end(), value) != named.end();
}

bool speaks_about(const AuthorityLine& line, const Member& member, const Commitment& asked) {
    const bool who = line.person.empty() ? line.role == member.role : line.person == member.id;
    return who && fits(line.categories, asked.category) && fits(line.cost_centres, asked.cost_centre) &&
           fits(line.groups, asked.group);
}

/// How much to the point a line is.
std::pair<int, bool> rank(const AuthorityLine& line) {
    const int scopes = static_cast<int>(!line.categories.empty()) + static_cast<int>(!line.cost_centres.empty()) +
                       static_cast<int>(!line.groups.empty());
    return {scopes, !line.person.empty()};
}

std::optional<Money> in_currency(const Approvals& approvals, const Money& amount, const domain::Currency& currency) {
    if (amount.currency == currency) {
        return amount;
    }
    return approvals.exchange ? approvals.exchange(amount, currency) : std::nullopt;
}

bool covers(const Reach& reach, const Commitment& asked) {
    return reach.up_to.currency == asked.amount.currency && asked.amount.minor <= reach.up_to.minor;
}

bool is_in_force(const domain::Delegation& delegation, base::Instant now) {
    return delegation.since <= now && now < delegation.until;
}

bool has_left(const Member& member, base::Instant now) {
    return member.not_after != base::Instant{} && now >= member.not_after;
}

/// What the roster says of a member who would approve it.
bool roster_lets(const Member& member, const Commitment& asked, domain::Tier tier, base::Instant now) {
    const auto& permissions = member.permissions;
    const bool decides =
        std::find(permissions.begin(), permissions.end(), domain::Permission::decide) != permissions.end();
    const auto limit = std::find_if(member.limits.begin(), member.limits.end(),
                                    [&](const Money& each) { return each.currency == asked.amount.currency; });
    return decides && !member.simulated && !has_left(member, now) && tier <= member.highest_tier &&
           member.id.bytes() != asked.requester && limit != member.limits.end() && asked.amount.minor <= limit->minor;
}

} // namespace

std::optional<Money> exposure(const Money& amount, const std::optional<Money>& commitment) {
    if (commitment && commitment->currency != amount.currency) {
        return std::nullopt;
    }
    const Money plain = without_sign(amount);
    const Money whole = commitment ? without_sign(*commitment) : plain;
    return plain.minor < whole.minor ? whole : plain;
}

std::optional<Commitment> commitment_of(const domain::Subject& subject, const Money& amount, std::string_view group) {
    const auto most = exposure(amount, subject.total_commitment);
    if (!most) {
        return std::nullopt;
    }
    return Commitment{*most, subject.category, subject.cost_centre, std::string(group), subject.owner.bytes()};
}

std::optional<Reach> own_reach(const Approvals& approvals, const Member& member, const Commitment& asked) {
    const AuthorityLine* best = nullptr;
    std::optional<Money> most;
    for (const AuthorityLine& line : approvals.matrix.lines) {
        if (!speaks_about(line, member, asked) || (best != nullptr && rank(line) < rank(*best))) {
            continue;
        }
        const auto amount = in_currency(approvals, line.up_to, asked.amount.currency);
        const bool outranks = best == nullptr || rank(*best) < rank(line);
        if (outranks || (amount && (!most || most->minor < amount->minor))) {
            best = &line;
            most = amount;
        }
    }
    if (best == nullptr || !most) {
        return std::nullopt;
    }
    return Reach{*most, best->id, member.id, {}, std::nullopt};
}

std::vector<Reach> lent_reach(const Approvals& approvals, const domain::Roster& roster, const Member& member,
                              const Commitment& asked, base::Instant now) {
    std::vector<Reach> all;
    for (const domain::Delegation& delegation : approvals.matrix.delegations) {
        const Member* giver = member_of(roster, delegation.from);
        if (delegation.to != member.id || delegation.from == member.id || !is_in_force(delegation, now) ||
            giver == nullptr || has_left(*giver, now) || giver->id.bytes() == asked.requester) {
            continue;
        }
        auto reach = own_reach(approvals, *giver, asked);
        const auto cap = delegation.up_to ? in_currency(approvals, *delegation.up_to, asked.amount.currency)
                                          : std::optional(reach ? reach->up_to : Money());
        if (!reach || !cap) {
            continue;
        }
        reach->up_to = cap->minor < reach->up_to.minor ? *cap : reach->up_to;
        reach->delegation = delegation.id;
        reach->until = delegation.until;
        all.push_back(*std::move(reach));
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Reach& left, const Reach& right) { return left.up_to.minor > right.up_to.minor; });
    return all;
}

Standing standing_of(const Approvals& approvals, const domain::Roster& roster, const Member& member,
                     const Commitment& asked, base::Instant now, const domain::PersonId& first) {
    if (!approvals.matrix.limits()) {
        return {true, std::nullopt, std::nullopt};
    }
    std::vector<Reach> all = lent_reach(approvals, roster, member, asked, now);
    if (auto own = own_reach(approvals, member, asked)) {
        all.insert(all.begin(), *std::move(own));
    }
    Standing standing;
    for (const Reach& reach : all) {
        if (!first.empty() && reach.holder == first) {
            continue;
        }
        if (!standing.most || standing.most->up_to.minor < reach.up_to.minor) {
            standing.most = reach;
        }
        if (!standing.may && covers(reach, asked)) {
            standing.may = true;
            standing.by = reach;
        }
    }
    return standing;
}

std::vector<Approver> who_may(const Approvals& approvals, const domain::Roster& roster, const Commitment& asked,
                              domain::Tier tier, base::Instant now) {
    std::vector<Approver> all;
    for (const Member& member : roster.members) {
        if (!roster_lets(member, asked, tier, now)) {
            continue;
        }
        const Standing standing = standing_of(approvals, roster, member, asked, now);
        if (standing.may && standing.by) {
            all.push_back({member.id, *standing.by});
        }
    }
    std::stable_sort(all.begin(), all.end(), [](const Approver& left, const Approver& right) {
        return std::tuple(!left.by.delegation.empty(), left.by.up_to.minor) <
               std::tuple(!right.by.delegation.empty(), right.by.up_to.minor);
    });
    return all;
}

domain::PersonId holder_behind(const domain::AuthorityMatrix& matrix, const domain::Decision& decision) {
    const auto found = std::find_if(matrix.delegations.begin(), matrix.delegations.end(),
                                    [&](const domain::Delegation& each) { return each.id == decision.delegation; });
    return decision.delegation.empty() || found == matrix.delegations.end() ? decision.person : found->from;
}

} // namespace authority
