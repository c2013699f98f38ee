// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ctl {

/// The whole program: finds the command, runs it, says what went wrong. Returns the exit code.
[[nodiscard]] int run(int argc, char* argv[]);

} // namespace ctl
