// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace ui::charts {

/// Round positions for an axis that has to show [least, greatest] and 0, at most `most` of them: steps of 1, 2 or 5
/// times a power of ten, whole numbers only.
[[nodiscard]] std::vector<std::int64_t> ticks(double least, double greatest, int most = 6);

} // namespace ui::charts
