// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/json/value.h"
#include "app/store/case_row.h"
#include "app/store/entry.h"
#include "app/store/rows.h"

namespace ctl {

// Rows of the store as --json gives them: member names as everywhere in the protocol, 64-bit numbers as text, what is
// absent left out.
[[nodiscard]] json::Value value_of(const store::Entry& entry);
[[nodiscard]] json::Value value_of(const store::QuarantineRow& row);
[[nodiscard]] json::Value value_of(const store::ConflictRow& row);
[[nodiscard]] json::Value value_of(const store::DuplicateRow& row);
[[nodiscard]] json::Value value_of(const store::GapRow& row);
[[nodiscard]] json::Value value_of(const store::SourceRow& row);
[[nodiscard]] json::Value value_of(const store::BatchRow& row);
[[nodiscard]] json::Value value_of(const store::DecisionRow& row);

} // namespace ctl
