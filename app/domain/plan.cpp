// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/plan.h"

namespace domain {

PlanState state_of(const Plan& plan) {
    std::size_t done = 0;
    std::size_t failed = 0;
    std::size_t open = 0;
    bool begun = false;
    for (const Step& step : plan.steps) {
        switch (step.state) {
        case StepState::planned: ++open; break;
        case StepState::running:
            ++open;
            begun = true;
            break;
        case StepState::done: ++done; break;
        case StepState::failed: ++failed; break;
        case StepState::skipped: break;
        }
    }
    if (done + failed == 0 && !begun) {
        return PlanState::planned;
    }
    if (failed > 0) {
        return done > 0 ? PlanState::partly_undone : PlanState::failed;
    }
    return open > 0 ? PlanState::running : PlanState::undone;
}

} // namespace domain
