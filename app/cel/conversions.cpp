// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cel/conversions.h"

#include "app/cel/times.h"
#include "app/cel/utf8.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace cel {

namespace {

constexpr double two_to_63 = 9223372036854775808.0;
constexpr double two_to_64 = 18446744073709551616.0;

Value failed(ErrorCode code = ErrorCode::bad_conversion) {
    return Value::error(code);
}

template <class T>
bool read_whole(std::string_view text, T& value) {
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    return read.ec == std::errc() && read.ptr == text.data() + text.size();
}

Value to_bool(const Value& value) {
    static constexpr std::array<std::string_view, 5> yes = {"1", "t", "true", "TRUE", "True"};
    static constexpr std::array<std::string_view, 5> no = {"0", "f", "false", "FALSE", "False"};
    if (value.is(Kind::boolean)) {
        return value;
    }
    if (!value.is(Kind::string)) {
        return failed(ErrorCode::no_such_overload);
    }
    const std::string_view text = value.text();
    const bool is_yes = std::find(yes.begin(), yes.end(), text) != yes.end();
    const bool is_no = std::find(no.begin(), no.end(), text) != no.end();
    return is_yes || is_no ? Value::boolean(is_yes) : failed();
}

Value to_int(const Value& value) {
    std::int64_t number = 0;
    if (value.is(Kind::integer)) {
        return value;
    }
    if (value.is(Kind::unsigned_integer)) {
        return value.unsigned_integer() >> 63U != 0
                   ? failed(ErrorCode::overflow)
                   : Value::integer(static_cast<std::int64_t>(value.unsigned_integer()));
    }
    if (value.is(Kind::real)) {
        // Strictly inside, as CEL asks: the ends are not exact as doubles. Also refuses NaN.
        return value.real() > -two_to_63 && value.real() < two_to_63
                   ? Value::integer(static_cast<std::int64_t>(value.real()))
                   : failed(ErrorCode::overflow);
    }
    if (value.is(Kind::timestamp)) {
        return Value::integer(value.timestamp().seconds);
    }
    if (!value.is(Kind::string)) {
        return failed(ErrorCode::no_such_overload);
    }
    return read_whole(value.text(), number) ? Value::integer(number) : failed();
}

Value to_uint(const Value& value) {
    std::uint64_t number = 0;
    if (value.is(Kind::unsigned_integer)) {
        return value;
    }
    if (value.is(Kind::integer)) {
        return value.integer() < 0 ? failed(ErrorCode::overflow)
                                   : Value::unsigned_integer(static_cast<std::uint64_t>(value.integer()));
    }
    if (value.is(Kind::real)) {
        return value.real() > -1 && value.real() < two_to_64
                   ? Value::unsigned_integer(static_cast<std::uint64_t>(value.real()))
                   : failed(ErrorCode::overflow);
    }
    if (!value.is(Kind::string)) {
        return failed(ErrorCode::no_such_overload);
    }
    return read_whole(value.text(), number) ? Value::unsigned_integer(number) : failed();
}

Value to_double(const Value& value) {
    double number = 0;
    if (value.is(Kind::real)) {
        return value;
    }
    if (value.is(Kind::integer)) {
        return Value::real(static_cast<double>(value.integer()));
    }
    if (value.is(Kind::unsigned_integer)) {
        return Value::real(static_cast<double>(value.unsigned_integer()));
    }
    if (!value.is(Kind::string)) {
        return failed(ErrorCode::no_such_overload);
    }
    return read_whole(value.text(), number) ? Value::real(number) : failed();
}

Value to_string(const Value& value, Workspace& work) {
    if (value.is(Kind::string)) {
        return value;
    }
    if (value.is(Kind::bytes)) {
        if (!work.spend(value.size() / 16)) {
            return failed(ErrorCode::too_many_steps);
        }
        return is_utf8(value.text()) ? Value::string(value.text()) : failed();
    }
    if (value.is(Kind::boolean)) {
        return Value::string(value.is_true() ? "true" : "false");
    }
    if (value.is(Kind::unsigned_integer)) {
        return work.arena.string(std::to_string(value.unsigned_integer()));
    }
    if (value.is(Kind::real)) {
        std::array<char, 40> buffer{};
        const auto end = std::to_chars(buffer.begin(), buffer.end(), value.real());
        return work.arena.string({buffer.begin(), static_cast<std::size_t>(end.ptr - buffer.begin())});
    }
    const bool as_written =
        value.is(Kind::integer) || value.is(Kind::timestamp) || value.is(Kind::duration) || value.is(Kind::money);
    return as_written ? work.arena.string(to_text(value)) : failed(ErrorCode::no_such_overload);
}

Value to_timestamp(const Value& value) {
    if (value.is(Kind::timestamp)) {
        return value;
    }
    if (value.is(Kind::integer)) {
        const Timestamp moment{value.integer(), 0};
        return in_range(moment) ? Value::timestamp(moment) : failed(ErrorCode::overflow);
    }
    if (!value.is(Kind::string)) {
        return failed(ErrorCode::no_such_overload);
    }
    const auto moment = read_timestamp(value.text());
    return moment ? Value::timestamp(*moment) : failed();
}

Value to_duration(const Value& value) {
    if (value.is(Kind::duration)) {
        return value;
    }
    if (!value.is(Kind::string)) {
        return failed(ErrorCode::no_such_overload);
    }
    const auto span = read_duration(value.text());
    return span ? Value::duration(*span) : failed();
}

} // namespace

Value converted(Function to, const Value& value, Workspace& work) {
    if (to == Function::to_bytes) {
        return value.is(Kind::bytes)    ? value
               : value.is(Kind::string) ? Value::bytes(value.text())
                                        : failed(ErrorCode::no_such_overload);
    }
    return to == Function::to_bool        ? to_bool(value)
           : to == Function::to_int       ? to_int(value)
           : to == Function::to_uint      ? to_uint(value)
           : to == Function::to_double    ? to_double(value)
           : to == Function::to_string    ? to_string(value, work)
           : to == Function::to_timestamp ? to_timestamp(value)
           : to == Function::to_duration  ? to_duration(value)
                                          : failed(ErrorCode::no_such_overload);
}

Value money_from(std::span<const Value> arguments) {
    if (!arguments.front().is(Kind::string) || !arguments.back().is(Kind::string)) {
        return failed(ErrorCode::no_such_overload);
    }
    std::string_view amount = arguments.front().text();
    std::string_view code = arguments.back().text();
    if (arguments.size() == 1) {
        const std::size_t blank = amount.find(' ');
        code = blank == std::string_view::npos ? std::string_view() : amount.substr(blank + 1);
        amount = amount.substr(0, blank);
    }
    const auto currency = domain::Currency::from_code(code);
    if (!currency) {
        return failed();
    }
    const auto money = domain::from_decimal(amount, *currency);
    return money ? Value::money(*money) : failed();
}

} // namespace cel
