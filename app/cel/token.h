// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cel/problem.h"

#include <optional>
#include <string_view>
#include <vector>

namespace cel {

enum class TokenKind : std::uint8_t {
    end,
    name,
    quoted_name,
    integer,
    unsigned_integer,
    real,
    string,
    bytes,
    left_bracket,
    right_bracket,
    left_brace,
    right_brace,
    left_parenthesis,
    right_parenthesis,
    dot,
    comma,
    colon,
    question,
    minus,
    plus,
    star,
    slash,
    percent,
    bang,
    and_and,
    or_or,
    equal,
    not_equal,
    less,
    less_equal,
    greater,
    greater_equal,
};

struct Token {
    TokenKind kind = TokenKind::end;
    Place place;
};

/// What the source is made of, up to the first problem; the last token is `end`.
struct Tokens {
    std::vector<Token> all;
    std::optional<Problem> problem;
};

[[nodiscard]] Tokens tokens_of(std::string_view source);

[[nodiscard]] inline std::string_view text_of(std::string_view source, Place place) {
    return source.substr(place.begin, place.end - place.begin);
}

} // namespace cel
