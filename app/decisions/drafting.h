// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/authority/ruling.h"
#include "app/base/result.h"
#include "app/ports/decisions.h"
#include "app/store/case_row.h"
#include "app/store/rows.h"

#include <chrono>
#include <optional>
#include <vector>

namespace decisions {

/// How long a person can take a decision of the confirm tier back before it is sent.
inline constexpr std::chrono::seconds undo_window{8};
/// How long a signed decision may take effect; after that the gateway refuses it and nothing happens unseen.
inline constexpr std::chrono::minutes validity{15};

/// What the record holds about the thing to be decided, read at one moment.
struct Facts {
    ports::CaseFile file;                    ///< empty for stop and resume
    std::optional<store::CaseRow> row;       ///< nothing for an ordinary transaction
    std::vector<store::DecisionRow> earlier; ///< about the same transaction
    domain::SignedRoster roster;
    std::string checkpoint;           ///< base64 of the root that the person saw
    std::optional<domain::Plan> plan; ///< roll_back only
    authority::Approvals approvals{}; ///< by the policy in force; without a line nothing limits
    std::string group{};              ///< of the agent
};

/// The person who signs: the member whose key it is.
struct Signer {
    domain::Member member;
    std::int64_t roster_version = 0;
};

/// The decision that a draft becomes, with a new random id. Faults: stale (the draft is pinned to a version or digest
/// that is no longer the current one), not_found, invalid_argument (what the verb needs is missing, or is there and
/// must not be; the fault's place names the part: amount, reason_text, agent).
[[nodiscard]] base::Result<domain::Decision> compose(const ports::Draft& draft, const Facts& facts,
                                                     const Signer& signer, base::Instant now);

/// The law's answer, with the gateway's own rules over what we know. An empty verifier asks before signing.
[[nodiscard]] authority::Ruling ask_the_law(const domain::SignedDecision& decision, const Facts& facts,
                                            bool admits_simulated, const authority::Verifier& verify,
                                            base::Instant now);

/// Whether a verb needs the gateway's plan for rolling back.
[[nodiscard]] bool needs_plan(domain::Verb verb);
/// Whether a verb is about an agent and not about a transaction.
[[nodiscard]] bool is_about_agent(domain::Verb verb);

} // namespace decisions
