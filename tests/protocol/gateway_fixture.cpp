// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/protocol/gateway_fixture.h"

#include "app/wire/event_codec.h"

crypto::SigningKey GatewayFixture::key_of(std::uint8_t seed) {
    crypto::Seed bytes{};
    bytes.fill(seed);
    return crypto::SigningKey::from_seed(bytes).value();
}

std::vector<domain::Event> GatewayFixture::events(std::uint64_t after,
                                                  const std::function<bool(const domain::Event&)>& until) {
    std::vector<domain::Event> all;
    bool enough = false;
    uplink::FeedLink link(gateway_.endpoint(), clock_, scheduler_);
    connect(&link, &uplink::FeedLink::arrived, this, [&](const uplink::BatchPtr& batch) {
        for (const uplink::Frame& frame : batch->frames) {
            auto event = wire::decode_event(frame.bytes);
            if (!event.ok()) {
                QFAIL(base::describe(event.fault()).c_str());
            }
            QCOMPARE(frame.sequence, event->sequence);
            const auto complaint = schemas_.event_complaint(frame.bytes);
            QVERIFY2(!complaint, complaint.value_or("").c_str());
            enough = enough || until(*event);
            all.push_back(std::move(*event));
        }
    });
    link.start(after);
    (void)support::wait_until([&enough] { return enough; });
    link.stop();
    return enough ? all : std::vector<domain::Event>();
}

wire::TransactionStatus GatewayFixture::status(const domain::TransactionId& id) {
    return answer<wire::TransactionStatus>([&](auto reply) { client_->transaction(id, this, reply); }).value();
}

domain::Decision GatewayFixture::decision_on(const wire::TransactionStatus& status, domain::Verb verb, const char* id) {
    domain::Decision decision;
    decision.id = domain::DecisionId(id);
    decision.source = gateway_.announcement().source;
    decision.transaction = status.transaction;
    decision.version = status.version;
    decision.subject_digest = status.subject_digest;
    decision.verb = verb;
    decision.amount = status.subject.gross;
    decision.payee = status.subject.payee;
    decision.reason_code = "needed";
    decision.reason_text = domain::UntrustedText("gr\xC3\xB6\xC3\x9F"
                                                 "er \xF0\x9F\xAA\x91 \"chairs\"");
    decision.person = ada;
    decision.role = "manager";
    decision.roster_version = 1;
    decision.not_after = clock_.now() + std::chrono::minutes(5);
    return decision;
}

domain::SignedDecision GatewayFixture::signed_by(const crypto::SigningKey& key, const domain::Decision& decision) {
    std::string bytes = wire::decision_bytes(decision);
    const auto signature = key.sign(bytes).value();
    return {decision, std::move(bytes), key.public_key(), signature};
}

base::Result<domain::Receipt> GatewayFixture::post(const domain::SignedDecision& decision) {
    return answer<domain::Receipt>([&](auto reply) { client_->post_decision(decision, this, reply); });
}
