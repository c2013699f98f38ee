// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cel/complete.h"

#include "app/cel/functions.h"
#include "app/cel/program.h"
#include "app/cel/token.h"

#include <algorithm>
#include <array>
#include <set>

namespace cel {

namespace {

char small(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

bool begins_with(std::string_view text, std::string_view typed) {
    return text.size() >= typed.size() && std::equal(typed.begin(), typed.end(), text.begin(),
                                                     [](char left, char right) { return small(left) == small(right); });
}

struct Macro {
    std::string_view name;
    std::string_view shape;
    std::string_view description;
};

constexpr std::array macros = {
    Macro{"all", "all(item, condition) -> bool", "The condition holds for every item"},
    Macro{"exists", "exists(item, condition) -> bool", "The condition holds for some item"},
    Macro{"exists_one", "exists_one(item, condition) -> bool", "The condition holds for exactly one item"},
    Macro{"filter", "filter(item, condition) -> list", "The items for which the condition holds"},
    Macro{"map", "map(item, value) -> list", "The value of every item"}};

bool is_macro(std::string_view name) {
    return std::any_of(macros.begin(), macros.end(), [name](const Macro& macro) { return macro.name == name; });
}

class Completer {
public:
    Completer(std::string_view source, const Environment& environment)
        : source_(source)
        , environment_(environment)
        , tokens_(tokens_of(source)) {}

    Completions run() {
        const auto end = static_cast<std::uint32_t>(source_.size());
        result_.replaces = {end, end};
        if (tokens_.problem) {
            return std::move(result_); // inside of a text that is still open, for example
        }
        std::size_t last = tokens_.all.size() - 1; // the end
        if (last > 0 && tokens_.all[last - 1].kind == TokenKind::name && tokens_.all[last - 1].place.end == end) {
            --last;
            result_.replaces = tokens_.all[last].place;
            typed_ = text_of(source_, result_.replaces);
        } else if (last > 0 && is_literal(tokens_.all[last - 1].kind) && tokens_.all[last - 1].place.end == end) {
            return std::move(result_); // behind a number or text only an operator can stand
        }
        find_variables(last);
        if (last > 0 && tokens_.all[last - 1].kind == TokenKind::dot) {
            behind_a_dot(last - 1);
        } else {
            anywhere();
        }
        std::sort(result_.all.begin(), result_.all.end(), [](const Completion& left, const Completion& right) {
            return left.what != right.what ? left.what < right.what : left.text < right.text;
        });
        return std::move(result_);
    }

private:
    static bool is_literal(TokenKind kind) {
        return kind == TokenKind::integer || kind == TokenKind::unsigned_integer || kind == TokenKind::real ||
               kind == TokenKind::string || kind == TokenKind::bytes || kind == TokenKind::quoted_name;
    }
    [[nodiscard]] TokenKind kind(std::size_t index) const { return tokens_.all[index].kind; }
    [[nodiscard]] std::string_view text(std::size_t index) const { return text_of(source_, tokens_.all[index].place); }

    void offer(Completion::What what, std::string insert, std::string shape, std::string_view description) {
        if (begins_with(insert, typed_)) {
            result_.all.push_back({what, std::move(insert), std::move(shape), std::string(description)});
        }
    }

    /// The first token of the operand whose last token is at `last`: brackets and dots are walked back over.
    [[nodiscard]] std::size_t operand_begin(std::size_t last) const {
        std::size_t at = last + 1;
        while (at > 0) {
            const TokenKind before = kind(at - 1);
            if (before == TokenKind::right_parenthesis || before == TokenKind::right_bracket) {
                int open = 0;
                do {
                    --at;
                    const TokenKind one = kind(at);
                    open += one == TokenKind::right_parenthesis || one == TokenKind::right_bracket ? 1 : 0;
                    open -= one == TokenKind::left_parenthesis || one == TokenKind::left_bracket ? 1 : 0;
                } while (at > 0 && open > 0);
                continue; // what is called or indexed stands in front
            }
            const bool part = before == TokenKind::name || before == TokenKind::quoted_name ||
                              before == TokenKind::string || before == TokenKind::dot;
            const bool word_behind_word = before == TokenKind::name && at <= last && kind(at) == TokenKind::name;
            if (!part || word_behind_word || (before == TokenKind::name && text(at - 1) == "in")) {
                break;
            }
            --at;
        }
        return at;
    }

    [[nodiscard]] std::string_view operand_text(std::size_t last) const {
        const std::uint32_t begin = tokens_.all[operand_begin(last)].place.begin;
        const std::uint32_t end = tokens_.all[last].place.end;
        return begin < end ? source_.substr(begin, end - begin) : std::string_view();
    }

    /// The type of an operand, as far as it can be told.
    [[nodiscard]] std::optional<Type> type_of(std::string_view operand) const {
        Environment known = environment_;
        for (const Name& variable : variables_) {
            known.declare(variable.name, variable.type);
        }
        const Compilation made = compile(operand, known);
        return made.ok() ? std::optional(made.program->type()) : std::nullopt;
    }

    /// The variables of the macros whose brackets are open at the token.
    void find_variables(std::size_t end) {
        std::vector<std::optional<Name>> open;
        for (std::size_t at = 0; at < end; ++at) {
            if (kind(at) == TokenKind::left_parenthesis) {
                open.emplace_back();
                const bool macro = at > 2 && is_macro(text(at - 1)) && kind(at - 2) == TokenKind::dot;
                if (macro && at + 2 < end && kind(at + 1) == TokenKind::name && kind(at + 2) == TokenKind::comma) {
                    variables_.clear();
                    for (const auto& outer : open) {
                        if (outer) {
                            variables_.push_back(*outer);
                        }
                    }
                    const Type over = type_of(operand_text(at - 3)).value_or(Type());
                    open.back() = Name{std::string(text(at + 1)), over.is(Kind::map) ? over.key() : over.item(), {}};
                }
            } else if (kind(at) == TokenKind::right_parenthesis && !open.empty()) {
                open.pop_back();
            }
        }
        variables_.clear();
        for (const auto& one : open) {
            if (one) {
                variables_.push_back(*one);
            }
        }
    }

    /// The next segments of declared names behind a prefix that ends in a dot or is empty.
    void offer_names(const std::string& prefix) {
        std::set<std::string> offered;
        for (const Name& name : environment_.names()) {
            if (!name.name.starts_with(prefix)) {
                continue;
            }
            const std::size_t dot = name.name.find('.', prefix.size());
            const std::string segment = name.name.substr(prefix.size(), dot - prefix.size());
            const bool whole = dot == std::string::npos;
            if (offered.insert(whole ? segment : segment + ".").second) {
                offer(Completion::What::name, whole ? segment : segment + ".",
                      whole ? name.type.to_text() : std::string(), whole ? name.description : std::string_view());
            }
        }
    }

    void behind_a_dot(std::size_t dot) {
        const std::string operand(dot == 0 ? std::string_view() : operand_text(dot - 1));
        offer_names(operand + ".");
        const auto type = type_of(operand);
        if (!type && !result_.all.empty()) {
            return; // the beginning of a longer name, nothing by itself
        }
        if (const RecordShape* shape = type ? type->shape() : nullptr) {
            for (const Field& field : shape->fields) {
                offer(Completion::What::field, field.name, field.type.to_text(), field.description);
            }
        }
        offer_methods(type.value_or(Type()));
    }

    void offer_methods(const Type& type) {
        std::set<std::string_view> offered;
        for (const Signature& signature : signatures()) {
            if (signature.method && fits(type, signature.parameters.front()) && offered.insert(signature.name).second) {
                offer(Completion::What::function, std::string(signature.name) + "(", to_text(signature),
                      signature.description);
            }
        }
        if (type.is(Kind::dyn) || type.is(Kind::list) || type.is(Kind::map)) {
            for (const Macro& macro : macros) {
                offer(Completion::What::macro, std::string(macro.name) + "(", std::string(macro.shape),
                      macro.description);
            }
        }
    }

    void anywhere() {
        offer_names({});
        for (const Name& variable : variables_) {
            offer(Completion::What::name, variable.name, variable.type.to_text(), "The item of this loop");
        }
        std::set<std::string_view> offered;
        for (const Signature& signature : signatures()) {
            if (!signature.method && offered.insert(signature.name).second) {
                offer(Completion::What::function, std::string(signature.name) + "(", to_text(signature),
                      signature.description);
            }
        }
        offer(Completion::What::macro, "has(", "has(value.field) -> bool", "The field or name has a value");
        for (const std::string_view word : {"true", "false", "null"}) {
            offer(Completion::What::keyword, std::string(word), {}, {});
        }
    }

    std::string_view source_;
    const Environment& environment_;
    Tokens tokens_;
    std::string_view typed_;
    std::vector<Name> variables_;
    Completions result_;
};

} // namespace

Completions complete(std::string_view source, std::size_t cursor, const Environment& environment) {
    return Completer(source.substr(0, std::min(cursor, source.size())), environment).run();
}

} // namespace cel
