// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/domain/decision.h"
#include "app/domain/ids.h"
#include "app/domain/money.h"
#include "app/domain/tier.h"
#include "app/domain/untrusted_text.h"

#include <optional>
#include <string>
#include <vector>

namespace domain {

enum class Permission { view, decide, configure, export_, verify, stop };

/// One person (or the simulated colleague of the sandbox) and what they may do.
struct Member {
    PersonId id;
    UntrustedText name;
    std::string role; ///< manager, auditor, analyst, administrator or the site's own word
    PublicKey key{};
    std::vector<Permission> permissions;
    std::vector<Money> limits;         ///< gross ceiling of one decision, one per currency; none: may not decide money
    Tier highest_tier = Tier::confirm; ///< up to which tier this person may decide
    bool simulated = false;            ///< not a human being; marked on every record
    base::Instant not_after{};
    friend bool operator==(const Member&, const Member&) = default;
};

/// Who may do what, signed by an administrator over "reeve-roster/v1\n" + canonical JSON.
struct Roster {
    std::int64_t version = 0; ///< rises by one
    bool solo = false;        ///< one-person site: a delay stands for the second person
    std::int64_t solo_delay_seconds = 0;
    std::vector<Member> members;
    base::Instant issued{};
    friend bool operator==(const Roster&, const Roster&) = default;
};

struct SignedRoster {
    Roster roster;
    std::string signed_bytes;
    PublicKey key{}; ///< the administrator's
    Signature signature{};
    friend bool operator==(const SignedRoster&, const SignedRoster&) = default;
};

} // namespace domain
