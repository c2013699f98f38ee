// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/row_delegate.h"

#include "app/text/forms.h"
#include "ui/look/symbol.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace ui::look {

namespace {

constexpr int most_minor_digits = 3; ///< room for KWD; the four digits of CLF and UYW stand out by one

int blank_behind(int exponent, const QFontMetrics& metrics) {
    const int digits = std::max(0, most_minor_digits - exponent) * metrics.horizontalAdvance(QLatin1Char('0'));
    return digits + (exponent == 0 ? metrics.horizontalAdvance(QLatin1Char('.')) : 0);
}

} // namespace

int row_height(const QFont& font) {
    return QFontMetrics(font).height() + gap::small + 2;
}

void paint_money(QPainter& painter, const QRect& rect, const domain::Money& money, const text::Formats& formats) {
    const QFontMetrics metrics = painter.fontMetrics();
    const QLatin1String code(money.currency.code().data(), static_cast<qsizetype>(money.currency.code().size()));
    const int slot = metrics.horizontalAdvance(QStringLiteral("MMM")) + gap::tight;
    const int exponent = money.currency.exponent();
    const int blank = blank_behind(exponent, metrics);
    const QRect code_rect(rect.right() - slot + gap::tight + 1, rect.top(), slot - gap::tight, rect.height());
    const QRect digits(rect.left(), rect.top(), rect.width() - slot - blank, rect.height());
    painter.drawText(code_rect, Qt::AlignVCenter | Qt::AlignLeft | Qt::AlignAbsolute | Qt::TextSingleLine, code);
    painter.drawText(digits, Qt::AlignVCenter | Qt::AlignRight | Qt::AlignAbsolute | Qt::TextSingleLine,
                     formats.amount(money));
}

int money_width(const QFont& font) {
    return QFontMetrics(font).horizontalAdvance(QStringLiteral("-1,234,567,890.000 MMM")) + 2 * row_padding;
}

int money_width(const QFont& font, const domain::Money& money, const text::Formats& formats) {
    const QFontMetrics metrics(font);
    return metrics.horizontalAdvance(formats.amount(money)) + blank_behind(money.currency.exponent(), metrics) +
           metrics.horizontalAdvance(QStringLiteral("MMM")) + gap::tight + 1;
}

QString cut_to(const QString& text, const QFontMetrics& metrics, int width) {
    const auto is_digit = [](QChar letter) { return letter.isDigit(); };
    const auto is_space = [](QChar letter) { return letter.isSpace(); };
    const bool identifier = std::any_of(text.begin(), text.end(), is_digit) && //
                            std::none_of(text.begin(), text.end(), is_space);
    return metrics.elidedText(text, identifier ? Qt::ElideMiddle : Qt::ElideRight, width);
}

RowDelegate::RowDelegate(QObject* parent)
    : QStyledItemDelegate(parent) {}

void RowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Colours& colours = colours_for(option.palette);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected) {
        painter->fillRect(option.rect, colours.selected);
    }
    QRect room = option.rect.adjusted(row_padding, 0, -row_padding, 0);
    painter->setFont(option.font);
    painter->setPen(colours.text);
    if (const domain::Money* money = money_of_ ? money_of_(index) : nullptr; money != nullptr) {
        paint_money(*painter, room, *money, *formats_);
    } else {
        if (const auto level = level_of_ ? level_of_(index) : std::nullopt) {
            const int side = option.fontMetrics.ascent();
            const QRect symbol(room.left(), room.center().y() - side / 2, side, side);
            paint_symbol(*painter, QStyle::visualRect(option.direction, room, symbol), *level, colours);
            room = QStyle::visualRect(option.direction, room, room.adjusted(side + gap::tight + 2, 0, 0, 0));
        }
        const QString text = index.data(Qt::DisplayRole).toString();
        const int alignment = index.data(Qt::TextAlignmentRole).toInt();
        const Qt::Alignment visual = QStyle::visualAlignment(
            option.direction, alignment == 0 ? Qt::AlignVCenter | Qt::AlignLeading : Qt::Alignment(alignment));
        painter->setLayoutDirection(Qt::LayoutDirectionAuto);
        painter->drawText(room, static_cast<int>(visual | Qt::AlignAbsolute) | Qt::TextSingleLine,
                          cut_to(text, option.fontMetrics, room.width()));
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(colours.accent, 1));
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {QFontMetrics(option.font).averageCharWidth() * 12, row_height(option.font)};
}

/// The whole text of a cell that is cut.
bool RowDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                            const QModelIndex& index) {
    if (event->type() != QEvent::ToolTip) {
        return false;
    }
    const QString text = index.data(Qt::DisplayRole).toString();
    const bool cut = QFontMetrics(option.font).horizontalAdvance(text) > option.rect.width() - 2 * row_padding;
    QToolTip::showText(event->globalPos(), cut ? text::for_tooltip(text) : QString(), view);
    return true;
}

} // namespace ui::look
