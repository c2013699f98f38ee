// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/archive.h"

#include <algorithm>

namespace ports {

/// What a person noted about the newest version of an order; null: nothing. Before the first key nobody has a name, so
/// that a view without one is anybody's.
[[nodiscard]] inline const NotedView* noted_view(const CaseFile& file, const domain::PersonId& person) {
    const auto found = std::find_if(file.views.begin(), file.views.end(), [&](const NotedView& view) {
        const bool own = person.empty() || view.person.empty() || view.person == person;
        return own && view.version == file.row.version;
    });
    return found == file.views.end() ? nullptr : &*found;
}

/// Whether this person's own view is still to come: until then the agent's words are covered, and nothing is approved.
[[nodiscard]] inline bool awaits_own_view(const CaseFile& file, const domain::PersonId& person) {
    const bool open = file.row.state == CaseState::open || file.row.state == CaseState::awaiting_second;
    return file.wants_own_view && file.is_case && open && noted_view(file, person) == nullptr;
}

} // namespace ports
