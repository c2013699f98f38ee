// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace store {

/// "Was this key (40 bits of a hash, key_of_hash) ever in a sealed segment, and in which?", in memory, for tens of
/// millions of keys. Replaces a
/// unique index, whose random inserts cost half of the ingest. Four bytes a slot: 16 bits of the key and the segment's
/// number, in open-addressed tables that are each twice as large as the one before and are never rebuilt. A wrong
/// "maybe" (once in about 30,000 questions) costs one look into the segment; a wrong "no" does not exist.
/// Uses 8 to 16 bytes for each key.
class Fingerprints {
public:
    void insert(std::uint64_t key, std::uint16_t segment);
    /// Segments that may hold the key, newest table first.
    void candidates(std::uint64_t key, std::vector<std::uint16_t>& into) const;
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] std::size_t bytes() const;

private:
    struct Table {
        std::vector<std::uint32_t> slots; ///< 0: free; else mark << 16 | segment
        std::size_t used = 0;
    };
    std::vector<Table> tables_;
    std::size_t size_ = 0;
};

} // namespace store
