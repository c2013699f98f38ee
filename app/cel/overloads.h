// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cel/functions.h"
#include "app/cel/op.h"

#include <optional>
#include <span>
#include <vector>

namespace cel {

/// The type of `left op right`, or nothing when there is no such operator. Operators: arithmetic, relations, in.
[[nodiscard]] std::optional<Type> result_of(Op op, const Type& left, const Type& right);

/// The type of `operand[index]`, or nothing.
[[nodiscard]] std::optional<Type> indexed(const Type& operand, const Type& index);

/// What is known of a call from its name and the types of its arguments (the receiver first).
struct Resolved {
    const Signature* signature = nullptr; ///< the first that fits
    Type result;                          ///< dyn when several fit and differ
    bool known = false;                   ///< there is a function of this name
};
[[nodiscard]] Resolved resolve(std::string_view name, bool method, std::span<const Type> arguments);

/// The candidate that looks most like the word, or empty when none does.
[[nodiscard]] std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

} // namespace cel
