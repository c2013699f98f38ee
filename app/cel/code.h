// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cel/arena.h"
#include "app/cel/functions.h"
#include "app/cel/op.h"
#include "app/cel/pattern.h"
#include "app/cel/program.h"

#include <cstdint>
#include <string>
#include <vector>

namespace cel {

using NodeId = std::uint32_t;
constexpr NodeId no_node = ~NodeId{0};

/// One operation. What a, b and c are depends on `op`:
/// constant: constant; slot, has_slot: slot; local: local; failure: error code
/// unary: operand; binary, index, in: left, right; choose: condition, yes, no
/// field, has_field: operand, number; select, has_key: operand, name
/// all_of, any_of, make_list, make_map, call: first operand in `operands`, count (call: c = pattern + 1, 0 for none)
/// exists, all, exists_one, filter: range, condition; map: range, condition or no_node, value; `local` the variable
struct Node {
    Op op = Op::constant;
    Function function = Function::size;
    std::uint16_t local = 0;
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    std::uint32_t c = 0;
};

/// What the trace has to know of a node; evaluation needs the place only for errors.
struct NodeInfo {
    Place place;
    std::uint16_t depth = 0;
    bool literal = false;
    NodeId first = 0; ///< its parts are the nodes from here up to it
};

/// What a Program holds: nodes, operands before what uses them. Immutable once compiled.
struct Code {
    std::string source;
    Type type;
    Arena arena; ///< what constants look at
    std::vector<Node> nodes;
    std::vector<NodeInfo> infos;
    std::vector<NodeId> operands;
    std::vector<Value> constants;
    std::vector<std::string> names;
    std::vector<Pattern> patterns;
    std::vector<Slot> slots;
    NodeId root = 0;
    std::size_t locals = 0;
};

} // namespace cel
