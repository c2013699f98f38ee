// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cel/operations.h"

namespace cel {

/// bool(), int(), uint(), double(), string(), bytes(), timestamp(), duration().
[[nodiscard]] Value converted(Function to, const Value& value, Workspace& work);

/// money('10.00 EUR') or money('10.00', 'EUR').
[[nodiscard]] Value money_from(std::span<const Value> arguments);

} // namespace cel
