// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace base {

/// "Was this hash ever put in?" in two to four bytes each: blocked Bloom filters (Putze, Sanders, Singler 2007) of
/// which each holds twice as many as the one before. A wrong yes, about once in two hundred questions, costs the
/// one who asks a look at the truth; a wrong no does not exist. The same hashes in the same order give the same sketch.
class KeySketch {
public:
    void insert(std::uint64_t hash);
    [[nodiscard]] bool may_contain(std::uint64_t hash) const;
    [[nodiscard]] std::uint64_t size() const { return size_; }
    [[nodiscard]] std::size_t bytes() const { return words_.size() * sizeof(std::uint64_t); }

    /// All there is, to be kept and set again.
    [[nodiscard]] const std::vector<std::uint64_t>& words() const { return words_; }
    /// False, and nothing changed: no sketch of so many hashes has so many words.
    [[nodiscard]] bool restore(std::uint64_t size, std::vector<std::uint64_t> words);
    /// Words of a sketch of so many hashes.
    [[nodiscard]] static std::uint64_t words_of(std::uint64_t size);

    friend bool operator==(const KeySketch&, const KeySketch&) = default;

private:
    std::vector<std::uint64_t> words_; ///< filter behind filter
    std::uint64_t size_ = 0;
};

} // namespace base
