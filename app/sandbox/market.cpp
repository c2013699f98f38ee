// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/market.h"

#include "app/sandbox/fleet.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace sandbox {

namespace {

// clang-format off
constexpr std::array all_shops = {
    Shop{"s-paper", "Penhallow Paper Ltd", "GB** **** **** **** 4410 22", "GBP"},
    Shop{"s-desk", "Deskright Interiors", "GB** **** **** **** 9031 87", "GBP"},
    Shop{"s-brick", "Bricklane Builders Merchant", "GB** **** **** **** 1177 04", "GBP"},
    Shop{"s-tool", "Toolhouse Trade Counter", "GB** **** **** **** 6620 15", "GBP"},
    Shop{"s-clean", "Brightway Cleaning Supplies", "GB** **** **** **** 3348 61", "GBP"},
    Shop{"s-venue", "Old Mill Conference Centre", "GB** **** **** **** 7502 33", "GBP"},
    Shop{"s-print", "Canal Street Print", "GB** **** **** **** 2094 90", "GBP"},
    Shop{"s-post", "Northern Mail Services", "GB** **** **** **** 5581 12", "GBP"},
    Shop{"s-food", "Harvest & Hearth Foods", "GB** **** **** **** 8810 46", "GBP"},
    Shop{"s-dairy", "Longmeadow Dairy", "GB** **** **** **** 3027 70", "GBP"},
    Shop{"s-books", "Lantern Books", "GB** **** **** **** 4953 28", "GBP"},
    Shop{"s-law", "Ashworth & Pell Solicitors", "GB** **** **** **** 6104 55", "GBP"},
    Shop{"s-care", "Rosemount Care Placements", "GB** **** **** **** 7719 03", "GBP"},
    Shop{"s-fuel", "Crossway Fuels", "GB** **** **** **** 1208 99", "GBP"},
    Shop{"s-volt", "Voltway Charging", "GB** **** **** **** 5066 31", "GBP"},
    Shop{"s-rail", "Intercounty Rail", "GB** **** **** **** 9214 77", "GBP"},
    Shop{"s-hotel", "Hotel Verband Europa", "DE** **** **** **** **40 18", "EUR"},
    Shop{"s-train", "Skillbridge Training", "GB** **** **** **** 2745 60", "GBP"},
    Shop{"s-med", "Medicare Direct", "GB** **** **** **** 8390 24", "GBP"},
    Shop{"s-tel", "Telway Business", "GB** **** **** **** 4602 13", "GBP"},
    Shop{"s-lease", "Midland Vehicle Leasing", "GB** **** **** **** 3719 82", "GBP"},
    Shop{"s-chip", "Chipwerk Distribution GmbH", "DE** **** **** **** **71 05", "EUR"},
    Shop{"s-cable", "Kabelhaus Nord GmbH", "DE** **** **** **** **22 64", "EUR"},
    Shop{"s-stahl", "Stahlhandel Ruhr AG", "DE** **** **** **** **90 11", "EUR"},
    Shop{"s-poly", "Polymer Partner B.V.", "NL** **** **** **** **37 28", "EUR"},
    Shop{"s-helm", "Helm & Handschuh GmbH", "DE** **** **** **** **18 93", "EUR"},
    Shop{"s-bolt", "Schraubenkontor Hagen", "DE** **** **** **** **65 40", "EUR"},
    Shop{"s-kraft", "Kraftstoff West", "DE** **** **** **** **04 77", "EUR"},
    Shop{"s-kaese", "K\xC3\xA4serei Steinbach", "DE** **** **** **** **51 36", "EUR"},
    Shop{"s-food-eu", "Gro\xC3\x9Fmarkt Hagen", "DE** **** **** **** **83 09", "EUR"},
    Shop{"s-volt-eu", "Energiewerk Mark", "DE** **** **** **** **29 58", "EUR"},
    Shop{"s-scrap", "Altmetall Verwertung KG", "DE** **** **** **** **76 42", "EUR"},
    Shop{"s-halabi", "شركة الحلبي للمعادن", "AE** **** **** **** 551 27", "EUR"},
    Shop{"s-lab", "Reagent Supply Inc", "US wallet ****3318", "USD"},
    Shop{"s-glass", "Corwin Glassworks", "US wallet ****8071", "USD"},
    Shop{"s-cloud", "Cirrostratus Cloud Inc", "US wallet ****1955", "USD"},
    Shop{"s-kanda", "\xE7\xA5\x9E\xE7\x94\xB0\xE5\x95\x86\xE4\xBA\x8B", "JP **** 4402", "JPY"},
    Shop{"s-osaka", "Osaka Kogu K.K.", "JP **** 9917", "JPY"},
    Shop{"s-gulf", "Gulf Industrial Trading", "KW** CBKU **** **** 2210", "KWD"},
};

constexpr std::array all_items = {
    Item{"toner-hp-26x", "s-paper", "Toner cartridge 26X, black", "C62", 11640, "c-paper", 10450, "14"},
    Item{"paper-a4-80", "s-paper", "Copy paper A4 80 g, box of 5 reams", "BX", 2395, "c-paper", 2150, "60"},
    Item{"pens-blue-50", "s-paper", "Ball pens blue, 50 pieces", "PK", 1190, "", 0, "22"},
    Item{"chair-ergo-2", "s-desk", "Office chair Ergo 2", "C62", 28900, "c-desk", 26500, ""},
    Item{"coffee-arabica-1kg", "s-food", "Coffee beans Arabica 1 kg", "C62", 1845, "c-food", 1690, "18"},
    Item{"tea-assam-250", "s-food", "Assam tea, 250 bags", "PK", 1120, "c-food", 990, "9"},
    Item{"milk-1l", "s-dairy", "Milk 3.5 %, 12 x 1 l", "CS", 1260, "c-dairy", 1140, "31"},
    Item{"butter-250", "s-dairy", "Butter 250 g, case of 20", "CS", 4980, "c-dairy", 4490, "6"},
    Item{"bolt-m8-100", "s-bolt", "Sechskantschraube M8 x 40, 100 St\xC3\xBC" "ck", "PK", 1480, "c-bolt", 1310, "240"},
    Item{"nut-m8-100", "s-bolt", "Mutter M8, 100 St\xC3\xBC" "ck", "PK", 620, "c-bolt", 540, "310"},
    Item{"washer-m8-500", "s-bolt", "Unterlegscheibe M8, 500 St\xC3\xBC" "ck", "PK", 910, "c-bolt", 790, "120"},
    Item{"steel-plate-5", "s-stahl", "Stahlblech S235 5 mm, 1 x 2 m", "C62", 14250, "c-stahl", 12900, "44"},
    Item{"steel-tube-40", "s-stahl", "Quadratrohr 40 x 40, 6 m", "C62", 5870, "c-stahl", 5390, "80"},
    Item{"pom-rod-30", "s-poly", "POM rod 30 mm, 3 m", "C62", 4410, "", 0, "25"},
    Item{"helmet-en397", "s-helm", "Schutzhelm EN 397", "C62", 2140, "c-helm", 1890, "35"},
    Item{"glove-nitril-100", "s-helm", "Nitrilhandschuhe, 100 St\xC3\xBC" "ck", "PK", 1190, "c-helm", 1050, "90"},
    Item{"ssd-2tb", "s-chip", "SSD 2 TB NVMe", "C62", 13900, "c-chip", 12750, "20"},
    Item{"laptop-14", "s-chip", "Laptop 14 inch, 32 GB", "C62", 138900, "c-chip", 129900, "8"},
    Item{"cable-cat6-3m", "s-cable", "Patchkabel Cat 6A, 3 m", "C62", 690, "", 0, "140"},
    Item{"buffer-ph7", "s-lab", "Buffer solution pH 7, 1 l", "C62", 3120, "c-lab", 2850, "16"},
    Item{"pipette-1ml", "s-lab", "Pipette tips 1 ml, 1000", "PK", 8740, "c-lab", 7990, "12"},
    Item{"flask-250", "s-glass", "Erlenmeyer flask 250 ml", "C62", 1230, "", 0, "64"},
    Item{"diesel-l", "s-fuel", "Diesel, litre", "LTR", 142, "c-fuel", 139, ""},
    Item{"diesel-de-l", "s-kraft", "Diesel, Liter", "LTR", 163, "", 0, ""},
    Item{"kwh-fast", "s-volt", "Charging, kilowatt hour", "KWH", 52, "c-volt", 47, ""},
    Item{"cheese-gouda-kg", "s-kaese", "Gouda jung, Kilogramm", "KGM", 1190, "c-kaese", 1090, "12"},
    Item{"bread-rye", "s-food-eu", "Roggenbrot 1 kg", "C62", 340, "", 0, "30"},
    Item{"plaster-box", "s-med", "Plasters, assorted, box", "C62", 870, "c-med", 790, "40"},
    Item{"gloves-m-100", "s-med", "Examination gloves M, 100", "PK", 940, "c-med", 860, "75"},
    Item{"cola-24", "s-kanda", "\xE3\x82\xB3\xE3\x83\xBC\xE3\x83\xA9 24\xE6\x9C\xAC", "CS", 2400, "", 0, "18"},
    Item{"tea-green-24", "s-kanda", "\xE7\xB7\x91\xE8\x8C\xB6 24\xE6\x9C\xAC", "CS", 2160, "", 0, "22"},
    Item{"seat-cloud", "s-cloud", "Cloud workspace, seat and month", "C62", 1400, "c-cloud", 1250, ""},
    Item{"line-business", "s-tel", "Business line, month", "C62", 2890, "c-tel", 2490, ""},
    Item{"van-lease", "s-lease", "Van lease, month", "C62", 41900, "c-lease", 38900, ""},
    Item{"pump-seal", "s-gulf", "Pump seal kit", "C62", 48250, "c-gulf", 45500, "5"},
};

constexpr std::array all_agreements = {
    Agreement{"c-paper", "s-paper", "Framework for office supplies", -200, 500},
    Agreement{"c-desk", "s-desk", "Seating, expired last month", -760, -30},
    Agreement{"c-food", "s-food", "Canteen dry goods", -100, 265},
    Agreement{"c-dairy", "s-dairy", "Dairy call-off", -100, 265},
    Agreement{"c-bolt", "s-bolt", "Rahmenvertrag C-Teile", -300, 430},
    Agreement{"c-stahl", "s-stahl", "Rahmenvertrag Halbzeug", -60, 305},
    Agreement{"c-helm", "s-helm", "Arbeitsschutz, Abruf", -150, 215},
    Agreement{"c-chip", "s-chip", "IT hardware", -90, 640},
    Agreement{"c-lab", "s-lab", "Reagents and consumables", -40, 325},
    Agreement{"c-fuel", "s-fuel", "Fuel cards", -500, 230},
    Agreement{"c-volt", "s-volt", "Charging tariff", -20, 345},
    Agreement{"c-kaese", "s-kaese", "K\xC3\xA4se, Jahresvertrag", -120, 245},
    Agreement{"c-med", "s-med", "First aid consumables", -80, 285},
    Agreement{"c-cloud", "s-cloud", "Cloud workspace agreement", -330, 35},
    Agreement{"c-tel", "s-tel", "Business telephony", -400, 330},
    Agreement{"c-lease", "s-lease", "Vehicle leasing framework", -365, 365},
    Agreement{"c-gulf", "s-gulf", "Pump spares, Kuwait", -10, 720},
};
// clang-format on

template <class All>
const auto& found_in(const All& all, std::string_view id) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.id == id; });
    if (found == all.end()) {
        std::abort(); // the market is part of the program
    }
    return *found;
}

} // namespace

