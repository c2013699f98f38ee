// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/projection/case_cards.h"

#include <algorithm>

namespace projection {

namespace {

using ports::Fit;
using ports::HeardNumber;
using ports::MandateCheck;
using ports::MandatePoint;
using ports::OrderSays;

constexpr std::int32_t sure_permille = 850;
constexpr std::int32_t rival_permille = 100;

void compare_with_order(const domain::Subject& subject, HeardNumber& number) {
    const domain::Money& understood = number.heard.understood;
    number.order = subject.gross;
    if (understood == subject.gross) {
        number.order_says = OrderSays::the_same_total;
        return;
    }
    if (understood == subject.net) {
        number.order_says = OrderSays::the_same_net;
        number.order = subject.net;
        return;
    }
    const bool line = std::any_of(subject.lines.begin(), subject.lines.end(), [&](const domain::Line& each) {
        return each.unit_price == understood || each.net == understood;
    });
    number.order_says = line ? OrderSays::the_same_line : OrderSays::something_else;
    if (line) {
        number.order = understood;
    }
}

HeardNumber heard_number(const domain::Turn& turn, const domain::HeardAmount& amount) {
    HeardNumber number;
    number.conversation = turn.conversation;
    number.turn = turn.number;
    number.party = turn.party;
    number.speaker = turn.speaker;
    number.who = turn.speaker_name;
    number.heard = amount;
    number.confidence_permille = turn.confidence_permille;
    number.alternatives = turn.alternatives;
    std::stable_sort(number.alternatives.begin(), number.alternatives.end(), [](const auto& one, const auto& other) {
        return one.confidence_permille > other.confidence_permille;
    });
    number.unsure = turn.confidence_permille.value_or(1000) < sure_permille;
    number.rivalled =
        number.alternatives.size() > 1 &&
        number.alternatives[0].confidence_permille - number.alternatives[1].confidence_permille <= rival_permille;
    number.read_back = amount.read_back.has_value();
    return number;
}

/// Amounts of two currencies have no headroom that anybody could name.
MandateCheck compared(MandatePoint point, const domain::Money& allowed, const domain::Money& asked) {
    MandateCheck check{point, Fit::unknown, allowed, asked, {}};
    if (const auto headroom = domain::subtract(allowed, asked); headroom.ok()) {
        check.headroom = *headroom;
        check.fit = headroom->minor < 0 ? Fit::beyond : Fit::within;
    }
    return check;
}

Fit fits(bool within) {
    return within ? Fit::within : Fit::beyond;
}

template <class Range, class Value>
bool covers(const Range& allowed, const Value& value) {
    return allowed.empty() || std::find(allowed.begin(), allowed.end(), value) != allowed.end();
}

void check_money(const domain::Mandate& mandate, const domain::Subject& subject, std::vector<MandateCheck>& into) {
    if (mandate.per_transaction) {
        into.push_back(compared(MandatePoint::per_order, *mandate.per_transaction, subject.gross));
    }
    if (mandate.per_month) {
        MandateCheck month = compared(MandatePoint::per_month, *mandate.per_month, subject.gross);
        if (month.fit == Fit::within) { // alone it fits; what else was spent this month is not in the case
            month.fit = Fit::unknown;
            month.headroom.reset();
        }
        into.push_back(month);
    }
    if (subject.total_commitment && mandate.per_transaction) {
        MandateCheck term = compared(MandatePoint::whole_term, *mandate.per_transaction, *subject.total_commitment);
        if (term.fit == Fit::beyond) { // the mandate does not say whether its ceiling is for the whole term
            term.fit = Fit::unknown;
        }
        into.push_back(term);
    }
}

} // namespace

std::vector<HeardNumber> heard_numbers(const ports::CaseFile& file) {
    std::vector<HeardNumber> numbers;
    for (const domain::Turn& turn : file.turns) {
        for (const domain::HeardAmount& amount : turn.amounts) {
            HeardNumber number = heard_number(turn, amount);
            if (!file.versions.empty()) {
                compare_with_order(file.versions.back().version.subject, number);
            }
            numbers.push_back(std::move(number));
        }
    }
    return numbers;
}

std::vector<MandateCheck> mandate_checks(const ports::CaseFile& file) {
    std::vector<MandateCheck> checks;
    if (!file.mandate || file.versions.empty()) {
        return checks;
    }
    const domain::Mandate& mandate = *file.mandate;
    const domain::Subject& subject = file.versions.back().version.subject;
    const base::Instant when = file.versions.back().time;
    check_money(mandate, subject, checks);
    checks.push_back({MandatePoint::category, fits(covers(mandate.categories, subject.category)), {}, {}, {}});
    checks.push_back({MandatePoint::supplier, fits(covers(mandate.suppliers, subject.supplier.id)), {}, {}, {}});
    checks.push_back(
        {MandatePoint::validity, fits(when >= mandate.not_before && when <= mandate.not_after), {}, {}, {}});
    if (mandate.agent != subject.agent) {
        checks.push_back({MandatePoint::agent, Fit::beyond, {}, {}, {}});
    }
    const auto& codes = file.row.codes;
    if (std::find(codes.begin(), codes.end(), "mandate_revoked") != codes.end()) {
        checks.push_back({MandatePoint::withdrawn, Fit::beyond, {}, {}, {}});
    }
    return checks;
}

ports::CaseCards case_cards(const ports::CaseFile& file) {
    return {handoff(file), heard_numbers(file), contradictions(file), mandate_checks(file)};
}

} // namespace projection
