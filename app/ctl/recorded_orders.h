// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/command.h"
#include "app/facts/fact_book.h"

#include <functional>

namespace ctl {

/// Called for every version of an order on record, with what was known before it.
using Judge = std::function<void(const domain::TransactionVersion&, const facts::FactBook&, base::Instant)>;

/// Folds the events on record in their order, without imports that are suspected duplicates or were discarded, and
/// calls `judge` for each version before it is folded. Gives how many events could not be read again.
/// Faults: those of the store, cancelled.
[[nodiscard]] base::Result<std::uint64_t> walk_orders(Context& context, const Judge& judge);

} // namespace ctl
