// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cel/operations.h"
#include "app/cel/rates.h"
#include "app/cel/times.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace cel {

namespace {

Value failed(ErrorCode code) {
    return Value::error(code);
}

template <class T>
Value made(T value) {
    if constexpr (std::is_same_v<T, std::int64_t>) {
        return Value::integer(value);
    } else {
        return Value::unsigned_integer(value);
    }
}

template <class T>
Value calculate_whole(Op op, T left, T right) {
    T result = 0;
    if (op == Op::divide || op == Op::remainder) {
        if (right == 0) {
            return failed(ErrorCode::divide_by_zero);
        }
        if (std::is_signed_v<T> && left == std::numeric_limits<T>::min() && right == static_cast<T>(-1)) {
            return op == Op::divide ? failed(ErrorCode::overflow) : made(T{0});
        }
        return made(op == Op::divide ? static_cast<T>(left / right) : static_cast<T>(left % right));
    }
    const bool over = op == Op::add        ? __builtin_add_overflow(left, right, &result)
                      : op == Op::subtract ? __builtin_sub_overflow(left, right, &result)
                                           : __builtin_mul_overflow(left, right, &result);
    return over ? failed(ErrorCode::overflow) : made(result);
}

Value calculate_real(Op op, double left, double right) {
    if (op == Op::remainder) {
        return failed(ErrorCode::no_such_overload);
    }
    return Value::real(op == Op::add        ? left + right
                       : op == Op::subtract ? left - right
                       : op == Op::multiply ? left * right
                                            : left / right);
}

Value calculate_money(Op op, const domain::Money& left, domain::Money right, Workspace& work) {
    if (op != Op::add && op != Op::subtract) {
        return failed(ErrorCode::no_such_overload);
    }
    if (left.currency != right.currency) {
        const Rate* rate = work.rates == nullptr ? nullptr : work.rates->find(left.currency, right.currency);
        if (rate == nullptr) {
            return failed(ErrorCode::two_currencies);
        }
        work.rate_used = rate;
        const auto converted = convert(right, *rate);
        if (!converted) {
            return failed(ErrorCode::overflow);
        }
        right = *converted;
    }
    const auto result = op == Op::add ? domain::add(left, right) : domain::subtract(left, right);
    return result ? Value::money(*result) : failed(ErrorCode::overflow);
}

Value multiply_money(const domain::Money& amount, std::int64_t factor) {
    const auto result = domain::multiply(amount, factor);
    return result ? Value::money(*result) : failed(ErrorCode::overflow);
}

Value joined_text(const Value& left, const Value& right, Workspace& work) {
    const std::size_t size = left.text().size() + right.text().size();
    if (!work.spend(size / 64)) {
        return failed(ErrorCode::too_many_steps);
    }
    char* const place = work.arena.bytes(size);
    if (place == nullptr) {
        return failed(ErrorCode::too_much_memory);
    }
    char* const middle = std::copy(left.text().begin(), left.text().end(), place);
    std::copy(right.text().begin(), right.text().end(), middle);
    return left.is(Kind::string) ? Value::string({place, size}) : Value::bytes({place, size});
}

Value joined_lists(const Value& left, const Value& right, Workspace& work) {
    const std::size_t size = left.items().size() + right.items().size();
    if (!work.spend(size)) {
        return failed(ErrorCode::too_many_steps);
    }
    Value* const place = work.arena.values(size);
    if (place == nullptr) {
        return failed(ErrorCode::too_much_memory);
    }
    Value* const middle = std::copy(left.items().begin(), left.items().end(), place);
    std::copy(right.items().begin(), right.items().end(), middle);
    return Value::list({place, size});
}

Value from(std::optional<Timestamp> moment) {
    return moment ? Value::timestamp(*moment) : failed(ErrorCode::overflow);
}

Value from(std::optional<std::chrono::nanoseconds> span) {
    return span ? Value::duration(*span) : failed(ErrorCode::overflow);
}

/// -span, which the lowest has not.
std::optional<std::chrono::nanoseconds> turned(std::chrono::nanoseconds span) {
    return span == std::chrono::nanoseconds::min() ? std::nullopt : std::optional(-span);
}

Value calculate_times(Op op, const Value& left, const Value& right) {
    if (op != Op::add && op != Op::subtract) {
        return failed(ErrorCode::no_such_overload);
    }
    const bool add = op == Op::add;
    if (left.is(Kind::duration) && right.is(Kind::duration)) {
        const Value sum = calculate_whole(op, left.integer(), right.integer());
        return sum.is_error() ? sum : Value::duration(std::chrono::nanoseconds(sum.integer()));
    }
    if (left.is(Kind::timestamp) && right.is(Kind::timestamp)) {
        return add ? failed(ErrorCode::no_such_overload) : from(between(left.timestamp(), right.timestamp()));
    }
    if (left.is(Kind::duration) && right.is(Kind::timestamp) && add) {
        return from(shifted(right.timestamp(), left.duration()));
    }
    if (left.is(Kind::timestamp) && right.is(Kind::duration)) {
        const auto span = add ? std::optional(right.duration()) : turned(right.duration());
        return span ? from(shifted(left.timestamp(), *span)) : failed(ErrorCode::overflow);
    }
    return failed(ErrorCode::no_such_overload);
}

Value calculate_same(Op op, const Value& left, const Value& right, Workspace& work) {
    switch (left.kind()) {
    case Kind::integer: return calculate_whole(op, left.integer(), right.integer());
    case Kind::unsigned_integer: return calculate_whole(op, left.unsigned_integer(), right.unsigned_integer());
    case Kind::real: return calculate_real(op, left.real(), right.real());
    case Kind::money: return calculate_money(op, left.money(), right.money(), work);
    case Kind::string:
    case Kind::bytes: return op == Op::add ? joined_text(left, right, work) : failed(ErrorCode::no_such_overload);
    case Kind::list: return op == Op::add ? joined_lists(left, right, work) : failed(ErrorCode::no_such_overload);
    case Kind::timestamp:
    case Kind::duration: return calculate_times(op, left, right);
    case Kind::absent:
    case Kind::error:
    case Kind::dyn:
    case Kind::null:
    case Kind::boolean:
    case Kind::map:
    case Kind::record:
    case Kind::type: break;
    }
    return failed(ErrorCode::no_such_overload);
}

} // namespace

Value calculate(Op op, const Value& left, const Value& right, Workspace& work) {
    if (left.kind() == right.kind()) {
        return calculate_same(op, left, right, work);
    }
    if (op == Op::multiply && left.is(Kind::money) && right.is(Kind::integer)) {
        return multiply_money(left.money(), right.integer());
    }
    if (op == Op::multiply && left.is(Kind::integer) && right.is(Kind::money)) {
        return multiply_money(right.money(), left.integer());
    }
    return calculate_times(op, left, right);
}

Value negative(const Value& operand) {
    if (operand.is(Kind::integer)) {
        return calculate_whole(Op::subtract, std::int64_t{0}, operand.integer());
    }
    if (operand.is(Kind::real)) {
        return Value::real(-operand.real());
    }
    return operand.is(Kind::money) ? multiply_money(operand.money(), -1) : failed(ErrorCode::no_such_overload);
}

} // namespace cel
