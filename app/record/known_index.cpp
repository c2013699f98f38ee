// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/record/known_index.h"

#include <algorithm>

namespace record {

using store::Dimension;

namespace {

/// Of a commit with so many entries one further dimension of a full segment is written: sealing one at once takes as
/// long as a few commits, which the screen would see.
constexpr std::size_t entries_of_a_step = 1'000;

bool holds_version(std::uint64_t type) {
    return type == static_cast<std::uint64_t>(domain::EventType::transaction_requested) ||
           type == static_cast<std::uint64_t>(domain::EventType::transaction_amended);
}

} // namespace

base::Done KnownIndex::load(store::Store& store) {
    const auto sealed = store.sealed_segments();
    if (!sealed) {
        return sealed.fault();
    }
    sealed_ = *sealed;
    REEVE_TRY(store.walk_keys(Dimension::identity,
                              [this](std::uint64_t key, std::uint16_t segment) { identities_.insert(key, segment); }));
    std::uint64_t last_key = store::EntryKeys::none;
    std::uint16_t last_segment = 0;
    REEVE_TRY(store.walk_keys(Dimension::transaction, [&](std::uint64_t key, std::uint16_t segment) {
        if (key != last_key || segment != last_segment) {
            transactions_.insert(key, segment);
            last_key = key;
            last_segment = segment;
        }
    }));
    REEVE_TRY(store.load_tail(tail_start(), tail_));
    return {};
}

base::Result<std::vector<std::uint64_t>> KnownIndex::with_identity(std::uint64_t key, store::Store& store) const {
    std::vector<std::uint64_t> found;
    places_.clear();
    tail_.find_identity(key, places_);
    for (const std::size_t place : places_) {
        found.push_back(tail_start() + place);
    }
    segments_.clear();
    REEVE_TRY(identities_.candidates(key, segments_));
    for (const std::uint16_t segment : segments_) {
        const auto sealed = store.find(segment, Dimension::identity, key);
        if (!sealed) {
            return sealed.fault();
        }
        found.insert(found.end(), sealed->begin(), sealed->end());
    }
    return found;
}

base::Done KnownIndex::versions_of(std::uint64_t key, std::uint64_t before, store::Store& store,
                                   const std::function<base::Result<bool>(std::uint64_t)>& accept) const {
    return offer(key, before, true, store, accept);
}

base::Done KnownIndex::entries_of(std::uint64_t key, std::uint64_t before, store::Store& store,
                                  const std::function<base::Result<bool>(std::uint64_t)>& accept) const {
    return offer(key, before, false, store, accept);
}

base::Done KnownIndex::offer(std::uint64_t key, std::uint64_t before, bool versions_only, store::Store& store,
                             const std::function<base::Result<bool>(std::uint64_t)>& accept) const {
    std::size_t place = before > tail_start() ? static_cast<std::size_t>(before - tail_start()) : 0;
    while (const auto at = tail_.last(Dimension::transaction, key, place)) {
        place = *at;
        if (versions_only && !holds_version(tail_.key(Dimension::type, place))) {
            continue;
        }
        const auto accepted = accept(tail_start() + place);
        if (!accepted || *accepted) {
            return accepted ? base::Done() : base::Done(accepted.fault());
        }
    }
    std::vector<std::uint16_t> segments; // `accept` may ask again
    REEVE_TRY(transactions_.candidates(key, segments));
    std::sort(segments.begin(), segments.end(), std::greater<>());
    for (const std::uint16_t segment : segments) {
        const auto sealed = store.find(segment, Dimension::transaction, key);
        if (!sealed) {
            return sealed.fault();
        }
        for (auto index = sealed->rbegin(); index != sealed->rend(); ++index) {
            const auto accepted = *index < before ? accept(*index) : base::Result<bool>(false);
            if (!accepted || *accepted) {
                return accepted ? base::Done() : base::Done(accepted.fault());
            }
        }
    }
    return {};
}

base::Result<std::vector<std::uint64_t>> KnownIndex::with_sequence(std::uint64_t sequence, store::Store& store) const {
    std::vector<std::uint64_t> found;
    std::size_t place = tail_.size();
    while (const auto at = tail_.last(Dimension::sequence, sequence, place)) {
        found.push_back(tail_start() + *at);
        place = *at;
    }
    for (std::uint64_t segment = sealed_; segment > 0; --segment) {
        const auto sealed = store.find(segment - 1, Dimension::sequence, sequence);
        if (!sealed) {
            return sealed.fault();
        }
        found.insert(found.end(), sealed->begin(), sealed->end());
    }
    return found;
}

base::Done KnownIndex::seal(store::Store& store, std::size_t entries) {
    const std::size_t whole = full_segments() * store::dimension_count;
    const std::size_t step = 1 + entries / entries_of_a_step;
    // Never more than one segment behind.
    indexed_now_ = full_segments() > 1 ? whole : std::min(whole, indexed_ + step);
    for (std::size_t at = indexed_; at < indexed_now_; ++at) {
        const std::size_t i = at / store::dimension_count;
        const auto dimension = static_cast<Dimension>(1 + at % store::dimension_count);
        REEVE_TRY(store.index_segment(sealed_ + i, dimension, tail_, i * store::segment_entries));
        if ((at + 1) % store::dimension_count == 0) {
            REEVE_TRY(store.seal_segment(sealed_ + i, tail_, i * store::segment_entries));
        }
    }
    return {};
}

void KnownIndex::adopt_sealed() {
    const std::size_t full = indexed_now_ / store::dimension_count;
    indexed_ = indexed_now_ % store::dimension_count;
    if (full == 0) {
        return;
    }
    for (std::size_t place = 0; place < full * store::segment_entries; ++place) {
        const std::uint64_t key = tail_.key(Dimension::identity, place);
        const auto segment = static_cast<std::uint16_t>(sealed_ + place / store::segment_entries);
        if (key != store::EntryKeys::none) {
            identities_.insert(key, segment);
        }
        if (tail_.first_of_transaction(place, place - place % store::segment_entries)) {
            transactions_.insert(tail_.key(Dimension::transaction, place), segment);
        }
    }
    tail_.drop_front(full * store::segment_entries);
    sealed_ += full;
}

} // namespace record
