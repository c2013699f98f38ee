// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/authority/approval.h"
#include "app/domain/event.h"
#include "app/facts/fact_book.h"
#include "app/policy/answer_times.h"
#include "app/policy/rule_book.h"

#include <memory>
#include <optional>
#include <string>

namespace sandbox {

/// Opens an edition of the policy. Faults: those of wire::decode_policy; malformed (another document than its digest
/// names).
[[nodiscard]] base::Result<domain::SignedPolicy> open_policy(const domain::PolicyEnvelope& envelope);

/// Compiles a document and runs its test cases. Faults: malformed (with its place), refused (a test case fails).
[[nodiscard]] base::Result<policy::RuleBook> rules_of(const std::string& document);

/// What the last signed policy says of an order.
struct ByPolicy {
    domain::Tier tier = domain::Tier::automatic;
    std::string why; ///< one English sentence
    friend bool operator==(const ByPolicy&, const ByPolicy&) = default;
};

/// The last signed policy, which everything is held by that it does not mark automatic, and the facts that it judges
/// by: a fold over the gateway's events.
class Statute {
public:
    /// Folds an event; of a version of an order, first asks for judge().
    void apply(const domain::Event& event);
    /// Nothing before the first signed policy: then the house rules alone decide.
    [[nodiscard]] std::optional<ByPolicy> judge(const domain::TransactionVersion& version, base::Instant now);
    /// What a second AI reviewer's word is worth for an order that was judged to be of `tier`.
    [[nodiscard]] domain::ReviewStanding weigh(const domain::ConfirmationGiven& given,
                                               const domain::TransactionVersion& version, domain::Tier tier) const;
    /// Who may approve how much by it; null before the first one.
    [[nodiscard]] const authority::Approvals* approvals() const { return approvals_ ? &*approvals_ : nullptr; }
    /// The policy itself, for orders that are answered by the one that they came under; null before the first one.
    [[nodiscard]] std::shared_ptr<const policy::RuleBook> rules() const { return rules_; }
    /// Until when an order of this tier that waits since then is to be answered, and what happens otherwise.
    [[nodiscard]] policy::AnswerTerms answer_terms(domain::Tier tier, base::Instant since) const;
    /// As its platform registered the agent; empty: it has none, or nobody registered it.
    [[nodiscard]] std::string group_of(const domain::TransactionVersion& version, base::Instant now) const;
    [[nodiscard]] const std::optional<domain::SignedPolicy>& policy() const { return policy_; }
    [[nodiscard]] std::string version() const { return rules_ ? rules_->document().version : std::string(); }

private:
    facts::FactBook facts_;
    std::optional<domain::SignedPolicy> policy_;
    std::shared_ptr<policy::RuleBook> rules_;
    std::optional<authority::Approvals> approvals_;
};

} // namespace sandbox
