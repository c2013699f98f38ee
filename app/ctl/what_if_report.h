// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/terminal.h"
#include "app/domain/what_if.h"

namespace ctl {

/// The answer as JSON lines: "what_if", then "move", "agent" and "changed_order" of each.
void give_what_if(Terminal& terminal, const domain::WhatIf& made, const domain::Effort& effort);
/// The same in words, for people.
void say_what_if(Terminal& terminal, const domain::WhatIf& made, const domain::Effort& effort);

} // namespace ctl
