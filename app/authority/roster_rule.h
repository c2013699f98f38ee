// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/authority/ruling.h"

namespace authority {

/// Whether an offered roster takes the place of the current one. The first is accepted at any version from 1 on, later
/// ones at exactly the next; the very same bytes again are accepted as a repetition. `administrator` is the configured
/// key; without one the first roster is trusted on first use and its key is the administrator's from then on.
/// Faults: untrusted (another administrator), bad_signature, stale (older), conflict (same version, other bytes),
/// invalid_argument (a version left out, no members, a member without id or key, an id or a key twice, limits twice in
/// one currency).
[[nodiscard]] base::Done accept_roster(const domain::SignedRoster& offered,
                                       const std::optional<domain::SignedRoster>& current,
                                       const std::optional<domain::PublicKey>& administrator, const Verifier& verify);

} // namespace authority
