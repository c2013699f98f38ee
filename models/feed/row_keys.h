// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/ids.h"
#include "models/feed/feed_model.h"

#include <QModelIndex>

#include <optional>

namespace models::feed {

/// The agent and the order that a row is about; nothing where there is no row, or the row is about none.
[[nodiscard]] std::optional<domain::AgentId> agent_at(const FeedModel& model, const QModelIndex& index);
[[nodiscard]] std::optional<domain::TransactionKey> order_at(const FeedModel& model, const QModelIndex& index);

} // namespace models::feed
