// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/domain/ids.h"
#include "app/domain/money.h"
#include "app/domain/untrusted_text.h"

#include <optional>
#include <vector>

namespace domain {

enum class StepAction { cancel_order, refund, restock, withdraw_change, notify_supplier, other };
enum class Reversibility { yes, partly, no, unknown };
enum class StepState { planned, running, done, failed, skipped };

/// One compensating step of a rollback (Garcia-Molina and Salem, "Sagas", 1987).
struct Step {
    StepId id;
    StepAction action = StepAction::other;
    UntrustedText description;
    UntrustedText party; ///< who has to do it
    Reversibility reversible = Reversibility::unknown;
    std::optional<base::Instant> deadline;
    std::optional<Money> cost; ///< unknown when absent, which is not free
    StepState state = StepState::planned;
    UntrustedText result; ///< what came of it, or why it failed
    friend bool operator==(const Step&, const Step&) = default;
};

/// The gateway's plan to undo a transaction, made before anybody approves and shown then. `digest` is SHA-256 over its
/// canonical JSON without states and results.
struct Plan {
    PlanId id;
    TransactionId transaction;
    std::int32_t version = 1;
    std::optional<Money> amount; ///< what comes back; nothing: the whole gross amount
    std::vector<Step> steps;
    Digest digest{};
    friend bool operator==(const Plan&, const Plan&) = default;
};

/// How far a rollback came. Partly undone is a state of its own: it never looks like done.
enum class PlanState { planned, running, undone, partly_undone, failed };
[[nodiscard]] PlanState state_of(const Plan& plan);

} // namespace domain
