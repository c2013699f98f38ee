// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/connection.h"
#include "app/store/entry.h"

#include <cstdint>
#include <set>

namespace store {

/// Decides on a row with REEVE_ENTRY_COLUMNS whether it passes, without making an Entry of it. Every row that is
/// listed passes through here, so that what an index says is only ever a hint.
class EntryMatch {
public:
    EntryMatch(const EntryFilter& filter, std::set<std::int64_t> suspected_batches);
    [[nodiscard]] bool passes(const Statement& row) const;

private:
    [[nodiscard]] bool numbers_pass(const Statement& row) const;
    [[nodiscard]] bool money_passes(const Statement& row) const;
    [[nodiscard]] bool texts_pass(const Statement& row) const;

    const EntryFilter& filter_;
    std::set<std::int64_t> suspected_;
};

} // namespace store
