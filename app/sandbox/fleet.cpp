// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/fleet.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace sandbox {

namespace {

using enum domain::AgentKind;

// clang-format off
constexpr std::array fleet = {
    // id, name, kind, owner, owner's name, group, model, currency, category, suppliers, cost centre, budget, weight, heartbeat
    Machine{"pa-facilities", "Facilities Buyer", procurement_agent, "o-facilities", "Facilities, Halden Works", "procurement", "buyer-agent 4.2", "GBP", "Bldg RM Departmental", "s-brick s-tool s-clean", "CC-1100", 6000000, 1.4, 600},
    Machine{"pa-office", "Office Supplies Buyer", procurement_agent, "o-admin", "Administration, Halden Works", "procurement", "buyer-agent 4.2", "GBP", "Stationery", "s-paper s-desk", "CC-1200", 2000000, 1.6, 600},
    Machine{"pa-it", "IT Hardware Buyer", procurement_agent, "o-it", "IT Services, Halden Works", "procurement", "buyer-agent 4.2", "EUR", "Computing Other", "s-chip s-cable", "CC-1300", 15000000, 1.2, 600},
    Machine{"pa-lab", "Laboratory Buyer", procurement_agent, "o-lab", "Laboratory, Halden Research", "procurement", "buyer-agent 4.1", "USD", "Supplies & Sev Mic", "s-lab s-glass", "CC-2100", 12000000, 1.0, 600},
    Machine{"pa-events", "Events Planner", procurement_agent, "o-marketing", "Marketing, Halden Works", "procurement", "planner 2.0", "GBP", "Conference Fees Subs UK", "s-venue s-print", "CC-1400", 8000000, 0.7, 600},
    Machine{"pa-print", "Print and Post Buyer", procurement_agent, "o-marketing", "Marketing, Halden Works", "procurement", "planner 2.0", "GBP", "Postage", "s-print s-post", "CC-1410", 1500000, 0.9, 600},
    Machine{"pa-catering", "Catering Buyer", procurement_agent, "o-canteen", "Canteen, Halden Works", "procurement", "buyer-agent 4.2", "GBP", "Purchases Food", "s-food s-dairy", "CC-1500", 5000000, 2.2, 600},
    Machine{"pa-library", "Library Buyer", procurement_agent, "o-library", "Library, Halden Research", "procurement", "buyer-agent 3.9", "GBP", "Books", "s-books", "CC-2200", 1000000, 1.5, 600},
    Machine{"pa-tokyo", "Tokyo Office Buyer", procurement_agent, "o-tokyo", "Tokyo Office, Halden Japan", "procurement", "buyer-agent 4.2", "JPY", "Equip Other", "s-kanda s-osaka", "CC-5100", 400000000, 0.8, 600},
    Machine{"pa-gulf", "Gulf Site Buyer", procurement_agent, "o-gulf", "Site Kuwait, Halden Gulf", "procurement", "buyer-agent 4.2", "KWD", "Mat'l Raw/Drct", "s-gulf", "CC-6100", 30000000, 0.5, 600},
    Machine{"pa-raw", "Raw Materials Buyer", procurement_agent, "o-plant", "Plant, Halden Werke", "procurement", "buyer-agent 4.2", "EUR", "Mat'l Raw/Drct", "s-stahl s-poly", "CC-3100", 40000000, 1.0, 600},
    Machine{"pa-safety", "Safety Gear Buyer", procurement_agent, "o-plant", "Plant, Halden Werke", "procurement", "buyer-agent 4.1", "EUR", "Personal Needs", "s-helm", "CC-3110", 2500000, 0.8, 600},
    Machine{"pa-legal", "Legal Services Desk", procurement_agent, "o-legal", "Legal, Halden Works", "procurement", "desk 1.3", "GBP", "Prof Fees other", "s-law", "CC-1600", 9000000, 0.4, 600},
    Machine{"pa-care", "Care Placement Desk", procurement_agent, "o-care", "Care Services, Halden Trust", "procurement", "desk 1.3", "GBP", "Other Third Parties", "s-care", "CC-7100", 50000000, 0.5, 600},
    Machine{"dev-toner-1", "Printer Fleet North", device, "o-admin", "Administration, Halden Works", "devices", "toner-sense 7", "GBP", "Stationery", "s-paper", "CC-1200", 300000, 0.8, 300},
    Machine{"dev-toner-2", "Printer Fleet South", device, "o-admin", "Administration, Halden Works", "devices", "toner-sense 7", "GBP", "Stationery", "s-paper", "CC-1200", 300000, 0.8, 300},
    Machine{"dev-coffee", "Coffee Machine Floor 3", device, "o-canteen", "Canteen, Halden Works", "devices", "brew 12", "GBP", "Purchases Food", "s-food", "CC-1500", 250000, 1.4, 300},
    Machine{"dev-fridge", "Canteen Cold Store", device, "o-canteen", "Canteen, Halden Works", "devices", "coldstore 2", "GBP", "Purchases Food", "s-dairy", "CC-1500", 800000, 1.8, 300},
    Machine{"dev-bin-a", "Fastener Bins Hall A", device, "o-plant", "Plant, Halden Werke", "devices", "kanban-bin 3", "EUR", "Equip Operational", "s-bolt", "CC-3100", 1200000, 2.0, 300},
    Machine{"dev-bin-b", "Fastener Bins Hall B", device, "o-plant", "Plant, Halden Werke", "devices", "kanban-bin 3", "EUR", "Equip Operational", "s-bolt", "CC-3100", 1200000, 2.0, 300},
    Machine{"dev-tank", "Heating Oil Tank", device, "o-facilities", "Facilities, Halden Works", "devices", "tank-eye 1", "GBP", "Vehicle Fuel", "s-fuel", "CC-1100", 3000000, 0.4, 300},
    Machine{"dev-van-1", "Delivery Van 1", device, "o-fleet", "Vehicle Fleet, Halden Works", "vehicles", "telematics 5", "GBP", "Vehicle Fuel", "s-fuel", "CC-1700", 150000, 2.4, 300},
    Machine{"dev-van-2", "Delivery Van 2", device, "o-fleet", "Vehicle Fleet, Halden Works", "vehicles", "telematics 5", "GBP", "Vehicle Fuel", "s-fuel", "CC-1700", 150000, 2.4, 300},
    Machine{"dev-truck", "Truck Ruhr", device, "o-plant", "Plant, Halden Werke", "vehicles", "telematics 5", "EUR", "Vehicle Fuel", "s-kraft", "CC-3200", 600000, 1.6, 300},
    Machine{"dev-charger", "Charging Park", device, "o-fleet", "Vehicle Fleet, Halden Works", "vehicles", "charge-os 2", "GBP", "Vehicle OthrunCosts", "s-volt", "CC-1700", 400000, 1.2, 300},
    Machine{"dev-vending-jp", "Vending Machine Kanda", device, "o-tokyo", "Tokyo Office, Halden Japan", "devices", "vend 9", "JPY", "Purchases Food", "s-kanda", "CC-5100", 30000000, 1.0, 300},
    Machine{"dev-glass", "Glassware Cabinet", device, "o-lab", "Laboratory, Halden Research", "devices", "kanban-bin 3", "USD", "Supplies & Sev Mic", "s-glass", "CC-2100", 900000, 0.8, 300},
    Machine{"dev-medical", "First Aid Cabinets", device, "o-care", "Care Services, Halden Trust", "devices", "kanban-bin 2", "GBP", "Equip Operational", "s-med", "CC-7100", 500000, 0.7, 300},
    Machine{"chat-travel", "Travel Assistant", chat_bot, "o-travel", "Travel Desk, Halden Works", "assistants", "trip-chat 3.1", "GBP", "Travel Bus/Rail", "s-rail s-hotel", "CC-1800", 6000000, 1.3, 600},
    Machine{"chat-hotel", "Hotel Assistant", chat_bot, "o-travel", "Travel Desk, Halden Works", "assistants", "trip-chat 3.1", "EUR", "Hospitality", "s-hotel", "CC-1800", 6000000, 0.9, 600},
    Machine{"chat-helpdesk", "Helpdesk Orders", chat_bot, "o-it", "IT Services, Halden Works", "assistants", "desk-chat 2", "EUR", "Equip Other", "s-cable s-chip", "CC-1300", 3000000, 0.9, 600},
    Machine{"chat-visits", "School Visits Assistant", chat_bot, "o-school", "Halden School", "assistants", "desk-chat 2", "GBP", "Visits Expenditure", "s-venue", "CC-8100", 2000000, 0.7, 600},
    Machine{"chat-training", "Training Assistant", chat_bot, "o-hr", "People, Halden Works", "assistants", "desk-chat 2", "GBP", "Conference Fees Subs UK", "s-train", "CC-1900", 2500000, 0.7, 600},
    Machine{"voice-canteen", "Canteen Voice Line", voice_bot, "o-canteen", "Canteen, Halden Works", "assistants", "voice-order 5", "EUR", "Purchases Food", "s-kaese s-food-eu", "CC-1500", 900000, 0.9, 600},
    Machine{"voice-field", "Field Engineer Line", voice_bot, "o-plant", "Plant, Halden Werke", "assistants", "voice-order 5", "EUR", "Equip Operational", "s-bolt s-stahl", "CC-3100", 2000000, 0.8, 600},
    Machine{"voice-care", "Care Home Line", voice_bot, "o-care", "Care Services, Halden Trust", "assistants", "voice-order 4", "GBP", "Personal Needs", "s-med", "CC-7100", 1000000, 0.6, 600},
    Machine{"sub-software", "Software Renewals", subscription_renewer, "o-it", "IT Services, Halden Works", "renewals", "renew 6", "USD", "Computing Other", "s-cloud", "CC-1300", 20000000, 0.6, 3600},
    Machine{"sub-phone", "Telephone Renewals", subscription_renewer, "o-it", "IT Services, Halden Works", "renewals", "renew 6", "GBP", "Phon NonCentrx Lines", "s-tel", "CC-1310", 4000000, 0.7, 3600},
    Machine{"sub-press", "Press Subscriptions", subscription_renewer, "o-library", "Library, Halden Research", "renewals", "renew 6", "GBP", "Books", "s-books", "CC-2200", 500000, 0.5, 3600},
    Machine{"sub-energy", "Energy Contracts", subscription_renewer, "o-facilities", "Facilities, Halden Works", "renewals", "renew 6", "EUR", "Bldg RM Departmental", "s-volt-eu", "CC-1100", 30000000, 0.3, 3600},
    Machine{"sub-lease", "Vehicle Leases", subscription_renewer, "o-fleet", "Vehicle Fleet, Halden Works", "renewals", "renew 6", "GBP", "Vehicle OthrunCosts", "s-lease", "CC-1700", 9000000, 0.3, 3600},
    Machine{"card-school", "School Card 4471", card, "o-school", "Halden School", "cards", "", "GBP", "Equip Operational", "s-paper s-books s-tool", "CC-8100", 500000, 1.5, 0},
    Machine{"card-care", "Care Home Card 9020", card, "o-care", "Care Services, Halden Trust", "cards", "", "GBP", "Purchases Food", "s-food s-med", "CC-7100", 500000, 1.5, 0},
    Machine{"sell-surplus", "Surplus Stock Seller", seller, "o-plant", "Plant, Halden Werke", "selling", "sell-bot 1", "EUR", "Mat'l Raw/Drct", "s-scrap", "CC-3300", 0, 0.5, 600},
};
// clang-format on

} // namespace

