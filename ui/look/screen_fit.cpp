// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/screen_fit.h"

#include <QEvent>
#include <QGuiApplication>
#include <QScreen>
#include <QWidget>

namespace ui::look {

namespace {

constexpr QSize frame(12, 36); ///< title and borders of common window managers, in logical pixels

} // namespace

ScreenFit::ScreenFit() {
    if (QGuiApplication::platformName() != QStringLiteral("offscreen")) { // whose screen nobody sees
        qApp->installEventFilter(this);
    }
}

QSize ScreenFit::bounded(const QSize& wanted, const QSize& least, const QRect& screen) {
    return wanted.boundedTo(screen.size() - frame).expandedTo(least);
}

bool ScreenFit::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::Show || event->spontaneous() || !watched->isWidgetType()) {
        return QObject::eventFilter(watched, event);
    }
    auto& widget = static_cast<QWidget&>(*watched);
    const bool has_frame = widget.windowType() == Qt::Window || widget.windowType() == Qt::Dialog;
    if (widget.isWindow() && has_frame && !widget.isMaximized() && !widget.isFullScreen()) {
        const QRect room = widget.screen()->availableGeometry();
        const QSize fitting = bounded(widget.size(), widget.minimumSizeHint(), room);
        if (fitting != widget.size()) {
            widget.resize(fitting);
            // A main window is placed by the window manager, which knows how high its title is.
            if (widget.windowType() == Qt::Dialog) {
                widget.move(room.center() -
                            QPoint(fitting.width() + frame.width(), fitting.height() + frame.height()) / 2);
            }
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace ui::look
