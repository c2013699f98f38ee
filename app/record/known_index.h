// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/store/key_runs.h"
#include "app/store/store.h"
#include "app/store/tail.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <vector>

namespace record {

/// Where identities and transactions stand in the record, however old: those of the open tail in memory, those of
/// sealed segments by sorted runs of keys, of which memory holds the newest. Takes the place of unique indexes.
class KnownIndex {
public:
    /// `keys_in_memory`: see store::KeyRuns.
    KnownIndex(const std::filesystem::path& folder, std::size_t keys_in_memory)
        : identities_(folder, keys_in_memory)
        , transactions_(folder, keys_in_memory) {}

    /// Rebuilds from the store. Faults: the store's.
    [[nodiscard]] base::Done load(store::Store& store);

    [[nodiscard]] std::uint64_t tail_start() const { return sealed_ * store::segment_entries; }
    [[nodiscard]] const store::Tail& tail() const { return tail_; }

    /// The next entry; before its commit.
    void add(const store::EntryKeys& keys) { tail_.add(keys); }
    /// Takes back everything from entry `size` on.
    void go_back(std::uint64_t size) { tail_.truncate(static_cast<std::size_t>(size - tail_start())); }

    /// Entries that may have this identity key, from the tail and from sealed segments.
    [[nodiscard]] base::Result<std::vector<std::uint64_t>> with_identity(std::uint64_t key, store::Store& store) const;
    /// Offers requested and amended entries before `before` that may belong to a transaction, newest first, until
    /// `accept` answers true.
    [[nodiscard]] base::Done versions_of(std::uint64_t key, std::uint64_t before, store::Store& store,
                                         const std::function<base::Result<bool>(std::uint64_t)>& accept) const;
    /// Offers every entry before `before` that may be about a transaction, newest first, until `accept` answers true.
    [[nodiscard]] base::Done entries_of(std::uint64_t key, std::uint64_t before, store::Store& store,
                                        const std::function<base::Result<bool>(std::uint64_t)>& accept) const;
    /// The entry with a sequence of a source, nothing when it is in no index.
    [[nodiscard]] base::Result<std::vector<std::uint64_t>> with_sequence(std::uint64_t sequence,
                                                                         store::Store& store) const;
    /// Of memory, beside the tail.
    [[nodiscard]] std::size_t bytes() const { return identities_.bytes() + transactions_.bytes(); }

    /// Goes on with sealing a segment that is full, inside of the open transaction of so many entries: dimension by
    /// dimension over some commits, and the segment counts with the last of them. The tail keeps it until then, so it
    /// holds at most two segments. Nothing that is asked here changes before adopt_sealed().
    [[nodiscard]] base::Done seal(store::Store& store, std::size_t entries);
    /// What the last seal() wrote is committed.
    void adopt_sealed();

private:
    [[nodiscard]] std::size_t full_segments() const { return tail_.size() / store::segment_entries; }
    [[nodiscard]] base::Done offer(std::uint64_t key, std::uint64_t before, bool versions_only, store::Store& store,
                                   const std::function<base::Result<bool>(std::uint64_t)>& accept) const;

    std::uint64_t sealed_ = 0;
    std::size_t indexed_ = 0;     ///< dimensions of the segment behind them that are committed
    std::size_t indexed_now_ = 0; ///< with those of the open transaction; may go over several segments
    store::Tail tail_;
    store::KeyRuns identities_;
    store::KeyRuns transactions_;
    mutable std::vector<std::uint16_t> segments_; ///< scratch
    mutable std::vector<std::size_t> places_;     ///< scratch
};

} // namespace record
