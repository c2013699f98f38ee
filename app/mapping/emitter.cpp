// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mapping/emitter.h"

#include "app/mapping/sha256.h"
#include "app/wire/event_codec.h"
#include "app/wire/signed_bytes.h"

#include <algorithm>
#include <utility>

namespace mapping {

Emitter::Emitter(domain::SourceId source, std::string dataset, std::string period) {
    summary_.source = std::move(source);
    summary_.dataset = std::move(dataset);
    summary_.period = std::move(period);
}

bool Emitter::event(const Place& place, const std::string& id, domain::EventType type, base::Instant time,
                    domain::Payload payload, std::string_view upstream_type, std::string_view upstream) {
    domain::Event event;
    event.source = summary_.source;
    event.id = domain::EventId(id);
    event.type = type;
    event.sequence = sequence_ + 1;
    event.time = time;
    event.payload = std::move(payload);
    event.raw = upstream_type.empty()
                    ? wire::encode_event(event)
                    : wire::encode_event(event, wire::Upstream{std::string(upstream_type), std::string(upstream)});
    const auto* version = std::get_if<domain::TransactionVersion>(&event.payload);
    if (event.raw.size() > wire::max_event_bytes) {
        quarantine(place, id,
                   base::Fault{base::FaultCode::too_large, "the event would have more than 1 MiB", describe(place)},
                   std::string(upstream), version == nullptr ? std::nullopt : std::optional(version->subject.gross));
        return false;
    }
    ++sequence_;
    ++summary_.events;
    if (version != nullptr) {
        ++summary_.transactions;
        add_up(place, summary_.event_sums, version->subject.gross);
    }
    if (type == domain::EventType::agent_registered) {
        ++summary_.agents;
    }
    items_.push_back({place, std::move(event)});
    return true;
}

void Emitter::quarantine(const Place& place, const std::string& id, base::Fault reason, std::string raw,
                         std::optional<domain::Money> amount) {
    ++summary_.quarantined;
    if (amount) {
        add_up(place, summary_.quarantine_sums, *amount);
    }
    items_.push_back({place, Quarantined{summary_.source, domain::EventId(id), place, std::move(reason), std::move(raw),
                                         std::move(amount)}});
}

void Emitter::outcome(const Place& place, domain::ConversationId conversation, std::string json) {
    items_.push_back({place, Outcome{summary_.source, std::move(conversation), std::move(json)}});
}

domain::TransactionVersion Emitter::version_of(domain::TransactionId id, domain::Subject subject) const {
    domain::TransactionVersion version;
    version.key = {summary_.source, std::move(id)};
    version.version = 1;
    version.subject = std::move(subject);
    Sha256 hash;
    hash.add(wire::subject_bytes(version));
    version.digest = hash.result();
    return version;
}

std::vector<Item> Emitter::take(std::size_t most) {
    const std::size_t count = std::min(most, items_.size());
    const auto end = items_.begin() + static_cast<std::ptrdiff_t>(count);
    std::vector<Item> out(std::make_move_iterator(items_.begin()), std::make_move_iterator(end));
    items_.erase(items_.begin(), end);
    return out;
}

void Emitter::add_up(const Place& place, std::map<std::string, domain::Money>& sums, const domain::Money& amount) {
    auto& sum = sums.try_emplace(std::string(amount.currency.code()), domain::Money{0, amount.currency}).first->second;
    if (const auto added = domain::add(sum, amount)) {
        sum = *added;
    } else {
        summary_.notes.push_back("the sum does not fit into 64 bits from " + describe(place) + " on");
    }
}

} // namespace mapping
