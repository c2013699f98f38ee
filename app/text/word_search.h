// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/untrusted_text.h"

#include <string>
#include <string_view>
#include <vector>

namespace text {

/// What a person typed into a search field, to be compared with text from outside: words of any language, upper and
/// lower case alike (Unicode default case folding), in any order. For comparison only, never for showing.
class WordSearch {
public:
    /// Words are divided by blanks. UTF-8; anything else is compared as U+FFFD.
    explicit WordSearch(std::string_view typed);

    /// True: nothing but blanks was typed; everything passes.
    [[nodiscard]] bool empty() const { return words_.empty(); }
    /// Whether every word occurs somewhere in the texts, each in one of them.
    [[nodiscard]] bool matches(const std::vector<std::string_view>& texts) const;

private:
    std::vector<std::string> words_; ///< folded
};

} // namespace text
