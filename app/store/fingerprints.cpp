// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/fingerprints.h"

#include <algorithm>

namespace store {

namespace {

constexpr std::size_t first_slots = std::size_t{1} << 17U;

/// 16 bits that are never zero, from the other end of the key than the place.
std::uint32_t mark_of(std::uint64_t key) {
    return std::max<std::uint32_t>(static_cast<std::uint32_t>(key >> 24U & 0xffffU), 1);
}

std::size_t place_of(std::uint64_t key, std::size_t slots) {
    return static_cast<std::size_t>(key) & (slots - 1);
}

} // namespace

void Fingerprints::insert(std::uint64_t key, std::uint16_t segment) {
    if (tables_.empty() || tables_.back().used * 2 >= tables_.back().slots.size()) {
        const std::size_t slots = tables_.empty() ? first_slots : tables_.back().slots.size() * 2;
        tables_.push_back(Table{std::vector<std::uint32_t>(slots), 0});
    }
    Table& table = tables_.back();
    std::size_t place = place_of(key, table.slots.size());
    while (table.slots[place] != 0) {
        place = (place + 1) & (table.slots.size() - 1);
    }
    table.slots[place] = mark_of(key) << 16U | segment;
    ++table.used;
    ++size_;
}

void Fingerprints::candidates(std::uint64_t key, std::vector<std::uint16_t>& into) const {
    const std::uint32_t mark = mark_of(key);
    for (auto table = tables_.rbegin(); table != tables_.rend(); ++table) {
        const auto& slots = table->slots;
        for (std::size_t place = place_of(key, slots.size()); slots[place] != 0;
             place = (place + 1) & (slots.size() - 1)) {
            if (slots[place] >> 16U == mark) {
                into.push_back(static_cast<std::uint16_t>(slots[place] & 0xffffU));
            }
        }
    }
}

std::size_t Fingerprints::bytes() const {
    std::size_t sum = 0;
    for (const Table& table : tables_) {
        sum += table.slots.size() * sizeof(std::uint32_t);
    }
    return sum;
}

} // namespace store