std::span<const Machine> machines() {
    return fleet;
}

const Machine& machine(std::string_view id) {
    const auto found = std::find_if(fleet.begin(), fleet.end(), [&](const Machine& each) { return each.id == id; });
    if (found == fleet.end()) {
        std::abort();
    }
    return *found;
}

domain::Money money(std::int64_t minor, std::string_view currency) {
    return {minor, domain::Currency::from_code(currency).value()};
}

std::vector<std::string_view> suppliers_of(const Machine& machine) {
    std::vector<std::string_view> all;
    std::string_view rest = machine.suppliers;
    while (!rest.empty()) {
        const std::size_t blank = rest.find(' ');
        all.push_back(rest.substr(0, blank));
        rest = blank == std::string_view::npos ? std::string_view() : rest.substr(blank + 1);
    }
    return all;
}

domain::Agent agent_of(const Machine& machine) {
    domain::Agent agent;
    agent.id = domain::AgentId(std::string(machine.id));
    agent.name = domain::UntrustedText(std::string(machine.name));
    agent.kind = machine.kind;
    agent.owner = domain::OwnerId(std::string(machine.owner_id));
    agent.owner_name = domain::UntrustedText(std::string(machine.owner_name));
    agent.group = machine.group;
    agent.model = machine.model;
    if (machine.budget > 0) {
        agent.budget = money(machine.budget, machine.currency);
    }
    agent.heartbeat_seconds = machine.heartbeat_seconds;
    return agent;
}

domain::Mandate mandate_of(const Machine& machine, base::Instant since) {
    domain::Mandate mandate;
    mandate.id = domain::MandateId("m-" + std::string(machine.id));
    mandate.agent = domain::AgentId(std::string(machine.id));
    mandate.owner = domain::OwnerId(std::string(machine.owner_id));
    mandate.purpose = domain::UntrustedText("Buy what " + std::string(machine.owner_name) +
                                            " needs: " + std::string(machine.category));
    mandate.categories = {std::string(machine.category)};
    for (const std::string_view supplier : suppliers_of(machine)) {
        mandate.suppliers.emplace_back(std::string(supplier));
    }
    if (machine.budget > 0) {
        mandate.per_transaction = money(machine.budget / 2, machine.currency);
        mandate.per_month = money(machine.budget, machine.currency);
    }
    mandate.not_before = since - std::chrono::days(90);
    mandate.not_after = since + std::chrono::days(640);
    return mandate;
}

} // namespace sandbox
