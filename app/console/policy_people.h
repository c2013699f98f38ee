// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/policy/document.h"
#include "app/ports/policies.h"

namespace console {

/// The text with that change; what is not there yet is made. Faults: not_found, invalid_argument (the edit).
[[nodiscard]] base::Result<std::string> edit_people(const std::string& text, const policy::Document& document,
                                                    const ports::PolicyEdit& edit);

} // namespace console
