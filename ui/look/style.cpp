// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/style.h"

#include "ui/look/theme.h"

#include <QPainter>
#include <QStyleOption>

#include <algorithm>

namespace ui::look {

namespace {

QRectF square_in(const QRectF& rect) {
    const double side = std::min(rect.width(), rect.height()) - 1;
    return {rect.center().x() - side / 2, rect.center().y() - side / 2, side, side};
}

void draw_choice(const QStyleOption& option, QPainter& painter, bool round) {
    const Colours& colours = colours_for(option.palette);
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const QRectF box = square_in(QRectF(option.rect));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(option.state.testFlag(QStyle::State_HasFocus) ? colours.accent : colours.muted, 1));
    painter.setBrush(colours.base);
    round ? painter.drawEllipse(box) : painter.drawRoundedRect(box, 2, 2);
    if (option.state.testFlag(QStyle::State_On)) {
        const double inset = box.width() * 0.27;
        painter.setPen(Qt::NoPen);
        painter.setBrush(enabled ? colours.accent : colours.muted);
        const QRectF mark = box.adjusted(inset, inset, -inset, -inset);
        round ? painter.drawEllipse(mark) : painter.drawRect(mark);
    }
    painter.restore();
}

/// Fusion draws a header that is too narrow from its middle; here it ends with an ellipsis, like the cells below.
QString elided(const QStyleOptionHeader& header) {
    return header.fontMetrics.elidedText(header.text, Qt::ElideRight, header.rect.width());
}

/// In a mirrored layout words of a left-to-right language would begin with their last number or dots: kept apart from
/// the layout, they keep the direction of their first letter.
QString apart(const QString& words, Qt::LayoutDirection direction) {
    if (direction == Qt::LeftToRight || words.isEmpty()) {
        return words;
    }
    const qsizetype tab = words.indexOf(QLatin1Char('\t')); // of a menu: its key follows
    const qsizetype end = tab < 0 ? words.size() : tab;
    return QChar(0x2068) + words.first(end) + QChar(0x2069) + words.sliced(end);
}

/// Draws one kind of control with its words kept apart; false when it is another kind.
template <class Option, class Draw>
bool draw_apart(const QStyleOption* option, const Draw& draw) {
    const auto* own = qstyleoption_cast<const Option*>(option);
    if (own == nullptr) {
        return false;
    }
    Option kept(*own);
    kept.text = apart(own->text, own->direction);
    draw(&kept);
    return true;
}

} // namespace

Style::Style()
    : QProxyStyle(QStringLiteral("Fusion")) {}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    return metric == PM_HeaderMargin ? gap::tight + 2 : QProxyStyle::pixelMetric(metric, option, widget);
}

/// Fusion sets the arrow of a menu so close to the words that it looks like a part of them.
QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                              const QWidget* widget) const {
    QSize made = QProxyStyle::sizeFromContents(type, option, size, widget);
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    if (type == CT_PushButton && button != nullptr && button->features.testFlag(QStyleOptionButton::HasMenu)) {
        made.rwidth() += 2 * gap::small;
    }
    return made;
}

/// Qt aligns the words of a mirrored button to the right and then mirrors that again, away from the icon.
void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                        const QWidget* widget) const {
    if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option);
        header != nullptr && element == CE_HeaderLabel) {
        QStyleOptionHeader cut(*header);
        cut.text = apart(elided(*header), header->direction);
        QProxyStyle::drawControl(element, &cut, painter, widget);
        return;
    }
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    const bool mirrored = element == CE_PushButtonLabel && button != nullptr && !button->icon.isNull() &&
                          !button->text.isEmpty() && button->direction == Qt::RightToLeft;
    if (!mirrored) {
        const auto draw = [&](const QStyleOption* with) { QProxyStyle::drawControl(element, with, painter, widget); };
        if (!draw_apart<QStyleOptionButton>(option, draw) && !draw_apart<QStyleOptionMenuItem>(option, draw) &&
            !draw_apart<QStyleOptionToolButton>(option, draw)) {
            draw(option);
        }
        return;
    }
    const bool enabled = button->state.testFlag(State_Enabled);
    const int words = button->fontMetrics.size(Qt::TextShowMnemonic, button->text).width();
    const int left = button->rect.center().x() - (words + gap::tight + button->iconSize.width()) / 2;
    const QRect words_rect(left, button->rect.top(), words, button->rect.height());
    const QRect icon_rect(QPoint(left + words + gap::tight, button->rect.center().y() - button->iconSize.height() / 2),
                          button->iconSize);
    button->icon.paint(painter, icon_rect, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    drawItemText(painter, words_rect, Qt::AlignCenter | Qt::TextShowMnemonic, button->palette, enabled,
                 apart(button->text, button->direction), QPalette::ButtonText);
}

/// A button whose words end with dots opens a menu; Fusion's arrow would stand in the words.
void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                               const QWidget* widget) const {
    const auto* tool = qstyleoption_cast<const QStyleOptionToolButton*>(option);
    if (control != CC_ToolButton || tool == nullptr || !tool->text.endsWith(QChar(0x2026))) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        return;
    }
    QStyleOptionToolButton plain(*tool);
    plain.features &= ~QStyleOptionToolButton::ToolButtonFeatures(QStyleOptionToolButton::HasMenu);
    QProxyStyle::drawComplexControl(control, &plain, painter, widget);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const {
    if (element == PE_IndicatorRadioButton || element == PE_IndicatorCheckBox) {
        draw_choice(*option, *painter, element == PE_IndicatorRadioButton);
        return;
    }
    if (element == PE_FrameLineEdit || element == PE_Frame) {
        const Colours& colours = colours_for(option->palette);
        const bool focus = option->state.testFlag(State_HasFocus);
        const bool field = element == PE_FrameLineEdit || (widget != nullptr && widget->inherits("QPlainTextEdit"));
        painter->save();
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(focus ? colours.accent : field ? colours.muted : colours.border, 1));
        painter->drawRect(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5));
        painter->restore();
        return;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

} // namespace ui::look
