// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feed/row_keys.h"

namespace models::feed {

std::optional<domain::AgentId> agent_at(const FeedModel& model, const QModelIndex& index) {
    if (!index.isValid()) {
        return std::nullopt;
    }
    const ports::FeedRow row = model.row_at(index.row());
    return row.agent.empty() ? std::nullopt : std::optional(row.agent);
}

std::optional<domain::TransactionKey> order_at(const FeedModel& model, const QModelIndex& index) {
    if (!index.isValid()) {
        return std::nullopt;
    }
    const ports::FeedRow row = model.row_at(index.row());
    return row.transaction.empty() ? std::nullopt : std::optional(domain::TransactionKey{row.source, row.transaction});
}

} // namespace models::feed
