// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/domain/ids.h"
#include "app/domain/untrusted_text.h"

#include <string>

namespace domain {

/// The gateway's answer to a decision. `code` is machine-readable for refusals (wrong_version, wrong_digest, not_held,
/// not_permitted, over_limit, needs_second, stale_claim, stale_roster, bad_signature, expired, already_used, …).
enum class ReceiptOutcome { accepted, awaiting_second, refused, executed, failed, not_applied };

/// Signed by the gateway's Ed25519 key over "reeve-receipt/v1\n" + canonical JSON of the fields but the signature.
struct Receipt {
    ReceiptId id;
    DecisionId decision;
    Digest decision_digest{}; ///< SHA-256 of the decision's signed bytes: the receipt is for exactly these
    ReceiptOutcome outcome = ReceiptOutcome::refused;
    std::string code;     ///< empty when accepted or executed
    UntrustedText advice; ///< how to resubmit, in the gateway's words
    std::int64_t claim_epoch = 0;
    base::Instant issued{};
    std::string signed_bytes;
    PublicKey key{};
    Signature signature{};
    friend bool operator==(const Receipt&, const Receipt&) = default;
};

} // namespace domain
