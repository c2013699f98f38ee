// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace wire {

/// Whether two JSON texts say the same: equal bytes of their canonical forms (RFC 8785). A gateway that writes an event
/// anew from its database (other order of members, other blanks, other escapes) sends the same event; one that changes,
/// adds or leaves out anything does not. False for what is not JSON.
[[nodiscard]] bool same_content(std::string_view left, std::string_view right);

} // namespace wire
