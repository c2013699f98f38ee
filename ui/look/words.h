// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/domain/names.h"
#include "app/ports/decisions.h"
#include "ui/look/theme.h"

#include <QCoreApplication>
#include <QString>

#include <string_view>

namespace ui::look {

/// The words for every enumerator that is shown, translated.
class Words {
    Q_DECLARE_TR_FUNCTIONS(ui::look::Words)
public:
    [[nodiscard]] static QString of(domain::Tier tier);
    [[nodiscard]] static QString of(domain::Moment moment);
    /// Whether the platform holds the order of a case, as people see it: what we raised ourselves nobody holds.
    [[nodiscard]] static QString of_hold(const ports::CaseRow& row);
    [[nodiscard]] static QString of(domain::Verb verb);
    [[nodiscard]] static QString of(domain::DecisionState state);
    /// The same for a decision of this verb: what is never sent is "on record" where others are executed.
    [[nodiscard]] static QString of(domain::DecisionState state, domain::Verb verb);
    [[nodiscard]] static QString of(domain::TransactionState state);
    [[nodiscard]] static QString of(domain::TransactionKind kind);
    [[nodiscard]] static QString of(domain::AgentKind kind);
    [[nodiscard]] static QString of(domain::Channel channel);
    [[nodiscard]] static QString of(domain::Speaker speaker);
    [[nodiscard]] static QString of(domain::Party party);
    [[nodiscard]] static QString of(domain::StepAction action);
    [[nodiscard]] static QString of(domain::StepState state);
    [[nodiscard]] static QString of(domain::PlanState state);
    [[nodiscard]] static QString of(domain::Reversibility reversible);
    [[nodiscard]] static QString of(domain::ReceiptOutcome outcome);
    [[nodiscard]] static QString of(ports::CaseState state);
    [[nodiscard]] static QString of(ports::CaseOrigin origin);
    [[nodiscard]] static QString of(ports::LinkState state);
};

/// What happened, for a row of the feed or of a timeline. An unknown type says so.
class EventWords {
    Q_DECLARE_TR_FUNCTIONS(ui::look::EventWords)
public:
    [[nodiscard]] static QString of(std::optional<domain::EventType> type);
};

/// Machine-readable codes of the protocol in plain words; a code that this build does not know is shown as it is.
class CodeWords {
    Q_DECLARE_TR_FUNCTIONS(ui::look::CodeWords)
public:
    /// Why a platform escalated ("over_contract_price").
    /// Why a decision is not delivered (ports::DecisionRow::fault, ports::Health::delivery_fault).
    [[nodiscard]] static QString of_delivery(const base::Fault& fault);
    [[nodiscard]] static QString of_finding(std::string_view code);
    /// Of a step of an order's history: a finding's, the reason of a decision, or what a platform asks of people.
    [[nodiscard]] static QString of_step(std::string_view code);
    /// What a platform asks of people (Assessment::escalation).
    [[nodiscard]] static QString of_escalation(std::string_view word);
    /// Why a decision is refused or needs a second person: one sentence that says what to do.
    [[nodiscard]] static QString of_ruling(std::string_view code);
    /// The reasons that a person can give for a decision.
    [[nodiscard]] static QString of_reason(std::string_view code);
};

/// Spans of time as people say them.
class TimeWords {
    Q_DECLARE_TR_FUNCTIONS(ui::look::TimeWords)
public:
    /// "40 s", "12 min", "3 h 05 min", "2 d 4 h"; never negative.
    [[nodiscard]] static QString span(base::Microseconds span);
    /// "45 min", "8 h", "48 h 30 min": of working time, where days would be read as days of the calendar.
    [[nodiscard]] static QString hours(std::chrono::minutes span);
    /// "in 12 min", "12 min ago".
    [[nodiscard]] static QString until(base::Instant then, base::Instant now);
};

[[nodiscard]] Level level_of(domain::Tier tier);
[[nodiscard]] Level level_of(domain::DecisionState state);
[[nodiscard]] Level level_of(domain::TransactionState state);
[[nodiscard]] Level level_of(domain::StepState state);
[[nodiscard]] Level level_of(domain::PlanState state);
[[nodiscard]] Level level_of(ports::CaseState state);
[[nodiscard]] Level level_of(ports::LinkState state);
/// Of a whole case: the worse of its tier and its state; a settled case is calm.
[[nodiscard]] Level level_of(const ports::CaseRow& row);

} // namespace ui::look
