// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cel/lowering.h"

#include "app/cel/overloads.h"

#include <algorithm>

namespace cel {

namespace {

Type type_of(const Value& literal) {
    return literal.kind();
}

} // namespace

Lowering::Lowering(const Syntax& syntax, const Environment& environment, const CompileOptions& options, Code& code)
    : syntax_(syntax)
    , environment_(environment)
    , options_(options)
    , code_(code) {}

bool Lowering::run(std::vector<Problem>& problems) {
    const Typed whole = lower(syntax_.root);
    if (!failed_ && options_.result && checked()) {
        needs(whole, *options_.result, syntax_.root);
    }
    code_.root = whole.node;
    code_.type = whole.type;
    problems = std::move(problems_);
    return !failed_;
}

Lowering::Typed Lowering::fail(ProblemCode code, Place place, std::string asked, std::string given,
                               std::string nearby) {
    if (!failed_) {
        problems_.push_back({code, place, std::move(asked), std::move(given), true, std::move(nearby)});
    }
    failed_ = true;
    return {};
}

NodeId Lowering::put(Node node, const Expr& expr, NodeId first) {
    code_.nodes.push_back(node);
    code_.infos.push_back({expr.place, depth_, false, first});
    return next() - 1;
}

NodeId Lowering::put_constant(const Value& value, const Expr& expr, NodeId first) {
    code_.constants.push_back(value);
    const NodeId node =
        put({Op::constant, {}, 0, static_cast<std::uint32_t>(code_.constants.size() - 1), 0, 0}, expr, first);
    code_.infos[node].literal = true;
    return node;
}

NodeId Lowering::put_failure(ErrorCode code, const Expr& expr, NodeId first) {
    return put({Op::failure, {}, 0, static_cast<std::uint32_t>(code), 0, 0}, expr, first);
}

std::uint32_t Lowering::put_operands(const std::vector<Typed>& parts) {
    const auto first = static_cast<std::uint32_t>(code_.operands.size());
    std::transform(parts.begin(), parts.end(), std::back_inserter(code_.operands),
                   [](const Typed& part) { return part.node; });
    return first;
}

const Value* Lowering::constant(NodeId node) const {
    return code_.nodes[node].op == Op::constant ? &code_.constants[code_.nodes[node].a] : nullptr;
}

NodeId Lowering::fold(const Value& value, const Expr& expr, NodeId first) {
    code_.nodes.resize(first);
    code_.infos.resize(first);
    return put_constant(value, expr, first);
}

bool Lowering::needs(const Typed& part, const Type& asked, ExprId at) {
    if (failed_ || !checked() || fits(part.type, asked)) {
        return !failed_;
    }
    fail(ProblemCode::wrong_type, syntax_.all[at].place, asked.to_text(), part.type.to_text());
    return false;
}

Lowering::Typed Lowering::lower(ExprId id) {
    if (failed_) {
        return {};
    }
    const Expr& expr = syntax_.all[id];
    switch (expr.form) {
    case Form::literal: return lower_literal(expr);
    case Form::name: return lower_name(expr);
    case Form::select: return lower_select(expr);
    case Form::has: return lower_has(expr);
    case Form::call:
    case Form::method: return lower_call(expr);
    case Form::list: return lower_list(expr);
    case Form::map: return lower_map(expr);
    case Form::apply: return lower_apply(expr);
    case Form::loop: return lower_loop(expr);
    }
    return {};
}

Lowering::Typed Lowering::lower_literal(const Expr& expr) {
    return {put_constant(expr.literal, expr, next()), type_of(expr.literal)};
}

Lowering::Typed Lowering::lower_list(const Expr& expr) {
    const NodeId first = next();
    std::vector<Typed> parts;
    std::vector<Value> items;
    Type item;
    ++depth_;
    for (const ExprId part : expr.parts) {
        parts.push_back(lower(part));
        item = parts.size() == 1 ? parts.back().type : joined(item, parts.back().type);
        if (const Value* value = failed_ ? nullptr : constant(parts.back().node)) {
            items.push_back(*value);
        }
    }
    --depth_;
    if (failed_) {
        return {};
    }
    const Type type = Type::list(checked() ? item : Type());
    const Value whole = items.size() == parts.size() ? code_.arena.list(items) : Value();
    if (whole.is(Kind::list)) {
        return {fold(whole, expr, first), type};
    }
    const std::uint32_t operands = put_operands(parts);
    return {put({Op::make_list, {}, 0, operands, static_cast<std::uint32_t>(parts.size()), 0}, expr, first), type};
}

Lowering::Typed Lowering::lower_map(const Expr& expr) {
    const NodeId first = next();
    std::vector<Typed> parts;
    Type key;
    Type value;
    ++depth_;
    for (std::size_t index = 0; index < expr.parts.size() && !failed_; ++index) {
        parts.push_back(lower(expr.parts[index]));
        Type& type = index % 2 == 0 ? key : value;
        type = index < 2 ? parts.back().type : joined(type, parts.back().type);
        const Kind kind = parts.back().type.kind();
        const bool may_be_key = kind == Kind::dyn || kind == Kind::boolean || kind == Kind::integer ||
                                kind == Kind::unsigned_integer || kind == Kind::string;
        if (index % 2 == 0 && checked() && !may_be_key && !failed_) {
            fail(ProblemCode::wrong_type, syntax_.all[expr.parts[index]].place, "bool, int, uint or string",
                 parts.back().type.to_text());
        }
    }
    --depth_;
    if (failed_) {
        return {};
    }
    const std::uint32_t operands = put_operands(parts);
    const Node node{Op::make_map, {}, 0, operands, static_cast<std::uint32_t>(parts.size()), 0};
    return {put(node, expr, first), checked() ? Type::map(key, value) : Type(Kind::map)};
}

Lowering::Typed Lowering::lower_loop(const Expr& expr) {
    const NodeId first = next();
    ++depth_;
    const Typed range = lower(expr.parts.front());
    const Type& over = range.type;
    if (!failed_ && !over.is(Kind::dyn) && !over.is(Kind::list) && !over.is(Kind::map)) {
        fail(ProblemCode::wrong_type, syntax_.all[expr.parts.front()].place, "list or map", over.to_text());
    }
    if (failed_) {
        --depth_;
        return {};
    }
    const auto local = static_cast<std::uint16_t>(variables_.size());
    variables_.push_back({expr.name, over.is(Kind::map) ? over.key() : over.item(), local});
    code_.locals = std::max(code_.locals, variables_.size());
    const Typed body = lower(expr.parts[1]);
    const bool both = expr.parts.size() > 2;
    const Typed transform = both ? lower(expr.parts[2]) : Typed{};
    variables_.pop_back();
    --depth_;
    if (failed_ || ((expr.op != Op::map || both) && !needs(body, Kind::boolean, expr.parts[1]))) {
        return {};
    }
    if (expr.op == Op::map) {
        const Node node{expr.op, {}, local, range.node, both ? body.node : no_node, both ? transform.node : body.node};
        return {put(node, expr, first), Type::list(both ? transform.type : body.type)};
    }
    const Type picked = over.is(Kind::map) ? Type::list(over.key()) : over.is(Kind::list) ? over : Type(Kind::list);
    const NodeId node = put({expr.op, {}, local, range.node, body.node, 0}, expr, first);
    return {node, expr.op == Op::filter ? picked : Type(Kind::boolean)};
}

} // namespace cel
