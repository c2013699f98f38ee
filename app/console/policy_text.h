// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/roster.h"
#include "app/ports/policies.h"

namespace console {

/// What the text of a policy comes to: problems with their places, and its outline for a form.
/// `roster`: who is known; null: nobody is looked for.
[[nodiscard]] ports::PolicyCheck check_text(const std::string& text, const domain::Roster* roster, base::Instant now);

/// The text with one change. Faults: malformed (the text), not_found, invalid_argument (the edit).
[[nodiscard]] base::Result<std::string> edit_text(const std::string& text, const ports::PolicyEdit& edit);

} // namespace console
