// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/command.h"
#include "app/domain/policy_change.h"
#include "app/policy/rule_book.h"

namespace ctl {

/// The policy that --policy names, or the one in force; with every finding said. Faults: those of the file, and
/// malformed when a condition does not compile.
[[nodiscard]] base::Result<policy::RuleBook> read_policy(Context& context, std::size_t* warnings = nullptr);
/// The same for a policy by name: a file, "in-force" or "shipped". Findings are said.
[[nodiscard]] base::Result<policy::RuleBook> read_policy(Context& context, const std::string& name,
                                                         std::size_t* warnings = nullptr);
/// Only the document: its conditions are not compiled.
[[nodiscard]] base::Result<policy::Document> read_document(Context& context, const std::string& name);

// The jobs of `reevectl policy`.
[[nodiscard]] Outcome check_policy(Context& context);
[[nodiscard]] Outcome test_policy(Context& context);
[[nodiscard]] Outcome evaluate_policy(Context& context);
[[nodiscard]] Outcome explain_by_policy(Context& context);
[[nodiscard]] Outcome diff_policies(Context& context);
[[nodiscard]] Outcome what_if_policy(Context& context);
[[nodiscard]] Outcome rehearse_policy(Context& context);
[[nodiscard]] Outcome publish_policy(Context& context);
[[nodiscard]] Outcome withdraw_policy(Context& context);
[[nodiscard]] Outcome list_policies(Context& context);

/// Change by change, with both values.
void say_difference(Terminal& terminal, const domain::PolicyDifference& difference);

} // namespace ctl
