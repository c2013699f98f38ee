// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cel/program.h"
#include "app/cel/value.h"

#include <cstdint>
#include <string>
#include <vector>

namespace cel {

struct Rate;
struct RateTable;

/// What one sub-expression came to.
struct Step {
    enum class Outcome : std::uint8_t {
        value,
        error,
        skipped, ///< not looked at, because the other side decided
    };
    Place place;   ///< of the sub-expression in the source
    int depth = 0; ///< 0: the whole expression
    Outcome outcome = Outcome::skipped;
    bool literal = false; ///< a constant of the source: it needs no explanation
    /// Inside of all, exists, map, …: how often it was evaluated; `value` is that of the item that decided, or the
    /// last.
    std::uint32_t times = 0;
    Value value;
    std::string rate; ///< the rate that joined two currencies here, or empty
};

/// What every sub-expression of one evaluation saw. Filled by Evaluator, used again and again; its values are views
/// that live until the evaluator's next evaluation.
template <bool kept>
class Recorder;

class Trace {
public:
    /// The steps in reading order: each expression before its parts, parts from left to right.
    [[nodiscard]] std::vector<Step> steps(const Program& program) const;

private:
    template <bool kept>
    friend class Recorder;
    struct Seen {
        Value value;
        std::uint32_t times = 0;
    };
    struct RateUsed {
        std::uint32_t node = 0;
        std::string text;
    };
    std::vector<Seen> seen_; ///< by node
    std::vector<RateUsed> rates_;
};

} // namespace cel
