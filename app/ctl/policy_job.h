// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/command.h"
#include "app/policy/rule_book.h"

namespace ctl {

/// The policy that --policy names, or the one that ships; with every finding said. Faults: those of the file, and
/// malformed when a condition does not compile.
[[nodiscard]] base::Result<policy::RuleBook> read_policy(Context& context, std::size_t* warnings = nullptr);

// The jobs of `reevectl policy`.
[[nodiscard]] Outcome check_policy(Context& context);
[[nodiscard]] Outcome test_policy(Context& context);
[[nodiscard]] Outcome evaluate_policy(Context& context);
[[nodiscard]] Outcome explain_by_policy(Context& context);

} // namespace ctl
