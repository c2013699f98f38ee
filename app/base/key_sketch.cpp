// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/key_sketch.h"

namespace base {

namespace {

constexpr std::uint64_t first_capacity = 4096; ///< hashes of the first filter
constexpr std::uint64_t bits_each = 16;
constexpr std::uint64_t block_words = 8; ///< 512 bits, one line of the cache
constexpr unsigned bits_set = 8;
constexpr unsigned bits_of_place = 9; ///< within a block

constexpr std::uint64_t words_for(std::uint64_t capacity) {
    return capacity * bits_each / 64;
}

/// The finalizer of MurmurHash3: every bit of what comes in moves every bit of what goes out.
std::uint64_t mixed(std::uint64_t hash) {
    hash = (hash ^ hash >> 33U) * 0xff51afd7ed558ccdU;
    hash = (hash ^ hash >> 33U) * 0xc4ceb9fe1a85ec53U;
    return hash ^ hash >> 33U;
}

/// Calls `bit(word, mask)` for the bits of a hash in a filter, until it answers false.
template <class Bit>
void for_bits(std::uint64_t hash, std::uint64_t begin, std::uint64_t capacity, Bit bit) {
    const std::uint64_t blocks = words_for(capacity) / block_words; // a power of two
    const std::uint64_t block = begin + (mixed(hash) & (blocks - 1)) * block_words;
    std::uint64_t places = mixed(~hash);
    for (unsigned i = 0; i < bits_set; ++i) {
        const std::uint64_t place = places & ((1U << bits_of_place) - 1);
        if (!bit(block + place / 64, std::uint64_t{1} << (place % 64))) {
            return;
        }
        places = i == 5 ? mixed(hash + i) : places >> bits_of_place; // six places are in 64 bits
    }
}

} // namespace

void KeySketch::insert(std::uint64_t hash) {
    std::uint64_t begin = 0;
    std::uint64_t capacity = first_capacity;
    std::uint64_t before = 0; // in the filters that are full
    while (size_ >= before + capacity) {
        before += capacity;
        begin += words_for(capacity);
        capacity *= 2;
    }
    if (words_.size() < begin + words_for(capacity)) {
        words_.reserve(begin + words_for(capacity));
        words_.resize(begin + words_for(capacity), 0);
    }
    for_bits(hash, begin, capacity, [this](std::uint64_t word, std::uint64_t mask) {
        words_[word] |= mask;
        return true;
    });
    ++size_;
}

bool KeySketch::may_contain(std::uint64_t hash) const {
    std::uint64_t capacity = first_capacity;
    for (std::uint64_t begin = 0; begin < words_.size(); begin += words_for(capacity), capacity *= 2) {
        bool all = true;
        for_bits(hash, begin, capacity, [&](std::uint64_t word, std::uint64_t mask) {
            all = (words_[word] & mask) != 0;
            return all;
        });
        if (all) {
            return true;
        }
    }
    return false;
}

std::uint64_t KeySketch::words_of(std::uint64_t size) {
    std::uint64_t words = 0;
    std::uint64_t before = 0;
    for (std::uint64_t capacity = first_capacity; size > before && capacity < (std::uint64_t{1} << 60U);
         capacity *= 2) {
        words += words_for(capacity);
        before += capacity;
    }
    return words;
}

bool KeySketch::restore(std::uint64_t size, std::vector<std::uint64_t> words) {
    if (words.size() != words_of(size)) {
        return false;
    }
    size_ = size;
    words_ = std::move(words);
    return true;
}

} // namespace base
