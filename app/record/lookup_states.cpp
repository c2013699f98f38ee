// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/record/lookup.h"

#include "app/domain/event_meaning.h"

namespace record {

namespace {

using Header = std::function<base::Result<std::optional<store::Entry>>(std::uint64_t)>;

/// Where to look for entries about a transaction.
struct Place {
    store::Store& store;
    const KnownIndex& known;
    std::int64_t source = 0;
    const domain::TransactionKey& key;
    std::uint64_t before = 0;

    [[nodiscard]] base::Done walk(const std::function<base::Result<bool>(std::uint64_t)>& accept) const {
        const std::uint64_t hash = store::transaction_key(store.hash(), source, key.id.bytes());
        return known.entries_of(hash, before, store, accept);
    }
};

base::Result<std::optional<Judged>> newest_verdict(const Place& place, const Header& header) {
    std::optional<Judged> found;
    REEVE_TRY(place.walk([&](std::uint64_t index) -> base::Result<bool> {
        const auto entry = header(index);
        if (!entry) {
            return entry.fault();
        }
        if (*entry && (*entry)->kind == store::EntryKind::verdict) {
            found = judged_in(**entry);
        }
        return found.has_value();
    }));
    return found;
}

base::Result<domain::TransactionState> newest_state(const Place& place, const Header& header) {
    auto found = domain::TransactionState::requested;
    REEVE_TRY(place.walk([&](std::uint64_t index) -> base::Result<bool> {
        const auto entry = header(index);
        if (!entry) {
            return entry.fault();
        }
        const bool told = *entry && (*entry)->kind == store::EntryKind::event && (*entry)->type;
        const auto state = told ? domain::meaning_of(*(*entry)->type).transaction : std::nullopt;
        found = state.value_or(found);
        return state.has_value();
    }));
    return found;
}

bool is_about(const store::Entry& entry, const domain::TransactionKey& key) {
    return entry.source == key.source && entry.transaction == key.id;
}

} // namespace

base::Result<std::optional<store::Entry>> Recorder::Impl::Lookup::header(std::uint64_t index,
                                                                         const domain::TransactionKey& key) const {
    const std::uint64_t stored = impl_.tree_.size();
    if (index < stored) {
        auto entry = impl_.store_->header(index);
        if (!entry) {
            return entry.fault();
        }
        return is_about(*entry, key) ? std::optional(std::move(entry).value()) : std::nullopt;
    }
    // Of the batch under way: what its row says.
    const store::NewEntry& row = batch_.rows[static_cast<std::size_t>(index - stored)];
    if (row.transaction != key.id.bytes() ||
        *batch_.row_sources[static_cast<std::size_t>(index - stored)] != key.source) {
        return std::optional<store::Entry>();
    }
    store::Entry entry;
    entry.index = index;
    entry.kind = row.kind;
    entry.source = key.source;
    entry.transaction = key.id;
    entry.version = row.version;
    entry.time = row.time;
    entry.category = std::string(row.category);
    if (row.type != 0) {
        entry.type = static_cast<domain::EventType>(row.type);
    }
    if (row.tier >= 0) {
        entry.tier = static_cast<domain::Tier>(row.tier);
    }
    return std::optional(std::move(entry));
}

base::Result<std::optional<Judged>> Recorder::Impl::Lookup::judged(const domain::TransactionKey& key,
                                                                   std::uint64_t before) {
    const auto state = impl_.source(key.source);
    if (!state) {
        return state.fault();
    }
    return newest_verdict({*impl_.store_, impl_.known_, (*state)->number, key, before},
                          [&](std::uint64_t index) { return header(index, key); });
}

base::Result<domain::TransactionState> Recorder::Impl::Lookup::reported(const domain::TransactionKey& key,
                                                                        std::uint64_t before) {
    const auto state = impl_.source(key.source);
    if (!state) {
        return state.fault();
    }
    return newest_state({*impl_.store_, impl_.known_, (*state)->number, key, before},
                        [&](std::uint64_t index) { return header(index, key); });
}

base::Result<std::optional<store::Entry>> HistoryLookup::header(std::uint64_t index,
                                                                const domain::TransactionKey& key) const {
    auto entry = store_.header(index);
    if (!entry) {
        return entry.fault();
    }
    return is_about(*entry, key) ? std::optional(std::move(entry).value()) : std::nullopt;
}

base::Result<std::optional<Judged>> HistoryLookup::judged(const domain::TransactionKey& key, std::uint64_t before) {
    const auto number = store_.source_number(key.source);
    if (!number) {
        return number.fault();
    }
    return newest_verdict({store_, known_, *number, key, before},
                          [&](std::uint64_t index) { return header(index, key); });
}

base::Result<domain::TransactionState> HistoryLookup::reported(const domain::TransactionKey& key,
                                                               std::uint64_t before) {
    const auto number = store_.source_number(key.source);
    if (!number) {
        return number.fault();
    }
    return newest_state({store_, known_, *number, key, before},
                        [&](std::uint64_t index) { return header(index, key); });
}

} // namespace record
