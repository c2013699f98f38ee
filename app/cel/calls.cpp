// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cel/conversions.h"
#include "app/cel/operations.h"
#include "app/cel/rates.h"
#include "app/cel/times.h"
#include "app/cel/utf8.h"

#include <algorithm>
#include <array>

namespace cel {

namespace {

Value failed(ErrorCode code) {
    return Value::error(code);
}

Value size_of(const Value& value, Workspace& work) {
    if (value.is(Kind::string)) {
        return work.spend(value.size() / 64) ? Value::integer(static_cast<std::int64_t>(code_points(value.text())))
                                             : failed(ErrorCode::too_many_steps);
    }
    const bool sized = value.is(Kind::bytes) || value.is(Kind::list) || value.is(Kind::map);
    return sized ? Value::integer(value.size()) : failed(ErrorCode::no_such_overload);
}

Value match(const Value& text, const Value& expression, const Pattern* pattern, Workspace& work) {
    std::optional<Pattern> made;
    if (pattern == nullptr) {
        if (!work.spend(expression.size() * 4)) {
            return failed(ErrorCode::too_many_steps);
        }
        made = Pattern::compile(expression.text());
        if (!made) {
            return failed(ErrorCode::bad_pattern);
        }
        pattern = &*made;
    }
    if (!work.spend(pattern->weight() / 8 + std::size_t{text.size()} * pattern->weight() / 64)) {
        return failed(ErrorCode::too_many_steps);
    }
    return Value::boolean(pattern->matches(text.text()));
}

Value text_call(Function function, const Value& text, const Value& other, const Pattern* pattern, Workspace& work) {
    if (!text.is(Kind::string) || !other.is(Kind::string)) {
        return failed(ErrorCode::no_such_overload);
    }
    if (function == Function::matches) {
        return match(text, other, pattern, work);
    }
    // A search compares, at worst, the part at every place.
    const std::size_t worst =
        function == Function::contains ? std::size_t{text.size()} * (other.size() / 64 + 1) : std::size_t{other.size()};
    if (!work.spend(worst / 64)) {
        return failed(ErrorCode::too_many_steps);
    }
    const std::string_view whole = text.text();
    return Value::boolean(function == Function::contains      ? whole.find(other.text()) != std::string_view::npos
                          : function == Function::starts_with ? whole.starts_with(other.text())
                                                              : whole.ends_with(other.text()));
}

Value changed_text(Function function, const Value& text, Workspace& work) {
    if (!text.is(Kind::string)) {
        return failed(ErrorCode::no_such_overload);
    }
    if (!work.spend(text.size() / 16)) {
        return failed(ErrorCode::too_many_steps);
    }
    if (function == Function::trim) {
        const std::string_view whole = text.text();
        const std::size_t first = whole.find_first_not_of(" \t\n\r\f\v");
        const std::size_t last = whole.find_last_not_of(" \t\n\r\f\v");
        return Value::string(first == std::string_view::npos ? whole.substr(0, 0)
                                                             : whole.substr(first, last - first + 1));
    }
    char* const place = work.arena.bytes(text.size());
    if (place == nullptr) {
        return failed(ErrorCode::too_much_memory);
    }
    const bool lower = function == Function::lower_ascii;
    std::transform(text.text().begin(), text.text().end(), place, [lower](char c) {
        const bool change = lower ? c >= 'A' && c <= 'Z' : c >= 'a' && c <= 'z';
        return change ? static_cast<char>(c ^ 0x20) : c;
    });
    return Value::string({place, text.size()});
}

Value part_of(Function function, const TimeParts& parts) {
    const std::array<std::pair<Function, std::int64_t>, 10> all = {{{Function::full_year, parts.year},
                                                                    {Function::month, parts.month},
                                                                    {Function::day_of_month, parts.day_of_month},
                                                                    {Function::date, parts.date},
                                                                    {Function::day_of_week, parts.day_of_week},
                                                                    {Function::day_of_year, parts.day_of_year},
                                                                    {Function::hours, parts.hours},
                                                                    {Function::minutes, parts.minutes},
                                                                    {Function::seconds, parts.seconds},
                                                                    {Function::milliseconds, parts.milliseconds}}};
    const auto found =
        std::find_if(all.begin(), all.end(), [function](const auto& one) { return one.first == function; });
    return found == all.end() ? failed(ErrorCode::no_such_overload) : Value::integer(found->second);
}

Value span_part(Function function, std::chrono::nanoseconds span) {
    using namespace std::chrono;
    if (function == Function::hours) {
        return Value::integer(duration_cast<hours>(span).count());
    }
    if (function == Function::minutes) {
        return Value::integer(duration_cast<minutes>(span).count());
    }
    if (function == Function::seconds) {
        return Value::integer(duration_cast<seconds>(span).count());
    }
    return function == Function::milliseconds ? Value::integer(duration_cast<milliseconds>(span).count() % 1000)
                                              : failed(ErrorCode::no_such_overload);
}

Value time_call(Function function, std::span<const Value> arguments, Workspace& work) {
    const Value& operand = arguments.front();
    if (operand.is(Kind::duration) && arguments.size() == 1) {
        return span_part(function, operand.duration());
    }
    if (!operand.is(Kind::timestamp)) {
        return failed(ErrorCode::no_such_overload);
    }
    int offset = 0;
    if (arguments.size() > 1) {
        // Opening a zone costs a good deal more than a step.
        if (!arguments[1].is(Kind::string) || !work.spend(100)) {
            return failed(arguments[1].is(Kind::string) ? ErrorCode::too_many_steps : ErrorCode::no_such_overload);
        }
        const auto found = offset_at(operand.timestamp(), arguments[1].text());
        if (!found) {
            return failed(ErrorCode::unknown_zone);
        }
        offset = *found;
    }
    return part_of(function, parts_of(operand.timestamp(), offset));
}

Value exchange(const Value& amount, const Value& code, Workspace& work) {
    if (!amount.is(Kind::money) || !code.is(Kind::string)) {
        return failed(ErrorCode::no_such_overload);
    }
    const auto currency = domain::Currency::from_code(code.text());
    if (!currency) {
        return failed(ErrorCode::bad_conversion);
    }
    if (amount.money().currency == *currency) {
        return amount;
    }
    const Rate* rate = work.rates == nullptr ? nullptr : work.rates->find(amount.money().currency, *currency);
    if (rate == nullptr) {
        return failed(ErrorCode::two_currencies);
    }
    work.rate_used = rate;
    const auto converted = convert(amount.money(), *rate);
    return converted ? Value::money(*converted) : failed(ErrorCode::overflow);
}

Value money_call(Function function, std::span<const Value> arguments, Workspace& work) {
    const Value& amount = arguments.front();
    if (function == Function::exchanged) {
        return exchange(amount, arguments[1], work);
    }
    if (!amount.is(Kind::money)) {
        return failed(ErrorCode::no_such_overload);
    }
    if (function == Function::currency) {
        return work.arena.string(amount.money().currency.code());
    }
    if (function == Function::minor_units) {
        return Value::integer(amount.integer());
    }
    return amount.integer() < 0 ? negative(amount) : amount;
}

} // namespace

Value call(Function function, std::span<const Value> arguments, const Pattern* pattern, Workspace& work) {
    switch (function) {
    case Function::size: return size_of(arguments.front(), work);
    case Function::contains:
    case Function::starts_with:
    case Function::ends_with:
    case Function::matches: return text_call(function, arguments[0], arguments[1], pattern, work);
    case Function::lower_ascii:
    case Function::upper_ascii:
    case Function::trim: return changed_text(function, arguments.front(), work);
    case Function::to_bool:
    case Function::to_int:
    case Function::to_uint:
    case Function::to_double:
    case Function::to_string:
    case Function::to_bytes:
    case Function::to_timestamp:
    case Function::to_duration: return converted(function, arguments.front(), work);
    case Function::to_dyn: return arguments.front();
    case Function::type_of: return Value::type(arguments.front().kind());
    case Function::to_money: return money_from(arguments);
    case Function::currency:
    case Function::minor_units:
    case Function::absolute:
    case Function::exchanged: return money_call(function, arguments, work);
    case Function::full_year:
    case Function::month:
    case Function::day_of_month:
    case Function::date:
    case Function::day_of_week:
    case Function::day_of_year:
    case Function::hours:
    case Function::minutes:
    case Function::seconds:
    case Function::milliseconds: return time_call(function, arguments, work);
    }
    return failed(ErrorCode::no_such_overload);
}

} // namespace cel
