// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/domain/approval.h"
#include "app/domain/decision.h"
#include "app/domain/roster.h"
#include "app/domain/subject.h"
#include "app/domain/tier.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Who may approve how much, by the policy's delegation of authority. The one place that knows: the gateway's law, the
/// console's buttons, reevectl and the checks of a policy all ask here.
///
/// - Of the lines that speak about an order and a person, the one that is most to the point counts: more of category,
///   cost centre and agent group named, then the person rather than the role, then the higher amount. So a line for one
///   category may allow less than the general one.
/// - A delegation lends what its giver has by a line, and at most what it names. It does not lend what was lent, so
///   there are no chains. Nobody lends authority over an order of their own.
/// - Whoever no line speaks about may approve nothing, once the policy has any line.
namespace authority {

/// What the policy in force says, ready to be asked.
struct Approvals {
    domain::AuthorityMatrix matrix;
    domain::Exchange exchange; ///< empty: amounts of different currencies cannot be compared
};

/// What is to be approved.
struct Commitment {
    domain::Money amount; ///< the larger of amount and total commitment, never below zero
    std::string category, cost_centre, group;
    std::string requester; ///< on whose behalf the order was made
};

/// How far somebody's authority over an order reaches, and by what.
struct Reach {
    domain::Money up_to;                ///< in the order's currency
    std::string line;                   ///< of the policy
    domain::PersonId holder;            ///< who has it by that line
    std::string delegation;             ///< by which it is lent; empty: it is the person's own
    std::optional<base::Instant> until; ///< lent until then
    friend bool operator==(const Reach&, const Reach&) = default;
};

/// The larger of an amount and the commitment over the term, without its sign; nothing in two currencies.
[[nodiscard]] std::optional<domain::Money> exposure(const domain::Money& amount,
                                                    const std::optional<domain::Money>& commitment);
/// What approving `amount` of the order would commit to. Nothing as above.
[[nodiscard]] std::optional<Commitment> commitment_of(const domain::Subject& subject, const domain::Money& amount,
                                                      std::string_view group);

/// What a line gives this member; nothing: no line speaks about them and the order, or no rate joins the currencies.
[[nodiscard]] std::optional<Reach> own_reach(const Approvals& approvals, const domain::Member& member,
                                             const Commitment& asked);
/// What others lend this member now, the highest first. Givers that left the roster lend nothing.
[[nodiscard]] std::vector<Reach> lent_reach(const Approvals& approvals, const domain::Roster& roster,
                                            const domain::Member& member, const Commitment& asked, base::Instant now);

/// Whether a member may approve, and by what.
struct Standing {
    bool may = false;
    std::optional<Reach> by;   ///< what covers it: one's own rather than what is lent; nothing when nothing limits
    std::optional<Reach> most; ///< the furthest that there is, also where it falls short
    friend bool operator==(const Standing&, const Standing&) = default;
};

/// `first`: whose authority stands behind the first of two signatures; the second cannot stand on the same.
[[nodiscard]] Standing standing_of(const Approvals& approvals, const domain::Roster& roster,
                                   const domain::Member& member, const Commitment& asked, base::Instant now,
                                   const domain::PersonId& first = {});

/// Somebody who may.
struct Approver {
    domain::PersonId person;
    Reach by;
    friend bool operator==(const Approver&, const Approver&) = default;
};

/// Human members who may approve it now by the roster (permission, tier, limits) and by the policy; not its requester.
/// Those with authority of their own first, then the nearest above the amount.
[[nodiscard]] std::vector<Approver> who_may(const Approvals& approvals, const domain::Roster& roster,
                                            const Commitment& asked, domain::Tier tier, base::Instant now);

/// Whose authority a decision stands on.
[[nodiscard]] domain::PersonId holder_behind(const domain::AuthorityMatrix& matrix, const domain::Decision& decision);

} // namespace authority
