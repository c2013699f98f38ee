// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace store {

inline constexpr std::uint32_t segment_entries = 65'536;

/// What a sealed segment is searched by. The numbers are stored: never reused. A key is 40 bits of a keyed hash, a
/// small number, or (time, amount, sequence) the value itself in an order-keeping form.
enum class Dimension : unsigned char {
    kind = 1,
    source = 2,
    type = 3,
    agent = 4,
    transaction = 5, ///< together with the source
    supplier = 6,
    category = 7,
    tier = 8,
    currency = 9,
    amount = 10,   ///< minor units
    time = 11,     ///< of the event
    sequence = 12, ///< together with nothing; the row says whose
    identity = 13, ///< source and event id
};
inline constexpr int dimension_count = 13;

/// A key and the place of an entry that has it.
struct Posting {
    std::uint64_t key = 0;
    std::uint16_t offset = 0;
    friend auto operator<=>(const Posting&, const Posting&) = default;
};

/// One block of sorted postings: for each key the difference to the one before, the count and the differences of its
/// offsets, all as LEB128 numbers. The block's first key is stored beside it.
struct Block {
    std::uint64_t first_key = 0;
    std::string data;
};

/// Sorts and cuts into blocks of about 4 kB, never inside a key.
[[nodiscard]] std::vector<Block> make_blocks(std::vector<Posting>& postings);

/// Walks a block; `visit(key, offset)` is called in order. Faults: corrupt.
template <class Visit>
[[nodiscard]] base::Done walk_block(std::uint64_t first_key, std::string_view data, Visit visit);

/// Order-keeping maps between signed values and keys, and between keys and what SQL compares as signed.
[[nodiscard]] inline std::uint64_t key_of(std::int64_t value) {
    return static_cast<std::uint64_t>(value) ^ (std::uint64_t{1} << 63U);
}
[[nodiscard]] inline std::int64_t stored_key(std::uint64_t key) {
    return static_cast<std::int64_t>(key ^ (std::uint64_t{1} << 63U));
}
[[nodiscard]] inline std::uint64_t key_from_stored(std::int64_t stored) {
    return static_cast<std::uint64_t>(stored) ^ (std::uint64_t{1} << 63U);
}
/// 40 bits of a hash: short enough to pack well, long enough that a wrong hit is rare; rows are checked anyway.
[[nodiscard]] inline std::uint64_t key_of_hash(std::uint64_t hash) {
    return hash >> 24U;
}

namespace detail {

/// False when the data ends inside a number or the number has more than 64 bits.
[[nodiscard]] inline bool read_number(std::string_view data, std::size_t& at, std::uint64_t& value) {
    value = 0;
    for (unsigned shift = 0; shift < 64 && at < data.size(); shift += 7) {
        const auto byte = static_cast<unsigned char>(data[at++]);
        value |= static_cast<std::uint64_t>(byte & 0x7fU) << shift;
        if (byte < 0x80U) {
            return true;
        }
    }
    return false;
}

[[nodiscard]] base::Fault damaged_block();

} // namespace detail

template <class Visit>
base::Done walk_block(std::uint64_t first_key, std::string_view data, Visit visit) {
    std::uint64_t key = first_key;
    std::size_t at = 0;
    while (at < data.size()) {
        std::uint64_t step = 0;
        std::uint64_t count = 0;
        if (!detail::read_number(data, at, step) || !detail::read_number(data, at, count) || count > segment_entries) {
            return detail::damaged_block();
        }
        key += step;
        std::uint64_t offset = 0;
        for (std::uint64_t i = 0; i < count; ++i) {
            std::uint64_t further = 0;
            if (!detail::read_number(data, at, further) || (offset += further) >= segment_entries) {
                return detail::damaged_block();
            }
            visit(key, static_cast<std::uint16_t>(offset));
        }
    }
    return {};
}

} // namespace store
