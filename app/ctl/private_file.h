// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/ctl/command_line.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace ctl {

/// Reads a small file that only its owner may read. Faults: not_found, unreadable, too_large (1 MiB), refused (`what`
/// says what others could read).
[[nodiscard]] base::Result<std::string> read_private_file(const std::filesystem::path& file, const std::string& what);

/// Writes a small file atomically; 0600 when it is private. Faults: unreadable.
[[nodiscard]] base::Done write_file(const std::filesystem::path& file, std::string_view content, bool is_private);

/// The passphrase: the first line of the file that --passphrase-file names, or asked for on the terminal without echo.
/// Faults: those of read_private_file; invalid_argument (no file and no terminal, or an empty passphrase).
[[nodiscard]] base::Result<std::string> passphrase(const Arguments& arguments, const std::string& question);

/// A question on the terminal; nothing when there is none.
[[nodiscard]] std::optional<std::string> answer_on_terminal(const std::string& question, bool echo);

} // namespace ctl
