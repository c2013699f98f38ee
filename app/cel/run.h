// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cel/code.h"
#include "app/cel/evaluator.h"
#include "app/cel/operations.h"
#include "app/cel/recorder.h"

#include <algorithm>
#include <array>

namespace cel {

/// One evaluation: the nodes of a program over a row.
template <bool traced>
class Run {
public:
    Run(const Code& code, Row row, Workspace& work, std::span<Value> locals, Trace* trace)
        : code_(code)
        , row_(row)
        , work_(work)
        , locals_(locals)
        , recorder_(trace, code) {}

    Value whole() {
        const Value value = evaluate(code_.root);
        // Nothing absorbs the end of the allowance.
        return stopped_.is_error() ? stopped_ : value;
    }

private:
    /// Leaves are read here, without a call of evaluate().
    Value operand(NodeId id) {
        if constexpr (!traced) {
            const Node& node = code_.nodes[id];
            if (node.op == Op::slot && node.a < row_.size() && row_[node.a].kind() > Kind::error) {
                return row_[node.a];
            }
            if (node.op == Op::constant) {
                return code_.constants[node.a];
            }
        }
        return evaluate(id);
    }

    Value evaluate(NodeId id) {
        if (!work_.spend(1) || stopped_.is_error()) {
            return stop(Value::error(ErrorCode::too_many_steps, code_.infos[id].place));
        }
        Value value = worked(id, code_.nodes[id]);
        if (value.is_error()) {
            value = placed(value, id);
        }
        recorder_.saw(id, value);
        return value;
    }

    Value stop(const Value& error) {
        stopped_ = stopped_.is_error() ? stopped_ : error;
        return stopped_;
    }

    /// The error with the place where it arose.
    Value placed(const Value& error, NodeId id) {
        const Value known = error.place() == Place{} ? Value::error(error.error(), code_.infos[id].place) : error;
        const bool ends = known.error() == ErrorCode::too_many_steps || known.error() == ErrorCode::too_much_memory;
        return ends ? stop(known) : known;
    }

    Value worked(NodeId id, const Node& node) {
        switch (node.op) {
        case Op::constant: return code_.constants[node.a];
        case Op::slot: return slot(node.a);
        case Op::local: return locals_[node.local];
        case Op::failure: return Value::error(static_cast<ErrorCode>(node.a));
        case Op::all_of: return logic(node, false);
        case Op::any_of: return logic(node, true);
        case Op::negate: return negation(operand(node.a));
        case Op::minus: return minus(operand(node.a));
        case Op::add:
        case Op::subtract:
        case Op::multiply:
        case Op::divide:
        case Op::remainder:
        case Op::equal:
        case Op::not_equal:
        case Op::less:
        case Op::less_equal:
        case Op::greater:
        case Op::greater_equal:
        case Op::in:
        case Op::index: return binary(id, node);
        case Op::choose: return choice(node);
        case Op::field: return field(operand(node.a), node.b, false);
        case Op::select: return select(operand(node.a), code_.names[node.b], false);
        case Op::has_slot: return Value::boolean(node.a < row_.size() && !row_[node.a].is(Kind::absent));
        case Op::has_field: return field(operand(node.a), node.b, true);
        case Op::has_key: return select(operand(node.a), code_.names[node.b], true);
        case Op::make_list: return list(node);
        case Op::make_map: return map(node);
        case Op::call: return calling(id, node);
        case Op::exists: return quantified(node, true);
        case Op::all: return quantified(node, false);
        case Op::exists_one: return exactly_one(node);
        case Op::map:
        case Op::filter: return gathered(node);
        }
        return Value::error(ErrorCode::no_such_overload);
    }

    Value slot(Slot slot) const {
        if (slot >= row_.size() || row_[slot].is(Kind::absent)) {
            return Value::error(ErrorCode::unknown_value);
        }
        // An error in the row belongs to the place that reads it.
        return row_[slot].is_error() ? Value::error(row_[slot].error()) : row_[slot];
    }

