// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/domain/ids.h"
#include "app/domain/tier.h"
#include "app/domain/untrusted_text.h"

#include <optional>
#include <string>
#include <vector>

namespace domain {

/// One thing that the platform itself found. `code` is machine-readable (e.g. "over_contract_price"); unknown codes are
/// displayed as they are.
struct Finding {
    std::string code;
    UntrustedText text;
    friend bool operator==(const Finding&, const Finding&) = default;
};

/// The platform's own judgement of a version, beside which Reeve puts its own. `escalation` keeps the upstream word
/// (requires_escalation, requires_buyer_review, pending_approval, manual_review, input_required, …).
struct Assessment {
    TransactionId transaction;
    std::int32_t version = 1;
    Tier tier = Tier::automatic;
    Moment moment = Moment::before_execution;
    std::string escalation;
    std::vector<Finding> findings;
    std::optional<base::Instant> expires; ///< when the hold ends without a decision
    UntrustedText if_nobody_acts;         ///< what happens then, in the platform's words
    friend bool operator==(const Assessment&, const Assessment&) = default;
};

} // namespace domain
