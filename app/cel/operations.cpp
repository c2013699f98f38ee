// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cel/operations.h"

#include "app/cel/rates.h"
#include "app/cel/times.h"
#include "app/cel/type.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace cel {

namespace {

constexpr int deepest_data = 50;

Value failed(ErrorCode code) {
    return Value::error(code);
}

bool is_number(const Value& value) {
    return value.is(Kind::integer) || value.is(Kind::unsigned_integer) || value.is(Kind::real);
}

double as_real(const Value& value) {
    return value.is(Kind::real)      ? value.real()
           : value.is(Kind::integer) ? static_cast<double>(value.integer())
                                     : static_cast<double>(value.unsigned_integer());
}

/// How two values lie to each other; `unordered` for what is not a number.
enum class Order { less, same, greater, unordered, no_overload, two_currencies, too_much };

template <class T>
Order order(const T& left, const T& right) {
    return left < right ? Order::less : right < left ? Order::greater : Order::same;
}

Order order_numbers(const Value& left, const Value& right) {
    if (left.is(Kind::real) || right.is(Kind::real)) {
        const double one = as_real(left);
        const double other = as_real(right);
        return std::isnan(one) || std::isnan(other) ? Order::unordered : order(one, other);
    }
    if (left.is(Kind::integer)) {
        return left.integer() < 0 ? Order::less
                                  : order(static_cast<std::uint64_t>(left.integer()), right.unsigned_integer());
    }
    return right.integer() < 0 ? Order::greater
                               : order(left.unsigned_integer(), static_cast<std::uint64_t>(right.integer()));
}

/// The rate that joins two currencies, remembered for the trace.
const Rate* rate_between(const Value& left, const Value& right, Workspace& work) {
    const Rate* rate =
        work.rates == nullptr ? nullptr : work.rates->find(left.money().currency, right.money().currency);
    work.rate_used = rate == nullptr ? work.rate_used : rate;
    return rate;
}

Order order_money(const Value& left, const Value& right, Workspace& work) {
    if (left.same_currency(right)) {
        return order(left.integer(), right.integer());
    }
    const Rate* rate = rate_between(left, right, work);
    if (rate == nullptr) {
        return Order::two_currencies;
    }
    const auto compared = compare_at(left.money(), right.money(), *rate);
    return compared ? order(*compared, 0) : Order::two_currencies;
}

Order order_text(const Value& left, const Value& right, Workspace& work) {
    if (!work.spend(std::min(left.size(), right.size()) / 64)) {
        return Order::too_much;
    }
    return order(left.text().compare(right.text()), 0);
}

Order order_of(const Value& left, const Value& right, Workspace& work) {
    if (left.kind() != right.kind()) {
        return is_number(left) && is_number(right) ? order_numbers(left, right) : Order::no_overload;
    }
    switch (left.kind()) {
    case Kind::integer: return order(left.integer(), right.integer());
    case Kind::boolean:
    case Kind::unsigned_integer: return order(left.unsigned_integer(), right.unsigned_integer());
    case Kind::real: return order_numbers(left, right);
    case Kind::string:
    case Kind::bytes: return order_text(left, right, work);
    case Kind::timestamp: return order(left.timestamp(), right.timestamp());
    case Kind::duration: return order(left.duration(), right.duration());
    case Kind::money: return order_money(left, right, work);
    case Kind::absent:
    case Kind::error:
    case Kind::dyn:
    case Kind::null:
    case Kind::list:
    case Kind::map:
    case Kind::record:
    case Kind::type: break;
    }
    return Order::no_overload;
}

bool holds(Op op, Order order) {
    return order == Order::less      ? op == Op::less || op == Op::less_equal
           : order == Order::greater ? op == Op::greater || op == Op::greater_equal
                                     : order == Order::same && (op == Op::less_equal || op == Op::greater_equal);
}

Value from_order(Order order) {
    return order == Order::too_much         ? failed(ErrorCode::too_many_steps)
           : order == Order::two_currencies ? failed(ErrorCode::two_currencies)
                                            : Value::boolean(order == Order::same);
}

Value equal_items(std::span<const Value> left, std::span<const Value> right, Workspace& work, int depth) {
    if (left.size() != right.size()) {
        return Value::boolean(false);
    }
    for (std::size_t index = 0; index < left.size(); ++index) {
        const Value same = equality(left[index], right[index], work, depth + 1);
        if (!same.is_true()) {
            return same;
        }
    }
    return Value::boolean(true);
}

Value equal_maps(const Value& left, const Value& right, Workspace& work, int depth) {
    if (left.size() != right.size()) {
        return Value::boolean(false);
    }
    const auto entries = left.entries();
    for (std::size_t index = 0; index < entries.size(); index += 2) {
        const Value other = entry_of(right, entries[index], work);
        if (other.is_error() || other.is(Kind::absent)) {
            return other.is_error() ? other : Value::boolean(false);
        }
        const Value same = equality(entries[index + 1], other, work, depth + 1);
        if (!same.is_true()) {
            return same;
        }
    }
    return Value::boolean(true);
}

Value equal_records(const Record& left, const Record& right, Workspace& work, int depth) {
    if (left.shape != right.shape) {
        return Value::boolean(false);
    }
    const std::size_t count = left.shape->fields.size();
    return equal_items({left.fields, count}, {right.fields, count}, work, depth);
}

} // namespace

