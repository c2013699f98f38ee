// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace cel {

/// What a value is, and what a type speaks of. `absent` and `error` are kinds of values only, `dyn` of types only.
enum class Kind : std::uint8_t {
    absent, ///< a slot of the row that nobody filled: reading it is the error unknown_value, has() says false
    error,
    dyn, ///< any kind: known only when it is evaluated
    null,
    boolean,
    integer,
    unsigned_integer,
    real,
    string,
    bytes,
    timestamp,
    duration,
    money, ///< not in CEL: domain::Money, exact, with its currency
    list,
    map,
    record, ///< named fields of a known shape, as CEL's messages are
    type,
};

/// The name that expressions use: "int", "null_type", "google.protobuf.Timestamp", …
[[nodiscard]] std::string_view name_of(Kind kind);

/// Why an evaluation has no value. CEL's errors, and three of our own.
enum class ErrorCode : std::uint8_t {
    unknown_value,    ///< a slot without a value, or a name that nobody declared
    unknown_function, ///< only where types were not checked
    no_such_overload, ///< the operands' kinds do not fit the operator or function
    no_such_field,
    no_such_key,
    out_of_bounds, ///< an index outside of its list
    overflow,      ///< beyond 64 bits, or a time outside of the years 1 to 9999
    divide_by_zero,
    bad_conversion, ///< text that is no number, time, duration, amount, …
    repeated_key,
    bad_pattern,
    unknown_zone,
    two_currencies, ///< ours: amounts of two currencies, and no rate that joins them
    too_many_steps, ///< ours: the limit of work was reached; never absorbed by && and ||
    too_much_memory ///< ours: as too_many_steps
};

/// Lower snake case, e.g. "divide_by_zero".
[[nodiscard]] std::string_view name_of(ErrorCode code);

/// A range of bytes in the source of an expression.
struct Place {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    friend bool operator==(const Place&, const Place&) = default;
};

} // namespace cel
