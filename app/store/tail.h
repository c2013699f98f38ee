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

/// The keys of the entries behind the last sealed segment, in columns: what the next segment is made from, and a hash
/// table over the identities in it. Entries of a batch are added before its commit and taken back by truncate() when it
/// fails.
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
    /// The newest place before `before` with this key, by walking back through the column.
    [[nodiscard]] std::optional<std::size_t> last(Dimension dimension, std::uint64_t key, std::size_t before) const;
    [[nodiscard]] std::uint64_t key(Dimension dimension, std::size_t place) const;

    /// Sorted blocks of one dimension over the entries [from, from + segment_entries).
    [[nodiscard]] std::vector<Block> seal(Dimension dimension, std::size_t from) const;

private:
    [[nodiscard]] const std::vector<std::uint64_t>& column(Dimension dimension) const;
    void link(std::size_t place);
    void rebuild(std::size_t slots);

    std::array<std::vector<std::uint64_t>, dimension_count> columns_;
    std::vector<std::uint32_t> slots_; ///< place + 1 of an entry, by identity key; 0: free
};

} // namespace store
