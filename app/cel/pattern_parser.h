// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cel {

/// A regular expression as a tree.
struct PatternTree {
    enum class Form : std::uint8_t { empty, set, any, sequence, choice, repeat, begin, end, word, no_word };
    struct Part {
        Form form = Form::empty;
        std::vector<std::uint32_t> parts;                  ///< sequence, choice: all; repeat: one
        int least = 0;                                     ///< repeat
        int most = -1;                                     ///< repeat; -1: any number
        std::vector<std::pair<char32_t, char32_t>> ranges; ///< set
        bool inverted = false;                             ///< set
    };
    std::vector<Part> all;
    std::uint32_t root = 0;
    bool good = false;
};

[[nodiscard]] PatternTree parse_pattern(std::string_view expression);

} // namespace cel
