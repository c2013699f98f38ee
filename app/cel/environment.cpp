// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cel/environment.h"

namespace cel {

Slot Environment::declare(std::string name, Type type, std::string description) {
    const auto [entry, added] = slots_.emplace(name, static_cast<Slot>(names_.size()));
    if (added) {
        names_.push_back({std::move(name), std::move(type), std::move(description)});
    }
    return entry->second;
}

std::optional<Slot> Environment::find(std::string_view name) const {
    const auto found = slots_.find(name);
    if (found == slots_.end()) {
        return std::nullopt;
    }
    return found->second;
}

} // namespace cel
