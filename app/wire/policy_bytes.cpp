// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wire/policy_bytes.h"

#include "app/json/value.h"
#include "app/wire/documents.h"
#include "app/wire/shapes_policy.h"

namespace wire {

namespace {

constexpr std::string_view policy_prefix = "reeve-policy/v1\n";
constexpr std::string_view withdrawal_prefix = "reeve-policy-withdrawal/v1\n";

} // namespace

const char* Shape<domain::PolicyEnvelope>::complaint(const domain::PolicyEnvelope& envelope) {
    const bool well = !envelope.signatures.empty() && envelope.signatures.size() <= 2;
    return well ? nullptr : "a policy carries one or two signatures";
}

const char* Shape<domain::PolicyEdition>::complaint(const domain::PolicyEdition& edition) {
    if (edition.solo != (edition.not_before != base::Instant{})) {
        return "not_before stands where, and only where, the edition is solo";
    }
    return (edition.number == 1) == !edition.previous.has_value() ? nullptr
                                                                  : "the first edition names no previous one, every "
                                                                    "other one does";
}

void Shape<domain::PolicyEdition>::read_policy_document(json::View view, domain::PolicyEdition& into,
                                                        Reading& reading) {
    if (!view.is_object()) {
        reading.blame(view, "expected an object");
        return;
    }
    into.document = json::canonical(view);
    if (into.document.size() > largest_policy) {
        reading.blame(view, base::FaultCode::too_large, "a published policy has at most 384 KiB");
    }
}

std::string policy_bytes(const domain::PolicyEdition& edition) {
    return write_document(edition, policy_prefix);
}

base::Result<domain::PolicyEdition> decode_policy(std::string_view signed_bytes) {
    if (!signed_bytes.starts_with(policy_prefix)) {
        return base::Fault{base::FaultCode::unsupported, "signed bytes do not begin with the line reeve-policy/v1", {}};
    }
    auto edition = read_document<domain::PolicyEdition>(signed_bytes.substr(policy_prefix.size()),
                                                        Reading(Reading::Strictness::closed));
    if (edition && policy_bytes(*edition) != signed_bytes) {
        return base::Fault{base::FaultCode::malformed, "signed bytes are not in canonical form (RFC 8785)", {}};
    }
    return edition;
}

std::string withdrawal_bytes(const domain::PolicyWithdrawal& withdrawal) {
    return write_document(withdrawal, withdrawal_prefix);
}

base::Result<domain::SignedPolicyWithdrawal> open_withdrawal(const Envelope& envelope) {
    const std::string_view bytes = envelope.signed_bytes;
    if (!bytes.starts_with(withdrawal_prefix)) {
        return base::Fault{
            base::FaultCode::unsupported, "signed bytes do not begin with the line reeve-policy-withdrawal/v1", {}};
    }
    auto withdrawal = read_document<domain::PolicyWithdrawal>(bytes.substr(withdrawal_prefix.size()),
                                                              Reading(Reading::Strictness::closed));
    if (!withdrawal) {
        return withdrawal.fault();
    }
    if (withdrawal_bytes(*withdrawal) != bytes) {
        return base::Fault{base::FaultCode::malformed, "signed bytes are not in canonical form (RFC 8785)", {}};
    }
    return domain::SignedPolicyWithdrawal{std::move(withdrawal).value(), envelope.signed_bytes, envelope.key,
                                          envelope.signature};
}

Envelope envelope_of(const domain::SignedPolicyWithdrawal& withdrawal) {
    return {withdrawal.signed_bytes, withdrawal.key, withdrawal.signature};
}

std::string encode(const PolicyWithdrawalRequest& request) {
    return write_document(request);
}

base::Result<PolicyWithdrawalRequest> decode_policy_withdrawal(std::string_view json) {
    return read_document<PolicyWithdrawalRequest>(json);
}

std::string encode_policy_envelope(const domain::PolicyEnvelope& envelope) {
    return write_document(envelope);
}

base::Result<domain::PolicyEnvelope> decode_policy_envelope(std::string_view json) {
    return read_document<domain::PolicyEnvelope>(json);
}

std::string encode(const PolicyStatus& status) {
    return write_document(status);
}

base::Result<PolicyStatus> decode_policy_status(std::string_view json) {
    return read_document<PolicyStatus>(json, Reading(Reading::Strictness::open));
}

} // namespace wire
