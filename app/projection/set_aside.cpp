// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/projection/set_aside.h"

#include <algorithm>

namespace projection {

namespace {

constexpr std::uint32_t most_imports = 100'000;

} // namespace

base::Result<bool> SetAside::read(const store::Reader& reader) {
    const auto rows = reader.batches(most_imports);
    if (!rows) {
        return rows.fault();
    }
    std::set<std::int64_t> now;
    for (const store::BatchRow& row : *rows) {
        if (row.state == store::BatchState::suspected || row.state == store::BatchState::discarded) {
            now.insert(row.number);
        }
    }
    const bool anew = known_ && !std::includes(now.begin(), now.end(), batches_.begin(), batches_.end());
    batches_ = std::move(now);
    known_ = true;
    return anew;
}

} // namespace projection
