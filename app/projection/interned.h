// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

namespace projection {

/// Names as small numbers, counted up from 0 in the order in which they come; 0 is the empty name.
class Interned {
public:
    Interned() { number(""); }
    Interned(const Interned&) = delete;
    Interned& operator=(const Interned&) = delete;

    std::uint32_t number(std::string_view name) {
        if (const auto known = numbers_.find(name); known != numbers_.end()) {
            return known->second;
        }
        const auto next = static_cast<std::uint32_t>(names_.size());
        names_.emplace_back(name);
        numbers_.emplace(names_.back(), next);
        return next;
    }
    /// Nothing like it: a number that no name has.
    [[nodiscard]] std::uint32_t find(std::string_view name) const {
        const auto known = numbers_.find(name);
        return known == numbers_.end() ? UINT32_MAX : known->second;
    }
    [[nodiscard]] const std::string& name(std::uint32_t number) const { return names_[number]; }
    [[nodiscard]] std::size_t size() const { return names_.size(); }

private:
    std::deque<std::string> names_; ///< a deque: the map's keys are views into it
    std::unordered_map<std::string_view, std::uint32_t> numbers_;
};

} // namespace projection
