// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/domain/policy_edition.h"
#include "app/domain/policy_withdrawal.h"
#include "app/wire/signed_bytes.h"

#include <string>
#include <string_view>
#include <vector>

namespace wire {

/// The largest document that is published: with its envelope it fits into one event of a feed.
inline constexpr std::size_t largest_policy = std::size_t{384} * 1024;

/// "reeve-policy/v1\n" + canonical JSON of every field: what is signed, and whose SHA-256 names the edition.
[[nodiscard]] std::string policy_bytes(const domain::PolicyEdition& edition);

/// The way back, as strict as for decisions (signed_bytes.h). The document is not looked into, and neither its digest
/// nor any signature is verified here. Faults: malformed (with JSON pointer), unsupported (another prefix), too_large.
[[nodiscard]] base::Result<domain::PolicyEdition> decode_policy(std::string_view signed_bytes);

/// {"signatures":[{"key","signature"},...],"signed":base64}
[[nodiscard]] std::string encode_policy_envelope(const domain::PolicyEnvelope& envelope);
[[nodiscard]] base::Result<domain::PolicyEnvelope> decode_policy_envelope(std::string_view json);

/// "reeve-policy-withdrawal/v1\n" + canonical JSON of every field: what whoever takes a proposal back signs.
[[nodiscard]] std::string withdrawal_bytes(const domain::PolicyWithdrawal& withdrawal);
/// The way back, with the bytes kept; the signature is not verified here. Faults as decode_policy.
[[nodiscard]] base::Result<domain::SignedPolicyWithdrawal> open_withdrawal(const Envelope& envelope);
[[nodiscard]] Envelope envelope_of(const domain::SignedPolicyWithdrawal& withdrawal);

/// PUT /v1/policy/withdrawal: the proposal as it was offered, so that a gateway that never saw it knows whose it is.
struct PolicyWithdrawalRequest {
    domain::PolicyEnvelope policy;
    Envelope withdrawal;
    friend bool operator==(const PolicyWithdrawalRequest&, const PolicyWithdrawalRequest&) = default;
};
[[nodiscard]] std::string encode(const PolicyWithdrawalRequest& request);
[[nodiscard]] base::Result<PolicyWithdrawalRequest> decode_policy_withdrawal(std::string_view json);

/// GET and PUT /v1/policy: which policy the gateway holds orders by.
struct PolicyStatus {
    std::int64_t number = 0;                        ///< of the edition in force; 0: no signed policy yet
    std::string version;                            ///< what that policy calls itself
    std::optional<domain::Digest> digest;           ///< of that edition
    std::vector<std::string> cannot_judge;          ///< what of it the gateway cannot evaluate: such orders are held
    std::optional<domain::PolicyEnvelope> policy;   ///< that edition
    std::optional<domain::PolicyEnvelope> proposal; ///< one that is not in force yet
    std::string waits_for;                          ///< of the proposal: needs_second or solo_delay
    std::vector<Envelope> withdrawn;                ///< taken back behind the edition in force: never taken any more
    friend bool operator==(const PolicyStatus&, const PolicyStatus&) = default;
};
[[nodiscard]] std::string encode(const PolicyStatus& status);
[[nodiscard]] base::Result<PolicyStatus> decode_policy_status(std::string_view json);

} // namespace wire
