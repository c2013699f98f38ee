// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/facts/names.h"

#include "app/base/keyed_hash.h"

#include <algorithm>
#include <cstring>

namespace facts {

namespace {

constexpr std::size_t chunk_bytes = std::size_t{1} << 18U;
constexpr std::size_t first_slots = 64;
using Length = std::uint32_t;

/// Texts come from outside: nobody there can choose many that stand in the same place.
std::uint64_t hash_of(std::string_view text) {
    return base::KeyedHash::of_this_process().of(0, text);
}

std::uint32_t tag_of(std::uint64_t hash) {
    return static_cast<std::uint32_t>(hash >> 32U);
}

} // namespace

std::string_view Names::text_at(std::uint64_t at) const {
    const std::string_view chunk = texts_[static_cast<std::size_t>(at >> 32U)];
    const std::string_view rest = chunk.substr(static_cast<std::size_t>(at & 0xffffffffU));
    Length length = 0;
    std::memcpy(&length, rest.data(), sizeof(length));
    return rest.substr(sizeof(length), length);
}

std::size_t Names::slot_of(std::string_view text, std::uint64_t hash) const {
    std::size_t place = static_cast<std::size_t>(hash) & (slots_.size() - 1);
    while (slots_[place].name != no_name && (slots_[place].tag != tag_of(hash) || text_at(slots_[place].at) != text)) {
        place = (place + 1) & (slots_.size() - 1);
    }
    return place;
}

Name Names::find(std::string_view text) const {
    return slots_.empty() ? no_name : slots_[slot_of(text, hash_of(text))].name;
}

Name Names::give(std::string_view text) {
    if (used_ * 2 >= slots_.size()) {
        grow();
    }
    const std::uint64_t hash = hash_of(text);
    Slot& slot = slots_[slot_of(text, hash)];
    if (slot.name == no_name) {
        slot = {tag_of(hash), static_cast<Name>(++used_), keep(text)};
    }
    return slot.name;
}

std::uint64_t Names::keep(std::string_view text) {
    const std::size_t needed = sizeof(Length) + text.size();
    if (texts_.empty() || texts_.back().capacity() - texts_.back().size() < needed) {
        texts_.emplace_back();
        texts_.back().reserve(std::max(chunk_bytes, needed));
    }
    std::string& chunk = texts_.back();
    const std::uint64_t at = static_cast<std::uint64_t>(texts_.size() - 1) << 32U | chunk.size();
    const auto length = static_cast<Length>(text.size());
    chunk.append(reinterpret_cast<const char*>(&length), sizeof(length));
    chunk.append(text);
    return at;
}

void Names::grow() {
    std::vector<Slot> old(std::max(first_slots, slots_.size() * 2));
    old.swap(slots_);
    for (const Slot& slot : old) {
        if (slot.name != no_name) {
            const std::string_view text = text_at(slot.at);
            slots_[slot_of(text, hash_of(text))] = slot;
        }
    }
}

bool operator==(const Names& left, const Names& right) {
    return left.used_ == right.used_ && std::all_of(left.slots_.begin(), left.slots_.end(), [&](const auto& slot) {
               return slot.name == no_name || right.find(left.text_at(slot.at)) == slot.name;
           });
}

} // namespace facts
