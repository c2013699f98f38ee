// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/policy_change.h"
#include "app/policy/document.h"

#include <string>
#include <vector>

namespace policy {

using Part = domain::PolicyPart;
using domain::ChangeKind;
using Direction = domain::ChangeDirection;
using domain::FieldChange;
using Change = domain::PolicyChange;
using Difference = domain::PolicyDifference;

/// The order of rules, tests and groups, blanks and comments in a condition say nothing; an id is the identity of a
/// rule or limit.
[[nodiscard]] Difference compare(const Document& before, const Document& after);

[[nodiscard]] std::string_view name_of(Part part);
[[nodiscard]] std::string_view name_of(ChangeKind kind);
[[nodiscard]] std::string_view name_of(Direction direction);

/// A condition in its tokens, one blank between them: two that are equal here mean the same.
[[nodiscard]] std::string same_words(std::string_view condition);

} // namespace policy
