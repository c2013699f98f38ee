// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/record/lookup.h"

#include "app/crypto/digest.h"
#include "app/record/subject.h"
#include "app/wire/event_codec.h"
#include "app/wire/signed_bytes.h"

namespace record {

bool digest_holds(const domain::Event& event) {
    const auto* version = std::get_if<domain::TransactionVersion>(&event.payload);
    if (version == nullptr) {
        return false;
    }
    if (crypto::sha256(wire::subject_bytes(*version)) == version->digest) {
        return true;
    }
    const auto received = wire::received_subject_bytes(event);
    return received && crypto::sha256(*received) == version->digest;
}

base::Result<std::optional<KnownSubject>> subject_in(const store::Entry& entry, const domain::TransactionKey& key,
                                                     bool suspected) {
    const bool holds_version = entry.kind == store::EntryKind::event && entry.source == key.source &&
                               entry.transaction == key.id &&
                               (entry.type == domain::EventType::transaction_requested ||
                                entry.type == domain::EventType::transaction_amended);
    if (!holds_version || entry.body.empty()) {
        return std::optional<KnownSubject>();
    }
    auto event = wire::decode_event(entry.body);
    if (!event) {
        return base::Fault{base::FaultCode::corrupt,
                           "an event of the record does not read any more: " + base::describe(event.fault()),
                           "entry " + std::to_string(entry.index)};
    }
    const bool holds = digest_holds(*event);
    auto* version = std::get_if<domain::TransactionVersion>(&event->payload);
    if (version == nullptr) {
        return std::optional<KnownSubject>();
    }
    return std::optional(KnownSubject{entry.index, event->time, suspected, std::move(*version), holds});
}

namespace {

/// What to look for: the newest version of a transaction before an entry, or that of one number.
struct Wanted {
    const domain::TransactionKey& key;
    std::uint64_t key_hash = 0;
    std::uint64_t before = 0;
    std::optional<std::int32_t> version;

    [[nodiscard]] bool is(const domain::TransactionVersion& found) const {
        return found.key == key && (!version || found.version == *version);
    }
};

/// The newest one in the store among those that the index offers.
base::Result<std::optional<KnownSubject>>
newest_in_store(store::Store& store, const KnownIndex& known, const Wanted& wanted,
                const std::function<bool(std::int64_t)>& is_suspected,
                const std::function<const RecordedEvent*(std::uint64_t)>& open) {
    std::optional<KnownSubject> found;
    REEVE_TRY(known.versions_of(wanted.key_hash, wanted.before, store, [&](std::uint64_t index) -> base::Result<bool> {
        if (const RecordedEvent* recorded = open(index)) {
            const auto* version = std::get_if<domain::TransactionVersion>(&recorded->event.payload);
            if (version != nullptr && wanted.is(*version)) {
                found = KnownSubject{index, recorded->event.time, recorded->suspected, *version,
                                     digest_holds(recorded->event)};
            }
            return found.has_value();
        }
        const auto entry = store.entry(index);
        if (!entry) {
            return entry.fault();
        }
        auto subject = subject_in(*entry, wanted.key, is_suspected(entry->batch));
        if (!subject) {
            return subject.fault();
        }
        if (*subject && wanted.is((*subject)->version)) {
            found = std::move(*subject);
        }
        return found.has_value();
    }));
    return found;
}

} // namespace

base::Result<std::optional<KnownSubject>> Recorder::Impl::Lookup::newest(const domain::TransactionKey& key,
                                                                         std::uint64_t before,
                                                                         std::optional<std::int32_t> version) {
    const auto state = impl_.source(key.source);
    if (!state) {
        return state.fault();
    }
    const std::uint64_t hash = store::transaction_key(impl_.store_->hash(), (*state)->number, key.id.bytes());
    // Entries of the batch are in the order of their index, so a binary search finds the event.
    const auto open = [this](std::uint64_t index) -> const RecordedEvent* {
        const auto& events = batch_.published->events;
        const auto at = std::lower_bound(events.begin(), events.end(), index,
                                         [](const RecordedEvent& event, std::uint64_t i) { return event.index < i; });
        return at != events.end() && at->index == index ? &*at : nullptr;
    };
    return newest_in_store(
        *impl_.store_, impl_.known_, Wanted{key, hash, before, version},
        [this](std::int64_t batch) { return impl_.is_suspected(batch); }, open);
}

base::Result<std::optional<KnownSubject>> HistoryLookup::newest(const domain::TransactionKey& key, std::uint64_t before,
                                                                std::optional<std::int32_t> version) {
    const auto number = store_.source_number(key.source);
    if (!number) {
        return number.fault();
    }
    const std::uint64_t hash = store::transaction_key(store_.hash(), *number, key.id.bytes());
    if (!seen_.may_contain(hash)) {
        return std::optional<KnownSubject>();
    }
    return newest_in_store(store_, known_, Wanted{key, hash, before, version}, is_suspected,
                           [](std::uint64_t) -> const RecordedEvent* { return nullptr; });
}

} // namespace record
