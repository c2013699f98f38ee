// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/domain/ids.h"
#include "app/domain/money.h"
#include "app/domain/untrusted_text.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace ports {

/// How far a person's authority over an order reaches by the policy in force.
struct ApprovalReach {
    domain::Money up_to; ///< in the order's currency
    std::string line;    ///< of the policy
    /// By which delegation it is lent, by whom, and until when; empty: it is the person's own.
    std::string delegation;
    domain::PersonId holder;
    domain::UntrustedText holder_name;
    std::optional<base::Instant> until;
};

/// One person of the roster before an order.
struct ApprovalSeat {
    domain::PersonId person;
    domain::UntrustedText name;
    bool may = false;          ///< approve the whole of it, by the policy
    bool behind_first = false; ///< would, but the first of two signatures stands on the same authority
    bool roster_lets = false;  ///< so do permission, tier and limit of the roster, and it is not their own order
    std::optional<ApprovalReach> most; ///< what covers it, or the furthest that there is; nothing: no authority at all
};

/// Who may approve an order, by the policy's delegation of authority.
struct CaseAuthority {
    bool limited = false;            ///< false: the policy has no such lines, and nothing limits beside the roster
    domain::Money amount;            ///< what approving all of it commits to
    bool commits_whole = false;      ///< the commitment over the term counts, so approving less does not lower it
    std::vector<ApprovalSeat> seats; ///< who may decide at all; those with authority of their own first, nearest first

    [[nodiscard]] const ApprovalSeat* seat_of(const domain::PersonId& person) const {
        const auto found =
            std::find_if(seats.begin(), seats.end(), [&](const ApprovalSeat& seat) { return seat.person == person; });
        return found == seats.end() ? nullptr : &*found;
    }
};

} // namespace ports
