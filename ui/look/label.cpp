// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/label.h"

#include "app/text/forms.h"
#include "ui/look/tip.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>
#include <QTextLayout>

#include <algorithm>

namespace ui::look {

Label::Label(QWidget* parent)
    : QLabel(parent) {
    setTextFormat(Qt::PlainText);
    setOpenExternalLinks(false);
}

Label::Label(Type type, const QString& own, QWidget* parent)
    : Label(parent) {
    set_type(type);
    setWordWrap(true);
    say(own);
}

void Label::show(const text::SafeText& outside) {
    setText(outside.qstring());
}

/// In a mirrored layout a sentence of a left-to-right language would be read in pieces from the right ("to 31/05 from
/// 12/02"): isolated, it keeps the direction of its own first letter.
void Label::say(const QString& own) {
    const bool mirrored = layoutDirection() == Qt::RightToLeft && !own.isEmpty();
    setText(mirrored ? QChar(0x2068) + own + QChar(0x2069) : own);
}

void Label::set_type(Type type) {
    setFont(font_of(type, parentWidget() != nullptr ? parentWidget()->font() : font()));
}

void Label::set_muted(bool muted) {
    muted_ = muted;
    colour();
}

void Label::changeEvent(QEvent* event) {
    QLabel::changeEvent(event);
    if (event->type() == QEvent::ParentChange || event->type() == QEvent::ApplicationPaletteChange) {
        colour();
    }
}

QSize Label::minimumSizeHint() const {
    QSize least = QLabel::minimumSizeHint();
    if (wordWrap()) {
        least.setWidth(std::min(least.width(), fontMetrics().averageCharWidth() * most_letters));
    }
    return least;
}

/// A word is wider than the label: what somebody outside says without a space must not widen the window.
bool Label::breaks_words(int width) const {
    return wordWrap() && QLabel::minimumSizeHint().width() > width;
}

int Label::heightForWidth(int width) const {
    if (!breaks_words(width)) {
        return QLabel::heightForWidth(width);
    }
    const QMargins around = contentsMargins() + margin();
    const QRect room(0, 0, std::max(width - around.left() - around.right(), 1), QWIDGETSIZE_MAX);
    return fontMetrics().boundingRect(room, Qt::TextWrapAnywhere, text()).height() + around.top() + around.bottom();
}

/// Qt draws a wrapped line of a left-to-right language at the left edge of a mirrored layout, far from what it is
/// about.
void Label::paintEvent(QPaintEvent* event) {
    const bool breaks = breaks_words(width());
    if ((layoutDirection() == Qt::LeftToRight && !breaks) || buddy() != nullptr ||
        !pixmap(Qt::ReturnByValue).isNull()) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    drawFrame(&painter);
    painter.setPen(palette().color(foregroundRole()));
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    const Qt::Alignment visual = QStyle::visualAlignment(layoutDirection(), alignment());
    const int wrap = breaks ? Qt::TextWrapAnywhere : wordWrap() ? Qt::TextWordWrap : 0;
    const int flags = static_cast<int>(visual | Qt::AlignAbsolute) | wrap;
    const int space = margin();
    painter.drawText(contentsRect().adjusted(space, space, -space, -space), flags, text());
}

void Label::colour() {
    setForegroundRole(muted_ ? QPalette::PlaceholderText : QPalette::NoRole);
}

ElidedLabel::ElidedLabel(QWidget* parent)
    : Label(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ElidedLabel::show(const text::SafeText& outside) {
    Label::show(outside);
    set_tip(*this, outside);
}

void ElidedLabel::say(const QString& own) {
    Label::say(own);
    set_tip(*this, own);
}

QSize ElidedLabel::minimumSizeHint() const {
    const QFontMetrics metrics(font());
    return {metrics.averageCharWidth() * 6, metrics.height() + (lines_ - 1) * metrics.lineSpacing() + 2};
}

QSize ElidedLabel::sizeHint() const {
    const QFontMetrics metrics(font());
    return {std::min(metrics.horizontalAdvance(text()) + 2, metrics.averageCharWidth() * 40),
            minimumSizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    const Qt::Alignment visual = QStyle::visualAlignment(layoutDirection(), alignment());
    const int step = fontMetrics().lineSpacing();
    QRect place = lines_ == 1 ? rect() : QRect(0, 1, width(), step);
    for (const QString& line : lines()) {
        painter.drawText(place, static_cast<int>(visual | Qt::AlignAbsolute | Qt::AlignVCenter) | Qt::TextSingleLine,
                         line);
        place.translate(0, step);
    }
}

void ElidedLabel::set_lines(int lines) {
    lines_ = std::max(1, lines);
    updateGeometry();
    update();
}

/// What stands in each line; the last one is cut where the room ends.
QStringList ElidedLabel::lines() const {
    const QString whole = text();
    QStringList made;
    qsizetype from = 0;
    if (lines_ > 1) {
        QTextLayout layout(whole, font());
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid() && made.size() < lines_ - 1;
             line = layout.createLine()) {
            line.setLineWidth(width());
            made += whole.mid(line.textStart(), line.textLength()).trimmed();
            from = line.textStart() + line.textLength();
        }
        layout.endLayout();
    }
    if (from < whole.size() || made.isEmpty()) {
        made += fontMetrics().elidedText(whole.mid(from), Qt::ElideRight, width());
    }
    return made;
}

Label* plain_label(const text::SafeText& outside, QWidget* parent) {
    auto* label = new Label(parent);
    label->show(outside);
    return label;
}

} // namespace ui::look
