// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/conversation.h"
#include "app/domain/decision.h"
#include "app/domain/event_type.h"
#include "app/domain/ids.h"
#include "app/domain/money.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What a person who takes a case over has to know at a glance. All of it is derived from the stored events of the case
/// (app/projection), nothing is invented: what no event says is listed as not known.
namespace ports {

/// One try to get the thing: a version of the request, or an execution of it, and what came of it.
struct Attempt {
    std::uint64_t index = 0; ///< entry of the record
    base::Instant time{};
    domain::EventType what = domain::EventType::transaction_requested; ///< requested, amended or started
    std::int32_t version = 1;
    std::optional<domain::Money> amount;
    std::optional<domain::EventType> outcome; ///< nothing: no event says what came of it
    std::string code;                         ///< machine-readable cause of the outcome
};

/// The last thing that went wrong, or that stopped the order.
struct FailingStep {
    std::uint64_t index = 0;
    base::Instant time{};
    domain::EventType what = domain::EventType::transaction_held;
    std::string code; ///< machine-readable; empty: the platform gave none
    domain::UntrustedText note;
};

enum class MoneyState { not_moved, under_way, moved, unknown, partly_returned, returned };
enum class GoodsState { none_expected, not_reported, shipped, delayed, delivered, short_delivered, returned };

/// What somebody may rely on. Only what events say in fields of their own counts as known; the agent's last words to
/// the other side are quoted, not interpreted.
enum class PromiseKind { needed_by, term, total_commitment, delivery, words_of_agent };
struct Promise {
    PromiseKind kind = PromiseKind::needed_by;
    std::optional<base::Instant> when;   ///< needed_by, delivery
    std::int32_t months = 0;             ///< term
    std::optional<domain::Money> amount; ///< total_commitment
    domain::UntrustedText words;         ///< words_of_agent
};

/// What no event of the case says.
enum class Unknown {
    goal,             ///< the agent gave no purpose
    earlier_versions, ///< the first version, or one between, is not in the record
    agent,            ///< never registered
    mandate,          ///< none on file that covers this order
    spent_this_month, ///< the mandate has a monthly limit; the month's total is no part of the case
    conversation,     ///< nothing that was said is in the record
    speaker,          ///< not disclosed whether machine or human spoke
    read_back,        ///< a spoken number was not repeated
    assessment,       ///< the platform gave no reasons
    contract_terms,   ///< a contract is named, its terms are no part of the case
    supplier_knows,   ///< no sign of the counterpart: whether it knows of the order
    money,            ///< whether money moved
    goods,            ///< whether anything was sent
    undo,             ///< no plan: what rolling back costs and whether it works
    deadline,         ///< until when the order waits
    if_nobody_acts,   ///< what happens then
    cost_of_waiting,  ///< what waiting costs
};

struct Handoff {
    std::vector<Attempt> attempts; ///< in the order of the record
    std::optional<FailingStep> failing;
    MoneyState money = MoneyState::not_moved;
    std::optional<domain::Money> moved;    ///< as far as events name an amount
    std::optional<domain::Money> returned; ///< likewise
    GoodsState goods = GoodsState::not_reported;
    std::vector<Promise> promises;
    std::vector<Unknown> unknown; ///< in the order of the enumerators, each once
};

/// A spoken or written number that became money: what was heard, what was understood, what the order says.
enum class OrderSays { nothing, the_same_total, the_same_net, the_same_line, something_else };
struct HeardNumber {
    domain::ConversationId conversation;
    std::int32_t turn = 0;
    domain::Party party = domain::Party::agent;
    domain::Speaker speaker = domain::Speaker::unknown;
    domain::UntrustedText who;
    domain::HeardAmount heard;
    std::optional<std::int32_t> confidence_permille;
    std::vector<domain::HeardAlternative> alternatives; ///< the most likely first
    OrderSays order_says = OrderSays::nothing;
    std::optional<domain::Money> order; ///< the amount of the order that was compared: the one that fits, else gross
    bool unsure = false;                ///< recognised with less than 85 %
    bool rivalled = false;              ///< another reading is within 10 percentage points of the best
    bool read_back = false;
};

/// One of two things that cannot both hold.
struct Command {
    std::uint64_t index = 0;           ///< entry of the record; 0 where it has no time of its own
    std::optional<base::Instant> when; ///< unknown for turns whose event is not in the case
    domain::UntrustedText who;         ///< outside text: a person's id, a speaker's name, an agent
    domain::UntrustedText words;       ///< verbatim, where there are any
    std::optional<std::int32_t> version;
    std::optional<domain::Money> amount;
    std::optional<domain::EventType> report;
    std::optional<domain::Verb> verb;
};

enum class ContradictionKind {
    versions,     ///< one version of the order with two contents, or a version left out
    reports,      ///< the platform reports what cannot follow what it reported before
    instructions, ///< the platform says that two instructions cannot both be met
    decisions,    ///< two people decided differently
};
enum class Stands { neither, first, second, decided };
/// What is true until somebody decides, and does no harm.
enum class SafeDefault { held, nothing_bought, already_executed, nobody_knows };

struct Contradiction {
    ContradictionKind kind = ContradictionKind::versions;
    std::optional<Command> first;
    std::optional<Command> second; ///< nothing: no event says what it was
    Stands stands = Stands::neither;
    SafeDefault safe = SafeDefault::held;
    std::uint32_t more = 0; ///< further ones of this kind that are not shown
};

/// One point of the mandate, beside what the order asks for.
enum class MandatePoint { per_order, per_month, whole_term, category, supplier, validity, agent, withdrawn };
enum class Fit { within, beyond, unknown };
struct MandateCheck {
    MandatePoint point = MandatePoint::per_order;
    Fit fit = Fit::unknown;
    std::optional<domain::Money> allowed;
    std::optional<domain::Money> asked;
    std::optional<domain::Money> headroom; ///< negative: beyond
};

struct CaseCards {
    Handoff handoff;
    std::vector<HeardNumber> heard;
    std::vector<Contradiction> contradictions;
    std::vector<MandateCheck> mandate; ///< empty without a mandate
};

} // namespace ports
