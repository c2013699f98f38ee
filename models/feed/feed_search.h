// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/ports/archive.h"

#include <QTimeZone>

#include <string_view>

namespace models::feed {

/// What a person types to find something in the whole record, as a question to the archive. The same terms as in
/// feed_filter(), as far as the archive can answer them by its indexes:
///
///     pump seal                words that all occur in the texts of an event
///     id:TX-4711               exactly the id of an event, an order, an agent or a supplier
///     agent: order: supplier:  exactly these ids
///     event:held  tier>=confirm
///     amount>=99.50 amount<=200 currency:EUR   an amount needs its currency
///     from:2026-11-01 to:2026-11-30            days of `zone`, both included
///
/// Faults: invalid_argument; `where` is the term, `detail` as in feed_filter(), or "negated", "currency", "date".
[[nodiscard]] base::Result<ports::FeedQuery> feed_search(std::string_view typed, const QTimeZone& zone);

/// Whether what was typed is one bare word with a digit in it, and so may be an id.
[[nodiscard]] bool may_be_an_id(std::string_view typed);

} // namespace models::feed
