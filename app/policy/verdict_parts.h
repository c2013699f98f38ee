// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cel/evaluator.h"
#include "app/domain/verdict.h"
#include "app/policy/vocabulary.h"

#include <vector>

namespace policy {

/// Bytes of a text of the order that a verdict repeats, at most.
inline constexpr std::size_t most_text = 500;

/// What the parts of a condition came to, in reading order.
[[nodiscard]] std::vector<domain::TraceStep> steps_of(const cel::Trace& trace, const cel::Program& program);

/// Names the master records that the order needs and nobody has put on file.
void find_missing(const Case& one, domain::Verdict& verdict);

} // namespace policy
