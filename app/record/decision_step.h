// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/decision.h"

#include <optional>
#include <string>
#include <string_view>

namespace record {

/// The body of an entry of kind decision_state: what happened to a decision and why. Four lines:
/// "reeve-decision-state/v1", the state before, the state after, the machine-readable cause (may be empty).
struct DecisionStep {
    domain::DecisionState from{};
    domain::DecisionState to{};
    std::string cause; ///< newlines become blanks
    friend bool operator==(const DecisionStep&, const DecisionStep&) = default;
};

[[nodiscard]] std::string write(const DecisionStep& step);
/// Nothing for what write() does not write.
[[nodiscard]] std::optional<DecisionStep> read_decision_step(std::string_view body);

} // namespace record
