// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/archive.h"
#include "app/store/reader.h"

#include <optional>

namespace verdicts {

/// Whether a decision came too late: the gateway says that the order is not held any more, or that it was decided
/// before.
[[nodiscard]] bool came_too_late(const ports::DecisionRow& row);

/// What had become of the order by then; nothing for a decision that did not come too late, and as long as the record
/// has not heard it.
[[nodiscard]] std::optional<ports::Instead> instead_of(const store::Reader& reader, const ports::DecisionRow& row);

} // namespace verdicts
