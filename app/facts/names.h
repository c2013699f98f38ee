// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace facts {

/// A text that sums are kept under (an agent, a pair of agent and supplier, an item at a supplier), as a number.
using Name = std::uint32_t;
inline constexpr Name no_name = 0;

/// Numbers from 1, in the order in which texts are met: folding the same events gives the same numbers.
class Names {
public:
    [[nodiscard]] Name give(std::string_view text);
    /// no_name: never met.
    [[nodiscard]] Name find(std::string_view text) const;
    [[nodiscard]] std::size_t size() const { return numbers_.size(); }

    friend bool operator==(const Names&, const Names&) = default;

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    std::unordered_map<std::string, Name, Hash, std::equal_to<>> numbers_;
};

} // namespace facts
