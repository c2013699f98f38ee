// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/filter/typed.h"

#include <algorithm>

namespace filter {

namespace {

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool is_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// The text with everything in quotes blanked out; quotes stay. An apostrophe inside of a word opens nothing.
std::string outside_of_quotes(std::string_view typed) {
    std::string text(typed);
    char open = '\0';
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (open != '\0') {
            if (c == '\\' && i + 1 < text.size()) {
                text[i++] = 'x';
                text[i] = 'x';
            } else if (c == open) {
                open = '\0';
            } else {
                text[i] = 'x';
            }
        } else if (c == '"' || (c == '\'' && (i == 0 || !is_name(text[i - 1])))) {
            open = c;
        }
    }
    return text;
}

/// A sign of comparison with room around it, as nobody types in a simple term.
bool has_roomy_comparison(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool sign = c == '<' || c == '>' || ((c == '=' || c == '!') && i + 1 < text.size() && text[i + 1] == '=');
        if (!sign) {
            continue;
        }
        const std::size_t end = i + 1 < text.size() && text[i + 1] == '=' ? i + 2 : i + 1;
        const bool before = i > 0 && is_blank(text[i - 1]);
        const bool behind = end < text.size() && is_blank(text[end]);
        if (before || behind || (c == '!' && i > 0)) {
            return true;
        }
    }
    return false;
}

/// "name(", as in contains( and has(: a bracket behind a blank is plain text.
bool has_call(std::string_view text) {
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (text[i] == '(' && is_name(text[i - 1])) {
            return true;
        }
    }
    return false;
}

bool has_list(std::string_view text) {
    for (std::size_t at = text.find(" in"); at != std::string_view::npos; at = text.find(" in", at + 1)) {
        const std::size_t behind = text.find_first_not_of(" \t", at + 3);
        if (behind != std::string_view::npos && text[behind] == '[') {
            return true;
        }
    }
    return false;
}

bool has_negation(std::string_view text) {
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        const bool front = i == 0 || is_blank(text[i - 1]) || text[i - 1] == '(';
        if (text[i] == '!' && front && (is_name(text[i + 1]) || text[i + 1] == '(')) {
            return true;
        }
    }
    return false;
}

} // namespace

Typed kind_of(std::string_view typed) {
    if (std::all_of(typed.begin(), typed.end(), &is_blank)) {
        return Typed::nothing;
    }
    const std::string text = outside_of_quotes(typed);
    const bool joined = text.find("&&") != std::string::npos || text.find("||") != std::string::npos;
    const bool expression =
        joined || has_roomy_comparison(text) || has_call(text) || has_list(text) || has_negation(text);
    return expression ? Typed::expression : Typed::words;
}

} // namespace filter
