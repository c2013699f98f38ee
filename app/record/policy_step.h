// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/domain/policy_edition.h"
#include "app/domain/policy_withdrawal.h"

#include <optional>
#include <string>
#include <string_view>

namespace record {

/// Who stands in a step that came from the gateway.
inline constexpr std::string_view told_by_gateway = "feed";

/// What happened to an edition of the policy.
enum class PolicyAct {
    proposed,  ///< one signature is there
    published, ///< in force from this entry on, when the signatures count (verdicts::PolicyLine asks again)
    withdrawn, ///< taken back before it was in force
};

/// The body of an entry of kind policy: the lines "reeve-policy-step/v1", act and person, then the envelope as JSON,
/// and behind it, on a line of its own, the signed withdrawal of what was taken back.
struct PolicyStep {
    PolicyAct act = PolicyAct::proposed;
    domain::PersonId by; ///< who did it here: the signer, or who took it back; what the gateway told: told_by_gateway
    domain::PolicyEnvelope envelope;
    std::optional<domain::SignedPolicyWithdrawal> withdrawal{}; ///< of `withdrawn`, since withdrawals are signed
    friend bool operator==(const PolicyStep&, const PolicyStep&) = default;
};

[[nodiscard]] std::string write(const PolicyStep& step);
/// Faults: malformed, unsupported (another format).
[[nodiscard]] base::Result<PolicyStep> read_policy_step(std::string_view body);

} // namespace record
