// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace authority {

/// Why a decision is not allowed, in the fixed order in which rule() asks. The names travel in receipts: stable.
enum class Code {
    none,
    bad_signature,         ///< the signature does not verify over the bytes
    unknown_member,        ///< the person is not on the roster
    wrong_key,             ///< signed by another key than the roster has for the person
    stale_roster,          ///< decided under another version of the roster
    member_expired,        ///< the membership ended
    wrong_role,            ///< signed in a role that the roster does not give
    not_permitted,         ///< no permission for this verb
    simulated_not_allowed, ///< a simulated member outside of a sandbox, or without a human being beside it
    too_early,             ///< before not_before
    expired,               ///< after not_after, or a window that is empty
    already_used,          ///< this decision id was used before
    wrong_source,          ///< meant for another gateway or feed
    wrong_transaction,     ///< meant for another transaction
    wrong_version,         ///< the transaction was amended since
    wrong_digest,          ///< same version, other content than was shown
    own_request,           ///< requester and approver are the same
    in_doubt,              ///< nobody knows whether money moved: only resolve and stop are possible
    not_held,              ///< approve, reject and the like need a held order
    not_executed,          ///< roll_back needs a completed order
    not_in_doubt,          ///< resolve needs an order in doubt
    not_raised,            ///< acknowledge: no finding of the console is open, or the platform waits for a decision
    already_decided,       ///< this version was decided before
    stopped,               ///< approve: the agent, its tier or the fleet is stopped
    claimed_by_other,      ///< somebody else holds the case
    stale_claim,           ///< the claim's epoch is not the current one
    blocked_tier,          ///< policy blocks the order: nobody may approve it as it is
    over_tier,             ///< above the highest tier of the member
    amount_missing,        ///< approving needs the amount in the signed bytes
    wrong_currency,        ///< another currency than the order's
    wrong_amount,          ///< approve means the whole amount, exactly
    not_reduced,           ///< a reduced amount must be nearer to zero than the order's, and not zero
    payee_missing,         ///< approving needs the payee in the signed bytes
    payee_changed,         ///< another payee than the order's
    over_limit,            ///< above the member's limit, or no limit in this currency
    bad_delegation,        ///< the delegation that the decision names is not in force for this person
    over_authority,        ///< above what the policy lets this person approve, themselves or by the delegation
    wrong_plan,            ///< roll_back: another plan than the gateway's
    unclear_resolution,    ///< resolve: reason_code must be "moved" or "not_moved"
    solo_delay,            ///< solo mode: the delay that stands for the second person is not over
    second_is_first,       ///< the second signature is by the person or key of the first
    second_differs,        ///< the second signature is about something else than the first
    one_authority,         ///< both signatures stand on the authority of one person, lent to another
    not_for_agents,        ///< stop and resume name an agent, a tier or the fleet, not a transaction
    unknown_target,        ///< stop and resume: no such agent or tier
    not_stopped,           ///< resume: the target was not stopped
    needs_second,          ///< not a refusal: one signature of two is in
    // Of a policy that is published (policy_rule.h).
    replayed,          ///< an edition that was overtaken by a newer one
    wrong_predecessor, ///< follows another edition than the one in force, or leaves one out
    broken_policy,     ///< the document cannot be read, does not compile, or is not the one that its digest names
    failing_test,      ///< one of the policy's own test cases fails
    withdrawn,         ///< whoever proposed the edition took it back
    already_in_force,  ///< a withdrawal that comes too late: the edition is in force
};

/// Lower snake case, e.g. "over_limit".
[[nodiscard]] std::string_view name_of(Code code);

/// How to resubmit: one English sentence for receipts and problem documents. Consoles translate by the code instead.
[[nodiscard]] std::string_view advice_for(Code code);

} // namespace authority
