// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/word_search.h"

#include <unicode/stringpiece.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace text {

namespace {

/// ASCII is most of what is searched, and folds without ICU.
bool fold_ascii(std::string_view text, std::string& into) {
    into.assign(text);
    for (char& byte : into) {
        if (static_cast<unsigned char>(byte) >= 0x80U) {
            return false;
        }
        if (byte >= 'A' && byte <= 'Z') {
            byte = static_cast<char>(byte - 'A' + 'a');
        }
    }
    return true;
}

std::string folded(std::string_view text) {
    std::string made;
    if (fold_ascii(text, made)) {
        return made;
    }
    made.clear();
    icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())))
        .foldCase()
        .toUTF8String(made);
    return made;
}

} // namespace

WordSearch::WordSearch(std::string_view typed) {
    const std::string all = folded(typed);
    std::size_t at = 0;
    while ((at = all.find_first_not_of(" \t\r\n", at)) != std::string::npos) {
        const std::size_t end = std::min(all.find_first_of(" \t\r\n", at), all.size());
        words_.push_back(all.substr(at, end - at));
        at = end;
    }
}

bool WordSearch::matches(const std::vector<std::string_view>& texts) const {
    if (words_.empty()) {
        return true;
    }
    std::vector<std::string> all;
    all.reserve(texts.size());
    std::transform(texts.begin(), texts.end(), std::back_inserter(all), folded);
    return std::all_of(words_.begin(), words_.end(), [&all](const std::string& word) {
        return std::any_of(all.begin(), all.end(),
                           [&word](const std::string& text) { return text.find(word) != std::string::npos; });
    });
}

} // namespace text
