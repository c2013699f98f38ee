// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cel/parser.h"

#include <optional>

namespace cel {

namespace {

std::optional<Op> macro_of(std::string_view name) {
    for (const Op op : {Op::exists, Op::all, Op::exists_one, Op::map, Op::filter}) {
        if (name == sign_of(op)) {
            return op;
        }
    }
    return std::nullopt;
}

} // namespace

ExprId Parser::primary() {
    if (failed()) {
        return 0;
    }
    const Place place = token().place;
    switch (token().kind) {
    case TokenKind::integer:
    case TokenKind::unsigned_integer:
    case TokenKind::real:
    case TokenKind::string:
    case TokenKind::bytes: return literal(place.begin, false);
    case TokenKind::name: return name_or_call(false);
    case TokenKind::dot: ++at_; return name_or_call(true);
    case TokenKind::left_bracket: return list();
    case TokenKind::left_brace: return map();
    case TokenKind::left_parenthesis: {
        ++at_;
        const ExprId inside = expression();
        if (!need(TokenKind::right_parenthesis, "\")\"")) {
            return 0;
        }
        syntax_.all[inside].place = {place.begin, tokens_[at_ - 1].place.end};
        return inside;
    }
    case TokenKind::end:
    case TokenKind::quoted_name:
    case TokenKind::right_bracket:
    case TokenKind::right_brace:
    case TokenKind::right_parenthesis:
    case TokenKind::comma:
    case TokenKind::colon:
    case TokenKind::question:
    case TokenKind::minus:
    case TokenKind::plus:
    case TokenKind::star:
    case TokenKind::slash:
    case TokenKind::percent:
    case TokenKind::bang:
    case TokenKind::and_and:
    case TokenKind::or_or:
    case TokenKind::equal:
    case TokenKind::not_equal:
    case TokenKind::less:
    case TokenKind::less_equal:
    case TokenKind::greater:
    case TokenKind::greater_equal: break;
    }
    expected("a value");
    return 0;
}

ExprId Parser::name_or_call(bool absolute) {
    Expr expr;
    expr.place = expr.name_place = token().place;
    expr.name = text_of(source_, token().place);
    if (token().kind != TokenKind::name) {
        expected("a name");
        return 0;
    }
    if (is_reserved(expr.name) || expr.name == "in") {
        fail(ProblemCode::reserved_word, expr.place, {}, expr.name);
        return 0;
    }
    ++at_;
    if (!absolute && (expr.name == "true" || expr.name == "false")) {
        expr.literal = Value::boolean(expr.name == "true");
        return add(std::move(expr));
    }
    if (!absolute && expr.name == "null") {
        expr.literal = Value::null();
        return add(std::move(expr));
    }
    if (!take(TokenKind::left_parenthesis)) {
        expr.form = Form::name;
        return add(std::move(expr));
    }
    if (expr.name == "has") {
        return has_macro(expr.place);
    }
    expr.form = Form::call;
    if (!arguments(expr.parts)) {
        return 0;
    }
    expr.place.end = tokens_[at_ - 1].place.end;
    return add(std::move(expr));
}

bool Parser::arguments(std::vector<ExprId>& parts) {
    if (take(TokenKind::right_parenthesis)) {
        return true;
    }
    do {
        parts.push_back(expression());
    } while (take(TokenKind::comma));
    return need(TokenKind::right_parenthesis, "\",\" or \")\"");
}

ExprId Parser::has_macro(Place place) {
    const ExprId inside = expression();
    if (!need(TokenKind::right_parenthesis, "\")\"")) {
        return 0;
    }
    const bool bare = options_.has_names && syntax_.all[inside].form == Form::name;
    if (syntax_.all[inside].form != Form::select && !bare) {
        fail(ProblemCode::wrong_arguments, syntax_.all[inside].place, "has(value.field)", "has");
        return 0;
    }
    Expr expr = syntax_.all[inside];
    expr.form = Form::has;
    expr.place = {place.begin, tokens_[at_ - 1].place.end};
    return add(std::move(expr));
}

ExprId Parser::members(ExprId operand) {
    while (!failed() && (token().kind == TokenKind::dot || token().kind == TokenKind::left_bracket ||
                         token().kind == TokenKind::left_brace)) {
        const Place sign = token().place;
        if (take(TokenKind::dot)) {
            operand = member(operand);
        } else if (take(TokenKind::left_bracket)) {
            const ExprId index = expression();
            if (!need(TokenKind::right_bracket, "\"]\"")) {
                return 0;
            }
            operand = apply(Op::index, {operand, index}, {syntax_.all[operand].place.begin, tokens_[at_ - 1].place.end},
                            sign);
        } else if (syntax_.all[operand].form == Form::name || syntax_.all[operand].form == Form::select) {
            fail(ProblemCode::unsupported, syntax_.all[operand].place, "messages (type{field: value})");
        } else {
            break;
        }
    }
    return operand;
}

ExprId Parser::member(ExprId operand) {
    Expr expr;
    expr.name_place = token().place;
    expr.name = text_of(source_, token().place);
    const bool quoted = token().kind == TokenKind::quoted_name;
    if (token().kind == TokenKind::question) {
        fail(ProblemCode::unsupported, token().place, "optional fields (.?)");
        return 0;
    }
    if (token().kind != TokenKind::name && !quoted) {
        expected("the name of a field or function");
        return 0;
    }
    if (quoted) {
        expr.name = expr.name.substr(1, expr.name.size() - 2);
    } else if (expr.name == "in" || expr.name == "true" || expr.name == "false" || expr.name == "null") {
        fail(ProblemCode::reserved_word, token().place, {}, expr.name);
        return 0;
    }
    ++at_;
    const bool called = !quoted && take(TokenKind::left_parenthesis);
    if (called) {
        if (const auto macro = macro_of(expr.name)) {
            return loop_macro(*macro, operand, expr.name_place);
        }
    }
    expr.form = called ? Form::method : Form::select;
    expr.parts = {operand};
    if (called && !arguments(expr.parts)) {
        return 0;
    }
    if (failed()) {
        return 0;
    }
    expr.place = {syntax_.all[operand].place.begin, tokens_[at_ - 1].place.end};
    return add(std::move(expr));
}

ExprId Parser::loop_macro(Op op, ExprId operand, Place name_place) {
    Expr expr;
    expr.form = Form::loop;
    expr.op = op;
    expr.name_place = name_place;
    std::vector<ExprId> given;
    if (!arguments(given) || failed()) {
        return 0;
    }
    const bool count_fits = given.size() == 2 || (op == Op::map && given.size() == 3);
    if (!count_fits || syntax_.all[given.front()].form != Form::name) {
        const std::string name(sign_of(op));
        fail(ProblemCode::wrong_arguments, name_place,
             "list." + name +
                 (op == Op::map ? "(item, value) or list.map(item, condition, value)" : "(item, condition)"),
             name);
        return 0;
    }
    expr.name = syntax_.all[given.front()].name;
    given.front() = operand;
    expr.parts = std::move(given);
    expr.place = {syntax_.all[operand].place.begin, tokens_[at_ - 1].place.end};
    return add(std::move(expr));
}

ExprId Parser::list() {
    Expr expr;
    expr.form = Form::list;
    expr.place = token().place;
    ++at_;
    while (!failed() && token().kind != TokenKind::right_bracket) {
        expr.parts.push_back(expression());
        if (!take(TokenKind::comma)) {
            break;
        }
    }
    if (!need(TokenKind::right_bracket, "\",\" or \"]\"")) {
        return 0;
    }
    expr.place.end = tokens_[at_ - 1].place.end;
    return add(std::move(expr));
}

ExprId Parser::map() {
    Expr expr;
    expr.form = Form::map;
    expr.place = token().place;
    ++at_;
    while (!failed() && token().kind != TokenKind::right_brace) {
        expr.parts.push_back(expression());
        if (!need(TokenKind::colon, "\":\"")) {
            return 0;
        }
        expr.parts.push_back(expression());
        if (!take(TokenKind::comma)) {
            break;
        }
    }
    if (!need(TokenKind::right_brace, "\",\" or \"}\"")) {
        return 0;
    }
    expr.place.end = tokens_[at_ - 1].place.end;
    return add(std::move(expr));
}

} // namespace cel
