// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/theme.h"

#include <QRectF>
#include <QWidget>

class QPainter;

namespace ui::look {

/// Draws the shape of a level into a square: ring, double ring, disc, square, diamond, triangle. A shape of its own for
/// each, so that nobody needs the colour.
void paint_symbol(QPainter& painter, const QRectF& square, Level level, const Colours& colours);

/// Shape, colour and label of a level in one line. The label is text of our own, or numbers; never outside text.
class Badge final : public QWidget {
    Q_OBJECT
public:
    explicit Badge(QWidget* parent = nullptr);

    void show_level(Level level, const QString& label);
    [[nodiscard]] Level level() const { return level_; }
    [[nodiscard]] const QString& label() const { return label_; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Level level_ = Level::off;
    QString label_;
};

} // namespace ui::look
