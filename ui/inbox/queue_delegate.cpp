// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/queue_delegate.h"

#include "models/queue/urgency.h"
#include "ui/inbox/queue_words.h"
#include "ui/look/row_delegate.h"
#include "ui/look/symbol.h"
#include "ui/look/words.h"

#include <QPainter>

namespace ui::inbox {

namespace {

/// Draws one line, cut where the room ends; leading or trailing by reading direction.
void draw(QPainter& painter, const QStyleOptionViewItem& option, const QRect& line, const QString& text) {
    const Qt::Alignment visual = QStyle::visualAlignment(option.direction, Qt::AlignVCenter | Qt::AlignLeading);
    painter.drawText(line, static_cast<int>(visual) | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, line.width()));
}

} // namespace

QueueDelegate::QueueDelegate(const models::queue::QueueModel& model, const text::Formats& formats,
                             const base::Clock& clock, QObject* parent)
    : QStyledItemDelegate(parent)
    , model_(model)
    , formats_(formats)
    , clock_(clock) {}

void QueueDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const ports::CaseRow& row = model_.row_at(index.row());
    const look::Colours& colours = look::colours_for(option.palette);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool calm = !models::queue::needs_person(row.state);
    if (selected) {
        painter->fillRect(option.rect, colours.selected);
        painter->fillRect(QStyle::visualRect(option.direction, option.rect,
                                             QRect(option.rect.left(), option.rect.top(), 3, option.rect.height())),
                          colours.accent);
    }
    const QRect room = option.rect.adjusted(look::gap::medium, look::gap::tight, -look::gap::small, -look::gap::tight);
    const int height = option.fontMetrics.height();
    const auto line = [&](int number) {
        return QRect(room.left(), room.top() + number * (height + 2), room.width(), height);
    };
    const auto mirrored = [&](const QRect& rect) { return QStyle::visualRect(option.direction, room, rect); };

    const QRect first = line(0);
    const int side = option.fontMetrics.ascent();
    const QRect symbol(first.left(), first.center().y() - side / 2, side, side);
    const int money = look::money_width(option.font);
    const look::Level level = look::level_of(row);
    look::paint_symbol(*painter, mirrored(symbol), level, colours);
    painter->setFont(look::font_of(calm ? look::Type::body : look::Type::strong, option.font));
    painter->setPen(level >= look::Level::caution ? colours.of(level) : colours.text);
    draw(*painter, option,
         mirrored(QRect(symbol.right() + look::gap::small, first.top(), first.width() - side - look::gap::small - money,
                        height)),
         QueueWords::label(row));
    painter->setPen(calm ? colours.muted : colours.text);
    look::paint_money(*painter, mirrored(QRect(first.right() - money + 1, first.top(), money, height)), row.gross,
                      formats_);
    painter->setFont(option.font);
    draw(*painter, option, line(1), QueueWords::who(row));
    painter->setPen(colours.muted);
    const QString when = QueueWords::when(row, clock_.now());
    const int when_width = std::min(option.fontMetrics.horizontalAdvance(when) + 2, room.width() * 3 / 5);
    const QRect last = line(2);
    draw(*painter, option,
         mirrored(QRect(last.left(), last.top(), last.width() - when_width - look::gap::small, height)),
         QueueWords::why(row));
    draw(*painter, option, mirrored(QRect(last.right() - when_width + 1, last.top(), when_width, height)), when);
    painter->setPen(colours.border);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(colours.accent, 1));
        painter->drawRect(option.rect.adjusted(0, 0, -1, -2));
    }
}

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    const QFontMetrics metrics(option.font);
    return {metrics.averageCharWidth() * 30, 3 * (metrics.height() + 2) + 2 * look::gap::tight + 1};
}

} // namespace ui::inbox
