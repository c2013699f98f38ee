// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which cases the inbox shows: what the filter lets pass, and only what is escalated to whoever sits here.
#include "app/text/forms.h"
#include "ui/inbox/inbox_view.h"
#include "ui/inbox/queue_list.h"
#include "ui/look/tip.h"

#include <QSignalBlocker>

namespace ui::inbox {

/// The case beside the list stays where it is, also when the filter hides its row.
void InboxView::narrow(const filter::Wanted& wanted) {
    sieve_.set(wanted);
    narrow_again();
}

void InboxView::narrow_again() {
    const auto chosen = case_->key();
    const QSignalBlocker quiet(list_->selectionModel());
    list_->setCurrentIndex({});
    if (sieve_.lets_all_pass() && !mine_->isChecked()) {
        model_.set_narrowing({}, chosen);
    } else {
        model_.set_narrowing([this](const auto& rows) { return passing(rows); }, chosen);
    }
    if (const auto row = chosen ? model_.row_of(*chosen) : std::nullopt) {
        list_->setCurrentIndex(model_.index(*row));
    }
    list_->viewport()->update();
    show_state();
}

std::vector<bool> InboxView::passing(const std::vector<const ports::CaseRow*>& rows) {
    const std::vector<filter::Answer> answers = sieve_.ask(rows);
    sifted_ = filter::counted(answers);
    std::vector<bool> shown;
    shown.reserve(answers.size());
    for (std::size_t at = 0; at < answers.size(); ++at) {
        shown.push_back(sieve_.shows(answers[at]) && (!mine_->isChecked() || ports::is_escalated_to(*rows[at], seat_)));
    }
    return shown;
}

void InboxView::set_seat(const ports::Seat& seat) {
    case_->set_person(seat.person, seat.role);
    if (seat == seat_) {
        return;
    }
    seat_ = seat;
    list_->viewport()->update();
    narrow_again();
}

/// Nothing is said where nothing is escalated; a filter that is at work stays to be taken away.
void InboxView::show_mine_count() {
    const int count = model_.escalated_to(seat_);
    mine_->setVisible(count > 0 || mine_->isChecked());
    mine_->setText(tr("%Ln for you  (M)", nullptr, count));
    mine_->setAccessibleName(tr("Show only the %Ln case(s) escalated to you", nullptr, count));
    look::set_tip(*mine_, tr("Nobody answered these in time; the policy names you. Key M."));
    Q_EMIT mine_count_changed(count);
}

} // namespace ui::inbox
