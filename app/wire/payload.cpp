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

/// Reads the payload of an event strictly; what is wrong goes to the reading.
struct StrictPayload {
    json::View data;
    domain::Payload& into;
    Reading& reading;

    template <class Object>
    bool plain() {
        read_members(data, into.emplace<Object>(), reading, check_stranger);
        return !reading.failed();
    }

    /// A signed thing: the envelope, then what `open` finds in its bytes.
    template <class Opened>
    bool sealed(base::Result<Opened> (*open)(const Envelope&)) {
        Envelope envelope;
        read_members(data, envelope, reading, check_stranger);
        if (reading.failed()) {
            return false;
        }
        auto opened = open(envelope);
        if (!opened) {
            reading.blame(data, opened.fault().code,
                          "in the signed bytes: " + opened.fault().detail + " at " + opened.fault().where);
            return false;
        }
        into = std::move(*opened);
        return true;
    }
};

/// The same from the plainest form.
struct QuickPayload {
    Cursor& cursor;
    domain::Payload& into;

    template <class Object>
    bool plain() {
        return quick_value(cursor, into.emplace<Object>());
    }

    template <class Opened>
    bool sealed(base::Result<Opened> (*open)(const Envelope&)) {
        Envelope envelope;
        if (!quick_value(cursor, envelope)) {
            return false;
        }
        auto opened = open(envelope);
        if (!opened) {
            return false;
        }
        into = std::move(*opened);
        return true;
    }
};

template <class Reader>
bool read_by_type(domain::EventType type, Reader& reader) {
    using enum domain::EventType;
    switch (type) {
    case agent_registered: return reader.template plain<domain::Agent>();
    case agent_updated: return reader.template plain<domain::AgentUpdated>();
    case heartbeat_sent: return reader.template plain<domain::HeartbeatSent>();
    case probation_changed: return reader.template plain<domain::ProbationChanged>();
    case mandate_granted: return reader.template plain<domain::Mandate>();
    case mandate_revoked: return reader.template plain<domain::MandateRevoked>();
    case turn_taken: return reader.template plain<domain::Turn>();
    case transaction_requested:
    case transaction_amended: return reader.template plain<domain::TransactionVersion>();
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
    case transaction_expired: return reader.template plain<domain::TransactionStep>();
    case assessment_made: return reader.template plain<domain::Assessment>();
    case confirmation_given: return reader.template plain<domain::ConfirmationGiven>();
    case decision_taken: return reader.sealed(open_decision);
    case receipt_issued: return reader.sealed(open_receipt);
    case plan_made: return reader.template plain<domain::Plan>();
    case step_taken: return reader.template plain<domain::StepTaken>();
    case hold_placed:
    case hold_released: return reader.template plain<domain::HoldChanged>();
    case stop_ordered:
    case stop_acknowledged:
    case stop_lifted: return reader.template plain<domain::StopChanged>();
    case contract_published: return reader.template plain<domain::Contract>();
    case price_published: return reader.template plain<domain::CataloguePrice>();
    case stock_counted: return reader.template plain<domain::StockCounted>();
    case policy_published: return reader.template plain<domain::PolicyPublished>();
    case roster_published: return reader.sealed(open_roster);
    case claim_changed: return reader.template plain<domain::ClaimChanged>();
    }
    return false;
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
    StrictPayload reader{data, into, reading};
    static_cast<void>(read_by_type(type, reader));
}

bool quick_payload(domain::EventType type, Cursor& cursor, domain::Payload& into) {
    QuickPayload reader{cursor, into};
    return read_by_type(type, reader);
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
