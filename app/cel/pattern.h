// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cel {

/// A regular expression of RE2's syntax (literals, classes, groups, |, * + ? {n,m}, ^ $ \b, (?i); no Unicode classes,
/// no back references) as the instructions of a Thompson machine: matching looks at each code point once, so its time
/// is at most text times pattern, whatever they are.
class Pattern {
public:
    static constexpr std::size_t most_instructions = 4000;
    static constexpr std::size_t most_bytes = 1000; ///< of the expression

    /// Nothing for a pattern that is wrong, outside of the subset or larger than the bound.
    [[nodiscard]] static std::optional<Pattern> compile(std::string_view expression);

    /// Whether some part of the text fits; UTF-8. What is not UTF-8 fits nothing but a part before it.
    [[nodiscard]] bool matches(std::string_view text) const;

    /// The most that one code point of the text can cost, in states and ranges looked at.
    [[nodiscard]] std::size_t weight() const { return code_.size() + weight_; }

private:
    friend class PatternCompiler;
    friend class PatternRun;
    enum class Act : std::uint8_t { set, any, split, jump, begin, end, word, no_word, done };
    struct Instruction {
        Act act = Act::done;
        std::uint32_t one = 0;   ///< split, jump: next; set: index of the set
        std::uint32_t other = 0; ///< split: the second next
    };
    struct Set {
        std::vector<std::pair<char32_t, char32_t>> ranges;
        bool inverted = false;
        [[nodiscard]] bool has(char32_t point) const;
    };
    std::vector<Instruction> code_;
    std::vector<Set> sets_;
    std::size_t weight_ = 0;
};

} // namespace cel
