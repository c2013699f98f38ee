// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/feed.h"
#include "app/store/reader.h"

namespace archive {

/// Our tiers of the orders between two entries, both included. Orders are judged in the order of the record, so their
/// verdicts are one run of entries behind the first of them. Looks at 50,000 verdicts at most: while a large import is
/// being judged, newer orders have none yet. Faults: those of reading.
[[nodiscard]] base::Result<ports::OwnTiers> read_own_tiers(const store::Reader& reader, std::uint64_t first,
                                                           std::uint64_t last);

} // namespace archive
