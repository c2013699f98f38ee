// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

/// Inner header of this room: names are compared often and are short, so it is done without calls.
namespace wire {

/// Length, first, middle and last byte of a name.
using Mark = std::uint32_t;

[[nodiscard]] constexpr Mark mark_of(std::string_view name) {
    if (name.empty()) {
        return 0;
    }
    const auto at = [name](std::size_t index) { return static_cast<Mark>(static_cast<std::uint8_t>(name[index])); };
    return at(0) | at(name.size() / 2) << 8U | at(name.size() - 1) << 16U |
           static_cast<Mark>(name.size() & 0xFFU) << 24U;
}

template <class Word>
[[nodiscard]] inline bool same_ends(std::string_view left, std::string_view right) {
    const auto load = [](const char* from) {
        Word word;
        std::memcpy(&word, from, sizeof word);
        return word;
    };
    const std::size_t tail = left.size() - sizeof(Word);
    return load(left.data()) == load(right.data()) && load(left.data() + tail) == load(right.data() + tail);
}

/// left == right; up to 16 bytes by two loads that may overlap.
[[nodiscard, gnu::always_inline]] inline bool same_bytes(std::string_view left, std::string_view right) {
    if (left.size() != right.size()) {
        return false;
    }
    if (left.size() > 16 || left.size() < 2) {
        return left == right;
    }
    if (left.size() >= 8) {
        return same_ends<std::uint64_t>(left, right);
    }
    return left.size() >= 4 ? same_ends<std::uint32_t>(left, right) : same_ends<std::uint16_t>(left, right);
}

} // namespace wire
