// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/ports/archive.h"
#include "app/store/rows.h"

#include <optional>

namespace projection {

/// A decision as screens show it, read back from its signed bytes (the stored columns only serve queries). The drafted
/// and the refused have no bytes; they show what the columns hold. Faults: corrupt.
[[nodiscard]] base::Result<ports::DecisionRow> decision_row(const store::DecisionRow& stored,
                                                            const std::optional<domain::Receipt>& receipt);

} // namespace projection
