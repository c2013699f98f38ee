// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/facts/names.h"

namespace facts {

Name Names::give(std::string_view text) {
    if (const Name known = find(text); known != no_name) {
        return known;
    }
    return numbers_.emplace(text, static_cast<Name>(numbers_.size() + 1)).first->second;
}

Name Names::find(std::string_view text) const {
    const auto found = numbers_.find(text);
    return found == numbers_.end() ? no_name : found->second;
}

} // namespace facts
