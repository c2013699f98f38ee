// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace sandbox {

/// The program behind main(). Exit codes: 0 ended as asked, 1 could not go on (the reason is on standard error),
/// 2 wrong use, 70 the fault restart-after struck.
[[nodiscard]] int run_program(const std::vector<std::string>& arguments);

} // namespace sandbox
