// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/event.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace sandbox {

/// A counterpart of the fleet.
struct Shop {
    std::string_view id;
    std::string_view name;
    std::string_view account; ///< masked
    std::string_view currency;
};

/// Something with a catalogue price, and where there is one, a contract price.
struct Item {
    std::string_view id;
    std::string_view shop;
    std::string_view description;
    std::string_view unit;     ///< UN/ECE Recommendation 20
    std::int64_t price;        ///< catalogue, minor units of the shop's currency
    std::string_view contract; ///< empty: none
    std::int64_t contract_price;
    std::string_view stock; ///< counted quantity; empty: not a stock item
};

struct Agreement {
    std::string_view id;
    std::string_view shop;
    std::string_view title;
    int begins_days; ///< relative to the start of the sandbox
    int ends_days;
};

[[nodiscard]] std::span<const Shop> shops();
[[nodiscard]] std::span<const Item> items();
[[nodiscard]] std::span<const Agreement> agreements();

/// Both abort on an unknown id: the market is part of the program.
[[nodiscard]] const Shop& shop(std::string_view id);
[[nodiscard]] const Item& item(std::string_view id);
/// Null for an item that this market does not have.
[[nodiscard]] const Item* find_item(std::string_view id);
/// The items of a shop; empty for shops that sell without a catalogue.
[[nodiscard]] std::vector<const Item*> items_of(std::string_view shop);

[[nodiscard]] domain::Supplier supplier_of(const Shop& shop);
[[nodiscard]] domain::Payee payee_of(const Shop& shop);
[[nodiscard]] domain::Contract contract_of(const Agreement& agreement, base::Instant start);
[[nodiscard]] domain::CataloguePrice catalogue_price_of(const Item& item);

/// Minor units of `currency` that one pound is worth at the sandbox's fixed rates, and its sales tax in permille.
[[nodiscard]] double minor_per_pound(std::string_view currency);
[[nodiscard]] int tax_permille(std::string_view currency);

} // namespace sandbox
