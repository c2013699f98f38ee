// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/authority/code.h"

#include <array>
#include <cstddef>

namespace authority {

namespace {

struct Text {
    std::string_view name;
    std::string_view advice;
};

/// In the order of Code.
constexpr std::array<Text, 53> texts = {{
    {"none", ""},
    {"bad_signature", "Sign the unchanged bytes with the key that the roster has for you."},
    {"unknown_member", "Ask an administrator to put you on the roster."},
    {"wrong_key", "Sign with the key that the roster has for you, or ask an administrator to publish your new key."},
    {"stale_roster", "Fetch the current roster, review the case again and sign with its version."},
    {"member_expired", "Ask an administrator to renew your membership in the roster."},
    {"wrong_role", "Sign in the role that the roster gives you."},
    {"not_permitted", "Ask somebody who has the permission for this, or an administrator for it."},
    {"simulated_not_allowed", "A simulated member signs only in a sandbox and only beside a human being."},
    {"too_early", "Send the same decision again when its not_before has come."},
    {"expired", "Review the case as it is now and sign a new decision."},
    {"already_used", "Ask for the status of the decision; for something new, make a new decision_id."},
    {"wrong_source", "Send the decision to the gateway that its source names."},
    {"wrong_transaction", "Sign a decision about this transaction."},
    {"wrong_version", "The order was amended: review the current version and decide on that."},
    {"wrong_digest", "Fetch the transaction: what you decided on is not what the gateway holds."},
    {"own_request", "Somebody other than the owner of the request has to decide."},
    {"in_doubt", "Find out whether the money moved, then resolve; or stop the agent."},
    {"not_held", "The order is not held any more; fetch it to see what became of it."},
    {"not_executed", "Only a completed order can be rolled back; reject it while it is held."},
    {"not_in_doubt", "Only an order in doubt is resolved; fetch it to see where it stands."},
    {"not_raised",
     "Nothing waits to be acknowledged here; a finding is settled where it was raised, not at a gateway."},
    {"already_decided", "This version was decided before; fetch it to see how."},
    {"stopped", "Resume the agent, the tier or the fleet first, then decide again; rejecting is possible now."},
    {"claimed_by_other", "Wait until the other person releases the case or the lease ends, then claim it."},
    {"stale_claim", "Claim the case again and sign with the new epoch."},
    {"blocked_tier", "Policy blocks this order: reject it, or have it amended."},
    {"over_tier", "Escalate to somebody who may decide in this tier."},
    {"amount_missing", "Name the gross amount in the decision."},
    {"wrong_currency", "Name the amount in the currency of the order."},
    {"wrong_amount", "Name exactly the gross amount of the order, or approve it reduced."},
    {"not_reduced", "Name an amount between nothing and the gross amount of the order."},
    {"payee_missing", "Name the payee of the order in the decision."},
    {"payee_changed", "The payee is not the one that you decided on: check it with the supplier, then decide again."},
    {"over_limit", "Escalate to somebody whose limit covers the amount and its commitment over the term."},
    {"bad_delegation", "Name a delegation of the policy in force that is given to you now, or none."},
    {"over_authority", "Escalate to somebody whom the policy lets approve this commitment, or ask for a delegation."},
    {"wrong_plan", "Ask for the plan again, review its steps and sign with its digest."},
    {"unclear_resolution", "Say in reason_code whether the money moved: moved or not_moved."},
    {"solo_delay", "Send the decision again when the delay of solo mode is over."},
    {"second_is_first", "The second signature has to come from another person with another key."},
    {"second_differs", "The second signature has to be about the same verb and amount as the first."},
    {"one_authority", "The second signature has to stand on the authority of somebody else than the first."},
    {"not_for_agents", "Stop and resume name an agent, a tier or the fleet; everything else names a transaction."},
    {"unknown_target", "Name an agent of this gateway, a tier as in tier:sign_off, or * for the fleet."},
    {"not_stopped", "Resume exactly what was stopped: the agent, the tier or the fleet."},
    {"needs_second", "A second person has to sign the same."},
    {"replayed", "A newer edition is in force: review the difference to that one and publish again."},
    {"wrong_predecessor",
     "Another edition is in force than the one that this one follows: publish it anew behind that."},
    {"broken_policy", "Mend the policy at the place that is named, check it and publish it anew."},
    {"failing_test", "A test case of the policy fails: mend the policy, or the test case, and publish it anew."},
    {"withdrawn", "Whoever proposed this edition took it back: propose it anew if it is wanted after all."},
    {"already_in_force", "The edition is in force: publish another one behind it to go back."},
}};

static_assert(texts.size() == static_cast<std::size_t>(Code::already_in_force) + 1);

} // namespace

std::string_view name_of(Code code) {
    return texts.at(static_cast<std::size_t>(code)).name;
}

std::string_view advice_for(Code code) {
    return texts.at(static_cast<std::size_t>(code)).advice;
}

} // namespace authority
