// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/platform.h"

namespace sandbox {

using base::Fault;
using base::FaultCode;
using domain::EventType;

namespace {

wire::Claim as_wire(const authority::Claim& claim) {
    return {claim.transaction, claim.person, claim.epoch, claim.expires};
}

} // namespace

base::Result<domain::Receipt> Platform::decide(const wire::Envelope& envelope) {
    const std::lock_guard lock(mutex_);
    if (fault_) {
        return *fault_;
    }
    auto receipt = desk_.submit(envelope);
    REEVE_TRY(commit());
    return receipt;
}

base::Result<domain::Receipt> Platform::receipt_of(const domain::DecisionId& id) const {
    const std::lock_guard lock(mutex_);
    if (fault_) {
        return *fault_;
    }
    const Answered* answered = book_.answered(id);
    if (answered == nullptr) {
        return Fault{FaultCode::not_found, "this decision was never seen", id.bytes()};
    }
    return answered->last;
}

base::Result<wire::Claim> Platform::claim(const wire::ClaimRequest& request) {
    const std::lock_guard lock(mutex_);
    if (fault_) {
        return *fault_;
    }
    if (book_.order(request.transaction) == nullptr) {
        return Fault{FaultCode::not_found, "no such transaction", request.transaction.bytes()};
    }
    authority::ClaimBook claims = book_.claims();
    const base::Instant now = timeline_.now();
    const auto given = request.epoch == 0 ? claims.take(request.transaction, request.person, now)
                                          : claims.renew(request.transaction, request.person, request.epoch, now);
    if (!given) {
        return given.fault();
    }
    press_.emit(EventType::claim_changed,
                domain::ClaimChanged{given->transaction, given->person, given->epoch, given->expires});
    REEVE_TRY(commit());
    return as_wire(*given);
}

base::Done Platform::release(const domain::TransactionId& id, std::int64_t epoch) {
    const std::lock_guard lock(mutex_);
    if (fault_) {
        return *fault_;
    }
    authority::ClaimBook claims = book_.claims();
    REEVE_TRY(claims.release(id, epoch));
    press_.emit(EventType::claim_changed, domain::ClaimChanged{id, domain::PersonId{}, epoch, std::nullopt});
    return commit();
}

base::Result<wire::TransactionStatus> Platform::transaction(const domain::TransactionId& id) const {
    const std::lock_guard lock(mutex_);
    if (fault_) {
        return *fault_;
    }
    const Order* order = book_.order(id);
    if (order == nullptr) {
        return Fault{FaultCode::not_found, "no such transaction, or one that finished long ago", id.bytes()};
    }
    wire::TransactionStatus status;
    status.transaction = id;
    status.version = order->current.version;
    status.state = order->state;
    status.subject = order->current.subject;
    status.subject_digest = order->current.digest;
    status.expires = order->expires;
    status.plan = order->plan;
    return status;
}

base::Result<domain::Plan> Platform::plan(const domain::TransactionId& id, const std::optional<domain::Money>& amount) {
    const std::lock_guard lock(mutex_);
    if (fault_) {
        return *fault_;
    }
    auto plan = compensation_.plan_for(id, amount);
    REEVE_TRY(commit());
    return plan;
}

base::Done Platform::put_roster(const wire::Envelope& envelope) {
    const std::lock_guard lock(mutex_);
    if (fault_) {
        return *fault_;
    }
    const bool configured = identity_.administrator.has_value();
    REEVE_TRY(desk_.take_roster(envelope, identity_.administrator));
    if (!configured) {
        identity_.administrator = envelope.key;
        if (!options_.state.empty()) {
            REEVE_TRY(keep_administrator(options_.state, envelope.key));
        }
    }
    return commit();
}

std::optional<domain::SignedRoster> Platform::roster() const {
    const std::lock_guard lock(mutex_);
    return book_.roster();
}

base::Result<wire::PolicyStatus> Platform::put_policy(const domain::PolicyEnvelope& envelope) {
    const std::lock_guard lock(mutex_);
    if (fault_) {
        return *fault_;
    }
    auto status = policy_desk_.take(envelope);
    REEVE_TRY(commit());
    return status;
}

base::Result<wire::PolicyStatus> Platform::withdraw_policy(const wire::PolicyWithdrawalRequest& request) {
    const std::lock_guard lock(mutex_);
    if (fault_) {
        return *fault_;
    }
    auto status = policy_desk_.withdraw(request);
    if (status && !options_.state.empty()) {
        REEVE_TRY(keep_withdrawn(options_.state, status->withdrawn));
    }
    return status;
}

wire::PolicyStatus Platform::policy() const {
    const std::lock_guard lock(mutex_);
    return policy_desk_.status();
}

wire::GatewayInfo Platform::info() const {
    const std::lock_guard lock(mutex_);
    wire::GatewayInfo info;
    info.name = "reeve-sandbox";
    info.version = REEVE_VERSION;
    info.source = identity_.source;
    info.gateway_key = identity_.gateway_key.public_key();
    info.administrator_key = identity_.administrator;
    info.time = timeline_.now();
    info.last_sequence = press_.next_sequence() - 1;
    info.first_sequence = info.last_sequence == 0 ? 0 : 1;
    info.roster_version = book_.roster() ? book_.roster()->roster.version : 0;
    info.policy_version = book_.policy_version();
    return info;
}

} // namespace sandbox
