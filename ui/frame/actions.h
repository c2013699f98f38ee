// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/decision.h"
#include "ui/frame/screen.h"
#include "ui/look/copy.h"
#include "ui/look/theme.h"

#include <QAction>
#include <QList>
#include <QObject>

class QMainWindow;
class QActionGroup;
class QMenu;
class QMenuBar;

namespace ui::frame {

/// Every action of the window with its key: what the menus, the command palette, the shortcut sheet and the keys are
/// made of. Held keys do not repeat an action, but moving in a list may.
class Actions final : public QObject {
    Q_OBJECT
public:
    Actions(QMainWindow& window, const std::vector<Screen>& screens);

    /// In the order of the menus.
    [[nodiscard]] const QList<QAction*>& all() const { return all_; }
    /// Actions of others (panes, screens) that belong into the View menu.
    void add_to_view(const QList<QAction*>& actions);
    void show_trail(bool can_go_back, bool can_go_forward);
    void show_profile(Profile profile);
    /// A choice of light and dark in the View menu, with what is chosen now.
    void offer_themes(look::ThemeChoice now);
    /// A choice of languages, by their codes; empty is the desktop's.
    void offer_languages(const QString& now);

Q_SIGNALS:
    void page_wanted(ui::frame::Page page);
    void profile_wanted(ui::frame::Profile profile);
    void theme_wanted(ui::look::ThemeChoice theme);
    void language_wanted(const QString& code);
    void verb_wanted(domain::Verb verb);
    /// The same for all cases of a group.
    void verb_at_once_wanted(domain::Verb verb);
    void own_view_wanted(domain::OwnView view);
    void stop_menu_wanted();
    void fleet_stop_wanted();
    void fleet_resume_wanted();
    void step_wanted(int by);
    void new_cases_wanted();
    void copy_wanted(ui::look::CopyForm form);
    void pause_toggled();
    void filter_wanted();
    void filter_form_wanted();
    void saved_filters_wanted();
    void filter_name_wanted();
    void columns_wanted();
    void order_wanted();
    void back_wanted();
    void forward_wanted();
    void reset_wanted();
    void file_wanted();
    void reconnect_wanted();
    void lock_wanted();
    void palette_wanted();
    void sheet_wanted();
    void about_wanted();
    void quit_wanted();

private:
    QAction* add(const QString& text, const QKeySequence& key);
    template <class Signal>
    QAction* add(QMenu& menu, const QString& text, const QKeySequence& key, Signal signal);
    void fill_gateway_menu(QMenuBar& bar);
    void fill_edit_menu(QMenuBar& bar);
    void fill_view_menu(QMenuBar& bar, const std::vector<Screen>& screens);
    void fill_profiles(QMenu& menu);
    QAction* add_choice(QMenu& menu, QActionGroup& group, const QString& text, Qt::Key key, bool chosen);
    void fill_case_menu(QMenuBar& bar);
    void fill_group_verbs(QMenu& menu);
    void fill_help_menu(QMenuBar& bar);

    QMainWindow& window_;
    QMenu* view_ = nullptr;
    QAction* back_ = nullptr;
    QAction* forward_ = nullptr;
    QList<QAction*> profiles_;
    QList<QAction*> all_;
};

} // namespace ui::frame
