// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/notice.h"

#include "app/text/forms.h"
#include "ui/look/fault_text.h"
#include "ui/look/tip.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

namespace ui::look {

EmptyState::EmptyState(QWidget* parent)
    : QWidget(parent)
    , badge_(new Badge(this))
    , title_(new Label(Type::title, {}, this))
    , advice_(new Label(Type::body, {}, this)) {
    badge_->setFont(font_of(Type::amount, font()));
    advice_->set_muted(true);
    setFocusPolicy(Qt::StrongFocus);
    auto* column = new QVBoxLayout;
    column->setSpacing(gap::small);
    column->addStretch(1);
    column->addWidget(badge_, 0, Qt::AlignHCenter);
    for (Label* label : {title_, advice_}) {
        label->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
        label->setMinimumWidth(QFontMetrics(font()).averageCharWidth() * 20);
        column->addWidget(label);
    }
    column->addStretch(2);
    auto* row = new QHBoxLayout(this);
    row->addStretch(1);
    row->addLayout(column, 8);
    row->addStretch(1);
}

void EmptyState::say(Level level, const QString& what_is, const QString& what_to_do) {
    badge_->show_level(level, {});
    badge_->setAccessibleName(what_is);
    title_->say(what_is);
    advice_->say(what_to_do);
    setAccessibleName(what_is);
    setAccessibleDescription(what_to_do);
}

void EmptyState::paintEvent(QPaintEvent*) {
    if (hasFocus()) {
        QPainter painter(this);
        painter.setPen(QPen(colours_for(palette()).accent, 1));
        painter.drawRect(rect().adjusted(1, 1, -2, -2));
    }
}

NoticeBar::NoticeBar(QWidget* parent)
    : QFrame(parent)
    , badge_(new Badge(this))
    , sentence_(new Label(Type::body, {}, this))
    , button_(new QPushButton(this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(gap::medium, gap::small, gap::medium, gap::small);
    row->setSpacing(gap::small);
    row->addWidget(badge_);
    row->addWidget(sentence_, 1);
    row->addWidget(button_);
    button_->setAutoDefault(false);
    connect(button_, &QPushButton::clicked, this, &NoticeBar::pressed);
    clear();
}

void NoticeBar::say(Level level, const QString& sentence, const QString& button) {
    level_ = level;
    badge_->show_level(level, {});
    badge_->setAccessibleName(sentence);
    sentence_->say(sentence);
    setAccessibleName(sentence);
    set_tip(*this, QString());
    button_->setText(button);
    button_->setVisible(!button.isEmpty());
    show();
    update();
}

void NoticeBar::say(const base::Fault& fault, const QString& button) {
    say(level_of(fault.code), fault_text(fault.code), button);
    set_tip(*this, fault_details(fault));
}

void NoticeBar::clear() {
    sentence_->say({});
    hide();
}

QString NoticeBar::sentence() const {
    return sentence_->text();
}

void NoticeBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Colours& colours = colours_for(palette());
    painter.fillRect(rect(), colours.raised);
    const QRect bar = QStyle::visualRect(layoutDirection(), rect(), QRect(0, 0, gap::tight, height()));
    painter.fillRect(bar, colours.of(level_));
}

} // namespace ui::look
