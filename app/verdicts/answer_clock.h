// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/policy/document.h"
#include "app/ports/feed.h"
#include "app/record/published.h"
#include "app/store/reader.h"

#include <map>
#include <optional>

namespace verdicts {

/// Until when a case should be answered by the policy in force, and what happens otherwise. Reads a policy once and
/// keeps it until the record brings another one. One thread at a time.
class AnswerClock {
public:
    /// Fills answer_by, unanswered and escalated of a case that waits for somebody; nothing where the policy cannot be
    /// read: what is known otherwise is shown all the same.
    void apply(const store::Reader& reader, ports::CaseRow& row);
    /// The record went on: another policy may be in force.
    void published(const record::Published& published);

private:
    [[nodiscard]] const policy::Document* document(const store::Reader& reader, const domain::SourceId& source);

    std::map<domain::SourceId, std::optional<policy::Document>> documents_;
};

} // namespace verdicts
