// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

namespace store {

/// "Was this key (40 bits of a hash, key_of_hash) ever in a sealed segment, and in which?", exact, for hundreds of
/// millions of keys in bounded memory. Takes the place of a unique index, whose random inserts cost half of the ingest.
///
/// The newest keys stand in an open-addressed table. A full table is merged, on a thread of its own, with sorted runs
/// in files without a name in `folder`, each several times as large as the next (a log-structured merge; O'Neil et al.
/// 1996); a question reads at most one page of each of the few runs, and of small ones mostly none. The files are made
/// again from the segments at every start and end with the process. While a run cannot be written (a full disk), its
/// keys stay in memory, and the next full table tries again: slower and larger, never wrong.
///
/// Memory: 16 bytes for each of `in_memory` keys, at most four times that while the disk is slower than the keys come,
/// and a 64th of a byte for each key in the files, which take eight bytes; ten bits more in runs of up to four million.
class KeyRuns {
public:
    static constexpr std::size_t usual_in_memory = std::size_t{1} << 17U;

    /// `in_memory` is rounded up to a power of two.
    explicit KeyRuns(std::filesystem::path folder, std::size_t in_memory = usual_in_memory);
    ~KeyRuns();
    KeyRuns(KeyRuns&& other) noexcept;
    KeyRuns& operator=(KeyRuns&& other) noexcept;

    void insert(std::uint64_t key, std::uint16_t segment);
    /// Adds the segments that hold the key. Faults: unreadable.
    [[nodiscard]] base::Done candidates(std::uint64_t key, std::vector<std::uint16_t>& into) const;

    [[nodiscard]] std::uint64_t size() const;
    /// Of memory.
    [[nodiscard]] std::size_t bytes() const;
    /// Files that a question may have to look into.
    [[nodiscard]] std::size_t runs() const;
    /// Waits for what is being merged, for tests and for the end of loading.
    void settle();

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace store
