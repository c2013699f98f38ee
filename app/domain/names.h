// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/agent.h"
#include "app/domain/assessment.h"
#include "app/domain/conversation.h"
#include "app/domain/decision.h"
#include "app/domain/plan.h"
#include "app/domain/receipt.h"
#include "app/domain/roster.h"
#include "app/domain/tier.h"
#include "app/domain/transaction.h"

#include <optional>
#include <string_view>

namespace domain {

/// The one spelling of every enumerator in the protocol, in stored records, in `--json` and in filters: lower snake
/// case without trailing underscores ("sign_off", "void"). name_of gives it; from_name<T> reads it, nothing when
/// unknown.
[[nodiscard]] std::string_view name_of(TransactionKind value);
[[nodiscard]] std::string_view name_of(Side value);
[[nodiscard]] std::string_view name_of(TransactionState value);
[[nodiscard]] std::string_view name_of(Tier value);
[[nodiscard]] std::string_view name_of(Moment value);
[[nodiscard]] std::string_view name_of(AgentKind value);
[[nodiscard]] std::string_view name_of(AgentStatus value);
[[nodiscard]] std::string_view name_of(Channel value);
[[nodiscard]] std::string_view name_of(Speaker value);
[[nodiscard]] std::string_view name_of(Party value);
[[nodiscard]] std::string_view name_of(Verb value);
[[nodiscard]] std::string_view name_of(DecisionState value);
[[nodiscard]] std::string_view name_of(ReceiptOutcome value);
[[nodiscard]] std::string_view name_of(StepAction value);
[[nodiscard]] std::string_view name_of(StepState value);
[[nodiscard]] std::string_view name_of(PlanState value);
[[nodiscard]] std::string_view name_of(Reversibility value);
[[nodiscard]] std::string_view name_of(Permission value);

template <class Enum>
[[nodiscard]] std::optional<Enum> from_name(std::string_view name);

} // namespace domain
