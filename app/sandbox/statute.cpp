// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/statute.h"

#include "app/crypto/digest.h"
#include "app/crypto/signing.h"
#include "app/domain/names.h"
#include "app/policy/approvals.h"
#include "app/policy/rehearsal.h"
#include "app/policy/reviewers.h"
#include "app/wire/policy_bytes.h"
#include "app/wire/signed_bytes.h"

#include <algorithm>

namespace sandbox {

using base::Fault;
using base::FaultCode;
using domain::RuleVerdict;

base::Result<domain::SignedPolicy> open_policy(const domain::PolicyEnvelope& envelope) {
    auto edition = wire::decode_policy(envelope.signed_bytes);
    if (!edition) {
        return edition.fault();
    }
    if (crypto::sha256(edition->document) != edition->document_digest) {
        return Fault{FaultCode::malformed, "the document is another one than its digest names", "/document_digest"};
    }
    return domain::SignedPolicy{std::move(edition).value(), envelope, crypto::sha256(envelope.signed_bytes)};
}

base::Result<policy::RuleBook> rules_of(const std::string& document) {
    auto rules = policy::RuleBook::read(document);
    if (rules) {
        REEVE_TRY(policy::pass_tests(*rules));
    }
    return rules;
}

void Statute::apply(const domain::Event& event) {
    facts_.apply(event);
    const auto* published = std::get_if<domain::PolicyPublished>(&event.payload);
    if (published == nullptr || !published->policy) {
        return;
    }
    // The gateway told it, so it was taken: signatures, chain and document were looked at then.
    auto policy = open_policy(*published->policy);
    auto rules = policy ? rules_of(policy->edition.document) : base::Result<policy::RuleBook>(policy.fault());
    if (rules) {
        policy_ = std::move(policy).value();
        rules_ = std::make_shared<policy::RuleBook>(std::move(rules).value());
        approvals_ = {rules_->document().authority, policy::exchange_of(rules_->document())};
    }
}

std::optional<ByPolicy> Statute::judge(const domain::TransactionVersion& version, base::Instant now) {
    if (!rules_) {
        return std::nullopt;
    }
    const facts::Facts known = facts_.look(version, now);
    const domain::Verdict verdict = rules_->judge({version, known, now}, policy::Detail::decision);
    ByPolicy made;
    made.tier = verdict.stops() ? verdict.tier : domain::Tier::automatic;
    made.why = "Policy " + verdict.policy_version + " says " + std::string(domain::name_of(made.tier));
    std::string rules;
    for (const RuleVerdict& rule : verdict.rules) {
        if (rule.outcome != RuleVerdict::Outcome::quiet) {
            rules += (rules.empty() ? "" : ", ") + rule.rule;
        }
    }
    made.why += rules.empty() ? std::string() : " (rules: " + rules + ")";
    return made;
}

policy::AnswerTerms Statute::answer_terms(domain::Tier tier, base::Instant since) const {
    return rules_ ? policy::answer_terms(rules_->document(), tier, since) : policy::AnswerTerms();
}

std::string Statute::group_of(const domain::TransactionVersion& version, base::Instant now) const {
    const facts::Facts known = facts_.look(version, now);
    return known.agent != nullptr ? known.agent->group : std::string();
}

domain::ReviewStanding Statute::weigh(const domain::ConfirmationGiven& given, const domain::TransactionVersion& version,
                                      domain::Tier tier) const {
    if (!rules_) {
        return domain::ReviewStanding::not_named;
    }
    const bool holds = crypto::holds(given.key, wire::confirmation_bytes(version.key.source, given), given.signature);
    return policy::standing_of(given, holds, version, tier, rules_->document());
}

} // namespace sandbox
