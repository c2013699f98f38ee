// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace domain {

/// What a supervisor makes of an order by its facts alone, before its agent's persuasion is read.
enum class OwnView { fine, odd, wrong };

/// "fine", "odd", "wrong": the spelling in the record and in `--json`.
[[nodiscard]] std::string_view name_of(OwnView view);
[[nodiscard]] std::optional<OwnView> own_view(std::string_view name);

} // namespace domain
