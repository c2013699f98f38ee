// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/queue_delegate.h"

#include "ui/inbox/queue_words.h"
#include "ui/look/row_delegate.h"
#include "ui/look/symbol.h"
#include "ui/look/words.h"

#include <QPainter>

#include <algorithm>

namespace ui::inbox {

namespace {

/// Draws one line, cut where the room ends; leading or trailing by reading direction.
void draw(QPainter& painter, const QStyleOptionViewItem& option, const QRect& line, const QString& text) {
    const Qt::Alignment visual = QStyle::visualAlignment(option.direction, Qt::AlignVCenter | Qt::AlignLeading);
    painter.setLayoutDirection(Qt::LayoutDirectionAuto); // a sentence is cut at its own end, not at that of the layout
    painter.drawText(line, static_cast<int>(visual | Qt::AlignAbsolute) | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, line.width()));
}

} // namespace

QueueDelegate::QueueDelegate(const models::queue::QueueModel& model, const text::Formats& formats,
                             const base::Clock& clock, const ports::Seat& seat, QObject* parent)
    : QStyledItemDelegate(parent)
    , model_(model)
    , formats_(formats)
    , clock_(clock)
    , seat_(seat) {}

QueueDelegate::Lines QueueDelegate::lines_of(const QModelIndex& index) const {
    const base::Instant now = clock_.now();
    if (const models::queue::Group* group = model_.group_at(index.row())) {
        const look::Level level = group->key.flood ? look::Level::critical : look::level_of(group->worst);
        const bool one = group->sums.size() == 1 && group->sums_complete;
        return {level,
                false,
                one ? std::optional(group->sums.front()) : std::nullopt,
                QueueWords::label(*group),
                QueueWords::who(*group),
                QueueWords::why(*group),
                QueueWords::when(*group, now)};
    }
    const ports::CaseRow& row = model_.row_at(index.row());
    return {look::level_of(row),
            !models::queue::needs_person(row.state),
            row.gross,
            QueueWords::label(row, seat_),
            QueueWords::who(row, seat_, now),
            QueueWords::why(row, seat_, QueueWords::Length::brief),
            QueueWords::when(row, now, seat_)};
}

void QueueDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Lines lines = lines_of(index);
    const look::Colours& colours = look::colours_for(option.palette);
    paint_ground(*painter, option, index, colours);
    const int indent = model_.is_member(index.row()) ? look::gap::large : 0;
    const QRect room = option.rect.adjusted(look::gap::medium, look::gap::tight, -look::gap::small, -look::gap::tight);
    const int height = option.fontMetrics.height();
    const auto line = [&](int number) {
        return QRect(room.left() + indent, room.top() + number * (height + 2), room.width() - indent, height);
    };
    const auto mirrored = [&](const QRect& rect) { return QStyle::visualRect(option.direction, room, rect); };

    const QRect first = line(0);
    const int side = option.fontMetrics.ascent();
    const QRect symbol(first.left(), first.center().y() - side / 2, side, side);
    const int money = look::money_width(option.font);
    look::paint_symbol(*painter, mirrored(symbol), lines.level, colours);
    painter->setFont(look::font_of(lines.calm ? look::Type::body : look::Type::strong, option.font));
    painter->setPen(lines.level >= look::Level::caution ? colours.of(lines.level) : colours.text);
    draw(*painter, option,
         mirrored(QRect(symbol.right() + look::gap::small, first.top(),
                        first.width() - side - look::gap::small - (lines.amount ? money : 0), height)),
         lines.label);
    painter->setPen(lines.calm ? colours.muted : colours.text);
    if (lines.amount) {
        look::paint_money(*painter, mirrored(QRect(first.right() - money + 1, first.top(), money, height)),
                          *lines.amount, formats_);
    }
    painter->setFont(option.font);
    draw(*painter, option, mirrored(line(1)), lines.who);
    painter->setPen(colours.muted);
    const QRect last = line(2);
    const int when_width = std::min(option.fontMetrics.horizontalAdvance(lines.when) + 2, last.width() * 3 / 5);
    draw(*painter, option,
         mirrored(QRect(last.left(), last.top(), last.width() - when_width - look::gap::small, height)), lines.why);
    draw(*painter, option, mirrored(QRect(last.right() - when_width + 1, last.top(), when_width, height)), lines.when);
}

void QueueDelegate::paint_ground(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                                 const look::Colours& colours) const {
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter.fillRect(option.rect, colours.selected);
        painter.fillRect(QStyle::visualRect(option.direction, option.rect,
                                            QRect(option.rect.left(), option.rect.top(), 3, option.rect.height())),
                         colours.accent);
    } else if (model_.group_at(index.row()) != nullptr) {
        painter.fillRect(option.rect, colours.raised);
    } else if (ports::is_escalated_to(model_.row_at(index.row()), seat_)) { // beside its words a quiet edge
        painter.fillRect(option.rect, colours.raised);
        painter.fillRect(QStyle::visualRect(option.direction, option.rect,
                                            QRect(option.rect.left(), option.rect.top(), 3, option.rect.height())),
                         colours.of(look::Level::caution));
    }
    painter.setPen(colours.border);
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter.setPen(QPen(colours.accent, 1));
        painter.drawRect(option.rect.adjusted(0, 0, -1, -2));
    }
}

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    const QFontMetrics metrics(option.font);
    return {metrics.averageCharWidth() * 30, 3 * (metrics.height() + 2) + 2 * look::gap::tight + 1};
}

} // namespace ui::inbox
