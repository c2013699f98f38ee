// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cel/arena.h"
#include "app/cel/program.h"
#include "app/cel/trace.h"

#include <span>

namespace cel {

struct RateTable;

/// The values of one row, by slot. Shorter than the environment: the rest is absent.
using Row = std::span<const Value>;

/// Bounds of one evaluation; reaching one is an error that nothing absorbs.
struct Limits {
    std::size_t steps = 200'000; ///< nodes, items and 64-byte pieces of text looked at
    std::size_t memory = 1024U * 1024U;
};

/// Evaluates programs over rows, one after the other, for one thread; keeps its memory between evaluations. Every
/// evaluation ends, within its limits, in a value or an error; nothing throws.
class Evaluator {
public:
    explicit Evaluator(Limits limits = {});

    /// What the program says of the row. The value may look at the row, the program and this evaluator's memory: valid
    /// until the next evaluation. `rates`: the dated table that joins currencies; nullptr: they never compare.
    [[nodiscard]] Value evaluate(const Program& program, Row row, const RateTable* rates = nullptr);

    /// The same, and what every sub-expression saw.
    [[nodiscard]] Value evaluate(const Program& program, Row row, Trace& trace, const RateTable* rates = nullptr);

private:
    Limits limits_;
    Arena arena_;
    std::vector<Value> locals_;
};

} // namespace cel
