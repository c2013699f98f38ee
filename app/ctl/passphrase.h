// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/ctl/command_line.h"

#include <optional>
#include <string>

namespace ctl {

/// The passphrase: the first line of the file that --passphrase-file names, or asked for on the terminal without echo.
/// Faults: those of premises::read_private_file; invalid_argument (no file and no terminal, or an empty passphrase).
[[nodiscard]] base::Result<std::string> passphrase(const Arguments& arguments, const std::string& question);

/// A question on the terminal; nothing when there is none.
[[nodiscard]] std::optional<std::string> answer_on_terminal(const std::string& question, bool echo);

} // namespace ctl
