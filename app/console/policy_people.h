// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/policy/document.h"
#include "app/ports/policies.h"

namespace console {

/// Whether an edit is about who may approve, who lends it, or what happens when nobody answers.
[[nodiscard]] bool is_about_people(ports::PolicyEdit::Kind kind);

/// The text with that change; what is not there yet is made. Faults: not_found, invalid_argument (the edit).
[[nodiscard]] base::Result<std::string> edit_people(const std::string& text, const policy::Document& document,
                                                    const ports::PolicyEdit& edit);

} // namespace console
