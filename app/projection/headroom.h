// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/spend.h"
#include "app/projection/books.h"

namespace projection {

/// What is left of every budget, every mandate's month and every monthly limit, and when it is used up at the pace of
/// the last four weeks. Pure. Everything but `state`.
[[nodiscard]] ports::Headroom headroom(const Books& books, const ports::HeadroomQuery& query);

} // namespace projection
