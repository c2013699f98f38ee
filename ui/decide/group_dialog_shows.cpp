// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/decide/group_dialog.h"

#include "app/text/fill.h"
#include "ui/decide/group_words.h"
#include "ui/decide/key_panel.h"
#include "ui/decide/progress_panel.h"
#include "ui/decide/sign_button.h"
#include "ui/decide/signed_content.h"
#include "ui/look/words.h"

#include <QKeyEvent>

// What the review of many orders says while it is made, while it goes, and in the end.

namespace ui::decide {

namespace {

using namespace std::chrono_literals;

constexpr base::Microseconds dead_for_a_shorter_list = 2s;

} // namespace

int GroupDialog::chosen() const {
    const QModelIndex current = table_->currentIndex();
    return current.isValid() ? current.row() : 0;
}

void GroupDialog::show_soon() {
    if (!show_timer_.isActive()) {
        show_timer_.start(0);
    }
}

void GroupDialog::show_all() {
    show_timer_.stop();
    std::vector<int> places;
    for (int place = 0; place < static_cast<int>(review_.orders().size()); ++place) {
        places.push_back(place);
    }
    model_.set_rows(std::move(places)); // the same ones, which now read differently
    show_bars();
    show_chosen();
    show_readiness();
}

void GroupDialog::show_bars() {
    const auto say = [](look::NoticeBar* bar, look::Level level, const QString& words) {
        words.isEmpty() ? bar->clear() : bar->say(level, words);
    };
    say(left_out_, look::Level::caution, review_.has_begun() ? QString() : GroupWords::left_out(review_));
    say(not_included_, look::Level::caution, GroupWords::not_included(review_));
    if (review_.is_running()) {
        result_->say(look::Level::standby, GroupWords::progress(review_));
    } else if (review_.is_over()) {
        const bool held = review_.count(domain::DecisionState::held) > 0;
        const bool doubt = review_.count(GroupOutcome::in_doubt) > 0;
        result_->say(GroupWords::level_of_result(review_), GroupWords::result(review_),
                     held    ? tr("Undo &all that are not sent")
                     : doubt ? tr("Ask for the status &of all")
                             : QString());
    }
}

void GroupDialog::press_result() {
    review_.count(domain::DecisionState::held) > 0 ? review_.withdraw_all() : review_.ask_status_of_all();
}

void GroupDialog::show_chosen() {
    if (review_.orders().empty()) {
        return;
    }
    const GroupOrder& order = order_at(chosen());
    show_content(order);
    if (review_.has_begun()) {
        lower_->setCurrentWidget(progress_);
        progress_->setEnabled(order.decision.has_value());
        progress_->setVisible(order.decision.has_value());
        if (order.decision) {
            progress_->show(*order.decision);
        }
    }
}

void GroupDialog::show_content(const GroupOrder& order) {
    const bool unsigned_for_good = order.stage == OrderStage::left_out || order.stage == OrderStage::refused ||
                                   order.stage == OrderStage::not_begun;
    const bool known = order.review && !unsigned_for_good;
    content_pages_->setCurrentIndex(known ? 0 : 1);
    if (known) {
        content_->show(*order.review);
    } else if (unsigned_for_good) {
        missing_->say(GroupWords::level(order),
                      review_.has_begun() ? tr("Nothing was signed about this order.")
                                          : tr("Nothing will be signed about this order."),
                      GroupWords::more(order, core_.formats));
    } else if (reasons_->lacks_note()) {
        missing_->say(look::Level::standby, tr("There is nothing to sign yet."),
                      tr("Write the question below; then it is shown here as it will be signed."));
    } else {
        missing_->say(look::Level::standby, tr("There is nothing to sign yet."), tr("It is being looked at …"));
    }
}

/// The button is live only when what is on the screen is what would be signed; beside it stands what is missing.
void GroupDialog::show_readiness() {
    const bool current = !review_.has_begun() && !review_.is_looking() && !note_timer_.isActive();
    const bool some = review_.count(OrderStage::ready) > 0;
    was_ready_ = was_ready_ || (current && some);
    sign_->setVisible(!review_.has_begun());
    sign_->setText(GroupWords::button(review_, core_.formats));
    sign_->setAccessibleName(GroupWords::deed(review_, core_.formats));
    sign_->set_ready(current && some && !reasons_->code().empty() && !reasons_->lacks_note() && key_->is_open());
    const bool had_focus = stop_->hasFocus();
    stop_->setVisible(review_.is_running());
    stop_->setEnabled(!review_.was_stopped());
    cancel_->setEnabled(!review_.is_running());
    if (had_focus && !stop_->isVisible()) {
        cancel_->setFocus();
    }
    hint_->say(what_is_missing());
}

QString GroupDialog::what_is_missing() const {
    if (review_.is_running()) {
        return review_.was_stopped() ? tr("Stops when this one is on record.") : QString();
    }
    if (review_.has_begun()) {
        return {};
    }
    if (reasons_->lacks_note()) {
        return tr("Write the question first.");
    }
    if (review_.is_looking() || note_timer_.isActive()) {
        return tr("Nothing can be signed yet.");
    }
    if (review_.count(OrderStage::ready) == 0) {
        return tr("Nothing is left to sign.");
    }
    if (reasons_->code().empty()) {
        return tr("Choose a reason first: press its number.");
    }
    if (!key_->is_open()) {
        return tr("Unlock your key first.");
    }
    return sign_->is_dead() ? tr("Look at the list first.") : QString();
}

/// What a person has read is not what would be signed any more.
void GroupDialog::dropped() {
    if (was_ready_ && !review_.has_begun()) {
        dropped_->say(look::Level::serious,
                      tr("An order fell out of the list while you looked. Read the number on the button again."),
                      tr("U&nderstood"));
        sign_->start_dead_time(dead_for_a_shorter_list);
    }
    show_soon();
}

void GroupDialog::show_over() {
    heading_->say(tr("Each order has a decision of its own; the chosen one is shown below the list."));
    table_->setAccessibleName(tr("Orders, and what became of them"));
    dropped_->clear();
    cancel_->setText(tr("&Close"));
    show_all();
    cancel_->setFocus();
}

QString GroupDialog::said() const {
    QStringList all;
    for (const look::NoticeBar* bar : {result_, dropped_, left_out_, not_included_}) {
        if (!bar->isHidden()) {
            all += bar->sentence();
        }
    }
    return all.join(QLatin1Char('\n'));
}

QString GroupDialog::hint() const {
    return hint_->text();
}

void GroupDialog::reject() {
    if (review_.is_running()) {
        review_.stop();
        show_readiness();
        return;
    }
    review_.let_go();
    QDialog::reject();
}

/// Escape closes, or stops; Enter does nothing at all.
void GroupDialog::keyPressEvent(QKeyEvent* event) {
    if (event->isAutoRepeat() || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        event->accept();
        return;
    }
    QDialog::keyPressEvent(event);
}

} // namespace ui::decide
