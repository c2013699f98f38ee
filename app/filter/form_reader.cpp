// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/filter/form.h"

#include "app/cel/arena.h"
#include "app/cel/syntax.h"

#include <algorithm>

namespace filter {

namespace {

using cel::Expr;
using cel::ExprId;
using cel::Op;
using SyntaxForm = cel::Form;

std::optional<Verb> verb_of(Op op) {
    if (op == Op::equal) {
        return Verb::is;
    }
    if (op == Op::not_equal) {
        return Verb::is_not;
    }
    if (op == Op::less) {
        return Verb::less;
    }
    if (op == Op::less_equal) {
        return Verb::at_most;
    }
    if (op == Op::greater) {
        return Verb::more;
    }
    return op == Op::greater_equal ? std::optional(Verb::at_least) : std::nullopt;
}

class FormReader {
public:
    FormReader(const cel::Syntax& syntax, const Language& language)
        : syntax_(syntax)
        , language_(language) {}

    std::optional<Form> run() {
        Form form;
        const Expr& root = at(syntax_.root);
        const bool any = root.form == SyntaxForm::apply && root.op == Op::any_of;
        form.joined = any ? Joined::any : Joined::all;
        return add(syntax_.root, any ? Op::any_of : Op::all_of, form) ? std::optional(std::move(form)) : std::nullopt;
    }

private:
    [[nodiscard]] const Expr& at(ExprId id) const { return syntax_.all[id]; }

    bool add(ExprId id, Op joining, Form& form) {
        const Expr& expr = at(id);
        if (expr.form == SyntaxForm::apply && expr.op == joining) {
            return std::all_of(expr.parts.begin(), expr.parts.end(),
                               [&](ExprId part) { return add(part, joining, form); });
        }
        auto line = line_of(expr);
        if (line) {
            const auto& verbs = verbs_of(language_.columns()[line->column].what);
            if (std::find(verbs.begin(), verbs.end(), line->verb) == verbs.end()) {
                return false;
            }
            form.lines.push_back(std::move(*line));
        }
        return line.has_value();
    }

    [[nodiscard]] std::optional<std::size_t> column(ExprId id) const {
        return at(id).form == SyntaxForm::name ? language_.find(at(id).name) : std::nullopt;
    }

    std::optional<Line> line_of(const Expr& expr) {
        if (expr.form == SyntaxForm::name) { // a flag by itself
            const auto place = language_.find(expr.name);
            return place && language_.columns()[*place].what == What::flag
                       ? std::optional(Line{*place, Verb::is, {"true"}})
                       : std::nullopt;
        }
        if (expr.form == SyntaxForm::apply && expr.op == Op::negate) {
            return negated(at(expr.parts.front()));
        }
        if (expr.form == SyntaxForm::apply && expr.op == Op::in) {
            return list(expr);
        }
        if (expr.form == SyntaxForm::apply) {
            return comparison(expr);
        }
        if (expr.form == SyntaxForm::has) {
            return has(expr);
        }
        return expr.form == SyntaxForm::method ? method(expr) : std::nullopt;
    }

    std::optional<Line> negated(const Expr& inner) {
        auto line = inner.form == SyntaxForm::apply ? std::nullopt : line_of(inner);
        if (!line) {
            return std::nullopt;
        }
        if (line->verb == Verb::present) {
            line->verb = Verb::missing;
        } else if (line->verb == Verb::contains) {
            line->verb = Verb::contains_not;
        } else if (line->verb == Verb::is) {
            line->values = {"false"};
        } else {
            return std::nullopt;
        }
        return line;
    }

    std::optional<Line> comparison(const Expr& expr) {
        const auto verb = verb_of(expr.op);
        const auto place = verb ? column(expr.parts.front()) : std::nullopt;
        auto text = place ? value(expr.parts.back(), language_.columns()[*place]) : std::nullopt;
        return text ? std::optional(Line{*place, *verb, {std::move(*text)}}) : std::nullopt;
    }

