// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/policy/withdraw_dialog.h"

#include "app/text/fill.h"
#include "app/text/safe_text.h"
#include "ui/decide/key_panel.h"
#include "ui/decide/sign_button.h"
#include "ui/policy/publish_words.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

#include <utility>

namespace ui::policy {

namespace {

using namespace std::chrono_literals;

constexpr base::Microseconds dead_at_first = 700ms;

} // namespace

WithdrawDialog::WithdrawDialog(PublishDialog::Core core, const ports::PolicyVersion& proposal,
                               const ports::Identity& identity, QWidget* parent)
    : QDialog(parent)
    , core_(core)
    , digest_(proposal.digest)
    , notice_(new look::NoticeBar(this))
    , key_(new decide::KeyPanel(core.decisions, this))
    , sign_(new decide::SignButton(core.clock, this))
    , close_(new QPushButton(tr("&Close without signing"), this)) {
    setWindowTitle(tr("Take a proposal back"));
    setObjectName(QStringLiteral("withdraw_dialog"));
    build(proposal);
    connect(key_, &decide::KeyPanel::opened, this, &WithdrawDialog::show_readiness);
    connect(sign_, &QPushButton::clicked, this, &WithdrawDialog::sign);
    connect(sign_, &decide::SignButton::dead_time_ended, this, &WithdrawDialog::show_readiness);
    connect(close_, &QPushButton::clicked, this, &QDialog::reject);
    key_->show_identity(identity);
    sign_->setText(tr("Take &back"));
    sign_->start_dead_time(dead_at_first);
    close_->setFocus();
    show_readiness();
}

void WithdrawDialog::build(const ports::PolicyVersion& proposal) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(look::gap::large, look::gap::large, look::gap::large, look::gap::medium);
    column->setSpacing(look::gap::small);
    column->addWidget(new look::Label(look::Type::body,
                                      tr("You sign that this proposal is taken back. The gateway and every other "
                                         "console are told, and nobody can sign "
                                         "it any more. To propose the same again, use it as a draft and publish it."),
                                      this));
    auto* form = new QFormLayout;
    form->setContentsMargins(0, 0, 0, 0);
    const std::pair<QString, QString> rows[] = {
        {tr("Edition"), core_.formats.number(proposal.edition.number)},
        {tr("Policy"), text::fill(tr("Version %1: %2"), {text::safe(std::string_view(proposal.version)),
                                                         text::safe(std::string_view(proposal.title))})},
        {tr("Signed by you"), core_.formats.date_time(proposal.edition.proposed)},
        {tr("Digest"), PublishWords::digest(proposal.digest)}};
    for (const auto& [name, value] : rows) {
        auto* shown = new look::ElidedLabel(this); // a title of one long word must not make the dialog wide
        shown->set_lines(name == tr("Policy") ? 2 : 1);
        shown->say(value);
        shown->setAccessibleName(text::fill(QStringLiteral("%1: %2"), {name, value}));
        form->addRow(new look::Label(look::Type::small, name, this), shown);
    }
    column->addLayout(form);
    column->addWidget(notice_);
    column->addWidget(key_);
    column->addStretch(1);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, look::gap::small, 0, 0);
    close_->setAutoDefault(false);
    row->addWidget(close_);
    row->addStretch(1);
    row->addWidget(sign_);
    column->addLayout(row);
    const QFontMetrics metrics(font());
    resize(metrics.averageCharWidth() * 90, metrics.height() * 18);
}

void WithdrawDialog::show_readiness() {
    sign_->set_ready(!signing_ && !signed_ && key_->is_open());
}

void WithdrawDialog::sign() {
    if (signing_ || signed_ || sign_->is_dead() || !key_->is_open()) {
        return;
    }
    signing_ = true;
    show_readiness();
    core_.publishing.withdraw(
        digest_, {this, [this](const base::Result<ports::PolicyStanding>& standing) { take_signed(standing); }});
}

void WithdrawDialog::take_signed(const base::Result<ports::PolicyStanding>& standing) {
    signing_ = false;
    if (!standing) {
        notice_->say(standing.fault());
        show_readiness();
        return;
    }
    signed_ = true;
    notice_->say(look::Level::normal, tr("Taken back. Nobody can sign it any more."));
    key_->hide();
    sign_->hide();
    close_->setText(tr("&Close"));
    close_->setFocus();
    Q_EMIT was_signed(*standing);
}

/// Escape closes; Enter does nothing at all.
void WithdrawDialog::keyPressEvent(QKeyEvent* event) {
    if (event->isAutoRepeat() || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        event->accept();
        return;
    }
    QDialog::keyPressEvent(event);
}

} // namespace ui::policy
