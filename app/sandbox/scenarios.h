// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/sandbox/stage.h"

#include <span>
#include <string_view>

namespace sandbox {

/// A story that a supervisor should recognise.
struct Scenario {
    std::string_view name;
    std::string_view shows;
    void (*play)(const Stage&);
};

[[nodiscard]] std::span<const Scenario> scenarios();
/// One by name, or "all" of them, some time apart. Faults: not_found, naming those that exist.
[[nodiscard]] base::Done play_scenario(const Stage& stage, std::string_view name);
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
void second_reviewer(const Stage& stage);
void revoked_mandate(const Stage& stage);

/// The signed word of a second AI reviewer on an order.
void confirm_by_reviewer(const Stage& stage, const domain::TransactionId& id);

} // namespace sandbox
