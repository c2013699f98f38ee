// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed_reading.h"

#include "app/wire/event_codec.h"

using domain::EventType;

std::map<domain::TransactionId, Held> orders_in(const Received& received) {
    std::map<domain::TransactionId, Held> orders;
    for (const std::string& json : received.events) {
        const auto event = wire::decode_event(json).value();
        if (const auto* version = std::get_if<domain::TransactionVersion>(&event.payload)) {
            orders[version->key.id].version = *version;
        } else if (event.type == EventType::transaction_held) {
            orders[std::get<domain::TransactionStep>(event.payload).transaction].held = true;
        }
    }
    return orders;
}

std::size_t count(const Received& received, EventType type) {
    std::size_t found = 0;
    for (const std::string& json : received.events) {
        found += wire::decode_event(json).value().type == type ? 1 : 0;
    }
    return found;
}

std::function<bool(const Received&)> until(EventType type, std::size_t times) {
    return [type, times](const Received& received) { return count(received, type) >= times; };
}

std::function<bool(const Received&)> until_sequence(std::uint64_t last) {
    return [last](const Received& received) { return received.last() >= last; };
}

bool is_contiguous(const Received& received, std::uint64_t after) {
    for (const std::uint64_t sequence : received.sequences) {
        if (sequence != ++after) {
            return false;
        }
    }
    return true;
}

domain::Decision about(Supervisor& people, const domain::TransactionVersion& version, domain::Verb verb,
                       const std::string& id) {
    domain::Decision decision = people.blank(version.key.source, verb, base::SystemClock().now(), id);
    decision.transaction = version.key.id;
    decision.version = version.version;
    decision.subject_digest = version.digest;
    decision.agent = version.subject.agent;
    decision.amount = version.subject.gross;
    decision.payee = version.subject.payee;
    return decision;
}
