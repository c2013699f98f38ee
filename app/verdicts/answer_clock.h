// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/feed.h"
#include "app/record/published.h"
#include "app/store/case_row.h"
#include "app/store/reader.h"
#include "app/verdicts/answer_line.h"

#include <map>
#include <optional>

namespace verdicts {

/// Until when a case should be answered, and what happens otherwise: by the policy that was in force when the current
/// version of the order came, which is the one that its verdict names. Reads the policies once and keeps them until the
/// record brings another one. One thread at a time.
class AnswerClock {
public:
    /// Fills answer_by, unanswered, escalated and what the policy calls itself, of a case that waits for somebody;
    /// nothing where that policy cannot be read: what is known otherwise is shown all the same.
    void apply(const store::Reader& reader, const store::CaseRow& stored, ports::CaseRow& row);
    /// The record went on: another policy may be in force.
    void published(const record::Published& published);

private:
    std::map<domain::SourceId, std::optional<AnswerLine>> lines_;
};

} // namespace verdicts
