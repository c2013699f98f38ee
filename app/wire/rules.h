// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

/// Inner header of this room: rules about single values, as the `Check` of a field. Each says what is wrong, or
/// nullptr.
namespace wire::rules {

/// Versions, numbers of turns: 1, 2, …
const char* counts_from_one(std::int32_t value);
const char* counts_from_one64(std::int64_t value);
const char* not_negative(std::int32_t value);
const char* not_negative64(std::int64_t value);
const char* permille(std::int32_t value);
const char* optional_permille(const std::optional<std::int32_t>& value);
const char* term(std::int32_t months);
const char* port(std::int32_t value);
const char* http_status(std::int32_t value);
/// An exact decimal: "12", "0.750", "-3"; at most 18 digits before and 9 behind the point, no needless zeros in front.
const char* decimal(const std::string& text);
const char* optional_decimal(const std::optional<std::string>& text);
const char* not_empty(const std::string& text);

} // namespace wire::rules
