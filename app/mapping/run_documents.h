// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/json/reader.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mapping {

/// A run may be long; a single event of it may not.
inline constexpr json::Limits run_limits{.depth = 64, .bytes = std::size_t{16} << 20U};

/// The document in a text (arguments or result of a tool), nothing when the text is no JSON.
[[nodiscard]] std::optional<json::Document> parsed(std::string_view text);

/// Pointers of the mapping begin with the name of what they look into ("/arguments", "/result"); this takes those that
/// look into `part`, without it.
[[nodiscard]] std::vector<std::string> into(std::string_view part, const std::vector<std::string>& pointers);

/// The first value that the pointers find, as text; empty without document or value.
[[nodiscard]] std::string first_text(const std::optional<json::Document>& document,
                                     const std::vector<std::string>& pointers);

/// The text of a message: a string, or the text parts of a list.
[[nodiscard]] std::string content_of(json::View message);

} // namespace mapping
