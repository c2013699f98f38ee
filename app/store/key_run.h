// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

namespace store {

/// A key of 40 bits and the segment that holds it, in the order of the keys.
using KeyWord = std::uint64_t;
inline constexpr unsigned segment_bits = 16;
[[nodiscard]] inline KeyWord key_word(std::uint64_t key, std::uint16_t segment) {
    return key << segment_bits | segment;
}

/// "May this key be there?" in ten bits each: a Bloom filter of blocks of one word (Putze, Sanders, Singler 2007). A
/// wrong yes comes about once in thirty questions, a wrong no never. Without keys it always says yes.
class KeyFilter {
public:
    KeyFilter() = default;
    explicit KeyFilter(std::uint64_t keys)
        : words_(static_cast<std::size_t>(keys * 10 / 64 + 1), 0) {}

    void add(std::uint64_t key) {
        const std::uint64_t mixed = mix(key);
        words_[place_of(mixed)] |= bits_of(mixed);
    }
    [[nodiscard]] bool may_hold(std::uint64_t key) const {
        const std::uint64_t mixed = mix(key);
        return words_.empty() || (words_[place_of(mixed)] & bits_of(mixed)) == bits_of(mixed);
    }
    [[nodiscard]] std::size_t bytes() const { return words_.capacity() * sizeof(std::uint64_t); }

private:
    static std::uint64_t mix(std::uint64_t key) { return key * 0x9e3779b97f4a7c15U; }
    [[nodiscard]] std::size_t place_of(std::uint64_t mixed) const {
        return static_cast<std::size_t>((mixed >> 32U) * words_.size() >> 32U);
    }
    static std::uint64_t bits_of(std::uint64_t mixed) {
        return std::uint64_t{1} << (mixed & 63U) | std::uint64_t{1} << (mixed >> 6U & 63U) |
               std::uint64_t{1} << (mixed >> 12U & 63U) | std::uint64_t{1} << (mixed >> 18U & 63U);
    }
    std::vector<std::uint64_t> words_;
};

/// Sorted words in a file without a name: gone when nobody holds it any more. Read by any thread, written once.
class KeyRun {
public:
    /// Merges sorted words and runs into a new one in `folder`. Faults: disk_full, unreadable.
    [[nodiscard]] static base::Result<std::shared_ptr<const KeyRun>>
    merge(const std::filesystem::path& folder, const std::vector<KeyWord>& words,
          const std::vector<std::shared_ptr<const KeyRun>>& runs);
    ~KeyRun();
    KeyRun(const KeyRun&) = delete;
    KeyRun& operator=(const KeyRun&) = delete;

    /// Adds the segments of a key. Reads one page, seldom two; mostly none for a key that is not there, as far as the
    /// run is small enough for a filter. Faults: unreadable.
    [[nodiscard]] base::Done find(std::uint64_t key, std::vector<std::uint16_t>& into) const;
    [[nodiscard]] std::uint64_t size() const { return size_; }
    [[nodiscard]] std::size_t bytes() const { return fences_.capacity() * sizeof(KeyWord) + filter_.bytes(); }

    static constexpr std::size_t page_words = 512;
    static constexpr std::uint64_t most_filtered = std::uint64_t{1} << 22U; ///< keys of a run that has a filter

private:
    class Writing;
    class Reading;
    explicit KeyRun(int file)
        : file_(file) {}
    /// Words from a place on; fewer at the end. Faults: unreadable.
    [[nodiscard]] base::Result<std::size_t> read(std::uint64_t place, KeyWord* into, std::size_t most) const;

    int file_ = -1;
    std::uint64_t size_ = 0;
    KeyFilter filter_;
    std::vector<KeyWord> fences_; ///< the first word of each page
};

} // namespace store
