// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/case/card_words.h"

#include "app/text/fill.h"
#include "ui/look/words.h"

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace ui::case_ {

using look::Level;

QString CardWords::of(ports::Unknown what) {
    switch (what) {
    case ports::Unknown::goal: return tr("What it is for: the agent gave no purpose");
    case ports::Unknown::earlier_versions: return tr("Earlier versions: at least one is not in the record");
    case ports::Unknown::agent: return tr("The agent: it was never registered here");
    case ports::Unknown::mandate: return tr("Who allowed it: no mandate on file covers this order");
    case ports::Unknown::spent_this_month: return tr("How much of the monthly limit is used");
    case ports::Unknown::conversation: return tr("What was said: no conversation is on record");
    case ports::Unknown::speaker: return tr("Whether machine or human spoke: not disclosed for every turn");
    case ports::Unknown::read_back: return tr("Whether a spoken number was understood: it was not read back");
    case ports::Unknown::assessment: return tr("Why it was escalated: the platform gave no reason");
    case ports::Unknown::contract_terms: return tr("The terms of the contract: only its number is on the order");
    case ports::Unknown::supplier_knows: return tr("Whether the other side knows of the order");
    case ports::Unknown::money: return tr("Whether money moved");
    case ports::Unknown::goods: return tr("Whether anything was sent");
    case ports::Unknown::undo: return tr("What undoing costs: the gateway has made no plan yet");
    case ports::Unknown::deadline: return tr("Until when it waits");
    case ports::Unknown::if_nobody_acts: return tr("What happens if nobody acts");
    case ports::Unknown::cost_of_waiting: return tr("What waiting costs: the platform does not say");
    }
    return {};
}

QString CardWords::of(ports::ContradictionKind kind) {
    switch (kind) {
    case ports::ContradictionKind::versions: return tr("Contradiction: the order has two contents");
    case ports::ContradictionKind::reports: return tr("Contradiction: the platform's reports do not fit together");
    case ports::ContradictionKind::instructions: return tr("Contradiction: two instructions that cannot both be met");
    case ports::ContradictionKind::decisions: return tr("Contradiction: two people decided differently");
    }
    return {};
}

QString CardWords::of(ports::Stands stands) {
    switch (stands) {
    case ports::Stands::neither: return tr("Neither stands until a person decides");
    case ports::Stands::first: return tr("The first stands; the second was not applied");
    case ports::Stands::second: return tr("The second stands; the first was not applied");
    case ports::Stands::decided: return tr("A person has decided; see the decisions");
    }
    return {};
}

QString CardWords::of(ports::SafeDefault safe) {
    switch (safe) {
    case ports::SafeDefault::held: return tr("Until then the order is held: nothing is bought");
    case ports::SafeDefault::nothing_bought: return tr("The order has ended: nothing is bought");
    case ports::SafeDefault::already_executed:
        return tr("There is no safe default: the order is being carried out, or was");
    case ports::SafeDefault::nobody_knows: return tr("There is no safe default: nobody knows whether money moved");
    }
    return {};
}

QString CardWords::of(ports::OrderSays says) {
    switch (says) {
    case ports::OrderSays::nothing: return tr("There is no order yet");
    case ports::OrderSays::the_same_total: return tr("The order says the same, as its total");
    case ports::OrderSays::the_same_net: return tr("The order says the same, before tax");
    case ports::OrderSays::the_same_line: return tr("The order says the same, in a line");
    case ports::OrderSays::something_else: return tr("The order says something else");
    }
    return {};
}

QString CardWords::outcome(const ports::Attempt& attempt) {
    if (!attempt.outcome) {
        return tr("Not known");
    }
    return attempt.outcome == domain::EventType::transaction_amended ? tr("Replaced by the next version")
                                                                     : look::EventWords::of(attempt.outcome);
}

Check CardWords::money(const ports::Handoff& card, const text::Formats& formats) {
    const auto with = [&](const QString& known, const QString& unknown, const std::optional<domain::Money>& amount) {
        return amount ? text::fill(known, {formats.money(*amount)}) : unknown;
    };
    switch (card.money) {
    case ports::MoneyState::not_moved: return {Level::normal, tr("Money"), tr("Has not moved")};
    case ports::MoneyState::under_way: return {Level::caution, tr("Money"), tr("Is being moved")};
    case ports::MoneyState::moved:
        return {Level::caution, tr("Money"), with(tr("%1 moved"), tr("Moved, no amount reported"), card.moved)};
    case ports::MoneyState::unknown: return {Level::critical, tr("Money"), tr("Nobody knows whether it moved")};
    case ports::MoneyState::partly_returned:
        return {Level::serious, tr("Money"), with(tr("Only %1 came back"), tr("Only a part came back"), card.returned)};
    case ports::MoneyState::returned:
        return {Level::normal, tr("Money"), with(tr("%1 came back"), tr("Came back"), card.returned)};
    }
    return {};
}

Check CardWords::goods(ports::GoodsState state) {
    switch (state) {
    case ports::GoodsState::none_expected: return {Level::off, tr("Goods"), tr("None: this is no order of goods")};
    case ports::GoodsState::not_reported: return {Level::off, tr("Goods"), tr("Nothing reported")};
    case ports::GoodsState::shipped: return {Level::normal, tr("Goods"), tr("On their way")};
    case ports::GoodsState::delayed: return {Level::caution, tr("Goods"), tr("Late")};
    case ports::GoodsState::delivered: return {Level::normal, tr("Goods"), tr("Delivered")};
    case ports::GoodsState::short_delivered: return {Level::serious, tr("Goods"), tr("Fewer came than were ordered")};
    case ports::GoodsState::returned: return {Level::normal, tr("Goods"), tr("Returned")};
    }
    return {};
}

Check CardWords::failing(const ports::FailingStep& step) {
    const bool stopped =
        step.what == domain::EventType::transaction_held || step.what == domain::EventType::hold_placed;
    const QString why = step.code.empty() ? tr("no cause given") : look::CodeWords::of_finding(step.code);
    return {stopped ? Level::caution : Level::critical, look::EventWords::of(step.what), why};
}

std::optional<Check> CardWords::promise(const ports::Promise& promise, const text::Formats& formats) {
    switch (promise.kind) {
    case ports::PromiseKind::needed_by:
        return Check{Level::off, tr("Needed by"), promise.when ? formats.date_time(*promise.when) : QString()};
    case ports::PromiseKind::term:
        return Check{Level::off, tr("Term"), tr("Binds for %n month(s)", nullptr, promise.months)};
    case ports::PromiseKind::total_commitment:
        return Check{Level::off, tr("Total"),
                     promise.amount ? text::fill(tr("%1 over the whole term"), {formats.money(*promise.amount)})
                                    : QString()};
    case ports::PromiseKind::delivery:
        return Check{Level::off, tr("Delivery"), promise.when ? formats.date_time(*promise.when) : QString()};
    case ports::PromiseKind::words_of_agent: return std::nullopt;
    }
    return std::nullopt;
}

QString CardWords::point(ports::MandatePoint point) {
    switch (point) {
    case ports::MandatePoint::per_order: return tr("Limit for one order");
    case ports::MandatePoint::per_month: return tr("Limit for a month");
    case ports::MandatePoint::whole_term: return tr("Total over the term");
    case ports::MandatePoint::category: return tr("Category");
    case ports::MandatePoint::supplier: return tr("Supplier");
    case ports::MandatePoint::validity: return tr("Date");
    case ports::MandatePoint::agent: return tr("Agent");
    case ports::MandatePoint::withdrawn: return tr("Mandate");
    }
    return {};
}

QString CardWords::fit(const ports::MandateCheck& check) {
    switch (check.point) {
    case ports::MandatePoint::per_month:
        return check.fit == ports::Fit::beyond ? tr("this order alone is more") : tr("what is used is not known here");
    case ports::MandatePoint::whole_term: return tr("above the limit for one order; may not count");
    case ports::MandatePoint::per_order: return tr("in another currency, cannot be compared");
    case ports::MandatePoint::category:
        return check.fit == ports::Fit::within ? tr("allowed") : tr("not among the allowed ones");
    case ports::MandatePoint::supplier:
        return check.fit == ports::Fit::within ? tr("allowed") : tr("not among the allowed ones");
    case ports::MandatePoint::validity:
        return check.fit == ports::Fit::within ? tr("within the validity") : tr("outside of the validity");
    case ports::MandatePoint::agent: return tr("given to another agent");
    case ports::MandatePoint::withdrawn: return tr("withdrawn by its owner");
    }
    return {};
}

Check CardWords::mandate(const ports::MandateCheck& check, const text::Formats& formats) {
    const QString word = check.fit == ports::Fit::within   ? tr("Within")
                         : check.fit == ports::Fit::beyond ? tr("Differs")
                                                           : tr("Not known");
    const Level level = check.fit == ports::Fit::within   ? Level::normal
                        : check.fit == ports::Fit::beyond ? Level::serious
                                                          : Level::standby;
    if (check.headroom && check.allowed && check.fit != ports::Fit::unknown) {
        domain::Money difference = *check.headroom;
        difference.minor = std::abs(std::max(difference.minor, -std::numeric_limits<std::int64_t>::max()));
        return {level, word,
                text::fill(check.fit == ports::Fit::within ? tr("%3 left of %2 (%1)") : tr("%3 above %2 (%1)"),
                           {point(check.point), formats.money(*check.allowed), formats.money(difference)})};
    }
    return {level, word, text::fill(tr("%1: %2"), {point(check.point), fit(check)})};
}

std::vector<Check> CardWords::doubts(const ports::HeardNumber& number) {
    std::vector<Check> all;
    if (number.order_says == ports::OrderSays::something_else) {
        all.push_back({Level::serious, tr("Differs"), of(number.order_says)});
    }
    if (number.rivalled) {
        all.push_back({Level::serious, tr("Unclear"), tr("Another reading is nearly as likely")});
    }
    if (number.unsure) {
        all.push_back({Level::caution, tr("Unsure"), tr("It was recognised with less than 85 %")});
    }
    if (!number.read_back) {
        all.push_back({Level::caution, tr("Unchecked"), tr("It was not read back")});
    }
    return all;
}

} // namespace ui::case_
