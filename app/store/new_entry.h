// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/keyed_hash.h"
#include "app/store/entry.h"
#include "app/store/tail.h"

#include <cstdint>
#include <string_view>

namespace store {

/// An entry on its way into the store: the columns of Entry as views into what the caller holds, so that writing a
/// hundred thousand a second allocates nothing.
struct NewEntry {
    std::uint64_t index = 0;
    EntryKind kind = EntryKind::event;
    std::int64_t source = 0; ///< number from Store::source_number(); 0: none
    std::uint64_t sequence = 0;
    std::string_view id;
    int type = 0; ///< number of the event type; 0: none or unknown
    base::Instant time{};
    base::Instant received{};
    std::string_view agent;
    std::string_view transaction;
    std::int32_t version = 0;
    std::string_view supplier;
    std::string_view category;
    int tier = -1; ///< -1: none
    std::optional<domain::Money> amount;
    std::int64_t batch = 0;
    std::string_view body_key_id;
    Salt salt{};
    domain::Digest leaf{};
    std::string_view body;
};

/// The keys that an entry is found by.
[[nodiscard]] EntryKeys keys_of(const NewEntry& entry, const base::KeyedHash& hash);

// The same keys one by one, for searching.
[[nodiscard]] std::uint64_t text_key(const base::KeyedHash& hash, Dimension dimension, std::string_view text);
[[nodiscard]] std::uint64_t transaction_key(const base::KeyedHash& hash, std::int64_t source,
                                            std::string_view transaction);
[[nodiscard]] std::uint64_t identity_key(const base::KeyedHash& hash, std::int64_t source, std::string_view id);
[[nodiscard]] std::uint64_t amount_key(std::int64_t minor);

} // namespace store
