// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/crypto/digest.h"
#include "app/domain/event.h"
#include "app/record/published.h"
#include "app/wire/event_codec.h"
#include "app/wire/signed_bytes.h"

#include <string>
#include <utility>
#include <vector>

/// Makes the events of one small feed for tests and benchmarks: ids, sequences and times count up.
class FeedMaker {
public:
    explicit FeedMaker(std::string source = "urn:test:gateway")
        : source_(std::move(source)) {}

    [[nodiscard]] const std::string& source() const { return source_; }
    [[nodiscard]] std::uint64_t sequence() const { return sequence_; }
    void skip(std::uint64_t count) { sequence_ += count; }
    /// The next event carries this number, the ones behind it go on from there.
    void go_to(std::uint64_t next) { sequence_ = next - 1; }

    [[nodiscard]] static base::Instant start() { return base::from_rfc3339("2026-03-01T08:00:00Z").value(); }
    [[nodiscard]] static domain::Money euros(std::int64_t minor) {
        return {minor, domain::Currency::from_code("EUR").value()};
    }

    domain::Event event(domain::EventType type, domain::Payload payload) {
        domain::Event event;
        event.source = domain::SourceId(source_);
        event.sequence = ++sequence_;
        event.id = domain::EventId("e" + std::to_string(event.sequence));
        event.type = type;
        event.time = start() + std::chrono::seconds(event.sequence);
        event.payload = std::move(payload);
        event.raw = wire::encode_event(event);
        return event;
    }

    domain::Event heartbeat(const std::string& agent = "agent-1") {
        return event(domain::EventType::heartbeat_sent, domain::HeartbeatSent{domain::AgentId(agent)});
    }

    domain::TransactionVersion version(const std::string& transaction, std::int32_t number, std::int64_t minor,
                                       const std::string& agent = "agent-1") const {
        domain::TransactionVersion version;
        version.key = {domain::SourceId(source_), domain::TransactionId(transaction)};
        version.version = number;
        domain::Subject& subject = version.subject;
        subject.agent = domain::AgentId(agent);
        subject.owner = domain::OwnerId("owner-1");
        subject.supplier = {domain::SupplierId("supplier-7"), domain::UntrustedText("Paper & Sons")};
        subject.payee = {domain::UntrustedText("Paper & Sons"), "DE02120300000000202051"};
        subject.category = "14111507";
        subject.purpose = domain::UntrustedText("printer paper is below its reorder point");
        subject.net = subject.gross = euros(minor);
        subject.tax = euros(0);
        version.digest = crypto::sha256(wire::subject_bytes(version));
        return version;
    }

    domain::Event requested(const std::string& transaction, std::int64_t minor = 4200,
                            const std::string& agent = "agent-1") {
        return event(domain::EventType::transaction_requested, version(transaction, 1, minor, agent));
    }
    domain::Event amended(const std::string& transaction, std::int32_t number, std::int64_t minor) {
        return event(domain::EventType::transaction_amended, version(transaction, number, minor));
    }
    domain::Event assessed(const std::string& transaction, domain::Tier tier, std::int32_t number = 1) {
        domain::Assessment assessment;
        assessment.transaction = domain::TransactionId(transaction);
        assessment.version = number;
        assessment.tier = tier;
        assessment.escalation = tier == domain::Tier::automatic ? "" : "requires_escalation";
        assessment.findings = {{"above_usual_amount", domain::UntrustedText("more than ever before")}};
        assessment.if_nobody_acts = domain::UntrustedText("the order is cancelled");
        return event(domain::EventType::assessment_made, assessment);
    }
    domain::Event step(domain::EventType type, const std::string& transaction, const std::string& code = {},
                       const std::string& decision = {}) {
        domain::TransactionStep step;
        step.transaction = domain::TransactionId(transaction);
        step.agent = domain::AgentId("agent-1");
        step.code = code;
        if (!decision.empty()) {
            step.decision = domain::DecisionId(decision);
        }
        return event(type, step);
    }

    [[nodiscard]] static record::Frame frame(const domain::Event& event) {
        return record::Frame{event.raw, event.time + std::chrono::milliseconds(5), event.source, {}, 0};
    }
    [[nodiscard]] static std::vector<record::Frame> frames(const std::vector<domain::Event>& events) {
        std::vector<record::Frame> all;
        all.reserve(events.size());
        for (const domain::Event& event : events) {
            all.push_back(frame(event));
        }
        return all;
    }

private:
    std::string source_;
    std::uint64_t sequence_ = 0;
};
