// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/probe.h"

#include "app/link/prober.h"

#include <algorithm>
#include <utility>

namespace uplink {

const char* name_of(ProbeStep step) {
    switch (step) {
    case ProbeStep::endpoint: return "endpoint";
    case ProbeStep::address: return "address";
    case ProbeStep::connection: return "connection";
    case ProbeStep::certificate: return "certificate";
    case ProbeStep::login: return "login";
    case ProbeStep::feed: return "feed";
    case ProbeStep::clock: return "clock";
    }
    return "endpoint";
}

const char* name_of(ProbeOutcome outcome) {
    switch (outcome) {
    case ProbeOutcome::passed: return "passed";
    case ProbeOutcome::failed: return "failed";
    case ProbeOutcome::skipped: return "skipped";
    }
    return "skipped";
}

bool ProbeReport::passed() const {
    return !lines.empty() && std::all_of(lines.begin(), lines.end(),
                                         [](const ProbeLine& line) { return line.outcome == ProbeOutcome::passed; });
}

void probe(const Endpoint& endpoint, const base::Clock& clock, Scheduler& scheduler, QObject* context,
           std::function<void(ProbeReport)> reply, std::function<void(ProbeLine)> progress, Milliseconds timeout) {
    auto* prober = new Prober(endpoint, clock, scheduler, timeout);
    prober->answer_to(context, std::move(reply), std::move(progress));
    prober->begin();
}

} // namespace uplink
