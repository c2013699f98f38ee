// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/decide/key_dialog.h"

#include "ui/decide/passphrase_rule.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace ui::decide {

KeyDialog::KeyDialog(ports::Decisions& decisions, QWidget* parent)
    : QDialog(parent)
    , decisions_(decisions)
    , notice_(new look::NoticeBar(this))
    , passphrase_(new QLineEdit(this))
    , repeated_(new QLineEdit(this))
    , rule_(new look::Badge(this))
    , make_(new QPushButton(tr("&Make my key"), this)) {
    setWindowTitle(tr("Make your signing key"));
    setObjectName(QStringLiteral("key_dialog"));
    build();
    show_flaw();
}

void KeyDialog::build() {
    auto* explanation = new look::Label(
        look::Type::body,
        tr("Each of your decisions is signed with a key that only you have, so that nobody can decide in your name "
           "and you can prove what you decided.\n\nThe key is made now and stored on this computer, encrypted. The "
           "passphrase opens it. Nobody can look it up or reset it: without it you need a new key, and an "
           "administrator has to put that one on the roster."),
        this);
    explanation->setMinimumWidth(fontMetrics().averageCharWidth() * 60);
    passphrase_->setAccessibleName(tr("New passphrase"));
    repeated_->setAccessibleName(tr("Passphrase again"));
    auto* form = new QFormLayout;
    for (QLineEdit* edit : {passphrase_, repeated_}) {
        edit->setEchoMode(QLineEdit::Password);
        connect(edit, &QLineEdit::textChanged, this, &KeyDialog::show_flaw);
    }
    form->addRow(tr("&Passphrase"), passphrase_);
    form->addRow(tr("&Again"), repeated_);
    auto* reveal = new QCheckBox(tr("&Show what I type"), this);
    connect(reveal, &QCheckBox::toggled, this, [this](bool shown) {
        passphrase_->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
        repeated_->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    });
    form->addRow(QString(), reveal);
    form->addRow(QString(), rule_);
    auto* cancel = new QPushButton(tr("&Not now"), this);
    for (QPushButton* button : {cancel, make_}) {
        button->setAutoDefault(false);
    }
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(make_, &QPushButton::clicked, this, &KeyDialog::make);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(make_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(look::gap::large, look::gap::large, look::gap::large, look::gap::large);
    column->setSpacing(look::gap::medium);
    column->addWidget(new look::Label(look::Type::title, tr("Make your signing key"), this));
    column->addWidget(explanation);
    column->addWidget(notice_);
    column->addLayout(form);
    column->addStretch(1);
    column->addLayout(buttons);
}

void KeyDialog::type(const QString& passphrase) {
    passphrase_->setText(passphrase);
    repeated_->setText(passphrase);
}

void KeyDialog::press_make() {
    make_->click();
}

void KeyDialog::show_flaw() {
    const PassphraseFlaw flaw = flaw_of(passphrase_->text(), repeated_->text());
    make_->setEnabled(flaw == PassphraseFlaw::none);
    switch (flaw) {
    case PassphraseFlaw::none:
        rule_->show_level(look::Level::normal, tr("Good: long enough, and both are alike"));
        break;
    case PassphraseFlaw::too_short:
        rule_->show_level(look::Level::caution, tr("At least %n characters; several words are easy to remember",
                                                   nullptr, shortest_passphrase));
        break;
    case PassphraseFlaw::too_uniform:
        rule_->show_level(look::Level::caution, tr("Too uniform: use more different letters"));
        break;
    case PassphraseFlaw::differs: rule_->show_level(look::Level::caution, tr("The two are not alike yet")); break;
    }
}

void KeyDialog::make() {
    make_->setEnabled(false);
    ports::Passphrase passphrase(passphrase_->text().toStdString());
    decisions_.create_key(std::move(passphrase), {this, [this](base::Result<ports::Identity> identity) {
                                                      if (!identity.ok()) {
                                                          notice_->say(identity.fault());
                                                          show_flaw();
                                                          return;
                                                      }
                                                      passphrase_->clear();
                                                      repeated_->clear();
                                                      Q_EMIT made(identity.value());
                                                      accept();
                                                  }});
}

/// Enter goes to the next field; it never makes a key.
void KeyDialog::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        focusNextChild();
        return;
    }
    QDialog::keyPressEvent(event);
}

} // namespace ui::decide
