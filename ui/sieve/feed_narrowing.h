// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feed/feed_model.h"
#include "models/ledger/store_table.h"
#include "ui/sieve/bar.h"

namespace ui::sieve {

/// Narrows a table of events to what its bar wants: a condition, or the table's own terms. Terms that cannot be read
/// are told at the bar, and the table stays as it is.
void narrow(models::feed::FeedModel& model, const models::ledger::Columns& columns, Bar& bar);

/// Tells the bar how many rows answer how; every row that is kept is asked again, because rows come and go.
void count(const models::feed::FeedModel& model, const models::ledger::Columns& columns, Bar& bar);

} // namespace ui::sieve
