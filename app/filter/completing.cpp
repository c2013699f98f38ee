// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/filter/language.h"

#include "app/cel/token.h"

#include <algorithm>
#include <array>

namespace filter {

namespace {

using cel::Completion;
using cel::Token;
using cel::TokenKind;

bool is_comparison(TokenKind kind) {
    return kind == TokenKind::equal || kind == TokenKind::not_equal || kind == TokenKind::less ||
           kind == TokenKind::less_equal || kind == TokenKind::greater || kind == TokenKind::greater_equal;
}

bool ends_an_operand(TokenKind kind) {
    return kind == TokenKind::integer || kind == TokenKind::unsigned_integer || kind == TokenKind::real ||
           kind == TokenKind::string || kind == TokenKind::right_parenthesis || kind == TokenKind::right_bracket;
}

bool begins_with(std::string_view text, std::string_view typed) {
    const auto small = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; };
    return text.size() >= typed.size() &&
           std::equal(typed.begin(), typed.end(), text.begin(), [&](char a, char b) { return small(a) == small(b); });
}

void offer(cel::Completions& into, std::initializer_list<const char*> signs) {
    for (const char* sign : signs) {
        into.all.push_back({Completion::What::keyword, sign, {}, {}});
    }
}

void offer_operators(cel::Completions& into, What what) {
    switch (what) {
    case What::text:
    case What::choice: offer(into, {"==", "!=", "in ["}); break;
    case What::rank:
    case What::number:
    case What::money:
    case What::time:
    case What::span: offer(into, {"==", "!=", "<", "<=", ">", ">="}); break;
    case What::flag: offer(into, {"&&", "||"}); break;
    }
}

/// Where a text that is not closed yet begins; nothing outside of one.
std::optional<std::size_t> open_text(std::string_view source) {
    std::optional<std::size_t> open;
    for (std::size_t i = 0; i < source.size(); ++i) {
        if (open && source[i] == '\\') {
            ++i;
        } else if (open && source[i] == source[*open]) {
            open.reset();
        } else if (!open && (source[i] == '"' || source[i] == '\'')) {
            open = i;
        }
    }
    return open;
}

/// Behind "column ==", or inside of "column in [a, b": which column.
const Column* compared(const Language& language, std::string_view source, const std::vector<Token>& tokens,
                       std::size_t end) {
    std::size_t at = end;
    while (at > 0 && (tokens[at - 1].kind == TokenKind::comma || tokens[at - 1].kind == TokenKind::string)) {
        --at; // items of a list
    }
    const bool list =
        at > 1 && tokens[at - 1].kind == TokenKind::left_bracket && cel::text_of(source, tokens[at - 2].place) == "in";
    const bool sign = at == end && at > 0 && is_comparison(tokens[at - 1].kind);
    const std::size_t behind = list ? at - 2 : (sign ? at - 1 : 0);
    if (behind == 0 || tokens[behind - 1].kind != TokenKind::name) {
        return nullptr;
    }
    const auto column = language.find(cel::text_of(source, tokens[behind - 1].place));
    return column ? &language.columns()[*column] : nullptr;
}

/// The words of a choice, quoted, or of a rank, bare; `typed` with its quote.
cel::Completions values_of(const Column& column, std::string_view typed, std::size_t cursor) {
    cel::Completions made;
    made.replaces = {static_cast<std::uint32_t>(cursor - typed.size()), static_cast<std::uint32_t>(cursor)};
    for (const Choice& choice : column.choices) {
        const std::string text = column.what == What::choice ? quoted(choice.word) : choice.word;
        std::string as_typed = text;
        if (!typed.empty() && typed.front() == '\'') {
            std::replace(as_typed.begin(), as_typed.end(), '"', '\'');
        }
        if (begins_with(as_typed, typed)) {
            made.all.push_back({Completion::What::name, as_typed, {}, choice.shown});
        }
    }
    return made;
}

} // namespace

cel::Completions Language::complete(std::string_view source, std::size_t cursor) const {
    source = source.substr(0, std::min(cursor, source.size()));
    if (const auto open = open_text(source)) {
        const auto before = source.substr(0, *open);
        const cel::Tokens tokens = cel::tokens_of(before);
        const Column* column = tokens.problem ? nullptr : compared(*this, before, tokens.all, tokens.all.size() - 1);
        const auto end = static_cast<std::uint32_t>(source.size());
        return column == nullptr || column->what != What::choice
                   ? cel::Completions{{end, end}, {}}
                   : values_of(*column, source.substr(*open), source.size());
    }
    const cel::Tokens tokens = cel::tokens_of(source);
    if (tokens.problem || tokens.all.size() < 2) {
        return cel::complete(source, source.size(), environment_);
    }
    const std::size_t end = tokens.all.size() - 1;
    const Token& last = tokens.all[end - 1];
    const bool typing = last.kind == TokenKind::name && last.place.end == source.size();
    const std::size_t before = typing ? end - 1 : end;
    if (const Column* column = compared(*this, source, tokens.all, before);
        column != nullptr && !column->choices.empty()) {
        return values_of(*column, typing ? cel::text_of(source, last.place) : std::string_view(), source.size());
    }
    if (last.place.end < source.size()) { // a blank behind it
        cel::Completions made;
        made.replaces = {static_cast<std::uint32_t>(source.size()), static_cast<std::uint32_t>(source.size())};
        const auto column = last.kind == TokenKind::name ? find(cel::text_of(source, last.place)) : std::nullopt;
        const bool compared_already = end > 1 && is_comparison(tokens.all[end - 2].kind);
        if (column && !compared_already) {
            offer_operators(made, columns_[*column].what);
            return made;
        }
        if (ends_an_operand(last.kind) || (last.kind == TokenKind::name && compared_already)) {
            offer(made, {"&&", "||"});
            return made;
        }
    }
    return cel::complete(source, source.size(), environment_);
}

} // namespace filter
