// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "models/ledger/arrangement.h"

#include <string_view>

namespace models::feed {

/// What a person types to narrow the feed, as conditions on the rows of feed_rows.h. Terms divided by blanks all have
/// to hold; a term with "-" before it must not; "…" keeps blanks together.
///
///     pump             somewhere in agent, counterpart, order or words; any language, upper and lower case alike
///     agent:bot-7      also supplier:, order:, source:, currency:, and event: (part of the protocol's name, "held")
///     tier>=sign_off   also >, <, <=, = and tier:blocked; names of the protocol or 0 to 4
///     amount>=99.50    also >, <, <=, =; in the units of each row's own currency
///
/// Nothing typed: no conditions. Faults: invalid_argument; `where` is the term, `detail` one of "field", "tier",
/// "event", "amount", "quote", "empty".
[[nodiscard]] base::Result<ledger::Filter> feed_filter(std::string_view typed);

} // namespace models::feed
