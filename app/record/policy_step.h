// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/domain/policy_edition.h"

#include <string>
#include <string_view>

namespace record {

/// What happened to an edition of the policy.
enum class PolicyAct {
    proposed,  ///< one signature is there
    published, ///< in force from this entry on, when the signatures count (verdicts::PolicyLine asks again)
    withdrawn, ///< taken back before it was in force
};

/// The body of an entry of kind policy: the lines "reeve-policy-step/v1", act and person, then the envelope as JSON.
struct PolicyStep {
    PolicyAct act = PolicyAct::proposed;
    domain::PersonId by; ///< who did it here: the signer, or who took it back; the gateway's feed: "feed"
    domain::PolicyEnvelope envelope;
    friend bool operator==(const PolicyStep&, const PolicyStep&) = default;
};

[[nodiscard]] std::string write(const PolicyStep& step);
/// Faults: malformed, unsupported (another format).
[[nodiscard]] base::Result<PolicyStep> read_policy_step(std::string_view body);

} // namespace record
