// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/spend.h"
#include "app/projection/books.h"

namespace projection {

/// What is left of every budget, every mandate's month and every limit, and when it is used up at the pace of the last
/// four weeks. A month is used up on the working day on which its sum goes above; a moving period on the first one at
/// whose end the last days on record and the pace since come to more. Pure. Everything but `state` and the calendar.
[[nodiscard]] ports::Headroom headroom(const Books& books, const ports::HeadroomQuery& query);

} // namespace projection
