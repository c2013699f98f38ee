// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/decide/review_dialog.h"

#include "app/text/fill.h"
#include "ui/decide/amount_field.h"
#include "ui/decide/key_panel.h"
#include "ui/decide/progress_panel.h"
#include "ui/decide/sign_button.h"
#include "ui/decide/signed_content.h"
#include "ui/look/words.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QVBoxLayout>

#include <utility>

namespace ui::decide {

namespace {

using namespace std::chrono_literals;

constexpr base::Microseconds dead_for_another_case = 700ms;
constexpr int typing_pause_milliseconds = 250;

} // namespace

ReviewDialog::ReviewDialog(Core core, ports::Draft draft, const ports::Identity& identity, bool other_case,
                           QWidget* parent)
    : QDialog(parent)
    , core_(core)
    , draft_(std::move(draft))
    , changed_(new look::NoticeBar(this))
    , notice_(new look::NoticeBar(this))
    , upper_(new QStackedWidget(this))
    , content_(new SignedContent(core.formats, this))
    , missing_(new look::EmptyState(this))
    , lower_(new QStackedWidget(this))
    , amount_(new AmountField(draft_.verb == domain::Verb::roll_back ? AmountField::Use::roll_back
                                                                     : AmountField::Use::reduce,
                              core.formats, this))
    , reasons_(new ReasonPicker(draft_.verb, this))
    , progress_(new ProgressPanel(core.clock, core.formats, this))
    , key_(new KeyPanel(core.decisions, this))
    , heading_(new look::Label(look::Type::small, {}, this))
    , hint_(new look::Label(look::Type::small, {}, this))
    , sign_(new SignButton(core.clock, this))
    , cancel_(new QPushButton(tr("&Close without deciding"), this)) {
    const QString deed = SignedContent::deed(draft_.verb, draft_.agent);
    setWindowTitle(text::fill(tr("Review: %1"), {deed}));
    sign_->setText(deed);
    setObjectName(QStringLiteral("review_dialog"));
    build();
    connect_parts();
    key_->show_identity(identity);
    if (other_case) {
        sign_->start_dead_time(dead_for_another_case);
    }
    if (takes_amount()) {
        read_order();
    }
    amount_->setVisible(takes_amount());
    draft_.verb == domain::Verb::approve_reduced ? amount_->setFocus() : reasons_->setFocus();
    ask_again();
}

void ReviewDialog::build() {
    auto* area = new QScrollArea(this);
    area->setWidget(content_);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setAccessibleName(tr("What will be signed"));
    auto* choose = new QWidget(this);
    auto* choices = new QVBoxLayout(choose);
    choices->setContentsMargins(0, 0, 0, 0);
    choices->setSpacing(look::gap::small);
    choices->addWidget(amount_);
    choices->addWidget(reasons_);
    choices->addWidget(key_);
    choices->addStretch(1);
    lower_->addWidget(choose);
    lower_->addWidget(progress_);
    lower_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(look::gap::large, look::gap::large, look::gap::large, look::gap::medium);
    column->setSpacing(look::gap::small);
    heading_->say(tr("This is what will be signed, read from the bytes themselves:"));
    heading_->set_muted(true);
    column->addWidget(heading_);
    column->addWidget(changed_);
    upper_->addWidget(area);
    upper_->addWidget(missing_);
    missing_->say(look::Level::standby, tr("There is nothing to sign yet."),
                  draft_.verb == domain::Verb::ask ? tr("Write the question below; then it is shown here as it will "
                                                        "be signed.")
                                                   : tr("Type the amount below; then it is shown here as it will be "
                                                        "signed."));
    column->addWidget(upper_, 1);
    column->addWidget(notice_);
    column->addWidget(lower_);
    column->addWidget(buttons());
    const QFontMetrics metrics(font());
    const bool is_short = draft_.key.id.empty(); // about an agent there is less to read
    resize(metrics.averageCharWidth() * 126, metrics.height() * (is_short ? 30 : 42));
}

QWidget* ReviewDialog::buttons() {
    auto* place = new QWidget(this);
    auto* row = new QHBoxLayout(place);
    row->setContentsMargins(0, look::gap::small, 0, 0);
    cancel_->setAutoDefault(false);
    hint_->set_muted(true);
    hint_->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    row->addWidget(cancel_);
    row->addWidget(hint_, 1);
    row->addWidget(sign_);
    return place;
}

void ReviewDialog::connect_parts() {
    note_timer_.setSingleShot(true);
    note_timer_.setInterval(typing_pause_milliseconds);
    connect(&note_timer_, &QTimer::timeout, this, &ReviewDialog::ask_again);
    connect(reasons_, &ReasonPicker::chosen, this, &ReviewDialog::ask_again);
    connect(reasons_, &ReasonPicker::note_changed, this, &ReviewDialog::ask_in_a_moment);
    connect(amount_, &AmountField::changed, this, &ReviewDialog::ask_in_a_moment);
    connect(key_, &KeyPanel::opened, this, [this] {
        if (stage_ == ReviewStage::ready) {
            ask_again();
        }
        reasons_->setFocus(); // the field that had it is gone; the next one would close the review
    });
    connect(sign_, &QPushButton::clicked, this, &ReviewDialog::sign);
    connect(sign_, &SignButton::dead_time_ended, this, &ReviewDialog::show_readiness);
    connect(cancel_, &QPushButton::clicked, this, &QDialog::reject);
    connect(changed_, &look::NoticeBar::pressed, changed_, &look::NoticeBar::clear);
    connect(notice_, &look::NoticeBar::pressed, this, [this] {
        if (takes_amount() && !amount_->amount()) {
            read_order();
        }
        ask_again();
    });
    connect(progress_, &ProgressPanel::status_wanted, this, [this] {
        core_.decisions.ask_status(row_->decision.id, {this, [this](auto row) { take_row(std::move(row)); }});
    });
    connect(progress_, &ProgressPanel::withdrawal_wanted, this, [this] {
        core_.decisions.withdraw(row_->decision.id, {this, [this](auto row) { take_row(std::move(row)); }});
    });
}

void ReviewDialog::take_row(base::Result<ports::DecisionRow> row) {
    if (row.ok()) {
        note_decision(row.value());
    } else {
        notice_->say(row.fault());
    }
}

/// Nothing that is on the screen is signed while somebody still types.
void ReviewDialog::ask_in_a_moment() {
    stage_ = ReviewStage::asking;
    note_timer_.start();
    show_readiness();
}

/// Every answer belongs to one question; what an older question brings is not shown any more.
void ReviewDialog::ask_again() {
    note_timer_.stop();
    stage_ = ReviewStage::asking;
    draft_.amount = takes_amount() ? amount_->amount() : std::nullopt;
    draft_.reason_code = reasons_->code();
    draft_.reason_text = domain::UntrustedText(reasons_->note().toStdString());
    const std::uint64_t question = ++asked_;
    if (lacks_input()) {
        review_.reset();
        notice_->clear();
        show_readiness();
        return;
    }
    show_readiness();
    core_.decisions.review(draft_, {this, [this, question](base::Result<ports::Review> review) {
                                        if (question == asked_ && !row_) {
                                            take(std::move(review));
                                        }
                                    }});
}

void ReviewDialog::take(base::Result<ports::Review> review) {
    if (!review.ok()) {
        review_.reset();
        if (review.fault().code == base::FaultCode::stale) {
            pin_again();
            return;
        }
        notice_->say(review.fault(), tr("&Try again"));
        show_readiness();
        return;
    }
    review_ = std::move(review).value();
    stage_ = ReviewStage::ready;
    content_->show(*review_);
    const QString verb = SignedContent::deed(review_->decision.verb, review_->decision.agent);
    const auto amount = SignedContent::amount_of(*review_);
    sign_->setText(amount ? text::fill(tr("&Sign: %1, %2"), {verb, core_.formats.money(*amount)})
                          : text::fill(tr("&Sign: %1"), {verb}));
    show_standing();
    show_readiness();
}

void ReviewDialog::show_standing() {
    switch (review_->standing) {
    case ports::Standing::allowed: notice_->clear(); break;
    case ports::Standing::needs_second:
        notice_->say(look::Level::caution,
                     look::CodeWords::of_ruling(review_->code.empty() ? "needs_second" : review_->code));
        break;
    case ports::Standing::refused:
        notice_->say(look::Level::serious,
                     text::fill(tr("You cannot do this. %1"), {look::CodeWords::of_ruling(review_->code)}),
                     tr("&Look again"));
        break;
    }
}

/// The button is live only when what is on the screen is what would be signed; beside it stands what is missing.
void ReviewDialog::show_readiness() {
    const bool current = stage_ == ReviewStage::ready && review_ && !note_timer_.isActive();
    const bool refused = review_ && review_->standing == ports::Standing::refused;
    const bool reason = !draft_.reason_code.empty();
    upper_->setCurrentIndex(lacks_input() && !row_ ? 1 : 0);
    heading_->setVisible(upper_->currentIndex() == 0);
    sign_->set_ready(current && !refused && reason && !lacks_input() && key_->is_open());
    hint_->say(what_is_missing());
}

QString ReviewDialog::what_is_missing() const {
    if (stage_ == ReviewStage::signing) {
        return tr("Being signed and written to the record …");
    }
    if (row_) {
        return {};
    }
    if (lacks_amount()) {
        return tr("Type the amount first.");
    }
    if (reasons_->lacks_note()) {
        return tr("Write the question first.");
    }
    if (!review_) {
        return tr("Nothing can be signed yet.");
    }
    if (review_->standing == ports::Standing::refused) {
        return tr("Refused, see above.");
    }
    if (draft_.reason_code.empty()) {
        return tr("Choose a reason first: press its number.");
    }
    if (!key_->is_open()) {
        return tr("Unlock your key first.");
    }
    return sign_->is_dead() ? tr("Another case than before: look first.") : QString();
}

void ReviewDialog::sign() {
    if (stage_ != ReviewStage::ready || !review_ || sign_->is_dead()) {
        return;
    }
    stage_ = ReviewStage::signing;
    show_readiness();
    core_.decisions.sign(*review_,
                         {this, [this](base::Result<ports::DecisionRow> row) { take_signed(std::move(row)); }});
}

void ReviewDialog::take_signed(base::Result<ports::DecisionRow> row) {
    if (!row.ok()) {
        stage_ = ReviewStage::asking;
        if (row.fault().code == base::FaultCode::stale) {
            pin_again();
        } else {
            notice_->say(row.fault(), tr("&Try again"));
        }
        show_readiness();
        return;
    }
    const bool overtaken = row_.has_value(); // news of a later state came before this answer
    stage_ = ReviewStage::signed_;
    heading_->say(tr("This was signed:"));
    changed_->clear();
    notice_->clear();
    lower_->setCurrentWidget(progress_);
    sign_->hide();
    cancel_->setText(tr("&Close"));
    cancel_->setFocus();
    if (!overtaken) {
        row_ = std::move(row).value();
    }
    progress_->show(*row_);
    show_readiness();
}

void ReviewDialog::note_decision(const ports::DecisionRow& row) {
    const bool mine = row_ ? row.decision.id == row_->decision.id
                           : stage_ == ReviewStage::signing && review_ && row.decision.id == review_->decision.id;
    if (!mine) {
        return;
    }
    row_ = row;
    progress_->show(row);
}

/// Escape closes; Enter does nothing at all.
void ReviewDialog::keyPressEvent(QKeyEvent* event) {
    if (event->isAutoRepeat() || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        event->accept();
        return;
    }
    QDialog::keyPressEvent(event);
}

} // namespace ui::decide
