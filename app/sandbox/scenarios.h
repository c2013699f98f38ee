// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/sandbox/stage.h"

#include <span>
#include <string_view>

namespace sandbox {

/// What a policy should do about the orders of a story.
enum class Label {
    honest, ///< nothing is wrong: nobody has to look at one of them
    stop,   ///< at least one of them must not be carried out before somebody looked
    other,  ///< what is wrong is not in the order: nothing that a policy could see
};

/// A story that a supervisor should recognise.
struct Scenario {
    std::string_view name;
    std::string_view shows;
    Label label;
    void (*play)(const Stage&);
};

[[nodiscard]] std::span<const Scenario> scenarios();
/// One by name, or "all" of them, some time apart. Faults: not_found, naming those that exist.
[[nodiscard]] base::Done play_scenario(const Stage& stage, std::string_view name);
/// Faults: not_found, as play_scenario().
[[nodiscard]] base::Done know_scenario(std::string_view name);
[[nodiscard]] std::string_view name_of(Label label);
/// Plays one after the other, in an order drawn anew each round, for as long as the program runs.
void weave_scenarios(const Stage& stage, std::chrono::seconds every);

// The stories, by file.
void routine_reorder(const Stage& stage);
void honest_bulk_run(const Stage& stage);
void unusual_amount(const Stage& stage);
void above_contract_price(const Stage& stage);
void expired_contract(const Stage& stage);
void large_commitment(const Stage& stage);
void misheard_voice(const Stage& stage);
void contradictory_commands(const Stage& stage);
void repetitive_loop(const Stage& stage);
void invoice_injection(const Stage& stage);
void network_loss(const Stage& stage);
void duplicate_order(const Stage& stage);
void pieces_under_tier(const Stage& stage);
void imitated_supplier(const Stage& stage);
void short_delivery(const Stage& stage);
void failing_rollback(const Stage& stage);
void changed_payee(const Stage& stage);
void silent_agent(const Stage& stage);
void agent_gone_wild(const Stage& stage);
void surplus_sale(const Stage& stage);
void arabic_customer(const Stage& stage);
void second_reviewer(const Stage& stage);
void revoked_mandate(const Stage& stage);

/// The signed word of a second AI reviewer on an order.
void confirm_by_reviewer(const Stage& stage, const domain::TransactionId& id);

} // namespace sandbox
