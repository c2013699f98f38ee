// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/domain/roster.h"
#include "app/premises/folders.h"

#include <optional>
#include <string>
#include <string_view>

namespace console {

/// Writes the first roster of an embedded sandbox: the user with every permission, and the simulated colleague, marked
/// as such; signed by an administrator key that is made for it and sealed under the same passphrase.
/// Faults: conflict (there is an administrator key already), unreadable, disk_full, internal.
[[nodiscard]] base::Result<domain::SignedRoster> found_roster(const premises::Folders& folders, const std::string& user,
                                                              const domain::PublicKey& user_key,
                                                              const std::optional<domain::PublicKey>& colleague_key,
                                                              std::string_view passphrase, base::Instant now);

} // namespace console
