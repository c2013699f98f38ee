// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/filter/answer.h"

#include "app/filter/column.h"

#include <array>

namespace filter {

cel::Kind kind_of(What what) {
    switch (what) {
    case What::text:
    case What::choice: return cel::Kind::string;
    case What::rank:
    case What::number: return cel::Kind::integer;
    case What::money: return cel::Kind::money;
    case What::time: return cel::Kind::timestamp;
    case What::span: return cel::Kind::duration;
    case What::flag: return cel::Kind::boolean;
    }
    return cel::Kind::dyn;
}

Answer answer_of(const cel::Value& value) {
    if (!value.is_error()) {
        return value.is_true() ? yes : (value.is_false() ? no : failed);
    }
    switch (value.error()) {
    case cel::ErrorCode::unknown_value: return no_value;
    case cel::ErrorCode::two_currencies: return not_comparable;
    case cel::ErrorCode::unknown_function:
    case cel::ErrorCode::no_such_overload:
    case cel::ErrorCode::no_such_field:
    case cel::ErrorCode::no_such_key:
    case cel::ErrorCode::out_of_bounds:
    case cel::ErrorCode::overflow:
    case cel::ErrorCode::divide_by_zero:
    case cel::ErrorCode::bad_conversion:
    case cel::ErrorCode::repeated_key:
    case cel::ErrorCode::bad_pattern:
    case cel::ErrorCode::unknown_zone:
    case cel::ErrorCode::too_many_steps:
    case cel::ErrorCode::too_much_memory: return failed;
    }
    return failed;
}

void count(Answer answer, Counts& counts) {
    ++counts.all;
    if (answer <= yes) {
        counts.passing += answer;
    } else if ((answer & failed) != 0) {
        ++counts.failed;
    } else if ((answer & not_comparable) != 0) {
        ++counts.not_comparable;
    } else {
        ++counts.without_value;
    }
}

Counts counted(std::span<const Answer> answers) {
    // How often each answer comes, so that the common case has no branches.
    std::array<std::size_t, 16> times{};
    for (const Answer answer : answers) {
        ++times[answer & 15U];
    }
    Counts counts;
    for (std::size_t answer = 0; answer < times.size(); ++answer) {
        Counts one;
        count(static_cast<Answer>(answer), one);
        counts.all += times[answer];
        counts.passing += times[answer] * one.passing;
        counts.without_value += times[answer] * one.without_value;
        counts.not_comparable += times[answer] * one.not_comparable;
        counts.failed += times[answer] * one.failed;
    }
    return counts;
}

bool is_shown(Answer answer, Shown shown) {
    switch (shown) {
    case Shown::passing: return answer == yes;
    case Shown::incomparable: return (answer & (not_comparable | failed)) != 0;
    }
    return false;
}

} // namespace filter
