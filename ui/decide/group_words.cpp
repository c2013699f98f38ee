// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/decide/group_words.h"

#include "app/text/fill.h"
#include "app/text/safe_text.h"
#include "ui/look/fault_text.h"
#include "ui/look/late_words.h"
#include "ui/look/words.h"

namespace ui::decide {

QString GroupWords::deed(domain::Verb verb, int count) {
    switch (verb) {
    case domain::Verb::ask: return tr("Ask about %Ln order(s)", nullptr, count);
    case domain::Verb::hold: return tr("Hold %Ln order(s)", nullptr, count);
    case domain::Verb::reject: return tr("Reject %Ln order(s)", nullptr, count);
    case domain::Verb::escalate: return tr("Escalate %Ln order(s)", nullptr, count);
    case domain::Verb::approve:
    case domain::Verb::approve_reduced:
    case domain::Verb::roll_back:
    case domain::Verb::resolve:
    case domain::Verb::stop:
    case domain::Verb::resume:
    case domain::Verb::acknowledge: return look::Words::of(verb); // never goes at once
    }
    return {};
}

QString GroupWords::sum(const std::optional<std::vector<domain::Money>>& sums, const text::Formats& formats) {
    if (!sums) {
        return tr("sum too large to show");
    }
    QStringList all;
    for (const domain::Money& each : *sums) {
        all += formats.money(each);
    }
    return all.join(QStringLiteral(" + "));
}

QString GroupWords::deed(const GroupReview& review, const text::Formats& formats) {
    const int count = review.count(OrderStage::ready) + review.count(OrderStage::looking);
    const QString what = deed(review.verb(), count);
    //: %1 is "Reject 14 orders", %2 what they come to together
    return count == 0 ? what : text::fill(tr("%1, %2"), {what, sum(review.sums(), formats)});
}

QString GroupWords::button(const GroupReview& review, const text::Formats& formats) {
    //: %1 is "Reject 14 orders, EUR 4,980.00"
    return text::fill(tr("&Sign: %1"), {deed(review, formats)});
}

QString GroupWords::standing(const GroupOrder& order) {
    switch (order.stage) {
    case OrderStage::looking: return tr("Being looked at");
    case OrderStage::ready: return tr("Will be signed");
    case OrderStage::left_out: return tr("Left out");
    case OrderStage::waiting: return tr("Waits its turn");
    case OrderStage::signing: return tr("Being signed");
    case OrderStage::signed_: return look::Words::of(order.decision->state, order.decision->decision.verb);
    case OrderStage::refused: return tr("Refused");
    case OrderStage::not_begun: return tr("Not signed");
    }
    return {};
}

QStringList GroupWords::every_standing() {
    QStringList all = {tr("Being looked at"), tr("Will be signed"), tr("Left out"),  tr("Waits its turn"),
                       tr("Being signed"),    tr("Refused"),        tr("Not signed")};
    for (const auto state : {domain::DecisionState::refused_by_gateway, domain::DecisionState::awaiting_second,
                             domain::DecisionState::void_, domain::DecisionState::not_applied}) {
        all += look::Words::of(state);
    }
    return all;
}

look::Level GroupWords::level(const GroupOrder& order) {
    switch (order.stage) {
    case OrderStage::looking:
    case OrderStage::waiting: return look::Level::off;
    case OrderStage::ready:
    case OrderStage::signing: return look::Level::standby;
    case OrderStage::left_out:
    case OrderStage::not_begun: return look::Level::caution;
    case OrderStage::refused: return look::Level::serious;
    case OrderStage::signed_: return look::level_of(order.decision->state);
    }
    return look::Level::off;
}

QString GroupWords::why(const GroupOrder& order) {
    switch (order.why) {
    case LeftOut::decided: return tr("Somebody decided it already.");
    case LeftOut::expired: return tr("Expired, not executed: nobody decided.");
    case LeftOut::not_held: return tr("The order is not held any more.");
    case LeftOut::raised: return tr("The platform does not hold it: open it and acknowledge it (C).");
    case LeftOut::contradictory: return tr("Its versions contradict each other: open it.");
    case LeftOut::in_doubt: return tr("It is in doubt: open it and resolve it first.");
    case LeftOut::claimed:
        return order.who.empty() ? tr("Somebody else is looking at it.")
                                 //: %1 is a person
                                 : text::fill(tr("%1 is looking at it."), {text::safe(order.who)});
    case LeftOut::amended: return tr("It was amended since: open it and read the new version.");
    case LeftOut::ruled: return look::CodeWords::of_ruling(order.code);
    case LeftOut::unknown: break;
    }
    return order.fault ? look::fault_text(order.fault->code) : QString();
}

QString GroupWords::became(const ports::DecisionRow& row, const text::Formats& formats) {
    using enum domain::DecisionState;
    if (row.instead) {
        return text::fill(QStringLiteral("%1 %2."),
                          {look::LateWords::what(*row.instead, formats), look::LateWords::next_step(*row.instead)});
    }
    switch (row.state) {
    case refused_by_gateway:
        return row.receipt && !row.receipt->code.empty() ? look::CodeWords::of_ruling(row.receipt->code)
                                                         : tr("Nothing was done: open the case and read why.");
    case failed: return tr("Accepted, but the platform could not carry it out: open the case.");
    case void_: return tr("Amended before it took effect: decide about the new version.");
    case not_applied: return tr("Too late, nothing was done: it had expired or was final already.");
    case in_doubt: return tr("The answer was lost: Reeve asks for the status; nothing is done twice.");
    case awaiting_second: return tr("A second person has to sign.");
    case held: return tr("Can still be taken back.");
    case withdrawn: return tr("Nothing was sent.");
    case signed_:
    case sent:
        return row.fault ? look::CodeWords::of_delivery(*row.fault)
                         : tr("Waits for the gateway's answer; closing Reeve loses nothing.");
    case accepted:
    case executed: //: %1 is the number of a receipt
        return row.receipt ? text::fill(tr("Receipt %1"), {text::safe(row.receipt->id)}) : QString();
    case drafted:
    case refused: return {};
    }
    return {};
}

QString GroupWords::more(const GroupOrder& order, const text::Formats& formats) {
    switch (order.stage) {
    case OrderStage::looking:
    case OrderStage::waiting:
    case OrderStage::signing: return {};
    case OrderStage::ready:
        return order.review->standing == ports::Standing::needs_second
                   ? look::CodeWords::of_ruling(order.review->code.empty() ? "needs_second" : order.review->code)
                   : QString();
    case OrderStage::left_out: return why(order);
    case OrderStage::signed_: return became(*order.decision, formats);
    case OrderStage::refused: {
        const bool ruled = order.fault->code == base::FaultCode::refused && !order.fault->where.empty();
        return ruled ? look::CodeWords::of_ruling(order.fault->where) : look::fault_text(order.fault->code);
    }
    case OrderStage::not_begun: return tr("Nothing was done about it; it is still open.");
    }
    return {};
}

} // namespace ui::decide
