// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/fault.h"
#include "ui/look/theme.h"

#include <QString>

namespace ui::look {

/// One sentence or two for a person: what went wrong and what to do about it.
[[nodiscard]] QString fault_text(base::FaultCode code);
/// The fault's own words and place made safe, for tooltips and details.
[[nodiscard]] QString fault_details(const base::Fault& fault);
[[nodiscard]] Level level_of(base::FaultCode code);

} // namespace ui::look
