// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/command.h"
#include "app/handover/remote_access.h"
#include "app/ports/decisions.h"

namespace ctl {

/// Asks for the person's own view of an order where the policy wants it first, as the console does: without one the
/// agent's words stay covered and nothing is approved.
class OwnViewGate {
public:
    /// `keeper` null: the record is ours, and `decisions` write.
    OwnViewGate(Context& context, ports::Decisions& decisions, handover::RemoteAccess* keeper)
        : context_(context)
        , decisions_(decisions)
        , keeper_(keeper) {}

    /// Notes what --view says. Faults: invalid_argument (a view is wanted before this verb and none is given; the facts
    /// are on the terminal), and those of reading and writing the record.
    [[nodiscard]] base::Done pass(const ports::Draft& draft);
    /// Whether the agent's own words are still to be covered.
    [[nodiscard]] bool is_covered() const { return covered_; }

private:
    [[nodiscard]] base::Done note(const ports::Draft& draft, const domain::PersonId& person, domain::OwnView view);
    [[nodiscard]] base::Done hand_over(const ports::OwnViewDraft& draft, const domain::PersonId& person);
    void show_facts(const ports::CaseFile& file);

    Context& context_;
    ports::Decisions& decisions_;
    handover::RemoteAccess* keeper_;
    bool covered_ = false;
};

} // namespace ctl
