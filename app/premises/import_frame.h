// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/mapping/item.h"
#include "app/record/published.h"

#include <string>

namespace premises {

/// An event, or a row that was set aside, as the recorder takes it: such a row travels as it stands in the file, with
/// its own reason, and is kept in the quarantine for it.
[[nodiscard]] record::Frame frame_of(const mapping::Item& item, const std::string& file, std::int64_t batch,
                                     base::Instant now);

} // namespace premises
