// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feed/feed_model.h"
#include "models/ledger/store_table.h"

namespace models::feed {

/// The rows of feed_rows.h as expressions know them: agent, supplier, order, event ("transaction.held"), tier, amount,
/// currency, time, received, words, source, entry, sequence, version. `currency` is what that is called on the screen;
/// the rest are the words of the columns.
[[nodiscard]] ledger::Columns feed_language(const Words& words, const QString& currency);

/// The name of an event type in filters: "transaction.held" for dev.reeve.transaction.held.v1.
[[nodiscard]] std::string_view short_name(domain::EventType type);

} // namespace models::feed
