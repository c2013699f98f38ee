// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/domain/decision.h"
#include "app/domain/receipt.h"

namespace courier {

/// Whether `receipt` is this gateway's answer to exactly these bytes: signed by `gateway`, its fields being those of
/// its signed bytes, for this decision_id and the SHA-256 of this decision's signed bytes. Faults: bad_signature with
/// the reason (another key, a signature that does not verify, fields that differ from the signed bytes, another
/// decision, another digest).
[[nodiscard]] base::Done verify(const domain::Receipt& receipt, const domain::SignedDecision& decision,
                                const domain::PublicKey& gateway);

/// The state that a verified receipt leads to. awaiting_second counts as accepted: the gateway holds the signature and
/// waits for the other person's, and the receipt says so.
[[nodiscard]] domain::DecisionState state_of(domain::ReceiptOutcome outcome);

} // namespace courier