    Value logic(const Node& node, bool deciding) {
        Value trouble;
        for (std::uint32_t index = 0; index < node.b; ++index) {
            const NodeId part = code_.operands[node.a + index];
            const Value value = operand(part);
            if (value.is(Kind::boolean)) {
                if (value.is_true() == deciding) {
                    return value;
                }
            } else if (!trouble.is_error()) {
                trouble = value.is_error() ? value : Value::error(ErrorCode::no_such_overload, code_.infos[part].place);
            }
        }
        return trouble.is_error() ? trouble : Value::boolean(!deciding);
    }

    static Value negation(const Value& value) {
        if (value.is_error()) {
            return value;
        }
        return value.is(Kind::boolean) ? Value::boolean(!value.is_true()) : Value::error(ErrorCode::no_such_overload);
    }

    static Value minus(const Value& value) { return value.is_error() ? value : negative(value); }

    Value binary(NodeId id, const Node& node) {
        const Value left = operand(node.a);
        if (left.is_error()) {
            return left;
        }
        const Value right = operand(node.b);
        if (right.is_error()) {
            return right;
        }
        work_.rate_used = nullptr;
        const Value value = applied(node.op, left, right);
        if (work_.rate_used != nullptr) {
            recorder_.joined(id, *work_.rate_used, *work_.rates);
        }
        return value;
    }

    Value applied(Op op, const Value& left, const Value& right) {
        if (op == Op::in) {
            return contained(left, right, work_);
        }
        if (op == Op::index) {
            return element(left, right, work_);
        }
        return op >= Op::equal ? relate(op, left, right, work_) : calculate(op, left, right, work_);
    }

    Value choice(const Node& node) {
        const Value condition = operand(node.a);
        if (condition.is_error()) {
            return condition;
        }
        if (!condition.is(Kind::boolean)) {
            return Value::error(ErrorCode::no_such_overload);
        }
        return operand(condition.is_true() ? node.b : node.c);
    }

    /// The field, or whether it is there.
    static Value found(const Value& value, bool has) {
        if (has) {
            return Value::boolean(!value.is(Kind::absent));
        }
        return value.is(Kind::absent) ? Value::error(ErrorCode::unknown_value) : value;
    }

    static Value field(const Value& operand, std::uint32_t number, bool has) {
        if (operand.is_error()) {
            return operand;
        }
        if (!operand.is(Kind::record) || number >= operand.record().shape->fields.size()) {
            return Value::error(ErrorCode::no_such_overload);
        }
        return found(operand.record().fields[number], has);
    }

    Value select(const Value& operand, std::string_view name, bool has) {
        if (operand.is_error()) {
            return operand;
        }
        if (operand.is(Kind::record)) {
            const auto number = operand.record().shape->find(name);
            return number ? found(operand.record().fields[*number], has) : Value::error(ErrorCode::no_such_field);
        }
        if (!operand.is(Kind::map)) {
            return Value::error(ErrorCode::no_such_overload);
        }
        const Value entry = entry_of(operand, Value::string(name), work_);
        if (entry.is(Kind::absent) && !has) {
            return Value::error(ErrorCode::no_such_key);
        }
        return entry.is_error() ? entry : found(entry, has);
    }

    Value list(const Node& node) {
        Value* const items = work_.arena.values(node.b);
        if (items == nullptr) {
            return Value::error(ErrorCode::too_much_memory);
        }
        for (std::uint32_t index = 0; index < node.b; ++index) {
            items[index] = operand(code_.operands[node.a + index]);
            if (items[index].is_error()) {
                return items[index];
            }
        }
        return Value::list({items, node.b});
    }

    Value map(const Node& node) {
        const Value parts = list(node);
        if (parts.is_error()) {
            return parts;
        }
        const auto entries = parts.items();
        for (std::size_t index = 0; index < entries.size(); index += 2) {
            const Kind kind = entries[index].kind();
            if (kind != Kind::boolean && kind != Kind::integer && kind != Kind::unsigned_integer &&
                kind != Kind::string) {
                return Value::error(ErrorCode::no_such_overload);
            }
            const Value twin = entry_of(Value::map(entries.first(index)), entries[index], work_);
            if (!twin.is(Kind::absent)) {
                return twin.is_error() ? twin : Value::error(ErrorCode::repeated_key);
            }
        }
        return Value::map(entries);
    }

