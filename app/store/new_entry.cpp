// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/new_entry.h"

#include <algorithm>

namespace store {

namespace {

/// Keeps equal texts of two dimensions and of two sources apart.
std::uint64_t hash_domain(Dimension dimension, std::int64_t source) {
    return static_cast<std::uint64_t>(dimension) << 56U ^ static_cast<std::uint64_t>(source);
}

void set_text(EntryKeys& keys, const base::KeyedHash& hash, Dimension dimension, std::string_view text) {
    if (!text.empty()) {
        keys.set(dimension, text_key(hash, dimension, text));
    }
}

} // namespace

std::uint64_t text_key(const base::KeyedHash& hash, Dimension dimension, std::string_view text) {
    return key_of_hash(hash.of(hash_domain(dimension, 0), text));
}

std::uint64_t transaction_key(const base::KeyedHash& hash, std::int64_t source, std::string_view transaction) {
    return key_of_hash(hash.of(hash_domain(Dimension::transaction, source), transaction));
}

std::uint64_t identity_key(const base::KeyedHash& hash, std::int64_t source, std::string_view id) {
    return key_of_hash(hash.of(hash_domain(Dimension::identity, source), id));
}

std::uint64_t amount_key(std::int64_t minor) {
    return std::min(key_of(minor), EntryKeys::none - 1); // `none` is taken; rows are compared anyway
}

EntryKeys keys_of(const NewEntry& entry, const base::KeyedHash& hash) {
    EntryKeys keys;
    keys.set(Dimension::kind, static_cast<std::uint64_t>(entry.kind));
    keys.set(Dimension::time, key_of(entry.time.time_since_epoch().count()));
    if (entry.source != 0) {
        keys.set(Dimension::source, static_cast<std::uint64_t>(entry.source));
    }
    if (entry.type != 0) {
        keys.set(Dimension::type, static_cast<std::uint64_t>(entry.type));
    }
    if (entry.sequence != 0 && entry.kind == EntryKind::event) {
        keys.set(Dimension::sequence, entry.sequence);
    }
    if (entry.kind == EntryKind::event) {
        keys.set(Dimension::identity, identity_key(hash, entry.source, entry.id));
    }
    set_text(keys, hash, Dimension::agent, entry.agent);
    set_text(keys, hash, Dimension::supplier, entry.supplier);
    set_text(keys, hash, Dimension::category, entry.category);
    if (!entry.transaction.empty()) {
        keys.set(Dimension::transaction, transaction_key(hash, entry.source, entry.transaction));
    }
    if (entry.tier >= 0) {
        keys.set(Dimension::tier, static_cast<std::uint64_t>(entry.tier));
    }
    if (entry.amount) {
        keys.set(Dimension::currency, text_key(hash, Dimension::currency, entry.amount->currency.code()));
        keys.set(Dimension::amount, amount_key(entry.amount->minor));
    }
    return keys;
}

} // namespace store
