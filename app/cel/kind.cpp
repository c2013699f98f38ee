// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cel/kind.h"

namespace cel {

std::string_view name_of(Kind kind) {
    switch (kind) {
    case Kind::absent: return "absent";
    case Kind::error: return "error";
    case Kind::dyn: return "dyn";
    case Kind::null: return "null_type";
    case Kind::boolean: return "bool";
    case Kind::integer: return "int";
    case Kind::unsigned_integer: return "uint";
    case Kind::real: return "double";
    case Kind::string: return "string";
    case Kind::bytes: return "bytes";
    case Kind::timestamp: return "google.protobuf.Timestamp";
    case Kind::duration: return "google.protobuf.Duration";
    case Kind::money: return "money";
    case Kind::list: return "list";
    case Kind::map: return "map";
    case Kind::record: return "record";
    case Kind::type: return "type";
    }
    return {};
}

std::string_view name_of(ErrorCode code) {
    switch (code) {
    case ErrorCode::unknown_value: return "unknown_value";
    case ErrorCode::unknown_function: return "unknown_function";
    case ErrorCode::no_such_overload: return "no_such_overload";
    case ErrorCode::no_such_field: return "no_such_field";
    case ErrorCode::no_such_key: return "no_such_key";
    case ErrorCode::out_of_bounds: return "out_of_bounds";
    case ErrorCode::overflow: return "overflow";
    case ErrorCode::divide_by_zero: return "divide_by_zero";
    case ErrorCode::bad_conversion: return "bad_conversion";
    case ErrorCode::repeated_key: return "repeated_key";
    case ErrorCode::bad_pattern: return "bad_pattern";
    case ErrorCode::unknown_zone: return "unknown_zone";
    case ErrorCode::two_currencies: return "two_currencies";
    case ErrorCode::too_many_steps: return "too_many_steps";
    case ErrorCode::too_much_memory: return "too_much_memory";
    }
    return {};
}

} // namespace cel
