// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/domain/decision.h"
#include "app/domain/roster.h"
#include "app/record/policy_step.h"
#include "app/record/published.h"
#include "app/store/rows.h"

#include <cstdint>
#include <vector>

namespace handover {

/// Write access to a store, whoever keeps it: the lock is ours, or the keeper writes for us. Every call blocks until
/// its work is durable (reevectl has no event loop to wait in). Faults: those of record::Recorder; besides, for the
/// keeper's: unreachable (it went away: what was asked may or may not be durable; the same may be asked again, because
/// events, decisions and rosters are recognised), unsupported (a keeper of another version).
class Access {
public:
    virtual ~Access() = default;

    [[nodiscard]] virtual base::Result<record::Counts> append(const std::vector<record::Frame>& frames) = 0;
    [[nodiscard]] virtual base::Result<store::BatchRow> begin_batch(const domain::SourceId& source,
                                                                    const domain::Digest& content) = 0;
    [[nodiscard]] virtual base::Result<store::BatchRow> end_batch(std::int64_t number) = 0;
    [[nodiscard]] virtual base::Result<store::BatchRow> resolve_batch(std::int64_t number, bool keep,
                                                                      const domain::PersonId& by) = 0;
    /// Leaf and outbox row; the keeper's courier delivers it.
    [[nodiscard]] virtual base::Done decide(const domain::SignedDecision& decision, domain::DecisionState state) = 0;
    [[nodiscard]] virtual base::Done keep_roster(const domain::SourceId& source,
                                                 const domain::SignedRoster& roster) = 0;
    /// The keeper delivers what is published to its gateway.
    [[nodiscard]] virtual base::Done keep_policy(const record::PolicyStep& step, const domain::SourceId& source,
                                                 const domain::EventId& id) = 0;
};

} // namespace handover
