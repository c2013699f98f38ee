// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cel/lowering.h"
#include "app/cel/overloads.h"

#include <algorithm>

namespace cel {

bool Lowering::dotted(const Expr& expr, std::string& name) const {
    if (expr.form == Form::name) {
        name = expr.name;
        return true;
    }
    if (expr.form != Form::select || !dotted(syntax_.all[expr.parts.front()], name)) {
        return false;
    }
    name += '.';
    name += expr.name;
    return true;
}

const Lowering::Variable* Lowering::variable(std::string_view name) const {
    const auto found = std::find_if(variables_.rbegin(), variables_.rend(),
                                    [name](const Variable& variable) { return variable.name == name; });
    return found == variables_.rend() ? nullptr : &*found;
}

void Lowering::use(Slot slot) {
    const auto place = std::lower_bound(code_.slots.begin(), code_.slots.end(), slot);
    if (place == code_.slots.end() || *place != slot) {
        code_.slots.insert(place, slot);
    }
}

/// A name that is declared as a whole, dots and all: a variable, a slot or a type.
Lowering::Typed Lowering::lower_dotted(const std::string& name, const Expr& expr, bool& found) {
    found = true;
    if (const Variable* local = variable(name)) {
        return {put({Op::local, {}, local->slot, 0, 0, 0}, expr, next()), checked() ? local->type : Type()};
    }
    // A variable hides every declared name that begins with it.
    const bool hidden = variable(std::string_view(name).substr(0, name.find('.'))) != nullptr;
    if (const auto slot = hidden ? std::nullopt : environment_.find(name)) {
        use(*slot);
        return {put({Op::slot, {}, 0, *slot, 0, 0}, expr, next()),
                checked() ? environment_.names()[*slot].type : Type()};
    }
    const Kind kind = hidden ? Kind::absent : type_named(name);
    if (kind != Kind::absent) {
        return {put_constant(Value::type(kind), expr, next()), Kind::type};
    }
    found = false;
    return {};
}

Lowering::Typed Lowering::unknown_name(const Expr& expr, const std::string& name) {
    if (!checked()) {
        return {put_failure(ErrorCode::unknown_value, expr, next()), Type()};
    }
    std::vector<std::string> names;
    std::transform(environment_.names().begin(), environment_.names().end(), std::back_inserter(names),
                   [](const Name& declared) { return declared.name; });
    std::transform(variables_.begin(), variables_.end(), std::back_inserter(names),
                   [](const Variable& declared) { return declared.name; });
    return fail(ProblemCode::unknown_name, expr.place, {}, name, nearest(name, names));
}

Lowering::Typed Lowering::lower_name(const Expr& expr) {
    bool found = false;
    const Typed typed = lower_dotted(expr.name, expr, found);
    return found ? typed : unknown_name(expr, expr.name);
}

Lowering::Typed Lowering::lower_select(const Expr& expr) {
    std::string name;
    if (dotted(expr, name)) {
        bool found = false;
        const Typed typed = lower_dotted(name, expr, found);
        if (found) {
            return typed;
        }
        // Nothing of it is declared: the whole is what is unknown, not its first word.
        std::string_view prefix = name;
        bool known = false;
        for (std::size_t dot = prefix.rfind('.'); dot != std::string_view::npos && !known; dot = prefix.rfind('.')) {
            prefix = prefix.substr(0, dot);
            known = variable(prefix) != nullptr || environment_.find(prefix) || type_named(prefix) != Kind::absent;
        }
        if (!known) {
            return unknown_name(expr, name);
        }
    }
    const NodeId first = next();
    ++depth_;
    const Typed operand = lower(expr.parts.front());
    --depth_;
    return failed_ ? Typed{} : select(operand, expr, first, false);
}

Lowering::Typed Lowering::lower_has(const Expr& expr) {
    if (expr.parts.empty()) { // CompileOptions::has_names
        const auto slot = variable(expr.name) != nullptr ? std::nullopt : environment_.find(expr.name);
        if (!slot) {
            return unknown_name(expr, expr.name);
        }
        use(*slot);
        return {put({Op::has_slot, {}, 0, *slot, 0, 0}, expr, next()), Kind::boolean};
    }
    Expr selection = expr;
    selection.form = Form::select;
    std::string name;
    const bool names_only = dotted(selection, name);
    const bool hidden = names_only && variable(name.substr(0, name.find('.'))) != nullptr;
    if (const auto slot = names_only && !hidden ? environment_.find(name) : std::nullopt) {
        use(*slot);
        return {put({Op::has_slot, {}, 0, *slot, 0, 0}, expr, next()), Kind::boolean};
    }
    const NodeId first = next();
    ++depth_;
    const Typed operand = lower(expr.parts.front());
    --depth_;
    return failed_ ? Typed{} : select(operand, expr, first, true);
}

Lowering::Typed Lowering::select(const Typed& operand, const Expr& expr, NodeId first, bool has) {
    if (const RecordShape* shape = operand.type.shape()) {
        const auto field = shape->find(expr.name);
        if (!field) {
            std::vector<std::string> names;
            std::transform(shape->fields.begin(), shape->fields.end(), std::back_inserter(names),
                           [](const Field& declared) { return declared.name; });
            return fail(ProblemCode::no_such_field, expr.name_place, shape->name, expr.name, nearest(expr.name, names));
        }
        const Op op = has ? Op::has_field : Op::field;
        return {put({op, {}, 0, operand.node, *field, 0}, expr, first),
                has ? Type(Kind::boolean) : shape->fields[*field].type};
    }
    const Type& type = operand.type;
    const bool by_text = type.is(Kind::map) && fits(Kind::string, type.key());
    if (!type.is(Kind::dyn) && !by_text) {
        return fail(ProblemCode::no_such_field, expr.name_place, type.to_text(), expr.name);
    }
    const auto name = static_cast<std::uint32_t>(code_.names.size());
    code_.names.push_back(expr.name);
    const NodeId node = put({has ? Op::has_key : Op::select, {}, 0, operand.node, name, 0}, expr, first);
    return {node, has ? Type(Kind::boolean) : type.value()};
}

} // namespace cel
