// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace premises {

/// Reads a small file that only its owner may read. Faults: not_found, unreadable, too_large (1 MiB), refused (`what`
/// says what others could read).
[[nodiscard]] base::Result<std::string> read_private_file(const std::filesystem::path& file, const std::string& what);

/// Writes a small file that others may read, whole or not at all; base::write_file_atomically is for those that only
/// the owner may. Faults: unreadable.
[[nodiscard]] base::Done write_open_file(const std::filesystem::path& file, std::string_view content);

} // namespace premises
