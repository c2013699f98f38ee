// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/feed.h"
#include "app/store/case_row.h"
#include "app/store/rows.h"

#include <optional>
#include <vector>

namespace projection {

/// A case as the inbox shows it. `decision` is the newest one about it, where there is one.
[[nodiscard]] ports::CaseRow case_row(const store::CaseRow& stored, const store::DecisionRow* decision);

} // namespace projection
