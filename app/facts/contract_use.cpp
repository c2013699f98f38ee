// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/facts/contract_use.h"

#include <algorithm>

namespace facts {

namespace {

constexpr Millionths one = 1'000'000;
constexpr std::size_t most_places = 6;

std::string key_of(const domain::ContractId& contract, const domain::Line& line) {
    return std::to_string(contract.bytes().size()) + ' ' + contract.bytes() + ' ' +
           std::to_string(line.item_id.size()) + ' ' + line.item_id + ' ' + line.unit;
}

} // namespace

std::optional<Millionths> read_quantity(std::string_view text) {
    const std::size_t point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    const std::string_view places = point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
    const auto digits = [](std::string_view part) {
        return std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
    };
    if (whole.empty() || places.size() > most_places || (point != std::string_view::npos && places.empty()) ||
        !digits(whole) || !digits(places)) {
        return std::nullopt;
    }
    Millionths sum = 0;
    const auto add = [&sum](char digit) {
        return !__builtin_mul_overflow(sum, Millionths{10}, &sum) &&
               !__builtin_add_overflow(sum, Millionths{digit - '0'}, &sum);
    };
    const bool held = std::all_of(whole.begin(), whole.end(), add) && std::all_of(places.begin(), places.end(), add);
    for (std::size_t place = places.size(); held && place < most_places; ++place) {
        if (!add('0')) {
            return std::nullopt;
        }
    }
    return held ? std::optional(sum) : std::nullopt;
}

std::string write_quantity(Millionths quantity) {
    std::string places = std::to_string(quantity % one);
    places.insert(0, most_places - places.size(), '0');
    places.erase(places.find_last_not_of('0') + 1);
    return std::to_string(quantity / one) + (places.empty() ? "" : "." + places);
}

const domain::ContractId* contract_of(const domain::Subject& order, const domain::Line& line) {
    return line.contract ? &*line.contract : order.contract ? &*order.contract : nullptr;
}

void ContractUse::order(const domain::TransactionVersion& version) {
    take_out(version.key);
    std::vector<Piece> pieces;
    for (const domain::Line& line : version.subject.lines) {
        const domain::ContractId* contract = contract_of(version.subject, line);
        if (contract == nullptr || line.item_id.empty()) {
            continue;
        }
        pieces.emplace_back(key_of(*contract, line), read_quantity(line.quantity));
        auto& [key, quantity] = pieces.back();
        Sum& sum = sums_[key];
        Millionths with = 0;
        if (quantity && !__builtin_add_overflow(sum.quantity, *quantity, &with)) {
            sum.quantity = with;
        } else {
            quantity.reset();
            ++sum.unknown;
        }
    }
    if (!pieces.empty()) {
        pieces_.emplace(version.key, std::move(pieces));
    }
}

void ContractUse::take_out(const domain::TransactionKey& key) {
    const auto found = pieces_.find(key);
    if (found == pieces_.end()) {
        return;
    }
    for (const auto& [of, quantity] : found->second) {
        Sum& sum = sums_[of];
        sum.quantity -= quantity.value_or(0);
        sum.unknown -= quantity ? 0 : 1;
    }
    pieces_.erase(found);
}

std::optional<Millionths> ContractUse::used(const domain::TransactionVersion& version, const domain::Line& line) const {
    const domain::ContractId* contract = contract_of(version.subject, line);
    if (contract == nullptr || line.item_id.empty()) {
        return std::nullopt;
    }
    const std::string key = key_of(*contract, line);
    const auto found = sums_.find(key);
    Sum sum = found == sums_.end() ? Sum{} : found->second;
    if (const auto own = pieces_.find(version.key); own != pieces_.end()) {
        for (const auto& [of, quantity] : own->second) { // an order that is looked at again is not its own past
            if (of == key) {
                sum.quantity -= quantity.value_or(0);
                sum.unknown -= quantity ? 0 : 1;
            }
        }
    }
    return sum.unknown > 0 ? std::nullopt : std::optional(sum.quantity);
}

} // namespace facts
