// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/fault.h"

#include <string_view>

namespace courier {

/// Why an attempt to deliver failed, in one machine-readable word that is kept with the decision: "login_refused" (401,
/// 403), "address_refused" (404, 405), "too_many_requests" (429), otherwise the fault code's name. The gateway's door
/// turned the first three away: nothing was carried out, and the same bytes are sent again.
[[nodiscard]] std::string_view cause_of(const base::Fault& fault);

} // namespace courier
