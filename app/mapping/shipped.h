// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

namespace mapping {

/// A mapping file that comes with the program, compiled in so that no installation can lose it.
struct ShippedDocument {
    std::string_view name;
    std::string_view json;
};
[[nodiscard]] std::vector<ShippedDocument> shipped_documents();

} // namespace mapping
