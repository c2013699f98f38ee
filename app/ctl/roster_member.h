// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/command.h"
#include "app/domain/roster.h"

namespace ctl {

/// The person that `roster add` describes. Faults: invalid_argument naming the option; those of the key file.
[[nodiscard]] base::Result<domain::Member> member_of(const Context& context);

/// Shows a roster, in words or with --json. No signer: it is a draft.
void show_roster(Terminal& terminal, const domain::Roster& roster, const std::optional<domain::PublicKey>& signer);

} // namespace ctl
