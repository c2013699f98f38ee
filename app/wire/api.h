// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/domain/event.h"
#include "app/wire/signed_bytes.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// The bodies of the gateway's HTTP interface (resources/protocol/openapi.json), each with encode and decode. All are
/// canonical JSON when written; when read, unknown members are tolerated, known ones are checked as strictly as in
/// events. Faults of every decode: malformed (with JSON pointer), too_large, unsupported.
namespace wire {

/// POST /v1/ack: everything up to and with this sequence is durable on our side.
struct Ack {
    domain::SourceId source;
    std::uint64_t sequence = 0;
    friend bool operator==(const Ack&, const Ack&) = default;
};

/// POST /v1/claims. With an epoch: renew the lease that was given with it.
struct ClaimRequest {
    domain::TransactionId transaction;
    domain::PersonId person;
    std::int64_t epoch = 0; ///< 0: a new claim
    friend bool operator==(const ClaimRequest&, const ClaimRequest&) = default;
};

/// The answer: a lease on a case, with its fencing number.
struct Claim {
    domain::TransactionId transaction;
    domain::PersonId person;
    std::int64_t epoch = 0;
    base::Instant expires{};
    friend bool operator==(const Claim&, const Claim&) = default;
};

/// POST /v1/decisions and GET /v1/decisions/{decision_id}: {"receipt": {signed, key, signature}}.
struct ReceiptAnswer {
    Envelope receipt;
    friend bool operator==(const ReceiptAnswer&, const ReceiptAnswer&) = default;
};

/// GET /v1/transactions/{transaction_id}: where it stands now.
struct TransactionStatus {
    domain::TransactionId transaction;
    std::int32_t version = 1;
    domain::TransactionState state = domain::TransactionState::requested;
    domain::Subject subject;
    domain::Digest subject_digest{};
    std::optional<base::Instant> expires; ///< held: when the hold ends
    std::optional<domain::Plan> plan;
    friend bool operator==(const TransactionStatus&, const TransactionStatus&) = default;
};

/// POST /v1/transactions/{transaction_id}/plan: a plan for giving back this much; without an amount, for all of it.
struct PlanRequest {
    std::optional<domain::Money> amount;
    friend bool operator==(const PlanRequest&, const PlanRequest&) = default;
};

/// GET /v1/gateway: who answers.
struct GatewayInfo {
    std::string name;
    std::string version;
    domain::SourceId source;
    domain::PublicKey gateway_key{};                    ///< signs receipts
    std::optional<domain::PublicKey> administrator_key; ///< whose roster is accepted, once there is one
    base::Instant time{};                               ///< the gateway's clock
    bool holds_orders = true;
    std::uint64_t first_sequence = 0; ///< oldest event still kept, 0: none yet
    std::uint64_t last_sequence = 0;  ///< newest event, 0: none yet
    std::int64_t roster_version = 0;  ///< 0: none yet
    std::string policy_version;
    friend bool operator==(const GatewayInfo&, const GatewayInfo&) = default;
};

/// application/problem+json (RFC 9457) with the member `code`.
struct Problem {
    std::string type = "about:blank";
    domain::UntrustedText title;
    std::int32_t status = 0; ///< the HTTP status
    domain::UntrustedText detail;
    std::string code;             ///< machine-readable, from the table of refusal codes
    domain::UntrustedText advice; ///< how to resubmit
    friend bool operator==(const Problem&, const Problem&) = default;
};

/// What reeve-sandbox (and the example gateway) print as their first line on standard output: the trust anchor of the
/// embedded gateway.
struct Announcement {
    std::int32_t port = 0;
    std::string certificate; ///< PEM
    domain::PublicKey gateway_key{};
    domain::SourceId source;
    std::string token; ///< bearer token
    friend bool operator==(const Announcement&, const Announcement&) = default;
};

[[nodiscard]] std::string encode(const Ack& ack);
[[nodiscard]] std::string encode(const ClaimRequest& request);
[[nodiscard]] std::string encode(const Claim& claim);
[[nodiscard]] std::string encode(const ReceiptAnswer& answer);
[[nodiscard]] std::string encode(const TransactionStatus& status);
[[nodiscard]] std::string encode(const PlanRequest& request);
[[nodiscard]] std::string encode(const GatewayInfo& info);
[[nodiscard]] std::string encode(const Problem& problem);
[[nodiscard]] std::string encode(const Announcement& announcement);
[[nodiscard]] std::string encode(const domain::Plan& plan);
[[nodiscard]] std::string encode(const domain::Subject& subject);

[[nodiscard]] base::Result<Ack> decode_ack(std::string_view json);
[[nodiscard]] base::Result<ClaimRequest> decode_claim_request(std::string_view json);
[[nodiscard]] base::Result<Claim> decode_claim(std::string_view json);
[[nodiscard]] base::Result<ReceiptAnswer> decode_receipt_answer(std::string_view json);
[[nodiscard]] base::Result<TransactionStatus> decode_transaction_status(std::string_view json);
/// An empty body asks for the plan of the whole.
[[nodiscard]] base::Result<PlanRequest> decode_plan_request(std::string_view json);
[[nodiscard]] base::Result<GatewayInfo> decode_gateway_info(std::string_view json);
[[nodiscard]] base::Result<Problem> decode_problem(std::string_view json);
[[nodiscard]] base::Result<Announcement> decode_announcement(std::string_view json);
[[nodiscard]] base::Result<domain::Plan> decode_plan(std::string_view json);

} // namespace wire
