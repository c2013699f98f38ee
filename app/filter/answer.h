// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cel/value.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace filter {

/// What a condition says of a row. Beyond no and yes: bits of why it says nothing, so that no row is left out silently.
using Answer = std::uint8_t;
inline constexpr Answer no = 0;
inline constexpr Answer yes = 1;
inline constexpr Answer no_value = 2;       ///< the row has nothing in a column that was asked for
inline constexpr Answer not_comparable = 4; ///< amounts of two currencies
inline constexpr Answer failed = 8;         ///< anything else (a number beyond 64 bits, …)

/// CEL's logic: what decides absorbs what cannot be said; otherwise the reasons of both stay.
[[nodiscard]] inline Answer both(Answer left, Answer right) {
    const auto one = static_cast<Answer>(left | right);
    const auto undecided = static_cast<Answer>(one > yes ? one & ~yes : yes);
    return static_cast<Answer>(unsigned{undecided} * unsigned((left != no) & (right != no)));
}
[[nodiscard]] inline Answer either(Answer left, Answer right) {
    const auto one = static_cast<Answer>(left | right);
    return left == yes || right == yes ? yes : static_cast<Answer>(one & ~yes);
}
[[nodiscard]] inline Answer opposite(Answer answer) {
    return answer > yes ? answer : static_cast<Answer>(answer ^ yes);
}

/// An evaluated condition as an answer.
[[nodiscard]] Answer answer_of(const cel::Value& value);

/// How many rows got which answer. A row that lacks a value and also compares two currencies counts as the latter.
struct Counts {
    std::size_t all = 0;
    std::size_t passing = 0;
    std::size_t without_value = 0;
    std::size_t not_comparable = 0;
    std::size_t failed = 0;
    friend bool operator==(const Counts&, const Counts&) = default;
};

void count(Answer answer, Counts& counts);
[[nodiscard]] Counts counted(std::span<const Answer> answers);

/// Which rows a person wants to see of a condition: those that pass, or those that it cannot speak of.
enum class Shown { passing, incomparable };
[[nodiscard]] bool is_shown(Answer answer, Shown shown);

} // namespace filter
