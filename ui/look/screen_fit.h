// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QRect>
#include <QSize>

namespace ui::look {

/// Keeps windows and dialogs on the screen: at 300 % a usual size is larger than it, and what hangs over the edge
/// cannot be reached. Each is made smaller when it is shown, down to its own least size; what is in it scrolls.
class ScreenFit final : public QObject {
    Q_OBJECT
public:
    ScreenFit();

    bool eventFilter(QObject* watched, QEvent* event) override;
    /// `wanted` bounded by the screen without the window's frame, but never below `least`.
    [[nodiscard]] static QSize bounded(const QSize& wanted, const QSize& least, const QRect& screen);
};

} // namespace ui::look
