// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cel/type.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace cel {

/// What a call does; one for all overloads of a name.
enum class Function : std::uint8_t {
    size,
    contains,
    starts_with,
    ends_with,
    matches,
    lower_ascii,
    upper_ascii,
    trim,
    to_bool,
    to_int,
    to_uint,
    to_double,
    to_string,
    to_bytes,
    to_timestamp,
    to_duration,
    to_dyn,
    type_of,
    to_money,
    currency,
    minor_units,
    absolute,
    exchanged,
    full_year,
    month,
    day_of_month,
    date,
    day_of_week,
    day_of_year,
    hours,
    minutes,
    seconds,
    milliseconds,
};

/// One way to call a function.
struct Signature {
    std::string_view name;
    Function function;
    bool method; ///< the first parameter stands in front of the dot
    std::vector<Type> parameters;
    Type result;
    std::string_view description; ///< one line, English
};

/// Every signature, those of one name together.
[[nodiscard]] const std::vector<Signature>& signatures();

/// "startsWith(string) -> bool", with the receiver left out.
[[nodiscard]] std::string to_text(const Signature& signature);

/// The type that a name stands for in expressions ("int", "list", "google.protobuf.Duration"), or absent.
[[nodiscard]] Kind type_named(std::string_view name);

} // namespace cel
