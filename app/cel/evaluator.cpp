// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cel/evaluator.h"

#include "app/cel/run.h"

namespace cel {

Evaluator::Evaluator(Limits limits)
    : limits_(limits)
    , arena_(limits.memory) {}

Value Evaluator::evaluate(const Program& program, Row row, const RateTable* rates) {
    arena_.clear();
    locals_.resize(std::max(locals_.size(), program.code().locals));
    Workspace work{arena_, limits_.steps, rates};
    return Run<false>(program.code(), row, work, locals_, nullptr).whole();
}

Value Evaluator::evaluate(const Program& program, Row row, Trace& trace, const RateTable* rates) {
    arena_.clear();
    locals_.resize(std::max(locals_.size(), program.code().locals));
    Workspace work{arena_, limits_.steps, rates};
    return Run<true>(program.code(), row, work, locals_, &trace).whole();
}

} // namespace cel
