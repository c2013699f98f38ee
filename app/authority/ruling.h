// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/authority/approval.h"
#include "app/authority/claims.h"
#include "app/authority/code.h"
#include "app/authority/spent.h"
#include "app/domain/decision.h"
#include "app/domain/roster.h"
#include "app/domain/tier.h"
#include "app/domain/transaction.h"

#include <functional>
#include <optional>
#include <string_view>

namespace authority {

/// Checks an Ed25519 signature; injected, so that this room needs no cryptography.
using Verifier = std::function<bool(const domain::PublicKey&, std::string_view bytes, const domain::Signature&)>;

/// The reason codes of resolve: what the person found out about an order in doubt.
inline constexpr std::string_view money_moved = "moved";
inline constexpr std::string_view money_did_not_move = "not_moved";

/// What the gateway (or the console's mirror of it) knows about the transaction now.
struct Case {
    domain::TransactionVersion current; ///< version, subject and digest; the key names source and transaction
    domain::TransactionState state = domain::TransactionState::requested;
    domain::Tier tier = domain::Tier::automatic;
    std::optional<Claim> claim;                ///< the last one given, expired or not
    std::optional<domain::Digest> plan_digest; ///< of the latest plan for rolling back, once made
    std::optional<domain::Money> plan_amount;  ///< what that plan gives back; nothing: the whole gross amount
    bool rolling_back = false;                 ///< a plan for this transaction is being carried out right now
    bool raised = false;        ///< a finding of ours is open about it and nobody waits; a gateway knows of none
    bool stopped = false;       ///< its agent, its tier or the fleet is stopped: nothing may begin
    base::Instant held_since{}; ///< the solo delay counts from here
    std::string group{};        ///< of the agent, as its platform registered it; empty: none is known
    friend bool operator==(const Case&, const Case&) = default;
};

/// The rules of the site that are not in the roster.
struct Site {
    domain::SourceId source;
    bool admits_simulated = false;        ///< true only in a sandbox
    const Approvals* approvals = nullptr; ///< of the policy in force; null: there is none, and nothing limits
};

enum class Outcome { allowed, needs_second, refused };

struct Ruling {
    Outcome outcome = Outcome::refused;
    Code code = Code::none;                  ///< none when allowed
    std::optional<base::Instant> earliest{}; ///< too_early, solo_delay: when the same decision may come again
    friend bool operator==(const Ruling&, const Ruling&) = default;
};

/// Whether a decision about a transaction is allowed now. Asks in the order of Code and answers with the first No.
/// An empty verifier skips only the signature (the console asks before it signs). Changes nothing: the caller tells
/// Spent what it accepted.
///
/// - approve, approve_reduced, ask, hold, reject, escalate: only while held; roll_back: only when completed; resolve:
///   only in doubt; acknowledge: only while a finding of ours is open. In doubt permits nothing else.
/// - Tier and limits bind what lets money out or moves it again (approve, approve_reduced, roll_back, resolve). No,
///   ask, hold and escalate are open to everybody who may decide.
/// - Limits are compared with the larger of the amount and the total commitment over the term.
/// - Approving also takes authority over the commitment by the policy (approval.h): one's own, or the delegation that
/// the
///   decision names.
/// - Dual sign-off: approving takes two members with two keys, at least one of them human, who sign the same verb,
///   amount and version, each on the authority of another person. In solo mode a delay since the hold stands for the
///   second person.
/// - A claim fences: with an epoch it must be the current one and one's own; without, nobody else may hold the case
///   (but the one who signed first, while the second signs).
[[nodiscard]] Ruling rule(const Case& about, const domain::SignedDecision& decision, const domain::Roster& roster,
                          const Spent& spent, const Site& site, const Verifier& verify, base::Instant now);

/// What is known about the target of a stop or resume. The gateway knows; the console leaves it open.
struct Target {
    bool known = true;   ///< there is such an agent, or it is a tier or the fleet
    bool stopped = true; ///< a stop of exactly this target is in force
};

/// The same for stop and resume of an agent, a tier or the fleet (domain/stop_target.h).
[[nodiscard]] Ruling rule_on_agent(const domain::SignedDecision& decision, const domain::Roster& roster,
                                   const Spent& spent, const Site& site, const Verifier& verify, base::Instant now,
                                   Target target = {});

/// The member with this id, or null.
[[nodiscard]] const domain::Member* member_of(const domain::Roster& roster, const domain::PersonId& person);

/// Which permission a verb needs.
[[nodiscard]] domain::Permission permission_for(domain::Verb verb);

/// Whether a verb settles the version for good (approve, approve_reduced, reject) or leaves it open.
[[nodiscard]] bool settles(domain::Verb verb);

} // namespace authority
