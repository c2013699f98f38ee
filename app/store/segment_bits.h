// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/block.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace store {

/// Marks entries of one segment by their offset in it. A walk over the marks looks at words of 64 entries, so that a
/// segment with few of them costs little.
class SegmentBits {
public:
    static constexpr std::size_t none = segment_entries; ///< no such entry

    void mark(std::size_t offset) { words_[offset / word_bits] |= std::uint64_t{1} << (offset % word_bits); }
    void mark_all() { words_.fill(~std::uint64_t{0}); }
    void clear() { words_.fill(0); }
    [[nodiscard]] bool is_empty() const {
        return std::all_of(words_.begin(), words_.end(), [](std::uint64_t word) { return word == 0; });
    }
    SegmentBits& operator&=(const SegmentBits& other) {
        for (std::size_t i = 0; i < words_.size(); ++i) {
            words_[i] &= other.words_[i];
        }
        return *this;
    }
    /// The first marked entry from `offset` on.
    [[nodiscard]] std::size_t first_from(std::size_t offset) const {
        std::uint64_t kept = ~std::uint64_t{0} << (offset % word_bits);
        for (std::size_t i = offset / word_bits; i < words_.size(); ++i, kept = ~std::uint64_t{0}) {
            if (const std::uint64_t word = words_[i] & kept; word != 0) {
                return i * word_bits + static_cast<std::size_t>(std::countr_zero(word));
            }
        }
        return none;
    }
    /// The last marked entry before `offset`.
    [[nodiscard]] std::size_t last_before(std::size_t offset) const {
        for (std::size_t end = offset; end > 0; end = (end - 1) / word_bits * word_bits) {
            const std::size_t i = (end - 1) / word_bits;
            const std::uint64_t kept = ~std::uint64_t{0} >> (word_bits - 1 - (end - 1) % word_bits);
            if (const std::uint64_t word = words_[i] & kept; word != 0) {
                return i * word_bits + word_bits - 1 - static_cast<std::size_t>(std::countl_zero(word));
            }
        }
        return none;
    }

private:
    static constexpr std::size_t word_bits = 64;
    std::array<std::uint64_t, segment_entries / word_bits> words_{};
};

} // namespace store
