// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/authority/claims.h"

namespace authority {

using base::Fault;
using base::FaultCode;

base::Result<Claim> ClaimBook::take(const domain::TransactionId& transaction, const domain::PersonId& person,
                                    base::Instant now) {
    if (person.empty() || transaction.empty()) {
        return Fault{FaultCode::invalid_argument, "a claim names a transaction and a person", "claim"};
    }
    Claim& claim = claims_[transaction];
    if (!claim.person.empty() && claim.person != person && claim.expires > now) {
        return Fault{FaultCode::refused, "somebody else holds the case", claim.person.bytes()};
    }
    const bool same_holder = claim.person == person && claim.expires > now;
    claim.transaction = transaction;
    claim.person = person;
    claim.epoch += same_holder ? 0 : 1;
    claim.expires = now + lease_;
    return claim;
}

base::Result<Claim> ClaimBook::renew(const domain::TransactionId& transaction, const domain::PersonId& person,
                                     std::int64_t epoch, base::Instant now) {
    const auto found = claims_.find(transaction);
    if (found == claims_.end() || found->second.person.empty()) {
        return Fault{FaultCode::not_found, "nobody holds the case", transaction.bytes()};
    }
    if (found->second.epoch != epoch || found->second.person != person) {
        return Fault{FaultCode::stale, "the case was claimed again since", transaction.bytes()};
    }
    found->second.expires = now + lease_;
    return found->second;
}

base::Done ClaimBook::release(const domain::TransactionId& transaction, std::int64_t epoch) {
    const auto found = claims_.find(transaction);
    if (found == claims_.end() || found->second.person.empty()) {
        return Fault{FaultCode::not_found, "nobody holds the case", transaction.bytes()};
    }
    if (found->second.epoch != epoch) {
        return Fault{FaultCode::stale, "the case was claimed again since", transaction.bytes()};
    }
    found->second.person = domain::PersonId{};
    return {};
}

std::optional<Claim> ClaimBook::holder(const domain::TransactionId& transaction, base::Instant now) const {
    const auto found = claims_.find(transaction);
    if (found == claims_.end() || found->second.person.empty() || found->second.expires <= now) {
        return std::nullopt;
    }
    return found->second;
}

std::optional<Claim> ClaimBook::last(const domain::TransactionId& transaction) const {
    const auto found = claims_.find(transaction);
    if (found == claims_.end()) {
        return std::nullopt;
    }
    return found->second;
}

void ClaimBook::restore(const Claim& claim) {
    Claim& known = claims_[claim.transaction];
    if (claim.epoch >= known.epoch) {
        known = claim;
    }
}

} // namespace authority
