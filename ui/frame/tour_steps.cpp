// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/tour_steps.h"

#include "app/text/fill.h"
#include "app/text/safe_text.h"
#include "ui/case/own_view_bar.h"
#include "ui/decide/desk.h"
#include "ui/decide/key_panel.h"
#include "ui/decide/reason_picker.h"
#include "ui/decide/sign_button.h"
#include "ui/decisions/decisions_view.h"
#include "ui/frame/main_window.h"
#include "ui/inbox/inbox_view.h"
#include "ui/live/live_view.h"
#include "ui/look/words.h"

#include <QPainter>

#include <algorithm>

#include <utility>

namespace ui::frame {

namespace {

constexpr int enough_rows = 12;

QString say(const QString& pattern, std::initializer_list<text::Filling> fillings) {
    return text::fill(pattern, fillings);
}

/// Whether an inbox row may be decided with a verb, as far as a row can say. Not while only we raised it: our verdict
/// may come before the platform says that it holds the order.
bool fits(const ports::CaseRow& row, domain::Verb verb) {
    if (row.conflict || row.raised || row.state != ports::CaseState::open ||
        row.transaction_state == domain::TransactionState::in_doubt) {
        return false;
    }
    return verb != domain::Verb::approve || row.tier == domain::Tier::confirm || row.tier == domain::Tier::sign_off;
}

} // namespace

TourPlan::TourPlan(MainWindow& window, QString passphrase)
    : window_(window)
    , passphrase_(std::move(passphrase)) {
    watch();
    decide(domain::Verb::reject, "too_expensive", QStringLiteral("Above the agreed price. Ask for a new offer."));
    decide(domain::Verb::approve, "price_checked", QStringLiteral("Compared with the contract."));
    decide(domain::Verb::stop, "out_of_control", QStringLiteral("Stopped until its owner has looked at it."));
    look_for_group();
    list_decisions();
    turn_the_pages();
    visit_the_rest();
    publish_policy();
    open_panes();
    open_file();
    open_help();
}

void TourPlan::watch() {
    live::LiveView& live = window_.live_view();
    inbox::InboxView& inbox = window_.inbox_view();
    steps_.push_back({QStringLiteral("watch what happens"), [this] { window_.show_page(Page::live); },
                      [this, &live] {
                          const int rows = live.model().rowCount();
                          return rows >= enough_rows && window_.health().link == ports::LinkState::live &&
                                 !live.model().row_at(rows - 1).transaction.empty();
                      },
                      [this, &live] {
                          const ports::FeedRow& newest = live.model().row_at(live.model().rowCount() - 1);
                          return say(QStringLiteral("live: %1 rows, link %2, newest: %3 by %4"),
                                     {QString::number(live.model().rowCount()), look::Words::of(window_.health().link),
                                      look::EventWords::of(newest.type), text::safe(newest.agent)});
                      },
                      QStringLiteral("live")});
    steps_.push_back(
        {QStringLiteral("open the inbox"), [this] { window_.show_page(Page::inbox); },
         [&inbox] { return inbox.model().open_count() > 0; },
         [&inbox] { return say(QStringLiteral("inbox: %1 open"), {QString::number(inbox.model().open_count())}); },
         QStringLiteral("inbox")});
}

void TourPlan::decide(domain::Verb verb, std::string_view reason, const QString& note) {
    if (verb != domain::Verb::stop) {
        open_case(verb);
    }
    review(verb, reason, note);
    sign(verb);
}

void TourPlan::open_case(domain::Verb verb) {
    inbox::InboxView& inbox = window_.inbox_view();
    steps_.push_back({QStringLiteral("open a case to ") + look::Words::of(verb).toLower(),
                      [this] { window_.show_page(Page::inbox); },
                      [this, verb, &inbox] {
                          case_::CaseView& view = inbox.case_view();
                          if (view.file() && view.allows(verb) && !tried_.contains(*view.key()) &&
                              fits(view.file()->row, verb)) {
                              return true;
                          }
                          inbox.show_new();
                          const auto next = candidate(verb);
                          if (next && view.key() != next) {
                              inbox.open(*next);
                          } else if (next && view.file() && case_::OwnView::is_awaited(*view.file(), {})) {
                              if (noted_.insert(*next).second) {
                                  view.note(domain::OwnView::fine); // and it is read again
                              }
                          } else if (next && view.file() && !view.allows(verb)) {
                              tried_.insert(*next);
                          }
                          return false;
                      },
                      [this, &inbox] {
                          const ports::CaseFile& file = *inbox.case_view().file();
                          tried_.insert(file.row.key);
                          return say(QStringLiteral("case: order %1, %2, %3 timeline entries, %4 turns"),
                                     {text::safe(file.row.key.id), look::Words::of(file.row.tier),
                                      QString::number(file.timeline.size()), QString::number(file.turns.size())});
                      },
                      QStringLiteral("case")});
}

/// The worst first for rejecting, the mildest first for approving.
std::optional<domain::TransactionKey> TourPlan::candidate(domain::Verb verb) const {
    const auto& model = window_.inbox_view().model();
    const int rows = model.rowCount();
    for (int i = 0; i < rows; ++i) {
        const ports::CaseRow& row = model.row_at(verb == domain::Verb::approve ? rows - 1 - i : i);
        if (fits(row, verb) && !tried_.contains(row.key)) {
            return row.key;
        }
    }
    return std::nullopt;
}

decide::ReviewDialog* TourPlan::dialog() const {
    return window_.desk().review_dialog();
}

void TourPlan::pass_key_dialog() const {
    if (decide::KeyDialog* key = window_.desk().key_dialog()) {
        key->type(passphrase_);
        key->press_make();
    }
}

void TourPlan::review(domain::Verb verb, std::string_view reason, const QString& note) {
    const QString word = look::Words::of(verb).toLower();
    steps_.push_back(
        {QStringLiteral("open the review to ") + word,
         [this, verb] {
             reasons_given_ = false;
             window_.inbox_view().case_view().want(verb);
         },
         [this] {
             pass_key_dialog();
             return dialog() != nullptr && dialog()->stage() == decide::ReviewStage::ready;
         },
         [this, word] { return say(QStringLiteral("review: what will be signed is on the screen, verb %1"), {word}); },
         QStringLiteral("review")});
    steps_.push_back(
        {QStringLiteral("give reason and note to ") + word, [] {},
         [this, reason, note] { return chosen(reason, note); },
         [this] { return say(QStringLiteral("review: button reads %1"), {dialog()->sign_button().text()}); },
         QStringLiteral("reason")});
}

/// True when the button is live; gives the reason and the passphrase on the way.
bool TourPlan::chosen(std::string_view reason, const QString& note) {
    decide::ReviewDialog* open = dialog();
    if (open == nullptr || open->stage() != decide::ReviewStage::ready) {
        return false;
    }
    if (!std::exchange(reasons_given_, true)) {
        open->reasons().write(note);
        open->reasons().choose(reason);
        return false;
    }
    if (!open->key_panel().is_open()) {
        if (!std::exchange(asked_for_key_, true)) {
            open->key_panel().unlock_with(passphrase_);
        }
        return false;
    }
    return open->sign_button().isEnabled();
}

void TourPlan::sign(domain::Verb verb) {
    const QString word = look::Words::of(verb).toLower();
    steps_.push_back({QStringLiteral("sign to ") + word + QStringLiteral(" and wait for the receipt"),
                      [this] { dialog()->sign_button().click(); },
                      [this] { return dialog() != nullptr && dialog()->decision() && dialog()->decision()->receipt; },
                      [this] {
                          const ports::DecisionRow& row = *dialog()->decision();
                          return say(QStringLiteral("receipt: %1 %2, decision is %3"),
                                     {look::Words::of(row.receipt->outcome), text::safe(row.receipt->id),
                                      look::Words::of(row.state)});
                      },
                      QStringLiteral("receipt")});
    steps_.push_back({QStringLiteral("close the review"),
                      [this] { dialog()->close(); },
                      [this] { return dialog() == nullptr; },
                      [] { return QStringLiteral("review closed"); },
                      {}});
}

void TourPlan::list_decisions() {
    const decisions::DecisionsView& list = window_.decisions_view();
    steps_.push_back({QStringLiteral("look at the decisions"), [this] { window_.show_page(Page::decisions); },
                      [&list] { return list.count() >= 3; },
                      [&list] {
                          return say(QStringLiteral("decisions: %1, the newest is %2"),
                                     {QString::number(list.count()), look::Words::of(list.row_at(0).state)});
                      },
                      QStringLiteral("decisions")});
}

QPixmap picture_of(MainWindow& window) {
    QPixmap picture = window.grab();
    QWidget* front = window.desk().review_dialog();
    front = front != nullptr ? front : window.desk().key_dialog();
    const auto dialogs = window.findChildren<QDialog*>();
    for (QDialog* dialog : dialogs) {
        front = front == nullptr && dialog->isVisible() ? dialog : front;
    }
    if (front == nullptr) {
        return picture;
    }
    const QPixmap dialog = front->grab();
    QPainter painter(&picture);
    painter.fillRect(window.rect(), QColor(0, 0, 0, 90));
    const QPoint place((window.width() - front->width()) / 2, (window.height() - front->height()) / 2);
    painter.drawPixmap(place, dialog);
    painter.setPen(window.palette().color(QPalette::PlaceholderText));
    painter.drawRect(QRect(place, front->size()).adjusted(-1, -1, 0, 0));
    return picture;
}

} // namespace ui::frame
