// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/decision.h"
#include "app/domain/event_type.h"
#include "app/domain/transaction.h"

#include <optional>

namespace domain {

/// What an event says by its type alone. The one table of it: folds, projections and outcomes ask here.
struct EventMeaning {
    /// Where the transaction stands now.
    std::optional<TransactionState> transaction;
    /// What became of the decision that the event names as its cause. A started execution is no end yet.
    std::optional<DecisionState> decision;
    friend bool operator==(const EventMeaning&, const EventMeaning&) = default;
};

[[nodiscard]] EventMeaning meaning_of(EventType type);

} // namespace domain
