// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cel/op.h"

namespace cel {

std::string_view sign_of(Op op) {
    switch (op) {
    case Op::constant:
    case Op::slot:
    case Op::local:
    case Op::failure: return "name";
    case Op::all_of: return "&&";
    case Op::any_of: return "||";
    case Op::negate: return "!";
    case Op::minus:
    case Op::subtract: return "-";
    case Op::add: return "+";
    case Op::multiply: return "*";
    case Op::divide: return "/";
    case Op::remainder: return "%";
    case Op::equal: return "==";
    case Op::not_equal: return "!=";
    case Op::less: return "<";
    case Op::less_equal: return "<=";
    case Op::greater: return ">";
    case Op::greater_equal: return ">=";
    case Op::in: return "in";
    case Op::choose: return "?:";
    case Op::index: return "[]";
    case Op::field:
    case Op::select: return ".";
    case Op::has_slot:
    case Op::has_field:
    case Op::has_key: return "has";
    case Op::make_list: return "list";
    case Op::make_map: return "map";
    case Op::call: return "call";
    case Op::exists: return "exists";
    case Op::all: return "all";
    case Op::exists_one: return "exists_one";
    case Op::map: return "map";
    case Op::filter: return "filter";
    }
    return {};
}

} // namespace cel
