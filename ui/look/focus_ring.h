// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QWidget>

namespace ui::look {

/// Draws a ring around the table, list or page that has the focus, where the style draws nothing: the keys go there
/// (WCAG 2.2, 2.4.7 and 2.4.13). Whoever clicks with the mouse knows where.
class FocusRing final : public QObject {
    Q_OBJECT
public:
    FocusRing();
    ~FocusRing() override;

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void follow(QWidget* before, QWidget* now);

    QPointer<QWidget> ring_; ///< dies with what it was around
};

} // namespace ui::look
