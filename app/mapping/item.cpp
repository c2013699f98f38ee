// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mapping/item.h"

namespace mapping {

std::string describe(const Place& place) {
    std::string text = "row " + std::to_string(place.row) + ", line " + std::to_string(place.line);
    if (!place.column.empty()) {
        text += ", column " + place.column;
    }
    return text;
}

} // namespace mapping
