// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/frame/screen.h"

#include <QButtonGroup>
#include <QFrame>
#include <QToolButton>

namespace ui::frame {

/// The screens at the leading edge, and the stop button below them, which no screen hides. Where the window is too low
/// for all screens they scroll; the stop button never does.
class Rail final : public QFrame {
    Q_OBJECT
public:
    explicit Rail(const std::vector<Screen>& screens, QWidget* parent = nullptr);

    void show_page(Page page);
    /// Only the screens of a profile stand in the rail, and the one that is shown.
    void show_profile(Profile profile);
    void show_open_cases(int count);
    void press_stop() { stop_->click(); }

Q_SIGNALS:
    void chosen(ui::frame::Page page);
    void stop_pressed(const QPoint& at);

private:
    [[nodiscard]] QToolButton* page_button(const Screen& screen);
    [[nodiscard]] QWidget* page_buttons();
    void show_buttons();

    struct Entry {
        Page page;
        Profiles profiles;
        QString title;
        QToolButton* button;
    };
    std::vector<Entry> entries_;
    QButtonGroup* group_;
    QToolButton* stop_;
    Profile profile_ = Profile::manager;
};

} // namespace ui::frame
