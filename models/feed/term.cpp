// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feed/term.h"

#include <algorithm>
#include <iterator>

namespace models::feed {

namespace {

bool is_blank(char letter) {
    return letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r';
}

} // namespace

base::Fault wrong_term(const char* what, const Term& term) {
    return base::Fault{base::FaultCode::invalid_argument, what, std::string(term.whole)};
}

std::optional<base::Result<Term>> next_term(std::string_view& rest) {
    while (!rest.empty() && is_blank(rest.front())) {
        rest.remove_prefix(1);
    }
    if (rest.empty()) {
        return std::nullopt;
    }
    std::size_t end = 0;
    bool quoted = false;
    while (end < rest.size() && (quoted || !is_blank(rest[end]))) {
        quoted = rest[end] == '"' ? !quoted : quoted;
        ++end;
    }
    Term term;
    term.whole = rest.substr(0, end);
    rest.remove_prefix(end);
    if (quoted) {
        return wrong_term("quote", term);
    }
    std::string_view inside = term.whole;
    if (inside.size() > 1 && inside.front() == '-') {
        term.negated = true;
        inside.remove_prefix(1);
    }
    const std::size_t name_end = std::min(inside.find_first_not_of("abcdefghijklmnopqrstuvwxyz"), inside.size());
    const std::size_t value_at = std::min(inside.find_first_not_of(":<>=", name_end), inside.size());
    if (name_end > 0 && value_at > name_end) {
        term.field = inside.substr(0, name_end);
        term.comparison = inside.substr(name_end, value_at - name_end);
        inside.remove_prefix(value_at);
    }
    std::copy_if(inside.begin(), inside.end(), std::back_inserter(term.value),
                 [](char letter) { return letter != '"'; });
    return term;
}

} // namespace models::feed
