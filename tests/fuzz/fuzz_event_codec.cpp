// SPDX-License-Identifier: GPL-3.0-or-later
//
// The event codec against anything. What it accepts is written again in canonical form and read again as the same; what
// it refuses has a reason; a frame gives an item for every element, and an event alike whether it comes alone or in a
// batch. resources/protocol/examples is the corpus to begin with.
#include "app/json/value.h"
#include "app/wire/api.h"
#include "app/wire/event_codec.h"
#include "app/wire/signed_bytes.h"

#include <cstdlib>

namespace {

void require(bool condition) {
    if (!condition) {
        std::abort();
    }
}

bool same(const domain::Event& left, const domain::Event& right) {
    return left.source == right.source && left.id == right.id && left.type == right.type &&
           left.sequence == right.sequence && left.time == right.time;
}

void written_again(const domain::Event& event) {
    const std::string canonical = wire::encode_event(event);
    if (!event.type) {
        require(canonical == event.raw);
        return;
    }
    require(json::canonicalize(canonical).value() == canonical);
    const auto again = wire::decode_event(canonical);
    require(again.ok() && same(*again, event));
    // An explicit empty optional reads as nothing the second time; from then on nothing changes any more.
    const std::string third = wire::encode_event(*again);
    require(third == canonical);
    require(wire::decode_event(third)->payload == again->payload);
    if (const auto* version = std::get_if<domain::TransactionVersion>(&event.payload)) {
        const auto received = wire::received_subject_bytes(event);
        require(received.ok() && json::canonicalize(*received).value() == *received);
        require(!wire::subject_bytes(*version).empty());
    }
    if (const auto* decision = std::get_if<domain::SignedDecision>(&event.payload)) {
        require(wire::decision_bytes(decision->decision) == decision->signed_bytes);
    }
    static_cast<void>(wire::upstream_of(event));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static wire::Decoder decoder; // one for all inputs: what an earlier event left behind must not matter
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto event = decoder.decode(text);
    // A blank in front sends it the strict way, past the quick one.
    const auto strict = decoder.decode(" " + std::string(text));
    require(event.ok() == strict.ok() || size >= wire::max_event_bytes);
    require(!event.ok() || !strict.ok() || (same(*event, *strict) && event->payload == strict->payload));
    if (event.ok()) {
        written_again(*event);
        std::vector<wire::Item> items;
        require(decoder.decode_frame("[" + std::string(text) + ",7]", items).ok() && items.size() == 2);
        const auto* in_batch = std::get_if<domain::Event>(&items[0]);
        require(in_batch != nullptr && same(*in_batch, *event) && in_batch->payload == event->payload);
        require(std::holds_alternative<wire::Refusal>(items[1]));
    } else {
        require(!event.fault().detail.empty());
    }
    std::vector<wire::Item> items;
    const bool framed = decoder.decode_frame(text, items).ok();
    require(framed || items.empty());
    static_cast<void>(wire::decode_decision(text));
    static_cast<void>(wire::decode_transaction_status(text));
    static_cast<void>(wire::decode_problem(text));
    return 0;
}
