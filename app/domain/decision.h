// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/domain/ids.h"
#include "app/domain/money.h"
#include "app/domain/subject.h"
#include "app/domain/untrusted_text.h"

#include <optional>
#include <string>
#include <vector>

namespace domain {

/// What a person may do. The first six are about an order that the platform holds; roll_back about what was executed,
/// resolve about what is in doubt, stop and resume about an agent, a tier or the fleet (`target` of the decision).
/// Acknowledge settles a finding of our own about an order for which nobody waits: it is signed and recorded like every
/// other decision and never sent, because it asks nothing of the gateway.
enum class Verb {
    approve,
    approve_reduced,
    ask,
    hold,
    reject,
    escalate,
    roll_back,
    resolve,
    stop,
    resume,
    acknowledge
};

/// True for decisions that are carried out by being on record and that no gateway ever sees.
[[nodiscard]] constexpr bool stays_here(Verb verb) {
    return verb == Verb::acknowledge;
}

/// The stages of a decision, in the words that people see.
enum class DecisionState {
    drafted,         ///< review open, nothing signed
    refused,         ///< our own authority or policy check said no
    awaiting_second, ///< one signature of two
    signed_,         ///< signed and durable, waiting for the courier
    held,            ///< until `not_before`: can still be withdrawn
    withdrawn,       ///< taken back by the person before it was sent
    sent,            ///< at least one delivery attempt began
    accepted,        ///< the gateway's signed receipt says so
    refused_by_gateway,
    in_doubt,    ///< sent, and no answer: ask for the status, then resend the same bytes
    executed,    ///< the outcome arrived on the feed; of what stays here: it is on record
    failed,      ///< accepted, but the platform could not carry it out
    void_,       ///< the transaction was amended before it took effect
    not_applied, ///< too late: the order had expired or was already final
};

/// Whether a decision in `from` may go to `to`. The one table of the rules of decisions (DESIGN, section 5).
[[nodiscard]] bool may_follow(DecisionState from, DecisionState to);

/// True when nothing will happen to the decision by itself any more.
[[nodiscard]] bool is_final(DecisionState state);

/// True when bytes may have reached the gateway without a known answer.
[[nodiscard]] bool is_unsettled(DecisionState state);

/// What is signed. Field for field the JSON object behind the prefix "reeve-decision/v1\n", written canonically
/// (RFC 8785), with Ed25519. For stop and resume `transaction` and `version` are empty and `agent` names the target
/// (an agent, a tier or the fleet: stop_target.h).
struct Decision {
    DecisionId id; ///< made and stored before anything is sent; kept for ever
    SourceId source;
    TransactionId transaction;
    std::int32_t version = 0;
    Digest subject_digest{};
    AgentId agent;
    Verb verb = Verb::ask;
    std::optional<Money> amount;       ///< gross; what is approved, reduced to, or given back
    std::optional<Payee> payee;        ///< whom the amount goes to
    std::optional<Digest> plan_digest; ///< roll_back: the plan that was shown
    std::string reason_code;           ///< from the list of the policy
    UntrustedText reason_text;
    PersonId person;
    std::string role;
    std::string delegation;       ///< approving: the delegation of the policy under which; empty: own authority
    std::int64_t claim_epoch = 0; ///< fencing number of the claim, 0 without one
    std::string policy_version;
    std::int64_t roster_version = 0;
    base::Instant not_before{};
    base::Instant not_after{};
    std::string checkpoint; ///< root of the record that the person saw, base64; may be empty
    friend bool operator==(const Decision&, const Decision&) = default;
};

/// A decision with its signature: the exact bytes, and who signed.
struct SignedDecision {
    Decision decision;
    std::string signed_bytes; ///< prefix and canonical JSON; never rebuilt after signing
    PublicKey key{};
    Signature signature{};
    friend bool operator==(const SignedDecision&, const SignedDecision&) = default;
};

} // namespace domain