std::span<const Shop> shops() {
    return all_shops;
}

std::span<const Item> items() {
    return all_items;
}

std::span<const Agreement> agreements() {
    return all_agreements;
}

const Shop& shop(std::string_view id) {
    return found_in(all_shops, id);
}

const Item& item(std::string_view id) {
    return found_in(all_items, id);
}

const Item* find_item(std::string_view id) {
    const auto found =
        std::find_if(all_items.begin(), all_items.end(), [&](const Item& each) { return each.id == id; });
    return found == all_items.end() ? nullptr : &*found;
}

std::vector<const Item*> items_of(std::string_view shop_id) {
    std::vector<const Item*> found;
    for (const Item& each : all_items) {
        if (each.shop == shop_id) {
            found.push_back(&each);
        }
    }
    return found;
}

domain::Supplier supplier_of(const Shop& shop) {
    return {domain::SupplierId(std::string(shop.id)), domain::UntrustedText(std::string(shop.name))};
}

domain::Payee payee_of(const Shop& shop) {
    return {domain::UntrustedText(std::string(shop.name)), std::string(shop.account)};
}

domain::Contract contract_of(const Agreement& agreement, base::Instant start) {
    const Shop& seller = shop(agreement.shop);
    domain::Contract contract;
    contract.id = domain::ContractId(std::string(agreement.id));
    contract.supplier = supplier_of(seller);
    contract.title = domain::UntrustedText(std::string(agreement.title));
    contract.not_before = start + std::chrono::days(agreement.begins_days);
    contract.not_after = start + std::chrono::days(agreement.ends_days);
    for (const Item& each : all_items) {
        if (each.contract == agreement.id) {
            contract.prices.push_back({std::string(each.id), domain::UntrustedText(std::string(each.description)),
                                       std::string(each.unit), money(each.contract_price, seller.currency),
                                       std::nullopt});
        }
    }
    return contract;
}

domain::CataloguePrice catalogue_price_of(const Item& item) {
    const Shop& seller = shop(item.shop);
    return {supplier_of(seller), std::string(item.id), domain::UntrustedText(std::string(item.description)),
            std::string(item.unit), money(item.price, seller.currency)};
}

double minor_per_pound(std::string_view currency) {
    struct Rate {
        std::string_view currency;
        double minor;
    };
    // Round figures of the sandbox's own world, not market data.
    constexpr std::array rates = {Rate{"GBP", 100}, Rate{"EUR", 116}, Rate{"USD", 127}, Rate{"JPY", 190},
                                  Rate{"KWD", 390}};
    const auto found =
        std::find_if(rates.begin(), rates.end(), [&](const Rate& rate) { return rate.currency == currency; });
    return found == rates.end() ? 100 : found->minor;
}

int tax_permille(std::string_view currency) {
    if (currency == "GBP") {
        return 200;
    }
    if (currency == "EUR") {
        return 190;
    }
    return currency == "JPY" ? 100 : 0;
}

} // namespace sandbox
