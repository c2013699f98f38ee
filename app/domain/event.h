// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/agent.h"
#include "app/domain/assessment.h"
#include "app/domain/conversation.h"
#include "app/domain/event_type.h"
#include "app/domain/plan.h"
#include "app/domain/policy_edition.h"
#include "app/domain/receipt.h"
#include "app/domain/roster.h"
#include "app/domain/transaction.h"

#include <cstdint>
#include <string>
#include <variant>

namespace domain {

struct AgentUpdated {
    AgentId agent;
    AgentStatus status = AgentStatus::active;
    UntrustedText note;
    friend bool operator==(const AgentUpdated&, const AgentUpdated&) = default;
};

struct HeartbeatSent {
    AgentId agent;
    friend bool operator==(const HeartbeatSent&, const HeartbeatSent&) = default;
};

struct ProbationChanged {
    AgentId agent;
    bool on_probation = true;
    UntrustedText note;
    friend bool operator==(const ProbationChanged&, const ProbationChanged&) = default;
};

struct MandateRevoked {
    MandateId mandate;
    UntrustedText note;
    friend bool operator==(const MandateRevoked&, const MandateRevoked&) = default;
};

/// Every step of a transaction after its request (held, started, completed, shipped, …); which one, the event's type
/// says. `amount` is what moved, arrived or was invoiced, where that is known.
struct TransactionStep {
    TransactionId transaction;
    std::int32_t version = 1;
    AgentId agent;
    std::optional<Money> amount;
    std::string code; ///< machine-readable cause: network_lost, partial_quantity, nobody_decided, …
    UntrustedText note;
    std::string reference;                ///< supplier's or carrier's number
    std::optional<base::Instant> expires; ///< held: when the hold ends; delayed: the new date
    std::optional<DecisionId> decision;   ///< the decision that caused it
    friend bool operator==(const TransactionStep&, const TransactionStep&) = default;
};

/// A second AI reviewer's signed word on a case of the confirm tier.
struct ConfirmationGiven {
    TransactionId transaction;
    std::int32_t version = 1;
    Digest subject_digest{};
    std::string reviewer;
    bool confirms = false;
    UntrustedText note;
    PublicKey key{};
    Signature signature{};
    friend bool operator==(const ConfirmationGiven&, const ConfirmationGiven&) = default;
};

struct StepTaken {
    PlanId plan;
    TransactionId transaction;
    StepId step;
    StepState state = StepState::running;
    UntrustedText result;
    std::optional<Money> cost;
    friend bool operator==(const StepTaken&, const StepTaken&) = default;
};

struct HoldChanged {
    TransactionId transaction;
    std::int32_t version = 1;
    std::string code;
    std::optional<base::Instant> expires;
    std::optional<DecisionId> decision;
    friend bool operator==(const HoldChanged&, const HoldChanged&) = default;
};

/// A stop was ordered, acknowledged by the platform, or lifted. `agent` is the target (stop_target.h).
struct StopChanged {
    StopId stop;
    AgentId agent;
    PersonId ordered_by;
    UntrustedText note;
    std::optional<DecisionId> decision;
    friend bool operator==(const StopChanged&, const StopChanged&) = default;
};

struct ContractPrice {
    std::string item_id;
    UntrustedText description;
    std::string unit;
    Money unit_price;
    std::optional<std::string> max_quantity; ///< exact decimal, over the contract's life
    friend bool operator==(const ContractPrice&, const ContractPrice&) = default;
};

struct Contract {
    ContractId id;
    Supplier supplier;
    UntrustedText title;
    base::Instant not_before{};
    base::Instant not_after{};
    std::vector<ContractPrice> prices;
    friend bool operator==(const Contract&, const Contract&) = default;
};

struct CataloguePrice {
    Supplier supplier;
    std::string item_id;
    UntrustedText description;
    std::string unit;
    Money unit_price;
    friend bool operator==(const CataloguePrice&, const CataloguePrice&) = default;
};

struct StockCounted {
    std::string item_id;
    std::string location;
    std::string quantity; ///< exact decimal
    std::string unit;
    friend bool operator==(const StockCounted&, const StockCounted&) = default;
};

/// A policy took effect at the gateway. `policy` carries it as it was signed; without it the platform goes by rules of
/// its own, which nobody at the consoles signed.
struct PolicyPublished {
    std::string version; ///< what the policy calls itself
    Digest digest{};     ///< with `policy`: of the edition's signed bytes
    PersonId published_by;
    std::optional<PolicyEnvelope> policy;
    friend bool operator==(const PolicyPublished&, const PolicyPublished&) = default;
};

/// A lease on a case ("A is looking"). `epoch` is the fencing number; an empty person is a released claim.
struct ClaimChanged {
    TransactionId transaction;
    PersonId person;
    std::int64_t epoch = 0;
    std::optional<base::Instant> expires;
    friend bool operator==(const ClaimChanged&, const ClaimChanged&) = default;
};

/// An event of a type that this build does not know: kept, shown by its type, folded into nothing.
struct UnknownPayload {
    std::string type;
    friend bool operator==(const UnknownPayload&, const UnknownPayload&) = default;
};

using Payload = std::variant<Agent, AgentUpdated, HeartbeatSent, ProbationChanged, Mandate, MandateRevoked, Turn,
                             TransactionVersion, TransactionStep, Assessment, ConfirmationGiven, SignedDecision,
                             Receipt, Plan, StepTaken, HoldChanged, StopChanged, Contract, CataloguePrice, StockCounted,
                             PolicyPublished, SignedRoster, ClaimChanged, UnknownPayload>;

/// One event of a feed: CloudEvents 1.0 context, the typed payload, and the bytes exactly as they arrived.
struct Event {
    SourceId source;
    EventId id;
    std::optional<EventType> type; ///< nothing: UnknownPayload
    std::uint64_t sequence = 0;    ///< 1, 2, … without gaps in one source
    base::Instant time{};          ///< when it happened, as the platform says
    Payload payload = UnknownPayload{};
    std::string raw; ///< the JSON object as received
};

} // namespace domain
