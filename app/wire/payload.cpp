// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wire/payload.h"

#include "app/wire/shapes_agent.h"
#include "app/wire/shapes_decision.h"
#include "app/wire/shapes_envelope.h"
#include "app/wire/shapes_order.h"
#include "app/wire/signed_bytes.h"

namespace wire {

namespace {

/// Members that no shape names: the upstream message is checked when there is any of it, the rest is kept in `raw`.
void check_stranger(json::View member, Reading& reading) {
    if (member.key() == upstream_bytes_name) {
        std::string bytes;
        read_base64(member, bytes, reading);
    } else if (member.key() == upstream_type_name) {
        if (text_of(member, reading).empty()) {
            reading.blame(member, "the type of an upstream message is not empty");
        }
    }
}

template <class Object>
void read_plain(json::View data, domain::Payload& into, Reading& reading) {
    read_members(data, into.emplace<Object>(), reading, check_stranger);
}

/// A signed thing: the envelope, then what `open` finds in its bytes.
template <class Opened>
void read_signed(json::View data, domain::Payload& into, Reading& reading,
                 base::Result<Opened> (*open)(const Envelope&)) {
    Envelope envelope;
    read_members(data, envelope, reading, check_stranger);
    if (reading.failed()) {
        return;
    }
    auto opened = open(envelope);
    if (!opened) {
        reading.blame(data, opened.fault().code,
                      "in the signed bytes: " + opened.fault().detail + " at " + opened.fault().where);
        return;
    }
    into = std::move(*opened);
}

/// Members in the order of their names, with the two of the upstream message where they belong.
template <class Object>
void write_members(json::Writer& writer, const Object& object, const Upstream* upstream) {
    const auto write_upstream = [&writer, &upstream] {
        writer.key(upstream_bytes_name).base64(upstream->bytes);
        writer.key(upstream_type_name).string(upstream->type);
        upstream = nullptr;
    };
    writer.begin_object();
    for (const auto& slot : Shape<Object>::slots) {
        if (upstream != nullptr && slot.name > upstream_type_name) {
            write_upstream();
        }
        write_slot(writer, slot, object);
    }
    if (upstream != nullptr) {
        write_upstream();
    }
    writer.end_object();
}

class PayloadWriter {
public:
    PayloadWriter(json::Writer& writer, const Upstream* upstream)
        : writer_(writer)
        , upstream_(upstream) {}

    template <class Object>
    void operator()(const Object& object) const {
        write_members(writer_, object, upstream_);
    }
    void operator()(const domain::SignedDecision& decision) const { (*this)(envelope_of(decision)); }
    void operator()(const domain::Receipt& receipt) const { (*this)(envelope_of(receipt)); }
    void operator()(const domain::SignedRoster& roster) const { (*this)(envelope_of(roster)); }
    void operator()(const domain::UnknownPayload&) const { writer_.begin_object().end_object(); }

private:
    json::Writer& writer_;
    const Upstream* upstream_;
};

} // namespace

void read_payload(domain::EventType type, json::View data, domain::Payload& into, Reading& reading) {
    using enum domain::EventType;
    switch (type) {
    case agent_registered: return read_plain<domain::Agent>(data, into, reading);
    case agent_updated: return read_plain<domain::AgentUpdated>(data, into, reading);
    case heartbeat_sent: return read_plain<domain::HeartbeatSent>(data, into, reading);
    case probation_changed: return read_plain<domain::ProbationChanged>(data, into, reading);
    case mandate_granted: return read_plain<domain::Mandate>(data, into, reading);
    case mandate_revoked: return read_plain<domain::MandateRevoked>(data, into, reading);
    case turn_taken: return read_plain<domain::Turn>(data, into, reading);
    case transaction_requested:
    case transaction_amended: return read_plain<domain::TransactionVersion>(data, into, reading);
    case transaction_held:
    case transaction_started:
    case transaction_completed:
    case transaction_failed:
    case transaction_doubted:
    case transaction_shipped:
    case transaction_delayed:
    case transaction_delivered:
    case transaction_shorted:
    case transaction_invoiced:
    case transaction_returned:
    case transaction_cancelled:
    case transaction_expired: return read_plain<domain::TransactionStep>(data, into, reading);
    case assessment_made: return read_plain<domain::Assessment>(data, into, reading);
    case confirmation_given: return read_plain<domain::ConfirmationGiven>(data, into, reading);
    case decision_taken: return read_signed(data, into, reading, open_decision);
    case receipt_issued: return read_signed(data, into, reading, open_receipt);
    case plan_made: return read_plain<domain::Plan>(data, into, reading);
    case step_taken: return read_plain<domain::StepTaken>(data, into, reading);
    case hold_placed:
    case hold_released: return read_plain<domain::HoldChanged>(data, into, reading);
    case stop_ordered:
    case stop_acknowledged:
    case stop_lifted: return read_plain<domain::StopChanged>(data, into, reading);
    case contract_published: return read_plain<domain::Contract>(data, into, reading);
    case price_published: return read_plain<domain::CataloguePrice>(data, into, reading);
    case stock_counted: return read_plain<domain::StockCounted>(data, into, reading);
    case policy_published: return read_plain<domain::PolicyPublished>(data, into, reading);
    case roster_published: return read_signed(data, into, reading, open_roster);
    case claim_changed: return read_plain<domain::ClaimChanged>(data, into, reading);
    }
}

void write_payload(json::Writer& writer, const domain::Payload& payload, const Upstream* upstream) {
    std::visit(PayloadWriter(writer, upstream), payload);
}

std::optional<Upstream> read_upstream(json::View data, Reading& reading) {
    const auto type = data.member(upstream_type_name);
    const auto bytes = data.member(upstream_bytes_name);
    if (!type && !bytes) {
        return std::nullopt;
    }
    if (!type || !bytes) {
        reading.blame(data, "an upstream message needs both upstream_type and upstream_base64");
        return std::nullopt;
    }
    check_stranger(*type, reading);
    Upstream upstream;
    upstream.type = type->string();
    read_base64(*bytes, upstream.bytes, reading);
    return upstream;
}

} // namespace wire
