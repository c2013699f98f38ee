// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/authority/ruling.h"

/// The single questions of rule(), each answered with Code::none or its No. Used by ruling.cpp only.
namespace authority {

/// Approving lets money out; the others of moves_money() move it again or fix where it is.
[[nodiscard]] bool approves(domain::Verb verb);
[[nodiscard]] bool moves_money(domain::Verb verb);
[[nodiscard]] bool is_about_agent(domain::Verb verb);

/// The very thing that was shown, and not one's own.
[[nodiscard]] Code same_case(const Case& about, const domain::Decision& decision);
[[nodiscard]] Code state_permits(const Case& about, const domain::Decision& decision, const Spent& spent);
[[nodiscard]] Code claim_permits(const Case& about, const domain::Decision& decision, const Spent& spent,
                                 base::Instant now);
[[nodiscard]] Code tier_permits(const Case& about, const domain::Decision& decision, const domain::Member& member);
[[nodiscard]] Code amount_fits(const Case& about, const domain::Decision& decision);
[[nodiscard]] Code payee_fits(const Case& about, const domain::Decision& decision);
[[nodiscard]] Code limit_covers(const Case& about, const domain::Decision& decision, const domain::Member& member);
/// By the policy's delegation of authority.
[[nodiscard]] Code authority_covers(const Case& about, const domain::Decision& decision, const domain::Member& member,
                                    const domain::Roster& roster, const Approvals* approvals, base::Instant now);
/// A rollback shows the current plan, a resolution says which.
[[nodiscard]] Code verb_is_clear(const Case& about, const domain::Decision& decision);

} // namespace authority
