// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/block.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace store {

/// The keys of one entry in every dimension; nothing: the entry has no value there.
struct EntryKeys {
    static constexpr std::uint64_t none = ~std::uint64_t{0};
    EntryKeys() { keys.fill(none); }
    void set(Dimension dimension, std::uint64_t key) { keys[static_cast<std::size_t>(dimension) - 1] = key; }
    [[nodiscard]] std::uint64_t at(Dimension dimension) const { return keys[static_cast<std::size_t>(dimension) - 1]; }

    std::array<std::uint64_t, dimension_count> keys;
};

/// The keys of the entries behind the last sealed segment, in columns: what the next segment is made from, and hash
/// tables over the identities and the transactions in it. Entries of a batch are added before its commit and taken back
/// by truncate() when it fails.
class Tail {
public:
    Tail();

    void add(const EntryKeys& keys);
    [[nodiscard]] std::size_t size() const { return columns_.front().size(); }
    /// Takes back the newest entries until `size` are left.
    void truncate(std::size_t size);
    /// Forgets the oldest entries, which were sealed.
    void drop_front(std::size_t count);

    /// Places (from 0, oldest first) of entries with this identity key.
    void find_identity(std::uint64_t key, std::vector<std::size_t>& into) const;
    /// The newest place before `before` with this key: of a transaction by its chain, else by walking back through the
    /// column.
    [[nodiscard]] std::optional<std::size_t> last(Dimension dimension, std::uint64_t key, std::size_t before) const;
    [[nodiscard]] std::uint64_t key(Dimension dimension, std::size_t place) const;
    /// The entry at a place is about a transaction that no entry in [from, place) is about.
    [[nodiscard]] bool first_of_transaction(std::size_t place, std::size_t from) const;

    /// Sorted blocks of one dimension over the entries [from, from + segment_entries).
    [[nodiscard]] std::vector<Block> seal(Dimension dimension, std::size_t from) const;

private:
    [[nodiscard]] const std::vector<std::uint64_t>& column(Dimension dimension) const;
    void link(std::size_t place);
    void link_transaction(std::size_t place);
    void unlink_newest();
    /// Where a transaction's newest place stands, or would.
    [[nodiscard]] std::size_t transaction_slot(std::uint64_t key) const;
    void rebuild(std::size_t slots);

    std::array<std::vector<std::uint64_t>, dimension_count> columns_;
    std::vector<std::uint32_t> slots_;        ///< place + 1 of an entry, by identity key; 0: free
    std::vector<std::uint32_t> transactions_; ///< place + 1 of the newest entry of each transaction; 0: free
    std::vector<std::uint32_t> before_;       ///< by place: place + 1 of the one before of its transaction; 0: none
};

} // namespace store