    std::optional<Line> list(const Expr& expr) {
        const auto place = column(expr.parts.front());
        const Expr& items = at(expr.parts.back());
        if (!place || items.form != SyntaxForm::list || items.parts.empty()) {
            return std::nullopt;
        }
        Line line{*place, Verb::one_of, {}};
        for (const ExprId item : items.parts) {
            auto text = value(item, language_.columns()[*place]);
            if (!text) {
                return std::nullopt;
            }
            line.values.push_back(std::move(*text));
        }
        return line;
    }

    std::optional<Line> has(const Expr& expr) {
        const auto place = expr.parts.empty() ? language_.find(expr.name) : std::nullopt;
        return place ? std::optional(Line{*place, Verb::present, {}}) : std::nullopt;
    }

    std::optional<Line> method(const Expr& expr) {
        static constexpr std::pair<const char*, Verb> verbs[] = {
            {"contains", Verb::contains}, {"startsWith", Verb::begins}, {"endsWith", Verb::ends}};
        const auto place = expr.parts.size() == 2 ? column(expr.parts.front()) : std::nullopt;
        if (!place || at(expr.parts.back()).form != SyntaxForm::literal ||
            !at(expr.parts.back()).literal.is(cel::Kind::string)) {
            return std::nullopt;
        }
        for (const auto& [name, verb] : verbs) {
            if (expr.name == name) {
                return Line{*place, verb, {std::string(at(expr.parts.back()).literal.text())}};
            }
        }
        return std::nullopt;
    }

    /// A constant as a person writes it into the form.
    [[nodiscard]] std::optional<std::string> value(ExprId id, const Column& column) const {
        const Expr& expr = at(id);
        if (expr.form == SyntaxForm::name) {
            const bool known =
                column.what == What::rank && std::any_of(column.choices.begin(), column.choices.end(),
                                                         [&](const Choice& one) { return one.word == expr.name; });
            return known ? std::optional(expr.name) : std::nullopt;
        }
        if (expr.form == SyntaxForm::literal) {
            return literal(expr.literal, column.what);
        }
        static constexpr std::pair<const char*, What> makers[] = {
            {"money", What::money}, {"timestamp", What::time}, {"duration", What::span}};
        for (const auto& [name, what] : makers) {
            if (expr.form == SyntaxForm::call && expr.name == name && column.what == what) {
                return arguments(expr);
            }
        }
        return std::nullopt;
    }

    /// money("10.00 EUR") or money("10.00", "EUR").
    [[nodiscard]] std::optional<std::string> arguments(const Expr& expr) const {
        std::string text;
        for (const ExprId part : expr.parts) {
            if (at(part).form != SyntaxForm::literal || !at(part).literal.is(cel::Kind::string)) {
                return std::nullopt;
            }
            text += (text.empty() ? "" : " ") + std::string(at(part).literal.text());
        }
        return text;
    }

    static std::optional<std::string> literal(const cel::Value& value, What what) {
        if (value.is(cel::Kind::string) && (what == What::text || what == What::choice)) {
            return std::string(value.text());
        }
        if (value.is(cel::Kind::integer) && (what == What::number || what == What::rank)) {
            return std::to_string(value.integer());
        }
        if (value.is(cel::Kind::boolean) && what == What::flag) {
            return value.is_true() ? "true" : "false";
        }
        return std::nullopt;
    }

    const cel::Syntax& syntax_;
    const Language& language_;
};

} // namespace

std::optional<Form> form_of(std::string_view source, const Language& language) {
    cel::Arena arena;
    cel::CompileOptions options;
    options.has_names = true;
    const cel::Syntax syntax = cel::parse(source, options, arena);
    return syntax.problems.empty() && !syntax.all.empty() ? FormReader(syntax, language).run() : std::nullopt;
}

} // namespace filter
