// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace base {

enum class Replace { yes, no };

/// Writes a small file so that after a crash or a power cut the folder holds the old content or the new, never a part:
/// temporary file beside it (mode 0600), fsync, rename, fsync of the folder. The mode stays 0600. With Replace::no an
/// existing file is left as it is.
/// Faults: conflict (Replace::no and there is one), disk_full, unreadable (with the system's words).
[[nodiscard]] Done write_file_atomically(const std::filesystem::path& path, std::string_view content,
                                         Replace replace = Replace::yes);

/// The content of a file of at most `limit` bytes. Faults: not_found, too_large, unreadable.
[[nodiscard]] Result<std::string> read_small_file(const std::filesystem::path& path, std::size_t limit);

/// The fault of a failed system call: disk_full for ENOSPC and EDQUOT, not_found for ENOENT, conflict for EEXIST,
/// unreadable for the rest; the path in `where` and the system's words in `detail`.
[[nodiscard]] Fault fault_from_errno(int error, const std::filesystem::path& path);

} // namespace base
