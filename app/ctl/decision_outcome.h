// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/command.h"
#include "app/domain/ids.h"

#include <chrono>

namespace ctl {

/// What a signed decision is waited for.
enum class Awaited {
    answer, ///< the gateway's receipt
    outcome ///< what came of it: executed, failed, not applied
};

/// Waits until the record holds it, says so with the newest receipt, and gives the code that the program ends with.
/// Faults: not_found (the record does not know the decision), those of reading.
[[nodiscard]] Outcome follow_decision(Context& context, const domain::DecisionId& id, Awaited awaited,
                                      std::chrono::seconds patience);

} // namespace ctl
