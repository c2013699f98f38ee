// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/feed.h"

#include <algorithm>

namespace ports {

/// How much friction a case asks for: the stricter of what our policy says and what the platform asks for. Until we
/// have judged it, the platform's.
[[nodiscard]] inline domain::Tier level_of(const CaseRow& row) {
    return row.our_tier ? std::max(*row.our_tier, row.tier) : row.tier;
}

/// Whether our policy and the platform came to different tiers.
[[nodiscard]] inline bool differs(const CaseRow& row) {
    return row.our_tier && *row.our_tier != row.tier;
}

} // namespace ports
