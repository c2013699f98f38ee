// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/record/published.h"

#include <span>
#include <vector>

namespace record {

/// What a stage wants to be in the same commit as the events that caused it.
struct StageOutput {
    std::vector<Draft> drafts;       ///< verdicts, raised alarms, …
    std::vector<DecisionMove> moves; ///< outcomes that arrived; a move that the table does not allow is left out
};

/// A fold over the record that runs between decoding and commit (facts, detectors, policy, outcomes of decisions).
/// `fold` computes the next state but keeps the present one; then exactly one of `adopt` (the commit is durable) and
/// `discard` (it failed; the same events come again) is called. All on the writer's thread.
class Stage {
public:
    virtual ~Stage() = default;
    [[nodiscard]] virtual base::Result<StageOutput> fold(std::span<const RecordedEvent> events) = 0;
    virtual void adopt() = 0;
    virtual void discard() = 0;
};

} // namespace record
