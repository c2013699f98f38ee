// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/queue/grouping.h"

#include <optional>
#include <set>
#include <vector>

namespace models::queue {

/// Cases that a person wants to deal with at once, as they stood at that moment: the members of a group, or those that
/// were marked by hand. What comes later is not among them.
struct Selection {
    std::vector<ports::CaseRow> rows; ///< in the order of work
    std::optional<GroupKey> key;      ///< of the group; nothing: marked by hand
    /// Alike, there already, and not among the rows: the most urgent one, which stands alone.
    std::set<domain::TransactionKey> apart;
    /// Alike, come already, and not shown yet: held back behind "new".
    std::set<domain::TransactionKey> waiting;
};

} // namespace models::queue
