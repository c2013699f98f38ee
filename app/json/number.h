// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace json {

/// What stands at the front of a token, read as a number of RFC 8259, section 6.
struct NumberScan {
    std::size_t length = 0;  ///< of the literal; 0 when it is no number
    bool digits_only = true; ///< no fraction and no exponent
};

[[nodiscard]] NumberScan scan_number(std::string_view token);

/// Why a double cannot hold the literal; nullptr when it can: integers beyond 2^53 (also where RFC 8785 would write
/// the value as such), more than a double's range, or something that becomes nothing. The literal must be a number.
[[nodiscard]] const char* why_not_held(std::string_view literal, bool digits_only);

/// The nearest double of a literal that a double can hold.
[[nodiscard]] double double_of(std::string_view literal);

} // namespace json
