// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/policy/difference.h"
#include "app/policy/parts.h"

#include <string>
#include <utility>
#include <vector>

namespace policy {

/// The members of one part of a document as text, in the document's order; those that say nothing are left out.
using Members = std::vector<std::pair<std::string, std::string>>;

[[nodiscard]] Members members_of(const TierFrom& tier);
[[nodiscard]] Members members_of(const Rule& rule);
[[nodiscard]] Members members_of(const Limit& limit);
[[nodiscard]] Members members_of(const cel::Rate& rate);
[[nodiscard]] Members members_of(const Calendar& calendar);
[[nodiscard]] Members members_of(const std::pair<std::string, domain::Mode>& mode);
[[nodiscard]] Members members_of(const std::pair<domain::Tier, std::chrono::minutes>& answer);
[[nodiscard]] Members members_of(const std::pair<domain::Tier, domain::Unanswered>& unanswered);
[[nodiscard]] Members members_of(const domain::Contract& price_list);
[[nodiscard]] Members members_of(const Reviewer& reviewer);
[[nodiscard]] Members members_of(const domain::AuthorityLine& line);
[[nodiscard]] Members members_of(const domain::Delegation& delegation);
[[nodiscard]] Members members_of(const TestCase& test);

/// What differs. A member "when" is compared by its words (same_words).
[[nodiscard]] std::vector<FieldChange> differing(const Members& before, const Members& after);

[[nodiscard]] std::string_view name_of(Per per);
[[nodiscard]] std::string_view name_of(Period period);
/// "12400.00 GBP"
[[nodiscard]] std::string text_of(const domain::Money& amount);

} // namespace policy
