// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/feed.h"

#include <algorithm>

namespace ports {

/// How much friction a case asks for: the stricter of what our policy says and what the platform asks for. Until we
/// have judged it, the platform's.
[[nodiscard]] inline domain::Tier level_of(const CaseRow& row) {
    return row.our_tier ? std::max(*row.our_tier, row.tier) : row.tier;
}

/// Whether our policy and the platform came to different tiers.
[[nodiscard]] inline bool differs(const CaseRow& row) {
    return row.our_tier && *row.our_tier != row.tier;
}

/// Who sits at this console; nobody on the roster: both are empty.
struct Seat {
    domain::PersonId person;
    std::string role;
    friend bool operator==(const Seat&, const Seat&) = default;
};

/// Whether nobody answered a case in time, and the policy hands it to the person of this seat, or to their role.
[[nodiscard]] inline bool is_escalated_to(const CaseRow& row, const Seat& seat) {
    const bool waits = row.state == CaseState::open || row.state == CaseState::awaiting_second;
    if (!waits || !row.escalated || !row.unanswered || row.unanswered->then != domain::WhenUnanswered::escalate) {
        return false;
    }
    return row.unanswered->role.empty() ? !seat.person.empty() && row.unanswered->person == seat.person
                                        : row.unanswered->role == seat.role;
}

} // namespace ports
