// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/ids.h"
#include "app/domain/money.h"
#include "app/json/view.h"
#include "app/policy/seen.h"
#include "app/record/published.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace verdicts {

/// A rule that fired or failed.
struct KeptRule {
    std::string rule;
    std::string cause; ///< by which it is one work item; empty: a case each
    bool failed = false;
};

/// What an entry of kind verdict says by itself, without judging again. Its body is canonical JSON, "reeve-verdict/1";
/// what was seen (policy::write_seen) stands in it, the order itself does not.
struct Kept {
    std::uint64_t order_index = 0; ///< entry of the order
    domain::Digest digest{};       ///< of the version's subject
    std::string policy_version;
    domain::Digest policy{}; ///< SHA-256 of the policy's document
    domain::Tier tier = domain::Tier::blocked;
    domain::Tier case_tier = domain::Tier::blocked;
    domain::Tier tier_by_amount = domain::Tier::blocked;
    domain::Mode mode = domain::Mode::enforce;
    bool unknown = false;
    std::vector<std::string> missing;
    std::optional<domain::Money> together; ///< what belongs together with the order, with it; nothing: not read then
    std::vector<KeptRule> rules;
    std::string run;    ///< the declared bulk run whose size alone makes the order wait; empty: none
    std::string matter; ///< what makes the order one case with others; empty: a case by itself, or none
};

/// The entry that keeps a verdict about the order at `order_index`.
[[nodiscard]] record::Draft draft_of(std::uint64_t order_index, const policy::Case& one, const policy::Judged& judged,
                                     const policy::RuleBook& book, const domain::Digest& policy);

/// Faults: malformed (not written by draft_of), unsupported (another format).
[[nodiscard]] base::Result<Kept> read(const json::View& body);
[[nodiscard]] base::Result<Kept> read(std::string_view body);

} // namespace verdicts
