// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/feed.h"
#include "models/ledger/store.h"

#include <vector>

namespace models::feed {

/// How a row of the feed is kept in a ledger: which column of the store holds what.
namespace kept {
enum : int {
    index,
    time,
    received,
    sequence,
    version,
    type,
    tier,
    minor,
    currency,
    agent,
    counterpart,
    source,
    transaction,
    ours,
    category,
    summary,
};
} // namespace kept

[[nodiscard]] std::vector<ledger::Kind> feed_columns();
void append(ledger::Store& store, const ports::FeedRow& row);
/// The row as it came.
[[nodiscard]] ports::FeedRow feed_row(const ledger::Store& store, ledger::Row row);

} // namespace models::feed
