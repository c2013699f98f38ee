// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/policy/publish_dialog.h"

#include "app/text/fill.h"
#include "app/text/safe_text.h"
#include "ui/decide/key_panel.h"
#include "ui/decide/sign_button.h"
#include "ui/look/words.h"
#include "ui/policy/publish_words.h"
#include "ui/policy/result_pages.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace ui::policy {

namespace {

using namespace std::chrono_literals;

constexpr base::Microseconds dead_at_first = 700ms;
constexpr int typing_pause_milliseconds = 250;

/// A value beside its name; a screen reader reads both.
void tell(QLabel& label, const QString& value) {
    const QString name = label.property("fact").toString();
    if (auto* elided = qobject_cast<look::ElidedLabel*>(&label)) {
        elided->say(value);
    } else {
        label.setText(value);
    }
    label.setAccessibleName(text::fill(QStringLiteral("%1: %2"), {name, value}));
}

} // namespace

PublishDialog::PublishDialog(Core core, ports::PolicyDraft draft, const ports::Identity& identity, QWidget* parent)
    : QDialog(parent)
    , core_(core)
    , draft_(std::move(draft))
    , difference_(new DifferencePage(DifferencePage::Use::draft, core.formats, this))
    , notice_(new look::NoticeBar(this))
    , note_(new QLineEdit(this))
    , key_(new decide::KeyPanel(core.decisions, this))
    , hint_(new look::Label(look::Type::small, {}, this))
    , sign_(new decide::SignButton(core.clock, this))
    , close_(new QPushButton(tr("&Close without signing"), this)) {
    setWindowTitle(draft_.approve ? tr("Sign a policy as the second person") : tr("Publish the policy"));
    setObjectName(QStringLiteral("publish_dialog"));
    build();
    pause_.setSingleShot(true);
    pause_.setInterval(typing_pause_milliseconds);
    connect(&pause_, &QTimer::timeout, this, &PublishDialog::ask);
    connect(note_, &QLineEdit::textEdited, this, [this] {
        pause_.start();
        show_readiness();
    });
    connect(key_, &decide::KeyPanel::opened, this, &PublishDialog::ask);
    connect(sign_, &QPushButton::clicked, this, &PublishDialog::sign);
    connect(sign_, &decide::SignButton::dead_time_ended, this, &PublishDialog::show_readiness);
    connect(close_, &QPushButton::clicked, this, &QDialog::reject);
    connect(notice_, &look::NoticeBar::pressed, this, &PublishDialog::ask);
    key_->show_identity(identity);
    sign_->setText(tr("&Sign"));
    sign_->start_dead_time(dead_at_first);
    draft_.approve ? close_->setFocus() : note_->setFocus();
    ask();
}

QLabel* PublishDialog::add_row(QFormLayout& form, const QString& name) {
    QLabel* value = nullptr;
    if (name == tr("Policy")) { // a title of one long word must not make the dialog wide
        auto* title = new look::ElidedLabel(this);
        title->set_lines(2);
        value = title;
    } else {
        value = new look::Label(look::Type::body, {}, this);
    }
    value->setProperty("fact", name);
    value->setAccessibleName(name);
    form.addRow(new look::Label(look::Type::small, name, this), value);
    return value;
}

void PublishDialog::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(look::gap::large, look::gap::large, look::gap::large, look::gap::medium);
    column->setSpacing(look::gap::small);
    auto* title =
        new look::Label(look::Type::small, tr("This is what will be signed, read from the bytes themselves:"), this);
    title->set_muted(true);
    column->addWidget(title);
    auto* form = new QFormLayout;
    form->setContentsMargins(0, 0, 0, 0);
    edition_ = add_row(*form, tr("Edition"));
    policy_ = add_row(*form, tr("Policy"));
    proposer_ = add_row(*form, tr("Proposed by"));
    said_note_ = add_row(*form, tr("Note"));
    digest_ = add_row(*form, tr("Digest"));
    effect_ = add_row(*form, tr("What signing does"));
    column->addLayout(form);
    column->addWidget(difference_, 1);
    column->addWidget(notice_);
    note_->setAccessibleName(tr("Note, signed with the policy"));
    note_->setPlaceholderText(tr("Why this edition? The note is signed with it."));
    note_->setVisible(!draft_.approve);
    column->addWidget(note_);
    column->addWidget(key_);
    column->addWidget(build_buttons());
    const QFontMetrics metrics(font());
    resize(metrics.averageCharWidth() * 126, metrics.height() * 40);
}

