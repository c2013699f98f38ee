// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/policy/verdict_parts.h"

#include <algorithm>

namespace policy {

using domain::TraceStep;

std::vector<TraceStep> steps_of(const cel::Trace& trace, const cel::Program& program) {
    std::vector<TraceStep> all;
    for (const cel::Step& step : trace.steps(program)) {
        if (step.literal) {
            continue;
        }
        const bool skipped = step.outcome == cel::Step::Outcome::skipped;
        TraceStep one;
        one.text = program.source().substr(step.place.begin, step.place.end - step.place.begin);
        one.depth = step.depth;
        one.outcome = skipped                                     ? TraceStep::Outcome::skipped
                      : step.outcome == cel::Step::Outcome::error ? TraceStep::Outcome::error
                                                                  : TraceStep::Outcome::value;
        one.value = domain::UntrustedText(skipped ? std::string() : cel::to_text(step.value, most_text));
        one.rate = step.rate;
        all.push_back(std::move(one));
    }
    return all;
}

void find_missing(const Case& one, domain::Verdict& verdict) {
    const domain::Subject& order = one.version.subject;
    const auto missing = [&](const char* what, const std::string& id) {
        verdict.missing.emplace_back(std::string(what) + " " + id);
    };
    if (one.facts.agent == nullptr) {
        missing("agent", order.agent.bytes());
    }
    if (order.mandate && one.facts.mandate == nullptr) {
        missing("mandate", order.mandate->bytes());
    }
    if (order.contract && one.facts.contract == nullptr) {
        missing("contract", order.contract->bytes());
    }
    for (std::size_t index = 0; index < std::min(order.lines.size(), one.facts.lines.size()); ++index) {
        const auto& own = order.lines[index].contract;
        const auto* what = own && one.facts.lines[index].contract == nullptr ? &own->bytes() : nullptr;
        const domain::UntrustedText record(what == nullptr ? std::string() : "contract " + *what);
        if (what != nullptr &&
            std::find(verdict.missing.begin(), verdict.missing.end(), record) == verdict.missing.end()) {
            missing("contract", *what);
        }
    }
}

} // namespace policy
