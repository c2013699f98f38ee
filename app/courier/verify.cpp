// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/courier/verify.h"

#include "app/crypto/digest.h"
#include "app/crypto/signing.h"
#include "app/wire/signed_bytes.h"

#include <string>

namespace courier {

namespace {

base::Fault forged(const char* reason) {
    return {base::FaultCode::bad_signature, std::string("a receipt was rejected: ") + reason, "receipt"};
}

} // namespace

base::Done verify(const domain::Receipt& receipt, const domain::SignedDecision& decision,
                  const domain::PublicKey& gateway) {
    if (receipt.key != gateway) {
        return forged("another key than the gateway's signed it");
    }
    if (!crypto::verify(gateway, receipt.signed_bytes, receipt.signature)) {
        return forged("its signature does not verify");
    }
    // What the signature covers is what counts, not what somebody wrote beside it.
    auto read = wire::decode_receipt(receipt.signed_bytes);
    if (!read) {
        return forged("its signed bytes are no receipt");
    }
    read->key = receipt.key;
    read->signature = receipt.signature;
    read->signed_bytes = receipt.signed_bytes;
    if (*read != receipt) {
        return forged("its fields differ from its signed bytes");
    }
    if (receipt.decision != decision.decision.id) {
        return forged("it is for another decision");
    }
    if (receipt.decision_digest != crypto::sha256(decision.signed_bytes)) {
        return forged("it is for other bytes of this decision");
    }
    return {};
}

domain::DecisionState state_of(domain::ReceiptOutcome outcome) {
    using domain::DecisionState;
    using domain::ReceiptOutcome;
    switch (outcome) {
    case ReceiptOutcome::accepted:
    case ReceiptOutcome::awaiting_second: return DecisionState::accepted;
    case ReceiptOutcome::refused: return DecisionState::refused_by_gateway;
    case ReceiptOutcome::executed: return DecisionState::executed;
    case ReceiptOutcome::failed: return DecisionState::failed;
    case ReceiptOutcome::not_applied: return DecisionState::not_applied;
    }
    return DecisionState::accepted;
}

} // namespace courier
