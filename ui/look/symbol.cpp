// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/symbol.h"

#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>
#include <QStyle>

#include <algorithm>

namespace ui::look {

void paint_symbol(QPainter& painter, const QRectF& square, Level level, const Colours& colours) {
    const double side = std::min(square.width(), square.height());
    const QRectF box(square.center().x() - side / 2, square.center().y() - side / 2, side, side);
    const double inset = side * 0.1;
    const QRectF inner = box.adjusted(inset, inset, -inset, -inset);
    const QColor& colour = colours.of(level);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, side * 0.14));
    painter.setBrush(Qt::NoBrush);
    const QPointF centre = box.center();
    switch (level) {
    case Level::off: painter.drawEllipse(inner); break;
    case Level::standby:
        painter.drawEllipse(inner);
        painter.setBrush(colour);
        painter.drawEllipse(centre, side * 0.1, side * 0.1);
        break;
    case Level::normal:
        painter.setBrush(colour);
        painter.drawEllipse(inner);
        break;
    case Level::caution:
        painter.setPen(Qt::NoPen);
        painter.fillRect(inner, colour);
        break;
    case Level::serious: {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawPolygon(QPolygonF({{centre.x(), box.top()},
                                       {box.right(), centre.y()},
                                       {centre.x(), box.bottom()},
                                       {box.left(), centre.y()}}));
        break;
    }
    case Level::critical:
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawPolygon(QPolygonF({{centre.x(), inner.top()}, box.bottomRight(), box.bottomLeft()}));
        break;
    }
    painter.restore();
}

Badge::Badge(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Badge::show_level(Level level, const QString& label) {
    if (level == level_ && label == label_) {
        return;
    }
    level_ = level;
    label_ = label;
    setAccessibleName(label);
    updateGeometry();
    update();
}

QSize Badge::sizeHint() const {
    const QFontMetrics metrics(font());
    const int side = metrics.ascent();
    return {side + (label_.isEmpty() ? 0 : gap::tight + 2 + metrics.horizontalAdvance(label_) + 1),
            metrics.height() + gap::tight};
}

void Badge::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Colours& colours = colours_for(palette());
    const int side = QFontMetrics(font()).ascent();
    QRect symbol(0, (height() - side) / 2, side, side);
    QRect words(side + gap::tight + 2, 0, width() - side - gap::tight - 2, height());
    symbol = QStyle::visualRect(layoutDirection(), rect(), symbol);
    words = QStyle::visualRect(layoutDirection(), rect(), words);
    paint_symbol(painter, QRectF(symbol).adjusted(1, 1, -1, -1), level_, colours);
    painter.setPen(level_ == Level::off || level_ == Level::normal ? palette().color(QPalette::WindowText)
                                                                   : colours.of(level_));
    painter.setLayoutDirection(Qt::LayoutDirectionAuto); // "812 events/s" reads so in a mirrored layout, too
    const Qt::Alignment side_of = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeading);
    painter.drawText(words, static_cast<int>(side_of | Qt::AlignAbsolute | Qt::AlignVCenter) | Qt::TextSingleLine,
                     label_);
}

} // namespace ui::look
