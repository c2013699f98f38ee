// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/own_tiers.h"

#include "app/projection/feed_row.h"

namespace archive {

base::Result<ports::OwnTiers> read_own_tiers(const store::Reader& reader, std::uint64_t first, std::uint64_t last) {
    constexpr std::uint32_t at_once = 5'000;
    constexpr int most_pages = 10;
    store::EntryFilter verdicts;
    verdicts.kind = store::EntryKind::verdict;
    ports::OwnTiers tiers;
    std::optional<std::uint64_t> from = first;
    for (int page = 0; page < most_pages; ++page) {
        const auto entries = reader.entries(verdicts, {from, store::Direction::forward, at_once});
        if (!entries) {
            return entries.fault();
        }
        bool beyond = false;
        for (const ports::OwnTier& one : projection::own_tiers(entries->entries)) {
            beyond = beyond || one.order > last;
            if (one.order >= first && one.order <= last) {
                tiers.push_back(one);
            }
        }
        if (beyond || !entries->more) {
            break;
        }
        from = entries->entries.back().index;
    }
    return tiers;
}

} // namespace archive
