// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/press.h"

#include "app/sandbox/book.h"

namespace sandbox {

Press::Press(domain::SourceId source, Book& book, const base::Clock& clock, Sink sink)
    : source_(std::move(source))
    , book_(book)
    , clock_(clock)
    , sink_(std::move(sink)) {}

void Press::emit(domain::EventType type, domain::Payload payload) {
    emit(type, std::move(payload), std::nullopt);
}

void Press::emit(domain::EventType type, domain::Payload payload, const std::optional<wire::Upstream>& upstream) {
    domain::Event event;
    event.source = source_;
    event.sequence = next_;
    event.id = domain::EventId("e-" + std::to_string(next_));
    event.type = type;
    event.time = clock_.now();
    event.payload = std::move(payload);
    book_.apply(event);
    emit_ready(upstream ? wire::encode_event(event, *upstream) : wire::encode_event(event));
}

void Press::emit_ready(std::string event) {
    pending_bytes_ += event.size();
    pending_.push_back(std::move(event));
    ++next_;
}

base::Done Press::commit() {
    if (pending_.empty()) {
        return {};
    }
    REEVE_TRY(sink_(first_pending_, pending_));
    first_pending_ = next_;
    pending_.clear();
    pending_bytes_ = 0;
    return {};
}

} // namespace sandbox
