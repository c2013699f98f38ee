// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cel/trace.h"

#include "app/cel/code.h"

#include <algorithm>

namespace cel {

std::vector<Step> Trace::steps(const Program& program) const {
    const Code& code = program.code();
    std::vector<Step> steps;
    if (seen_.size() != code.nodes.size()) {
        return steps; // of another program
    }
    steps.reserve(seen_.size());
    for (NodeId id = 0; id < seen_.size(); ++id) {
        const Seen& seen = seen_[id];
        const Step::Outcome outcome = seen.value.is(Kind::absent) ? Step::Outcome::skipped
                                      : seen.value.is_error()     ? Step::Outcome::error
                                                                  : Step::Outcome::value;
        steps.push_back(
            {code.infos[id].place, code.infos[id].depth, outcome, code.infos[id].literal, seen.times, seen.value, {}});
    }
    for (const RateUsed& used : rates_) {
        steps[used.node].rate = used.text;
    }
    std::stable_sort(steps.begin(), steps.end(), [](const Step& left, const Step& right) {
        return left.place.begin != right.place.begin ? left.place.begin < right.place.begin : left.depth < right.depth;
    });
    return steps;
}

} // namespace cel
