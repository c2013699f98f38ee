// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/domain/event.h"

#include <string>
#include <string_view>

namespace wire {

// The exact bytes that are hashed or signed. This room hashes nothing: the caller feeds them to app/crypto.

/// SHA-256 over these is the `subject_digest`: canonical JSON (RFC 8785) of {source, transaction_id, version, subject}.
/// For writers, and for readers as the quick way.
[[nodiscard]] std::string subject_bytes(const domain::TransactionVersion& version);

/// The same, made from the event's bytes as received, so that subject members which this build does not know are
/// covered too. A reader compares the digest with subject_bytes() first (quick) and, when that differs, with this;
/// only when both differ the digest is wrong. Faults: malformed, invalid_argument (not a requested or amended event).
[[nodiscard]] base::Result<std::string> received_subject_bytes(const domain::Event& event);

/// "reeve-plan/v1\n" + canonical JSON of the plan without digest, states and results: what Plan::digest is over.
[[nodiscard]] std::string plan_bytes(const domain::Plan& plan);

/// "reeve-confirmation/v1\n" + canonical JSON of {source, transaction_id, version, subject_digest, reviewer, confirms,
/// note}: what a second AI reviewer signs.
[[nodiscard]] std::string confirmation_bytes(const domain::SourceId& source,
                                             const domain::ConfirmationGiven& confirmation);

/// "reeve-decision/v1\n" + canonical JSON of every field of the decision.
[[nodiscard]] std::string decision_bytes(const domain::Decision& decision);

/// "reeve-receipt/v1\n" + canonical JSON of every field but signed_bytes, key and signature.
[[nodiscard]] std::string receipt_bytes(const domain::Receipt& receipt);

/// "reeve-roster/v1\n" + canonical JSON of every field.
[[nodiscard]] std::string roster_bytes(const domain::Roster& roster);

// The way back. Signed bytes say exactly what the schema knows and say it in the one canonical way: an unknown member,
// another order, a blank, an explicit empty member are refused, because a signature over something that nobody is shown
// is worth nothing. Faults: malformed (with JSON pointer), unsupported (another prefix or version), too_large.
[[nodiscard]] base::Result<domain::Decision> decode_decision(std::string_view signed_bytes);
[[nodiscard]] base::Result<domain::Receipt> decode_receipt(std::string_view signed_bytes); ///< key, signature empty
[[nodiscard]] base::Result<domain::Roster> decode_roster(std::string_view signed_bytes);

/// A signed thing as it travels: {"key": base64, "signature": base64, "signed": base64 of the signed bytes}.
struct Envelope {
    std::string signed_bytes;
    domain::PublicKey key{};
    domain::Signature signature{};
    friend bool operator==(const Envelope&, const Envelope&) = default;
};

[[nodiscard]] std::string encode_envelope(const Envelope& envelope);
[[nodiscard]] base::Result<Envelope> decode_envelope(std::string_view json);

/// The typed thing in an envelope, with its bytes kept. The signature is not verified here. Faults as decode_decision.
[[nodiscard]] base::Result<domain::SignedDecision> open_decision(const Envelope& envelope);
[[nodiscard]] base::Result<domain::Receipt> open_receipt(const Envelope& envelope);
[[nodiscard]] base::Result<domain::SignedRoster> open_roster(const Envelope& envelope);
[[nodiscard]] Envelope envelope_of(const domain::SignedDecision& decision);
[[nodiscard]] Envelope envelope_of(const domain::Receipt& receipt);
[[nodiscard]] Envelope envelope_of(const domain::SignedRoster& roster);

} // namespace wire
