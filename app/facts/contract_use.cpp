// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/facts/contract_use.h"

#include "app/facts/order_keys.h"

#include <algorithm>
#include <limits>

namespace facts {

namespace {

constexpr Millionths one = 1'000'000;
constexpr std::size_t most_places = 6;

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

std::vector<ContractPiece> contract_pieces(const domain::Subject& order, const OrderKeys& keys) {
    std::vector<ContractPiece> pieces;
    for (std::size_t line = 0; line < order.lines.size(); ++line) {
        if (keys.contracts[line] != no_name) {
            pieces.emplace_back(keys.contracts[line], read_quantity(order.lines[line].quantity));
        }
    }
    return pieces;
}

void ContractUse::count(const std::vector<ContractPiece>& pieces, int by) {
    for (const auto& [name, quantity] : pieces) {
        Sum& sum = sums_[name];
        sum.quantity += Wide{by} * quantity.value_or(0);
        sum.unknown += quantity ? 0 : by;
    }
}

std::optional<Millionths> ContractUse::used(Name name, const std::vector<ContractPiece>* own) const {
    const auto found = sums_.find(name);
    Sum sum = found == sums_.end() ? Sum{} : found->second;
    if (own != nullptr) {
        for (const auto& [of, quantity] : *own) { // an order that is looked at again is not its own past
            if (of == name) {
                sum.quantity -= quantity.value_or(0);
                sum.unknown -= quantity ? 0 : 1;
            }
        }
    }
    const bool fits = sum.quantity <= std::numeric_limits<Millionths>::max();
    return sum.unknown > 0 || !fits ? std::nullopt : std::optional(static_cast<Millionths>(sum.quantity));
}

} // namespace facts
