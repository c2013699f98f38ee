// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/frame/main_window.h"

#include <QButtonGroup>
#include <QFrame>
#include <QToolButton>

namespace ui::frame {

/// The pages at the leading edge, and the stop button below them, which no page hides.
class Rail final : public QFrame {
    Q_OBJECT
public:
    explicit Rail(QWidget* parent = nullptr);

    void show_page(Page page);
    void show_open_cases(int count);

Q_SIGNALS:
    void chosen(Page page);
    void stop_pressed(const QPoint& at);

private:
    [[nodiscard]] QToolButton* page_button(Page page, const QString& name, const QIcon& icon, const QString& key);

    QButtonGroup* group_;
    QToolButton* inbox_;
    QToolButton* stop_;
};

} // namespace ui::frame
