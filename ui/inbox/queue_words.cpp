// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/queue_words.h"

#include "app/text/fill.h"
#include "app/text/safe_text.h"
#include "ui/case/answer_words.h"
#include "ui/look/words.h"

namespace ui::inbox {

namespace {
bool undecided(const ports::CaseRow& row) {
    return row.state == ports::CaseState::open || row.state == ports::CaseState::awaiting_second;
}
} // namespace

QString QueueWords::who(const ports::CaseRow& row, const ports::Seat& seat, base::Instant now) {
    const QString pair = row.counterpart.empty()
                             ? text::safe(row.agent).qstring()
                             //: %1 is an agent, %2 a supplier or customer
                             : text::fill(tr("%1 with %2"), {text::safe(row.agent), text::safe(row.counterpart)});
    const bool claimed = !row.claimed_by.empty() && row.claim_expires.value_or(now) >= now && undecided(row);
    if (claimed && row.claimed_by == seat.person) {
        //: the one who sits here
        return text::fill(tr("You are looking · %1"), {pair});
    }
    //: %1 is a person
    return claimed ? text::fill(tr("%1 is looking · %2"), {text::safe(row.claimed_by), pair}) : pair;
}

/// Where the platform and our policy came to different tiers the stricter one is the label, and the other stands here.
QString QueueWords::other_tier(const ports::CaseRow& row) {
    if (!ports::differs(row)) {
        return {};
    }
    return *row.our_tier > row.tier //: a tier that the platform came to, unlike our policy
               ? text::fill(tr("≠ platform: %1 · "), {look::Words::of(row.tier)})
               //: a tier that our policy came to, unlike the platform
               : text::fill(tr("≠ ours: %1 · "), {look::Words::of(*row.our_tier)});
}

QString QueueWords::why(const ports::CaseRow& row, const ports::Seat& seat, Length length) {
    if (row.conflict) {
        return tr("Versions contradict each other");
    }
    const QString mark = other_tier(row);
    if (row.escalated) {
        return mark + case_::AnswerWords::has_it_now(row, seat);
    }
    if (row.codes.empty()) {
        return mark + look::Words::of(row.origin);
    }
    const QString first = look::CodeWords::of_finding(row.codes.front());
    const int more = static_cast<int>(row.codes.size()) - 1;
    if (more == 0) {
        return mark + first;
    }
    const QString both = length == Length::brief ? QStringLiteral("%1 +%2") : tr("%1, and %2 more");
    return mark + text::fill(both, {first, QString::number(more)});
}

QString QueueWords::when(const ports::CaseRow& row, base::Instant now, const ports::Seat& seat) {
    if (!undecided(row)) {
        return {};
    }
    const QString waits = look::TimeWords::span(now - row.opened);
    //: how long a case waits already, and when it ends
    if (const auto end = row.ends()) {
        const QString until = look::TimeWords::until(*end, now);
        if (ports::is_escalated_to(row, seat)) {
            return text::fill(tr("answer %1"), {until}); //: %1 is "in 12 min"
        }
        //: the policy's time to answer is over before the platform ends the wait
        return row.answer_by == end && row.expires != end ? text::fill(tr("waits %1, answer due %2"), {waits, until})
                                                          : text::fill(tr("waits %1, ends %2"), {waits, until});
    }
    return text::fill(tr("waits %1"), {waits});
}

QString QueueWords::label(const ports::CaseRow& row, const ports::Seat& seat) {
    if (row.conflict) {
        return tr("Contradiction");
    }
    if (ports::is_escalated_to(row, seat)) {
        //: %1 is a tier
        return text::fill(tr("Escalated to you · %1"), {look::Words::of(ports::level_of(row))});
    }
    return undecided(row) ? look::Words::of(ports::level_of(row)) : look::Words::of(row.state);
}

QString QueueWords::sentence(const ports::CaseRow& row, const ports::Seat& seat, const text::Formats& formats,
                             base::Instant now) {
    return text::fill(QStringLiteral("%1, %2, %3, %4, %5"),
                      {label(row, seat), formats.money(row.gross), who(row, seat, now), why(row, seat, Length::spoken),
                       when(row, now, seat)});
}

QString QueueWords::label(const models::queue::Group& group) {
    return group.key.flood ? tr("Flood: %Ln case(s) of one agent", nullptr, group.count)
                           : tr("%Ln alike", nullptr, group.count);
}

QString QueueWords::who(const models::queue::Group& group) {
    return group.counterpart.empty()
               ? text::safe(group.agent).qstring()
               : text::fill(tr("%1 with %2"), {text::safe(group.agent), text::safe(group.counterpart)});
}

QString QueueWords::why(const models::queue::Group& group) {
    return group.code.empty() ? tr("Several kinds of problem") : look::CodeWords::of_finding(group.code);
}

QString QueueWords::when(const models::queue::Group& group, base::Instant now) {
    const QString waits = look::TimeWords::span(now - group.oldest);
    return group.nearest_end ? text::fill(tr("wait up to %1, first ends %2"),
                                          {waits, look::TimeWords::until(*group.nearest_end, now)})
                             : text::fill(tr("wait up to %1"), {waits});
}

QString QueueWords::sum(const models::queue::Group& group, const text::Formats& formats) {
    if (!group.sums_complete) {
        return tr("Sum too large to show");
    }
    QStringList all;
    for (const domain::Money& each : group.sums) {
        all += formats.money(each);
    }
    return all.join(QStringLiteral(" + "));
}

QString QueueWords::sentence(const models::queue::Group& group, const text::Formats& formats, base::Instant now) {
    return text::fill(QStringLiteral("%1, %2, %3, %4, %5, %6"),
                      {label(group), sum(group, formats), who(group), why(group), when(group, now),
                       group.open ? tr("shown below") : tr("Enter shows them")});
}

QString QueueWords::of(models::queue::Order order) {
    switch (order) {
    case models::queue::Order::risk: return tr("Highest risk first");
    case models::queue::Order::waiting: return tr("Longest wait first");
    case models::queue::Order::deadline: return tr("Nearest end first");
    }
    return {};
}

} // namespace ui::inbox
