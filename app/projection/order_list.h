// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/spend.h"
#include "app/projection/order_state.h"

#include <optional>

namespace projection {

/// An order as a line of the list behind a sum; nothing when it is none of the orders that the sum counts: it was not
/// carried out within the query's time, or the selection, the currency or the side is another one. Pure.
[[nodiscard]] std::optional<ports::OrderLine> order_line(const domain::TransactionKey& key, const OrderState& order,
                                                         const ports::OrdersQuery& query);

} // namespace projection
