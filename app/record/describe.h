// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/event.h"
#include "app/record/published.h"
#include "app/store/new_entry.h"

namespace record {

/// The columns of an event's entry: identity from its context, the rest from its payload. Views into the event, which
/// must stay where it is.
[[nodiscard]] store::NewEntry describe(const RecordedEvent& recorded, std::int64_t source);

/// The columns of an entry of our own. Views into the draft.
[[nodiscard]] store::NewEntry describe(const Draft& draft, std::int64_t source);

} // namespace record
