// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/policy_desk.h"

#include "app/crypto/signing.h"

namespace sandbox {

using authority::Code;
using base::Fault;
using base::FaultCode;

namespace {

Fault refused(Code code, std::string detail) {
    return {FaultCode::refused, std::move(detail), std::string(authority::name_of(code))};
}

} // namespace

base::Done PolicyDesk::check_document(const domain::SignedPolicy& policy) const {
    const auto rules = rules_of(policy.edition.document);
    if (rules) {
        return {};
    }
    const Fault& fault = rules.fault();
    return refused(fault.code == FaultCode::refused ? Code::failing_test : Code::broken_policy,
                   fault.where + ": " + fault.detail);
}

void PolicyDesk::wait(const domain::SignedPolicy& policy, Code code) {
    const bool known = proposal_ && proposal_->digest == policy.digest;
    proposal_ = policy;
    waits_for_ = authority::name_of(code);
    if (code == Code::needs_second && !known && on_proposal_) {
        on_proposal_(policy);
    }
}

base::Result<wire::PolicyStatus> PolicyDesk::take(const domain::PolicyEnvelope& envelope) {
    const auto policy = open_policy(envelope);
    if (!policy) {
        return Fault{policy.fault().code, policy.fault().detail, "malformed"};
    }
    if (!book_.roster()) {
        return Fault{FaultCode::refused, "the gateway has no roster yet", "no_roster"};
    }
    const auto& current = book_.statute().policy();
    if (current && current->digest == policy->digest) {
        return status(); // the same again
    }
    const base::Instant now = press_.clock().now();
    authority::PolicyBench by = bench();
    by.proposed_here = offered_.try_emplace(policy->digest, now).first->second;
    const auto ruling = authority::rule_on_policy(*policy, by, crypto::holds, now);
    if (ruling.outcome == authority::Outcome::refused) {
        return refused(ruling.code, std::string(authority::advice_for(ruling.code)));
    }
    if (withdrawn_.contains(policy->digest)) {
        return refused(Code::withdrawn, std::string(authority::advice_for(Code::withdrawn)));
    }
    REEVE_TRY(check_document(*policy));
    if (ruling.outcome == authority::Outcome::needs_second) {
        wait(*policy, ruling.code);
        return status();
    }
    const auto rules = policy::read_document(policy->edition.document);
    press_.emit(domain::EventType::policy_published,
                domain::PolicyPublished{rules ? rules->version : std::string(), policy->digest,
                                        policy->edition.proposed_by, policy->envelope});
    proposal_.reset();
    waits_for_.clear();
    offered_.clear();
    const std::int64_t passed = policy->edition.number;
    std::erase_if(withdrawn_, [passed](const auto& one) { return one.second.withdrawal.number <= passed; });
    return status();
}

base::Result<wire::PolicyStatus> PolicyDesk::withdraw(const wire::PolicyWithdrawalRequest& request) {
    const auto policy = open_policy(request.policy);
    const auto withdrawal = wire::open_withdrawal(request.withdrawal);
    if (!policy || !withdrawal) {
        const Fault& fault = policy ? withdrawal.fault() : policy.fault();
        return Fault{fault.code, fault.detail, "malformed"};
    }
    if (!book_.roster()) {
        return Fault{FaultCode::refused, "the gateway has no roster yet", "no_roster"};
    }
    const Code code = authority::rule_on_withdrawal(*withdrawal, *policy, bench(), crypto::holds, press_.clock().now());
    if (code != Code::none) {
        return refused(code, std::string(authority::advice_for(code)));
    }
    withdrawn_.try_emplace(policy->digest, *withdrawal); // the first word stands
    if (proposal_ && proposal_->digest == policy->digest) {
        proposal_.reset();
        waits_for_.clear();
    }
    return status();
}

void PolicyDesk::remember(const std::vector<wire::Envelope>& withdrawn) {
    const auto& current = book_.statute().policy();
    for (const wire::Envelope& one : withdrawn) {
        auto withdrawal = wire::open_withdrawal(one);
        if (withdrawal && (!current || withdrawal->withdrawal.number > current->edition.number)) {
            const domain::Digest digest = withdrawal->withdrawal.edition;
            withdrawn_.try_emplace(digest, std::move(withdrawal).value());
        }
    }
}

authority::PolicyBench PolicyDesk::bench() const {
    authority::PolicyBench bench;
    bench.roster = book_.roster()->roster;
    bench.site = {press_.source(), true};
    if (const auto& current = book_.statute().policy()) {
        bench.head = {current->edition.number, current->digest};
    }
    bench.may_skip = true;
    return bench;
}

wire::PolicyStatus PolicyDesk::status() const {
    wire::PolicyStatus status;
    if (const auto& policy = book_.statute().policy()) {
        status.number = policy->edition.number;
        status.version = book_.statute().version();
        status.digest = policy->digest;
        status.policy = policy->envelope;
    }
    if (proposal_) {
        status.proposal = proposal_->envelope;
        status.waits_for = waits_for_;
    }
    for (const auto& [digest, withdrawal] : withdrawn_) {
        status.withdrawn.push_back(wire::envelope_of(withdrawal));
    }
    return status;
}

} // namespace sandbox
