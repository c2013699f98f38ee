// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/event.h"
#include "app/ports/feed.h"

#include <string_view>
#include <vector>

namespace projection {

/// What a person may search an event by: everything that its row shows as text, and the texts of the event that the row
/// has no room for (lines of an order, turns and what else was heard, findings, notes). Views into `event` and `row`.
[[nodiscard]] std::vector<std::string_view> event_texts(const domain::Event& event, const ports::FeedRow& row);

} // namespace projection
