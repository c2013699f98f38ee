// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/scenarios.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <string>

namespace sandbox {

namespace {

constexpr std::array<Scenario, 23> all = {{
    {"routine-reorder", "a printer orders toner within contract: automatic", Label::honest, routine_reorder},
    {"honest-bulk-run", "thirty alike orders that declare themselves as one batch", Label::honest, honest_bulk_run},
    {"unusual-amount", "far above what this agent ever spent", Label::stop, unusual_amount},
    {"above-contract-price", "a line costs more than its contract says", Label::stop, above_contract_price},
    {"expired-contract", "the contract that the agent names has ended", Label::stop, expired_contract},
    {"large-commitment", "a small monthly price that binds for three years", Label::stop, large_commitment},
    {"misheard-voice", "a spoken 23,80 heard as 2380, with alternatives and read-back", Label::stop, misheard_voice},
    {"contradictory-commands", "a cost ceiling, and a required purchase above it", Label::stop, contradictory_commands},
    {"repetitive-loop", "the agent asks the same again and again and annoys the supplier", Label::other,
     repetitive_loop},
    {"invoice-injection", "an invoice that gives the agent orders", Label::stop, invoice_injection},
    {"network-loss", "the connection breaks while a payment is under way: in doubt", Label::other, network_loss},
    {"duplicate-order", "the same order twice within minutes", Label::stop, duplicate_order},
    {"pieces-under-tier", "four orders just under the automatic limit", Label::stop, pieces_under_tier},
    {"imitated-supplier", "a supplier whose name is spelt with Cyrillic letters", Label::stop, imitated_supplier},
    {"short-delivery", "fewer pieces arrive than were ordered and invoiced", Label::other, short_delivery},
    {"failing-rollback", "rolled back, the refund is refused: partly undone", Label::other, failing_rollback},
    {"changed-payee", "the order is amended to another account while it is held", Label::stop, changed_payee},
    {"silent-agent", "heartbeats stop, then the agent is degraded", Label::other, silent_agent},
    {"surplus-sale", "the one that sells: scrap metal below its usual price", Label::stop, surplus_sale},
    {"second-reviewer", "a second AI reviewer confirms, a person still looks", Label::stop, second_reviewer},
    {"revoked-mandate", "the owner withdraws a mandate, the agent is on probation", Label::stop, revoked_mandate},
    {"agent-gone-wild", "two hundred escalations of one agent", Label::stop, agent_gone_wild},
    {"arabic-customer", "a new customer who writes Arabic, with amounts and numbers in it", Label::stop,
     arabic_customer},
}};

const Scenario* find(std::string_view name) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const Scenario& each) { return each.name == name; });
    return found == all.end() ? nullptr : &*found;
}

/// The order in which one round of weaving plays.
struct Round {
    std::vector<std::size_t> left;

    std::size_t draw(Random& random) {
        if (left.empty()) {
            left.resize(all.size());
            std::iota(left.begin(), left.end(), std::size_t{0});
        }
        const std::size_t at = random.below(static_cast<std::uint32_t>(left.size()));
        const std::size_t drawn = left[at];
        left.erase(left.begin() + static_cast<std::ptrdiff_t>(at));
        return drawn;
    }
};

void weave_next(const Stage& stage, std::chrono::seconds every, const std::shared_ptr<Round>& round) {
    stage.after(every, [&stage, every, round] {
        all.at(round->draw(stage.random)).play(stage);
        weave_next(stage, every, round);
    });
}

} // namespace

std::span<const Scenario> scenarios() {
    return all;
}

base::Done know_scenario(std::string_view name) {
    return name == "all" || find(name) != nullptr
               ? base::Done()
               : base::Fault{base::FaultCode::not_found,
                             "there is no scenario of this name; --list-scenarios shows them", std::string(name)};
}

std::string_view name_of(Label label) {
    switch (label) {
    case Label::honest: return "honest";
    case Label::stop: return "stop";
    case Label::other: return "other";
    }
    return {};
}

base::Done play_scenario(const Stage& stage, std::string_view name) {
    if (name == "all") {
        base::Microseconds at{};
        for (const Scenario& each : all) {
            stage.after(at, [&stage, &each] { each.play(stage); });
            at += std::chrono::seconds(20);
        }
        return {};
    }
    REEVE_TRY(know_scenario(name));
    find(name)->play(stage);
    return {};
}

void weave_scenarios(const Stage& stage, std::chrono::seconds every) {
    // Somebody who has just started the console should not look at an empty inbox for minutes.
    constexpr std::array opening = {"routine-reorder", "above-contract-price", "misheard-voice", "large-commitment"};
    base::Microseconds at = std::chrono::seconds(3);
    for (const char* name : opening) {
        stage.after(at, [&stage, name] { find(name)->play(stage); });
        at += std::chrono::seconds(12);
    }
    weave_next(stage, every, std::make_shared<Round>());
}

} // namespace sandbox
