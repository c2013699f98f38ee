// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/policy/document.h"

#include <chrono>
#include <optional>

namespace policy {

/// How far ahead working time is looked for.
inline constexpr std::chrono::days answer_horizon{400};

/// When `within` of working time will have passed since a moment. Working time is what working() says: minutes of the
/// calendar's own wall clock, so on a day on which clocks are put back the doubled hour counts twice, and one that is
/// left out does not count. Without a calendar every minute counts. Nothing: an unknown zone, or not enough working
/// time within answer_horizon.
[[nodiscard]] std::optional<base::Instant> answer_by(const std::optional<Calendar>& calendar, base::Instant since,
                                                     std::chrono::minutes within);

/// What the policy says of an order of a tier that waits since then.
struct AnswerTerms {
    std::optional<base::Instant> by;        ///< nothing: the policy sets no time for this tier
    std::optional<domain::Unanswered> then; ///< nothing: what happens is the gateway's own affair
};
[[nodiscard]] AnswerTerms answer_terms(const Document& document, domain::Tier tier, base::Instant since);

} // namespace policy
