// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/tail.h"

#include <algorithm>
#include <utility>

namespace store {

namespace {

constexpr std::size_t first_slots = std::size_t{1} << 18U;

/// Keys are hashes cut to 40 bits: their low bits are as good as any.
std::size_t slot_of(std::uint64_t key, std::size_t slots) {
    return static_cast<std::size_t>(key) & (slots - 1);
}

} // namespace

Tail::Tail()
    : slots_(first_slots)
    , transactions_(first_slots) {
    for (auto& keys : columns_) {
        keys.reserve(segment_entries + 8192);
    }
    before_.reserve(segment_entries + 8192);
}

const std::vector<std::uint64_t>& Tail::column(Dimension dimension) const {
    return columns_[static_cast<std::size_t>(dimension) - 1];
}

std::uint64_t Tail::key(Dimension dimension, std::size_t place) const {
    return column(dimension)[place];
}

void Tail::link(std::size_t place) {
    const std::uint64_t identity = column(Dimension::identity)[place];
    if (identity == EntryKeys::none) {
        return;
    }
    std::size_t slot = slot_of(identity, slots_.size());
    while (slots_[slot] != 0) {
        slot = (slot + 1) & (slots_.size() - 1);
    }
    slots_[slot] = static_cast<std::uint32_t>(place) + 1;
}

std::size_t Tail::transaction_slot(std::uint64_t key) const {
    const auto& keys = column(Dimension::transaction);
    std::size_t slot = slot_of(key, transactions_.size());
    while (transactions_[slot] != 0 && keys[transactions_[slot] - 1] != key) {
        slot = (slot + 1) & (transactions_.size() - 1);
    }
    return slot;
}

void Tail::link_transaction(std::size_t place) {
    const std::uint64_t key = column(Dimension::transaction)[place];
    std::uint32_t before = 0;
    if (key != EntryKeys::none) {
        const std::size_t slot = transaction_slot(key);
        before = std::exchange(transactions_[slot], static_cast<std::uint32_t>(place) + 1);
    }
    before_.push_back(before);
}

void Tail::rebuild(std::size_t slots) {
    slots_.assign(slots, 0);
    transactions_.assign(slots, 0);
    before_.clear();
    for (std::size_t place = 0; place < size(); ++place) {
        link(place);
        link_transaction(place);
    }
}

void Tail::add(const EntryKeys& keys) {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        columns_[i].push_back(keys.keys[i]);
    }
    if (size() * 2 > slots_.size()) {
        rebuild(slots_.size() * 2);
    } else {
        link(size() - 1);
        link_transaction(size() - 1);
    }
}

void Tail::unlink_newest() {
    const std::uint64_t identity = column(Dimension::identity).back();
    if (identity != EntryKeys::none) {
        std::size_t slot = slot_of(identity, slots_.size());
        while (slots_[slot] != size()) {
            slot = (slot + 1) & (slots_.size() - 1);
        }
        slots_[slot] = 0;
    }
    const std::uint64_t transaction = column(Dimension::transaction).back();
    if (transaction != EntryKeys::none) {
        transactions_[transaction_slot(transaction)] = before_.back();
    }
    before_.pop_back();
}

void Tail::truncate(std::size_t size_left) {
    // Newest first: what was linked last stands at the end of its run, so freeing its slot breaks no other.
    while (size() > size_left) {
        unlink_newest();
        for (auto& keys : columns_) {
            keys.pop_back();
        }
    }
}

void Tail::drop_front(std::size_t count) {
    for (auto& keys : columns_) {
        keys.erase(keys.begin(), keys.begin() + static_cast<std::ptrdiff_t>(count));
    }
    rebuild(slots_.size());
}

void Tail::find_identity(std::uint64_t key, std::vector<std::size_t>& into) const {
    const auto& identities = column(Dimension::identity);
    for (std::size_t slot = slot_of(key, slots_.size()); slots_[slot] != 0; slot = (slot + 1) & (slots_.size() - 1)) {
        const std::size_t place = slots_[slot] - 1;
        if (identities[place] == key) {
            into.push_back(place);
        }
    }
}

std::optional<std::size_t> Tail::last(Dimension dimension, std::uint64_t key, std::size_t before) const {
    const auto& keys = column(dimension);
    if (dimension == Dimension::transaction) {
        std::uint32_t place = transactions_[transaction_slot(key)];
        while (place > before) {
            place = before_[place - 1];
        }
        return place != 0 ? std::optional<std::size_t>(place - 1) : std::nullopt;
    }
    for (std::size_t place = std::min(before, keys.size()); place > 0; --place) {
        if (keys[place - 1] == key) {
            return place - 1;
        }
    }
    return std::nullopt;
}

bool Tail::first_of_transaction(std::size_t place, std::size_t from) const {
    return column(Dimension::transaction)[place] != EntryKeys::none && before_[place] <= from;
}

std::vector<Block> Tail::seal(Dimension dimension, std::size_t from) const {
    const auto& keys = column(dimension);
    std::vector<Posting> postings;
    postings.reserve(segment_entries);
    for (std::size_t i = 0; i < segment_entries; ++i) {
        if (keys[from + i] != EntryKeys::none) {
            postings.push_back(Posting{keys[from + i], static_cast<std::uint16_t>(i)});
        }
    }
    return make_blocks(postings);
}

} // namespace store
