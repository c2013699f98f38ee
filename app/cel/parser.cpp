// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cel/parser.h"

#include "app/cel/literal.h"

#include <algorithm>
#include <array>

namespace cel {

namespace {

/// Operators that bind from the left, one step of `rank` after the other: relations, sums, products.
struct Infix {
    TokenKind kind;
    Op op;
    int rank;
};

constexpr std::array infixes = {
    Infix{TokenKind::equal, Op::equal, 0},       Infix{TokenKind::not_equal, Op::not_equal, 0},
    Infix{TokenKind::less, Op::less, 0},         Infix{TokenKind::less_equal, Op::less_equal, 0},
    Infix{TokenKind::greater, Op::greater, 0},   Infix{TokenKind::greater_equal, Op::greater_equal, 0},
    Infix{TokenKind::plus, Op::add, 1},          Infix{TokenKind::minus, Op::subtract, 1},
    Infix{TokenKind::star, Op::multiply, 2},     Infix{TokenKind::slash, Op::divide, 2},
    Infix{TokenKind::percent, Op::remainder, 2},
};

constexpr std::array<std::string_view, 17> reserved = {"as",        "break",  "const",  "continue", "else", "for",
                                                       "function",  "if",     "import", "let",      "loop", "package",
                                                       "namespace", "return", "var",    "void",     "while"};

} // namespace

Parser::Parser(std::string_view source, const CompileOptions& options, Arena& arena)
    : source_(source)
    , options_(options)
    , arena_(arena) {}

Syntax Parser::run() {
    if (source_.size() > options_.most_bytes) {
        fail(ProblemCode::too_long, {0, 0}, std::to_string(options_.most_bytes) + " bytes");
        return std::move(syntax_);
    }
    Tokens tokens = tokens_of(source_);
    tokens_ = std::move(tokens.all);
    if (tokens.problem) {
        syntax_.problems.push_back(std::move(*tokens.problem));
        return std::move(syntax_);
    }
    syntax_.root = expression();
    if (!failed() && token().kind != TokenKind::end) {
        expected("an operator or the end");
    }
    return std::move(syntax_);
}

void Parser::fail(ProblemCode code, Place place, std::string asked, std::string given) {
    if (!failed()) {
        syntax_.problems.push_back({code, place, std::move(asked), std::move(given), true, {}});
    }
}

void Parser::expected(std::string what) {
    const std::string_view text = text_of(source_, token().place);
    fail(ProblemCode::expected, token().place, std::move(what),
         text.empty() ? "the end" : std::string(text.substr(0, 40)));
}

bool Parser::take(TokenKind kind) {
    if (failed() || token().kind != kind) {
        return false;
    }
    ++at_;
    return true;
}

bool Parser::need(TokenKind kind, const char* what) {
    if (take(kind)) {
        return true;
    }
    expected(what);
    return false;
}

ExprId Parser::add(Expr expr) {
    if (failed()) {
        return 0;
    }
    for (const ExprId part : expr.parts) {
        expr.height = std::max(expr.height, syntax_.all[part].height + 1);
    }
    if (syntax_.all.size() >= options_.most_nodes) {
        fail(ProblemCode::too_long, expr.place, std::to_string(options_.most_nodes) + " parts");
        return 0;
    }
    if (expr.height > most_height) {
        fail(ProblemCode::too_deep, expr.place, std::to_string(most_height) + " levels");
        return 0;
    }
    syntax_.all.push_back(std::move(expr));
    return static_cast<ExprId>(syntax_.all.size() - 1);
}

ExprId Parser::apply(Op op, std::vector<ExprId> parts, Place place, Place sign) {
    Expr expr;
    expr.form = Form::apply;
    expr.op = op;
    expr.place = place;
    expr.name_place = sign;
    expr.parts = std::move(parts);
    return add(std::move(expr));
}

ExprId Parser::expression() {
    const Depth deeper(*this);
    if (failed()) {
        return 0;
    }
    const ExprId condition = logical(Op::any_of);
    const Place sign = token().place;
    if (!take(TokenKind::question)) {
        return condition;
    }
    const ExprId yes = logical(Op::any_of);
    if (!need(TokenKind::colon, "\":\"")) {
        return 0;
    }
    const ExprId no = expression();
    return failed() ? 0 : apply(Op::choose, {condition, yes, no}, spanning(condition, no), sign);
}

ExprId Parser::logical(Op op) {
    const bool any = op == Op::any_of;
    const auto operand = [&] { return any ? logical(Op::all_of) : infix(0); };
    std::vector<ExprId> parts{operand()};
    const Place sign = token().place;
    while (take(any ? TokenKind::or_or : TokenKind::and_and)) {
        parts.push_back(operand());
    }
    if (failed() || parts.size() == 1) {
        return parts.front();
    }
    const Place place = spanning(parts.front(), parts.back());
    return apply(op, std::move(parts), place, sign);
}

ExprId Parser::infix(int rank) {
    if (rank > 2) {
        return unary();
    }
    ExprId left = infix(rank + 1);
    while (!failed()) {
        const Place sign = token().place;
        const auto found = std::find_if(infixes.begin(), infixes.end(), [&](const Infix& infix) {
            return infix.kind == token().kind && infix.rank == rank;
        });
        const bool in = rank == 0 && token().kind == TokenKind::name && text_of(source_, sign) == "in";
        if (found == infixes.end() && !in) {
            break;
        }
        ++at_;
        const ExprId right = infix(rank + 1);
        if (failed()) {
            break;
        }
        left = apply(in ? Op::in : found->op, {left, right}, spanning(left, right), sign);
    }
    return left;
}

ExprId Parser::unary() {
    std::vector<std::pair<Op, Place>> signs;
    while (token().kind == TokenKind::bang || token().kind == TokenKind::minus) {
        signs.emplace_back(token().kind == TokenKind::bang ? Op::negate : Op::minus, token().place);
        ++at_;
    }
    // The sign in front of a number belongs to it: only so can the lowest number be written.
    const TokenKind next = token().kind;
    const bool negative =
        !signs.empty() && signs.back().first == Op::minus && (next == TokenKind::integer || next == TokenKind::real);
    ExprId operand = 0;
    if (negative) {
        const Place sign = signs.back().second;
        signs.pop_back();
        operand = members(literal(sign.begin, true));
    } else {
        operand = members(primary());
    }
    for (; !signs.empty() && !failed(); signs.pop_back()) {
        const Place sign = signs.back().second;
        operand = apply(signs.back().first, {operand}, {sign.begin, syntax_.all[operand].place.end}, sign);
    }
    return operand;
}

ExprId Parser::literal(std::uint32_t begin, bool negative) {
    Expr expr;
    std::optional<Problem> problem;
    expr.literal = read_literal(source_, token(), negative, arena_, problem);
    expr.place = {begin, token().place.end};
    if (problem) {
        fail(problem->code, problem->place, {}, problem->given);
    } else if (expr.literal.is_error()) {
        fail(ProblemCode::too_long, expr.place, "its memory");
    }
    ++at_;
    return add(std::move(expr));
}

bool Parser::is_reserved(std::string_view word) {
    return std::find(reserved.begin(), reserved.end(), word) != reserved.end();
}

Syntax parse(std::string_view source, const CompileOptions& options, Arena& arena) {
    return Parser(source, options, arena).run();
}

} // namespace cel
