// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/record/stage.h"

namespace decisions {

/// Reads the outcomes of decisions off the feed: an event that names the decision that caused it moves that decision in
/// the same commit. Stateless. Moves of decisions that are not ours, or that the table forbids, the recorder leaves
/// out.
class OutcomeStage final : public record::Stage {
public:
    [[nodiscard]] base::Result<record::StageOutput> fold(std::span<const record::RecordedEvent> events) override;
    void adopt() override {}
    void discard() override {}
};

/// What an event says became of a decision, nothing when it says nothing.
[[nodiscard]] std::optional<record::DecisionMove> outcome_of(const domain::Event& event);

} // namespace decisions
