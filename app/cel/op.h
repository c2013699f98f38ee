// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace cel {

/// What a node of a program does; and the operators of the syntax.
enum class Op : std::uint8_t {
    constant,
    slot,
    local,
    failure, ///< an error known when it was compiled (a name without types checked)
    all_of,  ///< &&, of any number
    any_of,  ///< ||, of any number
    negate,
    minus,
    add,
    subtract,
    multiply,
    divide,
    remainder,
    equal,
    not_equal,
    less,
    less_equal,
    greater,
    greater_equal,
    in,
    choose,
    index,
    field,  ///< of a record, by number
    select, ///< of a map or record, by name
    has_slot,
    has_field,
    has_key,
    make_list,
    make_map,
    call,
    exists,
    all,
    exists_one,
    map,
    filter,
};

/// "&&", "<=", "in", "exists", …
[[nodiscard]] std::string_view sign_of(Op op);

} // namespace cel
