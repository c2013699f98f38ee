// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/policy/cover.h"

#include <algorithm>

namespace policy {

namespace {

using domain::LineCover;
using State = domain::LineCover::State;

const domain::ContractPrice* price_of(const domain::Contract& contract, const domain::Line& line) {
    const auto found = std::find_if(contract.prices.begin(), contract.prices.end(), [&](const auto& price) {
        return !line.item_id.empty() && price.item_id == line.item_id && price.unit == line.unit;
    });
    return found == contract.prices.end() ? nullptr : &*found;
}

bool in_force(const domain::Contract& contract, base::Instant now) {
    return now >= contract.not_before && now < contract.not_after;
}

/// The list of the policy that speaks about the line; one in force goes before one that is not.
const domain::Contract* list_for(const Document& document, const domain::Subject& order, const domain::Line& line,
                                 base::Instant now) {
    const domain::Contract* found = nullptr;
    for (const domain::Contract& list : document.price_lists) {
        if (list.supplier.id != order.supplier.id || price_of(list, line) == nullptr) {
            continue;
        }
        if (in_force(list, now)) {
            return &list;
        }
        found = found == nullptr ? &list : found;
    }
    return found;
}

/// What this order takes of the item up to and with the line.
std::optional<facts::Millionths> taken_by(const domain::Subject& order, std::size_t last) {
    facts::Millionths sum = 0;
    const domain::Line& line = order.lines[last];
    for (std::size_t index = 0; index <= last; ++index) {
        const domain::Line& each = order.lines[index];
        const bool same = each.item_id == line.item_id && each.unit == line.unit &&
                          facts::contract_of(order, each) != nullptr &&
                          *facts::contract_of(order, each) == *facts::contract_of(order, line);
        const auto quantity = same ? facts::read_quantity(each.quantity) : 0;
        if (!quantity || __builtin_add_overflow(sum, *quantity, &sum)) {
            return std::nullopt;
        }
    }
    return sum;
}

State quantity_state(const domain::Subject& order, std::size_t index, const facts::LineFacts& known,
                     const std::string& most) {
    const auto agreed = facts::read_quantity(most);
    const auto taken = taken_by(order, index);
    facts::Millionths all = 0;
    if (!agreed || !taken || !known.used || __builtin_add_overflow(*known.used, *taken, &all)) {
        return State::not_checked;
    }
    return all > *agreed ? State::over_quantity : State::covered;
}

LineCover cover_by(const domain::Contract& contract, const Case& one, std::size_t index,
                   const facts::LineFacts& known) {
    const domain::Subject& order = one.version.subject;
    const domain::Line& line = order.lines[index];
    LineCover cover;
    cover.clause = contract.id.bytes();
    cover.supplier = contract.supplier.id;
    cover.begins = contract.not_before;
    cover.ends = contract.not_after;
    const domain::ContractPrice* price = price_of(contract, line);
    if (price != nullptr) {
        cover.price = price->unit_price;
        cover.most = price->max_quantity.value_or(std::string());
        cover.ordered = known.used && !cover.most.empty() ? facts::write_quantity(*known.used) : std::string();
    }
    cover.state = contract.supplier.id != order.supplier.id                ? State::other_supplier
                  : one.now < contract.not_before                          ? State::not_begun
                  : one.now >= contract.not_after                          ? State::expired
                  : price == nullptr                                       ? State::not_in_contract
                  : price->unit_price.currency != line.unit_price.currency ? State::not_checked
                  : line.unit_price.minor > price->unit_price.minor        ? State::over_price
                  : cover.most.empty()                                     ? State::covered
                                       : quantity_state(order, index, known, cover.most);
    return cover;
}

LineCover cover_line(const Case& one, const Document& document, std::size_t index) {
    const domain::Subject& order = one.version.subject;
    const domain::Line& line = order.lines[index];
    const facts::LineFacts known = index < one.facts.lines.size() ? one.facts.lines[index] : facts::LineFacts{};
    if (known.contract != nullptr) {
        return cover_by(*known.contract, one, index, known);
    }
    LineCover cover;
    if (const domain::ContractId* named = facts::contract_of(order, line)) {
        cover.state = State::not_on_file;
        cover.clause = named->bytes();
        return cover;
    }
    if (const domain::Contract* list = list_for(document, order, line, one.now)) {
        cover = cover_by(*list, one, index, known);
        cover.of_policy = true;
    }
    return cover;
}

} // namespace

std::vector<LineCover> cover_lines(const Case& one, const Document& document) {
    std::vector<LineCover> all;
    all.reserve(one.version.subject.lines.size());
    for (std::size_t index = 0; index < one.version.subject.lines.size(); ++index) {
        all.push_back(cover_line(one, document, index));
    }
    return all;
}

} // namespace policy