    Value calling(NodeId id, const Node& node) {
        std::array<Value, 3> arguments;
        const std::uint32_t count = std::min<std::uint32_t>(node.b, arguments.size());
        for (std::uint32_t index = 0; index < count; ++index) {
            arguments[index] = operand(code_.operands[node.a + index]);
            if (arguments[index].is_error()) {
                return arguments[index];
            }
        }
        work_.rate_used = nullptr;
        const Pattern* const pattern = node.c == 0 ? nullptr : &code_.patterns[node.c - 1];
        const Value value = call(node.function, {arguments.data(), count}, pattern, work_);
        if (work_.rate_used != nullptr) {
            recorder_.joined(id, *work_.rate_used, *work_.rates);
        }
        return value;
    }

    /// What a loop goes over: the items of a list or the keys of a map.
    struct Range {
        std::span<const Value> values;
        std::size_t stride = 1;
    };
    static bool range_of(const Value& value, Range& range) {
        range = value.is(Kind::map)    ? Range{value.entries(), 2}
                : value.is(Kind::list) ? Range{value.items(), 1}
                                       : Range{};
        return value.is(Kind::map) || value.is(Kind::list);
    }

    /// The condition for one item.
    Value condition(const Node& node, const Value& item) {
        locals_[node.local] = item;
        recorder_.forget(code_.infos[node.b].first, node.b);
        return evaluate(node.b);
    }

    Value quantified(const Node& node, bool deciding) {
        const Value over = operand(node.a);
        Range range;
        if (!range_of(over, range)) {
            return over.is_error() ? over : Value::error(ErrorCode::no_such_overload);
        }
        Value trouble;
        for (std::size_t index = 0; index < range.values.size() && !stopped_.is_error(); index += range.stride) {
            const Value value = condition(node, range.values[index]);
            if (value.is(Kind::boolean) && value.is_true() == deciding) {
                return value;
            }
            if (!value.is(Kind::boolean) && !trouble.is_error()) {
                trouble = value.is_error() ? value : Value::error(ErrorCode::no_such_overload);
            }
        }
        return trouble.is_error() ? trouble : Value::boolean(!deciding);
    }

    Value exactly_one(const Node& node) {
        const Value over = operand(node.a);
        Range range;
        if (!range_of(over, range)) {
            return over.is_error() ? over : Value::error(ErrorCode::no_such_overload);
        }
        std::size_t count = 0;
        for (std::size_t index = 0; index < range.values.size(); index += range.stride) {
            const Value value = condition(node, range.values[index]);
            if (!value.is(Kind::boolean)) {
                return value.is_error() ? value : Value::error(ErrorCode::no_such_overload);
            }
            count += value.is_true() ? 1 : 0;
        }
        return Value::boolean(count == 1);
    }

    Value gathered(const Node& node) {
        const Value over = operand(node.a);
        Range range;
        if (!range_of(over, range)) {
            return over.is_error() ? over : Value::error(ErrorCode::no_such_overload);
        }
        Value* const kept = work_.arena.values(range.values.size() / range.stride);
        if (kept == nullptr) {
            return Value::error(ErrorCode::too_much_memory);
        }
        std::size_t count = 0;
        for (std::size_t index = 0; index < range.values.size(); index += range.stride) {
            const Value& item = range.values[index];
            locals_[node.local] = item;
            const Value wanted = node.b == no_node ? Value::boolean(true) : condition(node, item);
            if (!wanted.is(Kind::boolean)) {
                return wanted.is_error() ? wanted : Value::error(ErrorCode::no_such_overload);
            }
            if (wanted.is_false()) {
                continue;
            }
            kept[count] = node.op == Op::filter ? item : transformed(node);
            if (kept[count].is_error()) {
                return kept[count];
            }
            ++count;
        }
        return Value::list({kept, count});
    }

    Value transformed(const Node& node) {
        recorder_.forget(code_.infos[node.c].first, node.c);
        return evaluate(node.c);
    }

    const Code& code_;
    Row row_;
    Workspace& work_;
    std::span<Value> locals_;
    Recorder<traced> recorder_;
    Value stopped_; ///< the error that ended everything, or absent
};

} // namespace cel
