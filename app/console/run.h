// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace console {

/// The console from its arguments to its exit code: 0 ended by the person, 1 could not start, 2 wrong arguments,
/// 3 the tour did not see what it waited for.
[[nodiscard]] int run(int argc, char* argv[]);

} // namespace console
