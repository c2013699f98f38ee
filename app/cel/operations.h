// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cel/arena.h"
#include "app/cel/functions.h"
#include "app/cel/op.h"
#include "app/cel/pattern.h"

#include <span>

namespace cel {

struct Rate;
struct RateTable;

/// What operators need beside their operands.
struct Workspace {
    Arena& arena;
    std::size_t steps = 0; ///< still allowed
    const RateTable* rates = nullptr;
    const Rate* rate_used = nullptr; ///< by the last operation

    /// False when the work is more than what is left.
    [[nodiscard]] bool spend(std::size_t work) {
        if (steps < work) {
            steps = 0;
            return false;
        }
        steps -= work;
        return true;
    }
};

// Each gives a value, or an error without a place; operands are never errors.

/// + - * / %
[[nodiscard]] Value calculate(Op op, const Value& left, const Value& right, Workspace& work);
/// Unary minus.
[[nodiscard]] Value negative(const Value& operand);
/// < <= > >= == !=
[[nodiscard]] Value relate(Op op, const Value& left, const Value& right, Workspace& work);
/// Whether they are equal: a boolean, or an error. Numbers of two kinds compare by what they are worth, other values of
/// two kinds are not equal.
[[nodiscard]] Value equality(const Value& left, const Value& right, Workspace& work, int depth = 0);
/// left in right
[[nodiscard]] Value contained(const Value& left, const Value& right, Workspace& work);
/// operand[index]
[[nodiscard]] Value element(const Value& operand, const Value& index, Workspace& work);
/// The value of a map's entry, or absent.
[[nodiscard]] Value entry_of(const Value& map, const Value& key, Workspace& work);
/// A call. `pattern`: compiled beforehand for matches(), or nullptr.
[[nodiscard]] Value call(Function function, std::span<const Value> arguments, const Pattern* pattern, Workspace& work);

} // namespace cel
