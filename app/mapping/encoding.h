// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mapping {

/// How the letters of a table are written. Exports of older programs come in Windows-1252, which is ISO 8859-1 with
/// letters in the place of its second set of control characters (WHATWG Encoding Standard, index windows-1252).
enum class Encoding { utf_8, windows_1252 };

/// The same as UTF-8. Nothing where a byte stands for no letter (0x81, 0x8D, 0x8F, 0x90, 0x9D).
[[nodiscard]] std::optional<std::string> from_windows_1252(std::string_view bytes);

/// By the lines of a file's beginning that have other letters than ASCII: UTF-8, unless most of them cannot be that.
/// The last line counts only when it is whole.
[[nodiscard]] Encoding guess_encoding(std::string_view head);

} // namespace mapping