QWidget* PublishDialog::build_buttons() {
    auto* place = new QWidget(this);
    auto* row = new QHBoxLayout(place);
    row->setContentsMargins(0, look::gap::small, 0, 0);
    close_->setAutoDefault(false);
    hint_->set_muted(true);
    hint_->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    row->addWidget(close_);
    row->addWidget(hint_, 1);
    row->addWidget(sign_);
    return place;
}

/// Every answer belongs to one question; what an older question brings is not shown any more.
void PublishDialog::ask() {
    if (signing_ || signed_) {
        return;
    }
    pause_.stop();
    draft_.note = domain::UntrustedText(note_->text().trimmed().toStdString());
    const std::uint64_t question = ++asked_;
    core_.publishing.review(draft_, {this, [this, question](base::Result<ports::PolicyReview> review) {
                                         if (question == asked_) {
                                             take(std::move(review));
                                         }
                                     }});
}

void PublishDialog::take(base::Result<ports::PolicyReview> review) {
    if (!review) {
        review_.reset();
        notice_->say(review.fault(), tr("&Try again"));
        show_readiness();
        return;
    }
    review_ = std::move(review).value();
    show_review();
    show_readiness();
}

void PublishDialog::show_review() {
    const domain::PolicyEdition& edition = review_->edition;
    tell(*edition_, edition.previous ? text::fill(tr("%1, follows %2"), {core_.formats.number(edition.number),
                                                                         PublishWords::digest(*edition.previous)})
                                     : text::fill(tr("%1, the first"), {core_.formats.number(edition.number)}));
    tell(*policy_, text::fill(tr("Version %1: %2"), {text::safe(std::string_view(review_->version)),
                                                     text::safe(std::string_view(review_->title))}));
    tell(*proposer_, text::fill(tr("%1, on %2"),
                                {PublishWords::signer(review_->proposer), core_.formats.date_time(edition.proposed)}));
    tell(*said_note_, edition.note.empty() ? QStringLiteral("—") : text::safe(edition.note).qstring());
    tell(*digest_, PublishWords::digest(review_->digest));
    tell(*effect_, PublishWords::outcome(*review_, core_.formats));
    difference_->show_difference(review_->difference);
    if (review_->standing == ports::Standing::refused) {
        notice_->say(look::Level::serious, PublishWords::outcome(*review_, core_.formats), tr("&Look again"));
    } else if (review_->difference.may_loosen()) {
        notice_->say(look::Level::caution, tr("Some of these changes may let through what waits today."));
    } else {
        notice_->clear();
    }
}

void PublishDialog::show_readiness() {
    const bool current = review_ && !signing_ && !signed_ && !pause_.isActive();
    const bool refused = review_ && review_->standing == ports::Standing::refused;
    sign_->set_ready(current && !refused && key_->is_open());
    hint_->say(signed_            ? QString()
               : signing_         ? tr("Being signed and written to the record …")
               : !review_         ? tr("Nothing can be signed yet.")
               : refused          ? tr("Refused, see above.")
               : !key_->is_open() ? tr("Unlock your key first.")
               : sign_->is_dead() ? tr("Look first.")
                                  : QString());
}

void PublishDialog::sign() {
    if (!review_ || signing_ || signed_ || sign_->is_dead() || pause_.isActive()) {
        return;
    }
    signing_ = true;
    show_readiness();
    core_.publishing.sign(
        *review_, {this, [this](const base::Result<ports::PolicyStanding>& standing) { take_signed(standing); }});
}

void PublishDialog::take_signed(const base::Result<ports::PolicyStanding>& standing) {
    signing_ = false;
    if (!standing) {
        notice_->say(standing.fault(), tr("&Try again"));
        if (standing.fault().code == base::FaultCode::stale) {
            ask();
        }
        show_readiness();
        return;
    }
    signed_ = true;
    notice_->say(look::Level::normal, review_->standing == ports::Standing::allowed
                                          ? tr("Signed. The policy is in force from the next order on.")
                                      : review_->code == "solo_delay"
                                          ? tr("Signed. The policy takes effect when the delay is over.")
                                          : tr("Signed. The policy awaits the second person."));
    note_->setEnabled(false);
    key_->hide();
    sign_->hide();
    close_->setText(tr("&Close"));
    close_->setFocus();
    show_readiness();
    Q_EMIT was_signed(*standing);
}

/// Escape closes; Enter does nothing at all.
void PublishDialog::keyPressEvent(QKeyEvent* event) {
    if (event->isAutoRepeat() || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        event->accept();
        return;
    }
    QDialog::keyPressEvent(event);
}

} // namespace ui::policy
