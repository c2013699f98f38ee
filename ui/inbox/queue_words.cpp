// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/queue_words.h"

#include "app/text/fill.h"
#include "app/text/safe_text.h"
#include "models/queue/urgency.h"
#include "ui/look/words.h"

namespace ui::inbox {

namespace {
bool undecided(const ports::CaseRow& row) {
    return row.state == ports::CaseState::open || row.state == ports::CaseState::awaiting_second;
}
} // namespace

QString QueueWords::who(const ports::CaseRow& row) {
    //: %1 is an agent, %2 a supplier or customer
    return row.counterpart.empty() ? text::safe(row.agent).qstring()
                                   : text::fill(tr("%1 with %2"), {text::safe(row.agent), text::safe(row.counterpart)});
}

QString QueueWords::why(const ports::CaseRow& row) {
    if (row.conflict) {
        return tr("Versions contradict each other");
    }
    if (row.codes.empty()) {
        return look::Words::of(row.origin);
    }
    const QString first = look::CodeWords::of_finding(row.codes.front());
    const int more = static_cast<int>(row.codes.size()) - 1;
    return more == 0 ? first : text::fill(tr("%1, and %2 more"), {first, QString::number(more)});
}

QString QueueWords::when(const ports::CaseRow& row, base::Instant now) {
    if (!undecided(row)) {
        return {};
    }
    const QString waits = look::TimeWords::span(now - row.opened);
    //: how long a case waits already, and when it ends
    return row.expires ? text::fill(tr("waits %1, ends %2"), {waits, look::TimeWords::until(*row.expires, now)})
                       : text::fill(tr("waits %1"), {waits});
}

QString QueueWords::label(const ports::CaseRow& row) {
    if (row.conflict) {
        return tr("Contradiction");
    }
    return undecided(row) ? look::Words::of(row.tier) : look::Words::of(row.state);
}

QString QueueWords::sentence(const ports::CaseRow& row, const text::Formats& formats, base::Instant now) {
    return text::fill(QStringLiteral("%1, %2, %3, %4, %5"),
                      {label(row), formats.money(row.gross), who(row), why(row), when(row, now)});
}

} // namespace ui::inbox
