// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/roster.h"
#include "app/ports/publishing.h"
#include "app/verdicts/policy_line.h"

namespace verdicts {

/// Who wants to sign.
struct PolicySeat {
    domain::SourceId source;
    domain::Member member;
    bool admits_simulated = false;
};

/// The review of a draft as the next edition, or of a proposal to sign second. Faults: as ports::Publishing::review.
[[nodiscard]] base::Result<ports::PolicyReview> review_policy(const PolicyLine& line, const ports::PolicyDraft& draft,
                                                              const PolicySeat& seat, base::Instant now);

/// The step that one more signature makes of a reviewed edition: proposed or published. Faults: refused (the law; the
/// code is its place), stale (another edition came between), invalid_argument (not what was shown).
struct SignedStep {
    record::PolicyStep step;
    domain::SourceId source;
    domain::EventId id;
};
[[nodiscard]] base::Result<SignedStep> sign_policy(const PolicyLine& line, const ports::PolicyReview& review,
                                                   const domain::PolicySignature& signature, const PolicySeat& seat,
                                                   base::Instant now);

/// The step that records what somebody proposed elsewhere and the gateway tells, so that it can be signed here; nothing
/// when it is known, of another gateway, or does not wait for a signature by the roster of the line (a gateway cannot
/// make one up). `admits_simulated`: the embedded sandbox only.
[[nodiscard]] std::optional<SignedStep> recorded_proposal(const PolicyLine& line, const domain::PolicyEnvelope& told,
                                                          const domain::SourceId& source, bool admits_simulated,
                                                          base::Instant now);

/// What whoever proposed an edition signs to take it back. Faults: not_found, refused (somebody else's, or not waiting
/// any more).
[[nodiscard]] base::Result<domain::PolicyWithdrawal>
review_withdrawal(const PolicyLine& line, const domain::Digest& digest, const PolicySeat& seat, base::Instant now);
/// The step that takes a proposal back. Faults: those of review_withdrawal; refused (the law; the code is its place).
[[nodiscard]] base::Result<SignedStep> withdraw_policy(const PolicyLine& line,
                                                       const domain::SignedPolicyWithdrawal& withdrawal,
                                                       const PolicySeat& seat, base::Instant now);
/// The step that records a withdrawal which the gateway tells; nothing when it is about an edition that this record
/// does not have, known, or not signed as the roster of the line asks.
[[nodiscard]] std::optional<SignedStep>
recorded_withdrawal(const PolicyLine& line, const domain::SignedPolicyWithdrawal& told, base::Instant now);

/// The line as people see it. `seat` is nothing where nobody on the roster sits.
[[nodiscard]] base::Result<ports::PolicyStanding> standing_of(const PolicyLine& line,
                                                              const std::optional<PolicySeat>& seat);

} // namespace verdicts
