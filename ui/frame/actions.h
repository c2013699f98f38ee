// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/decision.h"
#include "ui/frame/main_window.h"

#include <QAction>
#include <QList>
#include <QObject>

class QMenuBar;

namespace ui::frame {

/// Every action of the window with its key: what the menus, the shortcut sheet and the keys are made of. Held keys do
/// not repeat an action, but moving in a list may.
class Actions final : public QObject {
    Q_OBJECT
public:
    explicit Actions(QMainWindow& window);

    /// In the order of the menus.
    [[nodiscard]] const QList<QAction*>& all() const { return all_; }

Q_SIGNALS:
    void page_wanted(Page page);
    void verb_wanted(domain::Verb verb);
    void fleet_stop_wanted();
    void step_wanted(int by);
    void new_cases_wanted();
    void pause_toggled();
    void reconnect_wanted();
    void lock_wanted();
    void sheet_wanted();
    void about_wanted();
    void quit_wanted();

private:
    QAction* add(const QString& text, const QKeySequence& key);
    void fill_gateway_menu(QMenuBar& bar);
    void fill_view_menu(QMenuBar& bar);
    void fill_case_menu(QMenuBar& bar);
    void fill_help_menu(QMenuBar& bar);

    QMainWindow& window_;
    QList<QAction*> all_;
};

} // namespace ui::frame