Value equality(const Value& left, const Value& right, Workspace& work, int depth) {
    if (depth > deepest_data || !work.spend(1)) {
        return failed(ErrorCode::too_many_steps);
    }
    if (left.kind() != right.kind()) {
        return is_number(left) && is_number(right) ? from_order(order_numbers(left, right)) : Value::boolean(false);
    }
    switch (left.kind()) {
    case Kind::absent:
    case Kind::null: return Value::boolean(true);
    case Kind::string:
    case Kind::bytes:
        if (left.size() != right.size()) {
            return Value::boolean(false);
        }
        return from_order(order_text(left, right, work));
    case Kind::list: return equal_items(left.items(), right.items(), work, depth);
    case Kind::map: return equal_maps(left, right, work, depth);
    case Kind::record: return equal_records(left.record(), right.record(), work, depth);
    case Kind::type: return Value::boolean(left.type() == right.type());
    case Kind::error: return left;
    case Kind::dyn: return Value::boolean(false);
    case Kind::boolean:
    case Kind::integer:
    case Kind::unsigned_integer:
    case Kind::real:
    case Kind::timestamp:
    case Kind::duration:
    case Kind::money: break;
    }
    return from_order(order_of(left, right, work));
}

Value relate(Op op, const Value& left, const Value& right, Workspace& work) {
    if (op == Op::equal || op == Op::not_equal) {
        const Value same = equality(left, right, work);
        return same.is_error() || op == Op::equal ? same : Value::boolean(!same.is_true());
    }
    const Order order = order_of(left, right, work);
    if (order == Order::no_overload) {
        return failed(ErrorCode::no_such_overload);
    }
    if (order == Order::too_much || order == Order::two_currencies) {
        return from_order(order);
    }
    return Value::boolean(holds(op, order));
}

Value entry_of(const Value& map, const Value& key, Workspace& work) {
    const auto entries = map.entries();
    for (std::size_t index = 0; index < entries.size(); index += 2) {
        const Value same = equality(entries[index], key, work);
        if (same.is_error()) {
            return same;
        }
        if (same.is_true()) {
            return entries[index + 1];
        }
    }
    return {};
}

Value contained(const Value& left, const Value& right, Workspace& work) {
    if (right.is(Kind::map)) {
        const Value entry = entry_of(right, left, work);
        return entry.is_error() ? entry : Value::boolean(!entry.is(Kind::absent));
    }
    if (!right.is(Kind::list)) {
        return failed(ErrorCode::no_such_overload);
    }
    Value trouble;
    for (const Value& item : right.items()) {
        const Value same = equality(left, item, work);
        if (same.is_true()) {
            return same;
        }
        trouble = same.is_error() ? same : trouble;
    }
    return trouble.is_error() ? trouble : Value::boolean(false);
}

Value element(const Value& operand, const Value& index, Workspace& work) {
    if (operand.is(Kind::map)) {
        const Value entry = entry_of(operand, index, work);
        return entry.is(Kind::absent) ? failed(ErrorCode::no_such_key) : entry;
    }
    if (!operand.is(Kind::list) || !is_number(index)) {
        return failed(ErrorCode::no_such_overload);
    }
    const auto items = operand.items();
    const bool whole = !index.is(Kind::real) || index.real() == std::floor(index.real());
    const bool below_zero =
        (index.is(Kind::integer) && index.integer() < 0) || (index.is(Kind::real) && !(index.real() >= 0));
    if (!whole || below_zero || as_real(index) >= static_cast<double>(items.size())) {
        return failed(ErrorCode::out_of_bounds);
    }
    return items[static_cast<std::size_t>(as_real(index))];
}

} // namespace cel
