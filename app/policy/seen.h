// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/json/value.h"
#include "app/policy/rule_book.h"

namespace policy {

/// What judging knew around an order, as JSON for the record: the names that the policy reads, the agreements that
/// covered its lines, master data that was missing, and when everything was told. The order itself stays where it is,
/// in its event. Together they give the same verdict again, for as long as the policy's version is kept.
[[nodiscard]] json::Value write_seen(const Case& one, const Judged& judged, const RuleBook& book);

/// Values of the row look into the version and the arena. Faults: malformed (written by something else, or for another
/// policy), with the JSON pointer of the place.
[[nodiscard]] base::Result<Recalled> read_seen(const json::View& seen, const domain::TransactionVersion& version,
                                               const RuleBook& book, cel::Arena& arena);

} // namespace policy
