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

    /// Adds the segments of a key. Reads one page, seldom two. Faults: unreadable.
    [[nodiscard]] base::Done find(std::uint64_t key, std::vector<std::uint16_t>& into) const;
    [[nodiscard]] std::uint64_t size() const { return size_; }
    [[nodiscard]] std::size_t bytes() const { return fences_.capacity() * sizeof(KeyWord); }

    static constexpr std::size_t page_words = 512;

private:
    class Writing;
    class Reading;
    explicit KeyRun(int file)
        : file_(file) {}
    /// Words from a place on; fewer at the end. Faults: unreadable.
    [[nodiscard]] base::Result<std::size_t> read(std::uint64_t place, KeyWord* into, std::size_t most) const;

    int file_ = -1;
    std::uint64_t size_ = 0;
    std::vector<KeyWord> fences_; ///< the first word of each page
};

} // namespace store
