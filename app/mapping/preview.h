// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/file_look.h"
#include "app/mapping/reader.h"

#include <functional>

namespace mapping {

/// Reads a whole table twice: its cells, to show values and count what is unclear, and as the import would, so that
/// what is said to be set aside is what will be. Nothing is stored. `go_on` is asked between blocks.
/// Faults: unreadable, not_found, cancelled.
[[nodiscard]] base::Result<domain::FileLook> preview(const std::filesystem::path& file, const Mapping& mapping,
                                                     const ReadOptions& options, const std::function<bool()>& go_on);

} // namespace mapping
