// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wire/api.h"

#include "app/wire/documents.h"
#include "app/wire/shapes_api.h"

namespace wire {

std::string encode(const Ack& ack) {
    return write_document(ack);
}
std::string encode(const ClaimRequest& request) {
    return write_document(request);
}
std::string encode(const Claim& claim) {
    return write_document(claim);
}
std::string encode(const ReceiptAnswer& answer) {
    return write_document(answer);
}
std::string encode(const TransactionStatus& status) {
    return write_document(status);
}
std::string encode(const PlanRequest& request) {
    return write_document(request);
}
std::string encode(const GatewayInfo& info) {
    return write_document(info);
}
std::string encode(const Problem& problem) {
    return write_document(problem);
}
std::string encode(const Announcement& announcement) {
    return write_document(announcement);
}
std::string encode(const domain::Plan& plan) {
    return write_document(plan);
}
std::string encode(const domain::Subject& subject) {
    return write_document(subject);
}

base::Result<Ack> decode_ack(std::string_view json) {
    return read_document<Ack>(json);
}
base::Result<ClaimRequest> decode_claim_request(std::string_view json) {
    return read_document<ClaimRequest>(json);
}
base::Result<Claim> decode_claim(std::string_view json) {
    return read_document<Claim>(json);
}
base::Result<ReceiptAnswer> decode_receipt_answer(std::string_view json) {
    return read_document<ReceiptAnswer>(json);
}
base::Result<TransactionStatus> decode_transaction_status(std::string_view json) {
    return read_document<TransactionStatus>(json);
}
base::Result<PlanRequest> decode_plan_request(std::string_view json) {
    return json.empty() ? PlanRequest() : read_document<PlanRequest>(json);
}
base::Result<GatewayInfo> decode_gateway_info(std::string_view json) {
    return read_document<GatewayInfo>(json);
}
base::Result<Problem> decode_problem(std::string_view json) {
    return read_document<Problem>(json);
}
base::Result<Announcement> decode_announcement(std::string_view json) {
    return read_document<Announcement>(json);
}
base::Result<domain::Plan> decode_plan(std::string_view json) {
    return read_document<domain::Plan>(json);
}

} // namespace wire
