// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wire/content.h"

#include "app/json/value.h"

namespace wire {

bool same_content(std::string_view left, std::string_view right) {
    if (left == right) {
        return true;
    }
    const auto one = json::canonicalize(left);
    const auto other = json::canonicalize(right);
    return one && other && *one == *other;
}

} // namespace wire
