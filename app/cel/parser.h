// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cel/syntax.h"
#include "app/cel/token.h"

namespace cel {

/// Recursive descent over the tokens of one source; stops at the first problem. Its recursion is bounded by
/// CompileOptions::most_depth, that of whoever walks the tree by most_height.
class Parser {
public:
    Parser(std::string_view source, const CompileOptions& options, Arena& arena);
    [[nodiscard]] Syntax run();

private:
    static constexpr std::uint32_t most_height = 250;

    class Depth {
    public:
        explicit Depth(Parser& parser)
            : parser_(parser) {
            if (++parser_.depth_ > parser_.options_.most_depth) {
                parser_.fail(ProblemCode::too_deep, parser_.token().place,
                             std::to_string(parser_.options_.most_depth) + " levels");
            }
        }
        ~Depth() { --parser_.depth_; }
        Depth(const Depth&) = delete;
        Depth& operator=(const Depth&) = delete;

    private:
        Parser& parser_;
    };

    // parser.cpp: operators
    ExprId expression();
    ExprId logical(Op op);
    ExprId infix(int rank);
    ExprId unary();
    ExprId literal(std::uint32_t begin, bool negative);

    // parser_members.cpp: names, calls, selections, lists, maps, macros
    ExprId primary();
    ExprId members(ExprId operand);
    ExprId member(ExprId operand);
    ExprId name_or_call(bool absolute);
    ExprId has_macro(Place place);
    ExprId loop_macro(Op op, ExprId operand, Place name_place);
    ExprId list();
    ExprId map();
    bool arguments(std::vector<ExprId>& parts);

    [[nodiscard]] const Token& token() const { return tokens_[at_]; }
    [[nodiscard]] bool failed() const { return !syntax_.problems.empty(); }
    void fail(ProblemCode code, Place place, std::string asked = {}, std::string given = {});
    void expected(std::string what);
    bool take(TokenKind kind);
    bool need(TokenKind kind, const char* what);
    ExprId add(Expr expr);
    ExprId apply(Op op, std::vector<ExprId> parts, Place place, Place sign);
    [[nodiscard]] Place spanning(ExprId first, ExprId last) const {
        return failed() ? Place{} : Place{syntax_.all[first].place.begin, syntax_.all[last].place.end};
    }
    [[nodiscard]] static bool is_reserved(std::string_view word);

    std::string_view source_;
    const CompileOptions& options_;
    Arena& arena_;
    std::vector<Token> tokens_ = {Token{}};
    std::size_t at_ = 0;
    int depth_ = 0;
    Syntax syntax_;
};

} // namespace cel
