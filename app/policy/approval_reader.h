// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/approval.h"
#include "app/domain/unanswered.h"
#include "app/json/fields.h"

namespace policy {

/// {"lines": […], "delegations": […]}: every line is for one person or one role, every delegation ends after it begins
/// and goes from one person to another; ids are used once. Reports what is wrong to the trouble.
[[nodiscard]] domain::AuthorityMatrix read_authority(const json::View& view, json::Trouble& trouble);

/// {"then": "expire"|"hold"|"escalate", "person" or "role"}: escalating names one of the two, the others none.
[[nodiscard]] domain::Unanswered read_unanswered_rule(const json::View& view, json::Trouble& trouble);

} // namespace policy
