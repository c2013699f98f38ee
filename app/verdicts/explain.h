// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/judging.h"
#include "app/store/reader.h"
#include "app/verdicts/policy_shelf.h"

namespace verdicts {

/// Explains a stored verdict: judges again what was seen then, by the version of the policy that judged then, and says
/// whether that still comes to what was kept. Total: what cannot be rebuilt is told by Judgement::rebuilt.
[[nodiscard]] ports::Judgement explain(const store::Entry& entry, const domain::TransactionVersion& version,
                                       std::uint64_t order_index, Policy* policy);

/// All verdicts about a transaction, by version, the newest last; `entries` are those of the transaction in the order
/// of the record, with their bodies. Faults: the reader's.
[[nodiscard]] base::Result<std::vector<ports::Judgement>> explain_all(const store::Reader& reader,
                                                                      const std::vector<store::Entry>& entries);

} // namespace verdicts
