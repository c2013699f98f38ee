// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/approval.h"
#include "app/policy/document.h"

namespace policy {

/// Amounts in other currencies, by the policy's own dated rates.
[[nodiscard]] domain::Exchange exchange_of(const Document& document);

} // namespace policy
