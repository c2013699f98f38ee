// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/link/batch.h"
#include "app/record/published.h"

#include <vector>

namespace newsroom {

/// What a link or another source gave, as the recorder takes it: frames in their order, what the transport or a mapping
/// could not read with its very reason and place, and the gaps that were asked for again in vain. `source` is the feed
/// that brought it.
[[nodiscard]] std::vector<record::Frame> frames_of(const uplink::Batch& batch, const domain::SourceId& source);

} // namespace newsroom
