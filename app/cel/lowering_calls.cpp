// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cel/lowering.h"

#include "app/cel/operations.h"
#include "app/cel/overloads.h"

#include <algorithm>

namespace cel {

namespace {

/// What a call with nothing but constants may cost when it is made while compiling.
constexpr std::size_t folding_steps = 10'000;

std::string list_of(const std::vector<Type>& types) {
    std::string text = "(";
    for (const Type& type : types) {
        text += (text.size() > 1 ? ", " : "") + type.to_text();
    }
    return text + ")";
}

std::string ways_to_call(std::string_view name, bool method) {
    std::string ways;
    for (const Signature& signature : signatures()) {
        if (signature.name == name && signature.method == method) {
            ways += (ways.empty() ? "" : " or ") +
                    (method ? signature.parameters.front().to_text() + "." : std::string()) + to_text(signature);
        }
    }
    return ways;
}

std::string nearest_function(std::string_view name) {
    std::vector<std::string> names = {"has", "all", "exists", "exists_one", "map", "filter"};
    for (const Signature& signature : signatures()) {
        names.emplace_back(signature.name);
    }
    return nearest(name, names);
}

} // namespace

Lowering::Typed Lowering::lower_call(const Expr& expr) {
    const NodeId first = next();
    const bool method = expr.form == Form::method;
    std::vector<Typed> parts;
    std::vector<Type> types;
    std::vector<Value> values;
    ++depth_;
    for (const ExprId part : expr.parts) {
        parts.push_back(lower(part));
        types.push_back(checked() ? parts.back().type : Type());
        if (const Value* value = failed_ ? nullptr : constant(parts.back().node)) {
            values.push_back(*value);
        }
    }
    --depth_;
    if (failed_) {
        return {};
    }
    const Resolved resolved = resolve(expr.name, method, types);
    if (!resolved.known && checked()) {
        return fail(ProblemCode::unknown_function, expr.name_place, {}, expr.name, nearest_function(expr.name));
    }
    if (resolved.signature == nullptr && checked()) {
        return fail(ProblemCode::no_overload, expr.place, ways_to_call(expr.name, method), list_of(types));
    }
    if (resolved.signature == nullptr) {
        const ErrorCode code = resolved.known ? ErrorCode::no_such_overload : ErrorCode::unknown_function;
        return {put_failure(code, expr, first), Type()};
    }
    const Function function = resolved.signature->function;
    if (values.size() == parts.size() && function != Function::exchanged) {
        const Typed folded = fold_call(function, values, expr, first, resolved.result);
        if (failed_ || folded.node != no_node) {
            return folded;
        }
    }
    const std::uint32_t pattern = function == Function::matches ? pattern_of(parts[1].node, expr.parts[1]) : 0;
    const std::uint32_t operands = put_operands(parts);
    const Node node{Op::call, function, 0, operands, static_cast<std::uint32_t>(parts.size()), pattern};
    return {failed_ ? 0 : put(node, expr, first), resolved.result};
}

Lowering::Typed Lowering::fold_call(Function function, const std::vector<Value>& values, const Expr& expr, NodeId first,
                                    const Type& result) {
    Workspace work{code_.arena, folding_steps};
    const Value value = call(function, values, nullptr, work);
    if (!value.is_error()) {
        return {fold(value, expr, first), result};
    }
    if (function == Function::to_money && checked()) {
        return fail(ProblemCode::always_fails, expr.place, {}, to_text(value));
    }
    problems_.push_back({ProblemCode::always_fails, expr.place, {}, to_text(value), false, {}});
    return {no_node, result};
}

std::uint32_t Lowering::pattern_of(NodeId node, ExprId at) {
    const Value* text = constant(node);
    if (text == nullptr || !text->is(Kind::string)) {
        return 0;
    }
    auto pattern = Pattern::compile(text->text());
    if (!pattern) {
        if (checked()) {
            fail(ProblemCode::always_fails, syntax_.all[at].place, {}, "not a regular expression of this language");
        }
        return 0;
    }
    code_.patterns.push_back(std::move(*pattern));
    return static_cast<std::uint32_t>(code_.patterns.size());
}

Lowering::Typed Lowering::lower_logic(const Expr& expr) {
    const NodeId first = next();
    std::vector<Typed> parts;
    ++depth_;
    for (const ExprId part : expr.parts) {
        parts.push_back(lower(part));
        if (!needs(parts.back(), Kind::boolean, part)) {
            break;
        }
    }
    --depth_;
    if (failed_) {
        return {};
    }
    const std::uint32_t operands = put_operands(parts);
    const auto count = static_cast<std::uint32_t>(parts.size());
    return {put({expr.op, {}, 0, operands, count, 0}, expr, first), Kind::boolean};
}

Lowering::Typed Lowering::lower_choose(const Expr& expr) {
    const NodeId first = next();
    ++depth_;
    const Typed condition = lower(expr.parts[0]);
    static_cast<void>(needs(condition, Kind::boolean, expr.parts[0]));
    const Typed yes = lower(expr.parts[1]);
    const Typed no = lower(expr.parts[2]);
    --depth_;
    if (failed_ || !needs(no, yes.type, expr.parts[2])) {
        return {};
    }
    const NodeId node = put({Op::choose, {}, 0, condition.node, yes.node, no.node}, expr, first);
    return {node, checked() ? joined(yes.type, no.type) : Type()};
}

Lowering::Typed Lowering::lower_apply(const Expr& expr) {
    if (expr.op == Op::all_of || expr.op == Op::any_of) {
        return lower_logic(expr);
    }
    if (expr.op == Op::choose) {
        return lower_choose(expr);
    }
    const NodeId first = next();
    ++depth_;
    const Typed left = lower(expr.parts[0]);
    const Typed right = expr.parts.size() > 1 ? lower(expr.parts[1]) : Typed{};
    --depth_;
    if (failed_) {
        return {};
    }
    std::optional<Type> result;
    if (expr.op == Op::negate) {
        result = fits(left.type, Kind::boolean) ? std::optional(Type(Kind::boolean)) : std::nullopt;
    } else if (expr.op == Op::minus) {
        const bool signed_number = left.type.is(Kind::integer) || left.type.is(Kind::real) ||
                                   left.type.is(Kind::money) || left.type.is(Kind::dyn);
        result = signed_number ? std::optional(left.type) : std::nullopt;
    } else {
        result = expr.op == Op::index ? indexed(left.type, right.type) : result_of(expr.op, left.type, right.type);
    }
    if (!result && checked()) {
        return fail(ProblemCode::no_overload, expr.place, std::string(sign_of(expr.op)),
                    list_of(expr.parts.size() > 1 ? std::vector{left.type, right.type} : std::vector{left.type}));
    }
    if (const Value* value = expr.op == Op::minus ? constant(left.node) : nullptr) {
        const Value negated = negative(*value);
        if (!negated.is_error()) {
            return {fold(negated, expr, first), result.value_or(Type())};
        }
    }
    const NodeId node = put({expr.op, {}, 0, left.node, right.node, 0}, expr, first);
    return {node, checked() ? *result : Type()};
}

} // namespace cel
