// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/event.h"
#include "app/domain/verdict.h"
#include "app/policy/document.h"

namespace policy {

/// The reviewer with this key, or nothing.
[[nodiscard]] const Reviewer* find_reviewer(const Document& document, const domain::PublicKey& key);

/// Whether a person looks at the order although the reviewer confirms it. The share is drawn from the reviewer's
/// signature (Ed25519, RFC 8032: fixed by key and content): whoever makes the order cannot foresee it, and everybody
/// who checks comes to the same.
[[nodiscard]] bool is_looked_at(const Reviewer& reviewer, const domain::Signature& signature);

/// What a reviewer's word about `version`, which the policy judged to be of `tier`, is worth. `holds`: its signature
/// does. Only the confirm tier can be satisfied by it, never a tier above.
[[nodiscard]] domain::ReviewStanding standing_of(const domain::ConfirmationGiven& given, bool holds,
                                                 const domain::TransactionVersion& version, domain::Tier tier,
                                                 const Document& document);

} // namespace policy
