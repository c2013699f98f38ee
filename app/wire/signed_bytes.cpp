// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wire/signed_bytes.h"

#include "app/base/encoding.h"
#include "app/json/reader.h"
#include "app/json/value.h"
#include "app/wire/documents.h"
#include "app/wire/shapes_decision.h"
#include "app/wire/shapes_envelope.h"

namespace wire {

namespace {

constexpr std::string_view decision_prefix = "reeve-decision/v1\n";
constexpr std::string_view receipt_prefix = "reeve-receipt/v1\n";
constexpr std::string_view roster_prefix = "reeve-roster/v1\n";
constexpr std::string_view plan_prefix = "reeve-plan/v1\n";
constexpr std::string_view confirmation_prefix = "reeve-confirmation/v1\n";

/// Writes an object without some of its members, and with `source` in its place where there is one.
template <class Object>
void write_without(json::Writer& writer, const Object& object, std::initializer_list<std::string_view> left_out,
                   const domain::SourceId* source = nullptr) {
    const auto write_source = [&writer, &source] {
        writer.key("source").string(source->bytes());
        source = nullptr;
    };
    writer.begin_object();
    for (const auto& slot : Shape<Object>::slots) {
        if (source != nullptr && slot.name > "source") {
            write_source();
        }
        if (std::find(left_out.begin(), left_out.end(), slot.name) == left_out.end()) {
            write_slot(writer, slot, object);
        }
    }
    if (source != nullptr) {
        write_source();
    }
    writer.end_object();
}

/// Signed bytes to a value. Written back they must be the same bytes, so that nothing signed is overlooked.
template <class Object>
base::Result<Object> read_signed(std::string_view bytes, std::string_view prefix) {
    if (!bytes.starts_with(prefix)) {
        return base::Fault{base::FaultCode::unsupported,
                           "signed bytes do not begin with the line " +
                               std::string(prefix.substr(0, prefix.size() - 1)),
                           {}};
    }
    auto object = read_document<Object>(bytes.substr(prefix.size()), Reading(Reading::Strictness::closed));
    if (object && write_document(*object, prefix) != bytes) {
        return base::Fault{base::FaultCode::malformed, "signed bytes are not in canonical form (RFC 8785)", {}};
    }
    return object;
}

} // namespace

std::string subject_bytes(const domain::TransactionVersion& version) {
    json::Writer writer;
    write_without(writer, version, {"subject_digest"}, &version.key.source);
    return writer.take();
}

base::Result<std::string> received_subject_bytes(const domain::Event& event) {
    const auto* version = std::get_if<domain::TransactionVersion>(&event.payload);
    if (version == nullptr) {
        return base::Fault{base::FaultCode::invalid_argument, "the event carries no version of a transaction", {}};
    }
    const auto document = json::Document::parse(event.raw);
    if (!document) {
        return document.fault();
    }
    const auto data = document->root().member("data");
    const auto subject = data ? data->member("subject") : std::nullopt;
    if (!subject) {
        return base::Fault{base::FaultCode::malformed, "the event's bytes hold no subject", "/data"};
    }
    json::Writer writer;
    writer.begin_object();
    writer.key("source").string(event.source.bytes());
    writer.key("subject").raw(json::canonical(*subject));
    writer.key("transaction_id").string(version->key.id.bytes());
    writer.key("version").int32(version->version);
    writer.end_object();
    return writer.take();
}

std::string plan_bytes(const domain::Plan& plan) {
    json::Writer writer{std::string(plan_prefix)};
    writer.begin_object();
    for (const auto& slot : Shape<domain::Plan>::slots) {
        if (slot.name == "steps" && !plan.steps.empty()) {
            writer.key(slot.name).begin_array();
            for (const domain::Step& step : plan.steps) {
                write_without(writer, step, {"state", "result"});
            }
            writer.end_array();
        } else if (slot.name != "digest") {
            write_slot(writer, slot, plan);
        }
    }
    writer.end_object();
    return writer.take();
}

std::string confirmation_bytes(const domain::SourceId& source, const domain::ConfirmationGiven& confirmation) {
    json::Writer writer{std::string(confirmation_prefix)};
    write_without(writer, confirmation, {"key", "signature"}, &source);
    return writer.take();
}

std::string decision_bytes(const domain::Decision& decision) {
    return write_document(decision, decision_prefix);
}

std::string receipt_bytes(const domain::Receipt& receipt) {
    return write_document(receipt, receipt_prefix);
}

std::string roster_bytes(const domain::Roster& roster) {
    return write_document(roster, roster_prefix);
}

base::Result<domain::Decision> decode_decision(std::string_view signed_bytes) {
    return read_signed<domain::Decision>(signed_bytes, decision_prefix);
}

base::Result<domain::Receipt> decode_receipt(std::string_view signed_bytes) {
    auto receipt = read_signed<domain::Receipt>(signed_bytes, receipt_prefix);
    if (receipt) {
        receipt->signed_bytes = signed_bytes;
    }
    return receipt;
}

base::Result<domain::Roster> decode_roster(std::string_view signed_bytes) {
    return read_signed<domain::Roster>(signed_bytes, roster_prefix);
}

void read_base64(json::View view, std::string& into, Reading& reading) {
    auto bytes = base::from_base64(text_of(view, reading));
    if (!bytes) {
        reading.blame(view, "expected bytes in padded base64");
        return;
    }
    into = std::move(*bytes);
}

std::string encode_envelope(const Envelope& envelope) {
    return write_document(envelope);
}

base::Result<Envelope> decode_envelope(std::string_view json) {
    return read_document<Envelope>(json);
}

base::Result<domain::SignedDecision> open_decision(const Envelope& envelope) {
    auto decision = decode_decision(envelope.signed_bytes);
    if (!decision) {
        return std::move(decision).fault();
    }
    return domain::SignedDecision{std::move(*decision), envelope.signed_bytes, envelope.key, envelope.signature};
}

base::Result<domain::Receipt> open_receipt(const Envelope& envelope) {
    auto receipt = decode_receipt(envelope.signed_bytes);
    if (receipt) {
        receipt->key = envelope.key;
        receipt->signature = envelope.signature;
    }
    return receipt;
}

base::Result<domain::SignedRoster> open_roster(const Envelope& envelope) {
    auto roster = decode_roster(envelope.signed_bytes);
    if (!roster) {
        return std::move(roster).fault();
    }
    return domain::SignedRoster{std::move(*roster), envelope.signed_bytes, envelope.key, envelope.signature};
}

Envelope envelope_of(const domain::SignedDecision& decision) {
    return {decision.signed_bytes, decision.key, decision.signature};
}

Envelope envelope_of(const domain::Receipt& receipt) {
    return {receipt.signed_bytes, receipt.key, receipt.signature};
}

Envelope envelope_of(const domain::SignedRoster& roster) {
    return {roster.signed_bytes, roster.key, roster.signature};
}

} // namespace wire
