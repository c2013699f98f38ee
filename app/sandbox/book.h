// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/authority/ruling.h"
#include "app/domain/event.h"
#include "app/sandbox/budgets.h"
#include "app/sandbox/statute.h"

#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace sandbox {

/// One transaction as the platform knows it.
struct Order {
    domain::TransactionVersion current;
    domain::TransactionState state = domain::TransactionState::requested;
    domain::Tier tier = domain::Tier::automatic;
    std::vector<domain::Finding> findings;
    base::Instant held_since{};
    std::optional<base::Instant> expires;
    std::optional<domain::Plan> plan;
    bool rolling_back = false; ///< the plan is being carried out
    bool asked = false;        ///< a supervisor's question waits for the agent's answer
    domain::EventType last_step = domain::EventType::transaction_requested;
    std::vector<domain::DecisionId> deciders; ///< the decisions that caused the present state
    std::optional<domain::ConversationId> conversation;
    std::shared_ptr<const policy::RuleBook>
        held_by;                       ///< the signed policy under which it was held; null: none was there
    std::optional<ByPolicy> by_policy; ///< of the current version; nothing: no signed policy was in force
};

/// A decision and what the gateway answered.
struct Answered {
    domain::SignedDecision decision;
    domain::Receipt first; ///< the answer to the request; repeated for the same bytes
    domain::Receipt last;  ///< the newest word on it
};

/// A stop in force.
struct Stop {
    domain::StopId id;
    domain::AgentId agent;
    bool acknowledged = false;
    std::optional<domain::DecisionId> decision;
    domain::PersonId ordered_by;
};

/// Everything that the gateway knows, as a fold over its own events and nothing else: so a restart, which reads the
/// events again, knows exactly the same.
class Book {
public:
    void apply(const domain::Event& event);

    [[nodiscard]] const Order* order(const domain::TransactionId& id) const;
    [[nodiscard]] std::vector<domain::TransactionId> open_orders() const;
    [[nodiscard]] const Answered* answered(const domain::DecisionId& id) const;
    [[nodiscard]] const authority::Spent& spent() const { return spent_; }
    [[nodiscard]] const authority::ClaimBook& claims() const { return claims_; }
    [[nodiscard]] const std::optional<domain::SignedRoster>& roster() const { return roster_; }
    /// Whether this agent, or the whole fleet, is stopped.
    [[nodiscard]] bool stopped(const domain::AgentId& agent) const;
    [[nodiscard]] bool stopped(domain::Tier tier) const;
    /// What the law asks about the target of a stop or resume.
    [[nodiscard]] authority::Target target(const domain::AgentId& target) const;
    [[nodiscard]] const std::map<domain::AgentId, Stop>& stops() const { return stops_; }
    [[nodiscard]] bool knows_agent(const domain::AgentId& agent) const { return agents_.contains(agent); }
    [[nodiscard]] const Budgets& budgets() const { return budgets_; }
    [[nodiscard]] std::uint64_t orders_made() const { return orders_made_; }
    [[nodiscard]] std::uint64_t receipts_made() const { return receipts_made_; }
    [[nodiscard]] std::uint64_t plans_made() const { return plans_made_; }
    [[nodiscard]] std::uint64_t turns_in(const domain::ConversationId& conversation) const;
    /// Of the first and the latest event; neutral when there is none.
    [[nodiscard]] base::Instant first_time() const { return first_time_; }
    [[nodiscard]] base::Instant last_time() const { return last_time_; }
    [[nodiscard]] const std::string& policy_version() const { return policy_version_; }
    [[nodiscard]] const Statute& statute() const { return statute_; }

    /// The view of a transaction that the authority rules on. Nothing when unknown.
    [[nodiscard]] std::optional<authority::Case> case_of(const domain::TransactionId& id) const;

private:
    void apply_version(const domain::TransactionVersion& version, bool amended, base::Instant time);
    void apply_step(domain::EventType type, const domain::TransactionStep& step, base::Instant time);
    void apply_decision(const domain::SignedDecision& decision);
    void apply_receipt(const domain::Receipt& receipt);
    void apply_outcome(const Answered& answered);
    void apply_plan(const domain::Plan& plan);
    void apply_plan_step(const domain::StepTaken& taken);
    void apply_stop(domain::EventType type, const domain::StopChanged& change);
    void apply_turn(const domain::Turn& turn);
    void move(Order& order, domain::TransactionState state);
    void account(const Order& order, domain::EventType type, const domain::TransactionStep& step, base::Instant time);
    void retire_old();

    std::unordered_map<domain::TransactionId, Order> orders_;
    std::deque<domain::TransactionId> finished_; ///< oldest first; the oldest are forgotten
    std::set<domain::TransactionId> open_;
    std::map<domain::DecisionId, Answered> answered_;
    authority::Spent spent_;
    authority::ClaimBook claims_;
    std::optional<domain::SignedRoster> roster_;
    std::map<domain::AgentId, Stop> stops_;
    std::set<domain::AgentId> agents_;
    Budgets budgets_;
    std::unordered_map<domain::ConversationId, std::uint64_t> turns_;
    std::uint64_t orders_made_ = 0;
    std::uint64_t receipts_made_ = 0;
    std::uint64_t plans_made_ = 0;
    base::Instant first_time_{};
    base::Instant last_time_{};
    std::string policy_version_;
    Statute statute_;
};

/// Whether the platform itself made the order, rather than a replayed file or a burst: only then goods and invoices
/// are still to come after it was completed.
[[nodiscard]] bool is_own(const domain::TransactionId& id);

/// How many finished transactions the gateway still answers for.
inline constexpr std::size_t finished_orders_kept = 20'000;

} // namespace sandbox
