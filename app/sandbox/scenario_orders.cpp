// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/basket.h"
#include "app/sandbox/scenarios.h"

namespace sandbox {

using domain::Channel;

void routine_reorder(const Stage& stage) {
    const Machine& printer = machine("dev-toner-1");
    const Shop& seller = shop("s-paper");
    Script script(stage, printer, Channel::api, "reorder");
    script.act([&stage] {
        stage.press.emit(domain::EventType::stock_counted,
                         domain::StockCounted{"toner-hp-26x", "printer room north", "1", "C62"});
    });
    script.agent("Toner 26X black is at 6 %. Reordering two cartridges from the framework contract c-paper.");
    script.order(Basket(printer, seller)
                     .add(item("toner-hp-26x"), 2)
                     .purpose("Toner below reorder point")
                     .conversation(script.conversation())
                     .finish());
    script.counterpart(seller.name, "Order received. Dispatch today, delivery tomorrow before noon.");
}

void honest_bulk_run(const Stage& stage) {
    const Machine& bins = machine("dev-bin-a");
    Script script(stage, bins, Channel::api, "bulk");
    const std::string batch = "quarterly-refill-" + std::to_string(stage.press.next_sequence());
    script.agent("Quarterly refill: thirty call-offs of fasteners, declared as one run " + batch + ".");
    script.act([&stage, &bins, batch] {
        for (int count = 0; count < 30; ++count) {
            Basket basket(bins, shop("s-bolt"));
            basket.add(item(count % 3 == 0 ? "bolt-m8-100" : count % 3 == 1 ? "nut-m8-100" : "washer-m8-500"), 20);
            stage.orders.request(basket.purpose("Quarterly refill").batch(batch).finish());
        }
    });
}

void unusual_amount(const Stage& stage) {
    const Machine& coffee = machine("dev-coffee");
    // Its everyday first, so that there is something to differ from; small enough that two alike are no duplicates.
    for (int count = 0; count < 12; ++count) {
        stage.after(base::Microseconds(count * 200'000), [&stage, &coffee] {
            stage.orders.request(Basket(coffee, shop("s-food"))
                                     .add(item("coffee-arabica-1kg"), stage.random.between(1, 2))
                                     .purpose("Coffee for floor 3")
                                     .finish());
        });
    }
    Script script(stage, coffee, Channel::api, "unusual");
    script.pause(4);
    script.agent("Forecast for the coming weeks received from the calendar. Ordering 480 kg of coffee.");
    script.order(Basket(coffee, shop("s-food"))
                     .add(item("coffee-arabica-1kg"), 480)
                     .purpose("Coffee for floor 3, all-hands week")
                     .conversation(script.conversation())
                     .finish());
    script.counterpart("Harvest & Hearth Foods", "That is more than our warehouse ships in a month. Do you mean 48?");
}

void above_contract_price(const Stage& stage) {
    const Machine& buyer = machine("pa-office");
    const Shop& seller = shop("s-paper");
    Script script(stage, buyer, Channel::chat, "price");
    script.agent("Please quote 40 boxes of copy paper A4 80 g and 6 toner cartridges 26X.");
    script.counterpart(seller.name, "Paper is at 29.80 a box this week because of the mill strike. Toner as usual.");
    script.agent("Understood. The order is needed by Friday, I accept.");
    script.order(Basket(buyer, seller)
                     .add(item("paper-a4-80"), 40, 2980)
                     .add(item("toner-hp-26x"), 6)
                     .purpose("Paper and toner for the third quarter")
                     .conversation(script.conversation())
                     .finish());
}

void expired_contract(const Stage& stage) {
    const Machine& buyer = machine("pa-office");
    Script script(stage, buyer, Channel::email, "expired");
    script.agent("Ordering four Ergo 2 chairs at the contract price of c-desk for the new team room.");
    script.order(Basket(buyer, shop("s-desk"))
                     .add(item("chair-ergo-2"), 4)
                     .purpose("Four chairs, team room 2.14")
                     .conversation(script.conversation())
                     .finish());
    script.counterpart("Deskright Interiors", "We can still honour the old price if you order this week.",
                       domain::Speaker::human);
}

void large_commitment(const Stage& stage) {
    const Machine& renewer = machine("sub-software");
    Script script(stage, renewer, Channel::email, "renewal");
    script.counterpart(
        "Cirrostratus Cloud Inc",
        "Your agreement ends in five weeks. Renew now for 36 months and keep the price of 12.50 a seat.");
    script.agent("Renewal of 140 seats for 36 months prepared; the monthly amount stays within the budget.");
    script.order(Basket(renewer, shop("s-cloud"))
                     .add(item("seat-cloud"), 140)
                     .kind(domain::TransactionKind::renewal)
                     .term(36)
                     .purpose("Renewal of the cloud workspace")
                     .conversation(script.conversation())
                     .finish());
}

void surplus_sale(const Stage& stage) {
    const Machine& bot = machine("sell-surplus");
    const Shop& buyer = shop("s-scrap");
    Script script(stage, bot, Channel::chat, "surplus");
    script.counterpart(buyer.name, "Wir nehmen die 4,2 t Stahlschrott, aber nur f\xC3\xBCr 1.150 Euro pauschal.");
    script.agent("Ich habe zuletzt 1.680 Euro bekommen. Ich nehme an, weil der Hof bis Freitag leer sein muss.");
    script.order(Basket(bot, buyer)
                     .add("Stahlschrott gemischt, 4,2 t, pauschal", 1, 115000)
                     .purpose("Hof bis Freitag r\xC3\xA4umen")
                     .conversation(script.conversation())
                     .finish());
}

void second_reviewer(const Stage& stage) {
    const Machine& buyer = machine("pa-lab");
    Script script(stage, buyer, Channel::api, "reviewer");
    script.agent("Restocking buffer solution and pipette tips for the spring series.");
    script.order(Basket(buyer, shop("s-lab"))
                     .add(item("buffer-ph7"), 24)
                     .add(item("pipette-1ml"), 12)
                     .purpose("Spring series, assay 12")
                     .conversation(script.conversation())
                     .finish());
    script.act([&stage, placed = script.placed()] { confirm_by_reviewer(stage, *placed); });
}

} // namespace sandbox
