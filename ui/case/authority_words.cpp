// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/case/authority_words.h"

#include "app/text/fill.h"
#include "app/text/safe_text.h"

namespace ui::case_ {

namespace {

constexpr int most_names = 3;

} // namespace

QString AuthorityWords::who_may(const ports::CaseAuthority& authority, const domain::PersonId& but,
                                const text::Formats& formats) {
    QStringList names;
    int more = 0;
    for (const ports::ApprovalSeat& seat : authority.seats) {
        if (!seat.may || !seat.roster_lets || !seat.most || seat.person == but) {
            continue;
        }
        if (names.size() == most_names) {
            ++more;
        } else if (seat.most->delegation.empty()) {
            names.append(text::safe(seat.name).qstring());
        } else {
            names.append(
                text::fill(tr("%1 for %2 until %3"), {text::safe(seat.name), text::safe(seat.most->holder_name),
                                                      formats.date_time(seat.most->until.value_or(base::Instant{}))}));
        }
    }
    if (names.isEmpty()) {
        return tr("Nobody else on the roster may approve it now.");
    }
    const QString listed = names.join(QStringLiteral("; "));
    return more == 0 ? text::fill(tr("Who may: %1."), {listed})
                     : text::fill(tr("Who may: %1, and %2 more."), {listed, formats.number(more)});
}

QString AuthorityWords::falls_short(const ports::ApprovalSeat& seat, const text::Formats& formats) {
    if (seat.behind_first) {
        return tr("The first signature stands on the same authority, so somebody else has to sign second.");
    }
    if (!seat.most) {
        return tr("The policy gives you no authority over this order.");
    }
    const QString reach = formats.money(seat.most->up_to);
    return seat.most->delegation.empty() ? text::fill(tr("Above your authority of %1."), {reach})
                                         : text::fill(tr("Above the authority of %1 that %2 lends you."),
                                                      {reach, text::safe(seat.most->holder_name)});
}

QString AuthorityWords::why_not(const ports::CaseFile& file, const domain::PersonId& person, bool reduced,
                                const text::Formats& formats) {
    const ports::CaseAuthority& authority = file.authority;
    const ports::ApprovalSeat* seat = authority.limited ? authority.seat_of(person) : nullptr;
    if (seat == nullptr || seat->may) {
        return {};
    }
    // Less than the whole may still be within it; but not where the commitment over the term counts.
    if (reduced && seat->most && seat->most->up_to.minor > 0 && !authority.commits_whole && !seat->behind_first) {
        return {};
    }
    return text::fill(tr("%1 %2 Escalate it (E)."), {falls_short(*seat, formats), who_may(authority, person, formats)});
}

std::vector<Check> AuthorityWords::points(const ports::CaseFile& file, const domain::PersonId& person,
                                          const text::Formats& formats) {
    const ports::CaseAuthority& authority = file.authority;
    if (!authority.limited) {
        return {};
    }
    const QString commits = text::fill(tr("Approving it commits to %1."), {formats.money(authority.amount)});
    const ports::ApprovalSeat* seat = authority.seat_of(person);
    if (seat == nullptr) {
        return {{look::Level::off, tr("Authority"),
                 text::fill(QStringLiteral("%1 %2"), {commits, who_may(authority, person, formats)})}};
    }
    if (!seat->may || !seat->most) {
        return {{look::Level::caution, tr("Authority"),
                 text::fill(QStringLiteral("%1 %2 %3"),
                            {commits, falls_short(*seat, formats), who_may(authority, person, formats)})}};
    }
    const QString line = text::safe(seat->most->line).qstring();
    const QString reach = formats.money(seat->most->up_to);
    const QString by = seat->most->delegation.empty()
                           ? text::fill(tr("You may, up to %1, by the line %2 of the policy."), {reach, line})
                           : text::fill(tr("You may for %1, up to %2, by the delegation %3 until %4."),
                                        {text::safe(seat->most->holder_name), reach, text::safe(seat->most->delegation),
                                         formats.date_time(seat->most->until.value_or(base::Instant{}))});
    return {{look::Level::normal, tr("Authority"), text::fill(QStringLiteral("%1 %2"), {commits, by})}};
}

} // namespace ui::case_
