// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/passage.h"

#include <QPainter>
#include <QStyle>
#include <QTextBlock>
#include <QTextLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace ui::look {

Passage::Passage(const QString& name, int most_lines, QWidget* parent)
    : QPlainTextEdit(parent)
    , most_lines_(most_lines) {
    setAccessibleName(name);
    setReadOnly(true);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFrameShape(QFrame::NoFrame);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setDocumentMargin(0);
    viewport()->setAutoFillBackground(false);
}

namespace {

/// Words in isolates have no direction of their own for Qt: they begin at the side where everything else begins.
void begin_at_the_leading_side(QPlainTextEdit& edit) {
    QTextOption option = edit.document()->defaultTextOption();
    const Qt::Alignment side = Qt::AlignAbsolute | (edit.isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft);
    if (option.alignment() != side) {
        option.setAlignment(side);
        edit.document()->setDefaultTextOption(option);
    }
}

} // namespace

void Passage::show(const text::SafeText& outside) {
    begin_at_the_leading_side(*this);
    if (toPlainText() != outside.qstring()) {
        setPlainText(outside.qstring());
        updateGeometry();
    }
}

int Passage::wanted_height() const {
    int lines = 0;
    for (QTextBlock block = document()->begin(); block.isValid() && lines < most_lines_; block = block.next()) {
        blockBoundingRect(block); // lays the block out
        lines += std::max(1, block.layout()->lineCount());
    }
    const QMargins frame = contentsMargins();
    return QFontMetrics(font()).lineSpacing() * std::clamp(lines, 1, most_lines_) + frame.top() + frame.bottom() + 4;
}

QSize Passage::sizeHint() const {
    return {QFontMetrics(font()).averageCharWidth() * 40, wanted_height()};
}

QSize Passage::minimumSizeHint() const {
    return {QFontMetrics(font()).averageCharWidth() * 10, wanted_height()};
}

void Passage::resizeEvent(QResizeEvent* event) {
    QPlainTextEdit::resizeEvent(event);
    updateGeometry();
}

SpeechFrame::SpeechFrame(int most_lines, QWidget* parent)
    : QFrame(parent)
    , who_(new ElidedLabel(this))
    , instead_(new Label(Type::small, {}, this))
    , words_(new Passage(tr("Words of others"), most_lines, this)) {
    who_->set_type(Type::small);
    who_->set_muted(true);
    instead_->set_muted(true);
    instead_->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(gap::medium, gap::tight + 2, gap::small, gap::tight + 2);
    layout->setSpacing(2);
    layout->addWidget(who_);
    layout->addWidget(instead_);
    layout->addWidget(words_);
}

void SpeechFrame::show(const QString& who, const text::SafeText& words) {
    who_->say(who);
    words_->setAccessibleName(who);
    words_->show(words);
    who_->setVisible(true);
    words_->setVisible(true);
    instead_->hide();
}

void SpeechFrame::say_instead(const QString& own) {
    instead_->say(own);
    instead_->setVisible(true);
    who_->hide();
    words_->hide();
    words_->show(text::SafeText()); // what is covered is not there for a screen reader either
}

void SpeechFrame::set_speaker(domain::Speaker speaker) {
    speaker_ = speaker;
    update();
}

void SpeechFrame::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Colours& colours = colours_for(palette());
    painter.setPen(QPen(colours.border, 1));
    painter.setBrush(colours.base);
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    const QRect bar = QStyle::visualRect(layoutDirection(), rect(), QRect(0, 0, gap::tight, height()));
    painter.fillRect(bar, speaker_ == domain::Speaker::machine ? colours.machine
                          : speaker_ == domain::Speaker::human ? colours.human
                                                               : colours.untrusted_bar);
}

} // namespace ui::look
