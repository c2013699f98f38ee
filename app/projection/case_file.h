// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/ports/archive.h"
#include "app/store/entry.h"

#include <vector>

namespace projection {

/// Folds the entries about one transaction, in the order of the record and with their bodies, into versions, reasons,
/// conversation, timeline and plan. Row and decisions, agent and mandate are the caller's to add: they come from
/// elsewhere in the store. Faults: corrupt (a stored event cannot be read any more).
[[nodiscard]] base::Result<ports::CaseFile> case_file(const std::vector<store::Entry>& entries);

/// Adds turns of the conversation that are not in the file yet, and puts all into their order.
void add_turns(std::vector<ports::SaidTurn> turns, ports::CaseFile& file);

/// The row of a transaction that never was a case (an ordinary one, opened from Live), as far as its events say.
[[nodiscard]] ports::CaseRow ordinary_row(const domain::TransactionKey& key, const ports::CaseFile& file);

} // namespace projection
