// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace facts {

/// A text that sums are kept under (an agent, a pair of agent and supplier, an item at a supplier), as a number.
using Name = std::uint32_t;
inline constexpr Name no_name = 0;

/// Numbers from 1, in the order in which texts are met: folding the same events gives the same numbers.
///
/// An open-addressed table over texts that stand one behind the other: a question looks at one place in each, where a
/// map of strings looks at four. Memory: 16 to 32 bytes for each text and the text itself with four bytes.
class Names {
public:
    [[nodiscard]] Name give(std::string_view text);
    /// no_name: never met.
    [[nodiscard]] Name find(std::string_view text) const;
    [[nodiscard]] std::size_t size() const { return used_; }

    friend bool operator==(const Names& left, const Names& right);

private:
    struct Slot {
        std::uint32_t tag = 0; ///< of the text's hash, so that other texts are seldom looked at
        Name name = no_name;   ///< no_name: free
        std::uint64_t at = 0;  ///< where the text stands
    };
    /// The slot of a text, or the free one where it would stand.
    [[nodiscard]] std::size_t slot_of(std::string_view text, std::uint64_t hash) const;
    [[nodiscard]] std::string_view text_at(std::uint64_t at) const;
    [[nodiscard]] std::uint64_t keep(std::string_view text);
    void grow();

    std::vector<Slot> slots_;        ///< a power of two, or none
    std::vector<std::string> texts_; ///< chunks; every text has its length in front
    std::size_t used_ = 0;
};

} // namespace facts
