// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

/// Inner header of this room: texts to values, for both ways of reading. False when the text is not what it should be.
namespace wire {

/// RFC 3339, in the years 1970 to 9999 once it is in UTC.
[[nodiscard]] bool instant_from(std::string_view text, base::Instant& into);
/// Padded base64 of exactly `size` bytes.
[[nodiscard]] bool bytes_from(std::string_view text, std::uint8_t* into, std::size_t size);

} // namespace wire
