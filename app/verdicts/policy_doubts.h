// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/domain/roster.h"
#include "app/policy/rule_book.h"
#include "app/store/reader.h"

#include <optional>
#include <vector>

namespace verdicts {

/// What compiles and yet should be mended: delegations that are over, reach above what is lent, are lent on or run in a
/// circle, and are made without any line that limits; orders that nobody may approve and nothing blocks; people and
/// roles whom the roster does not have, as approvers or as those to whom is escalated; a time to answer that no working
/// hour is left for. Without a roster nobody is unknown. None is fatal: where a policy is doubtful the law allows less,
/// never more.
[[nodiscard]] std::vector<policy::Finding> doubts_about(const policy::Document& document, const domain::Roster* roster,
                                                        base::Instant now);

/// The roster of a source as the record has it; with an empty source the only one that there is. Nothing: none.
/// Faults: those of the reader.
[[nodiscard]] base::Result<std::optional<domain::Roster>> roster_on_record(const store::Reader& reader,
                                                                           const domain::SourceId& source = {});

} // namespace verdicts
