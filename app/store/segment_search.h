// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/keyed_hash.h"
#include "app/base/result.h"
#include "app/store/block.h"
#include "app/store/entry.h"
#include "app/store/segment_bits.h"
#include "app/store/statements.h"

#include <cstdint>
#include <vector>

namespace store {

/// Which entries of a sealed segment may pass a filter, from its index blocks alone.
class SegmentSearch {
public:
    /// `sources` are the numbers that the filter's source, or any, may have.
    SegmentSearch(const EntryFilter& filter, const base::KeyedHash& hash, const std::vector<std::int64_t>& sources);

    /// False: the filter names nothing that is indexed, every entry may pass.
    [[nodiscard]] bool narrows() const { return !terms_.empty(); }
    /// Sets the bits of entries that may pass every term. Faults: corrupt.
    [[nodiscard]] base::Done search(std::uint64_t segment, Statements& statements, SegmentBits& into) const;

private:
    /// Keys in [low, high], or any of several single keys.
    struct Term {
        Dimension dimension{};
        std::uint64_t low = 0;
        std::uint64_t high = 0;
        std::vector<std::uint64_t> any;
    };
    void add(Dimension dimension, std::uint64_t key);
    [[nodiscard]] static base::Done mark(std::uint64_t segment, Dimension dimension, std::uint64_t low,
                                         std::uint64_t high, Statements& statements, SegmentBits& into);

    std::vector<Term> terms_; ///< most selective first
};

} // namespace store
