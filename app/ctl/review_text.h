// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/json/value.h"
#include "app/ports/decisions.h"

#include <string>
#include <vector>

namespace ctl {

/// What a person reads before signing, line by line, made only from the decision that was decoded from the bytes to be
/// signed; order details follow under their own heading and are marked as the agent's words where they are.
/// `covered`: the agent's own words wait until the person has noted a view of their own.
[[nodiscard]] std::vector<std::string> review_lines(const ports::Review& review, bool covered = false);
/// The facts of an order without what its agent says for itself.
[[nodiscard]] std::vector<std::string> fact_lines(const domain::Subject& subject);
[[nodiscard]] json::Value review_value(const ports::Review& review);

} // namespace ctl
