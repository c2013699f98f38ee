// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/event.h"
#include "app/ports/feed.h"
#include "app/record/published.h"
#include "app/store/entry.h"
#include "app/store/rows.h"

namespace projection {

/// What a table shows of an event. Pure; the event's own words become `summary`.
[[nodiscard]] ports::FeedRow feed_row(const domain::Event& event, std::uint64_t index, base::Instant received);

/// The rows of one commit, in the order of the record.
[[nodiscard]] ports::FeedBatch feed_batch(const record::Published& published);

/// What entries of kind verdict say of orders; others are passed over.
[[nodiscard]] ports::OwnTiers own_tiers(const std::vector<store::Entry>& entries);

/// The transaction that an event is about, empty where it is about none.
[[nodiscard]] domain::TransactionId transaction_of(const domain::Payload& payload);

} // namespace projection
