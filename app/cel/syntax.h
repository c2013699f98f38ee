// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cel/op.h"
#include "app/cel/program.h"
#include "app/cel/value.h"

#include <cstdint>
#include <string>
#include <vector>

namespace cel {

class Arena;

/// What an expression looks like, before anything is known about its names.
enum class Form : std::uint8_t {
    literal, ///< `literal`
    name,    ///< `name`
    select,  ///< parts[0].name
    has,     ///< has(parts[0].name)
    call,    ///< name(parts…)
    method,  ///< parts[0].name(parts[1]…)
    list,    ///< [parts…]
    map,     ///< {parts[0]: parts[1], …}
    apply,   ///< `op` applied to parts: operators, index, ?:, the n-ary && and ||
    loop,    ///< `op` over parts[0] with variable `name`: all, exists, map, …; parts[1] and perhaps parts[2]
};

using ExprId = std::uint32_t;

struct Expr {
    Form form = Form::literal;
    Op op = Op::constant;
    Place place;
    Place name_place;
    std::string name;
    Value literal;
    std::vector<ExprId> parts;
    std::uint32_t height = 1;
};

struct Syntax {
    std::vector<Expr> all;
    ExprId root = 0;
    std::vector<Problem> problems;
};

/// Reads the source into a tree within the options' bounds; literals' text lives in the arena.
[[nodiscard]] Syntax parse(std::string_view source, const CompileOptions& options, Arena& arena);

} // namespace cel
