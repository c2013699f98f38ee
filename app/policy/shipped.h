// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace policy {

/// The policy that comes with the program (resources/policy/default.json), compiled in.
[[nodiscard]] std::string_view shipped_policy();

} // namespace policy
