// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/decide/key_panel.h"

#include "ui/look/icons.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ui::decide {

KeyPanel::KeyPanel(ports::Decisions& decisions, QWidget* parent)
    : QWidget(parent)
    , decisions_(decisions)
    , notice_(new look::NoticeBar(this))
    , passphrase_(new QLineEdit(this))
    , unlock_(new QPushButton(look::icon(look::Glyph::key), tr("&Unlock"), this)) {
    passphrase_->setEchoMode(QLineEdit::Password);
    passphrase_->setAccessibleName(tr("Passphrase of your key"));
    passphrase_->setPlaceholderText(tr("Your key is locked: enter its passphrase"));
    unlock_->setAutoDefault(false);
    unlock_->setAccessibleName(tr("Unlock your key"));
    connect(passphrase_, &QLineEdit::returnPressed, this, &KeyPanel::unlock);
    connect(unlock_, &QPushButton::clicked, this, &KeyPanel::unlock);
    auto* row = new QHBoxLayout;
    row->addWidget(passphrase_, 1);
    row->addWidget(unlock_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::gap::tight);
    column->addWidget(notice_);
    column->addLayout(row);
}

void KeyPanel::show_identity(const ports::Identity& identity) {
    open_ = identity.key == ports::KeyState::open;
    setVisible(!open_);
    passphrase_->setEnabled(!open_);
    unlock_->setEnabled(!open_);
    if (open_) {
        passphrase_->clear();
        notice_->clear();
        Q_EMIT opened();
    }
}

void KeyPanel::unlock_with(const QString& passphrase) {
    passphrase_->setText(passphrase);
    unlock_->click();
}

void KeyPanel::unlock() {
    if (passphrase_->text().isEmpty() || !unlock_->isEnabled()) {
        return;
    }
    unlock_->setEnabled(false);
    decisions_.unlock(ports::Passphrase(passphrase_->text().toStdString()),
                      {this, [this](base::Result<ports::Identity> identity) {
                           unlock_->setEnabled(true);
                           if (identity.ok()) {
                               show_identity(identity.value());
                           } else {
                               notice_->say(identity.fault());
                               passphrase_->selectAll();
                               passphrase_->setFocus();
                           }
                       }});
}

} // namespace ui::decide
