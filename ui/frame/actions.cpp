// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/actions.h"

#include <QActionGroup>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

namespace ui::frame {

Actions::Actions(QMainWindow& window, const std::vector<Screen>& screens)
    : QObject(&window)
    , window_(window) {
    QMenuBar& bar = *window.menuBar();
    fill_gateway_menu(bar);
    fill_edit_menu(bar);
    fill_view_menu(bar, screens);
    fill_case_menu(bar);
    fill_help_menu(bar);
}

QAction* Actions::add(const QString& text, const QKeySequence& key) {
    auto* action = new QAction(text, this);
    action->setShortcut(key);
    action->setAutoRepeat(false);
    window_.addAction(action);
    all_.push_back(action);
    return action;
}

template <class Signal>
QAction* Actions::add(QMenu& menu, const QString& text, const QKeySequence& key, Signal signal) {
    QAction* action = add(text, key);
    connect(action, &QAction::triggered, this, signal);
    menu.addAction(action);
    return action;
}

void Actions::fill_gateway_menu(QMenuBar& bar) {
    QMenu& menu = *bar.addMenu(tr("&Gateway"));
    add(menu, tr("Open a &file …"), Qt::CTRL | Qt::Key_O, &Actions::file_wanted);
    menu.addSeparator();
    add(menu, tr("&Try the connection now"), Qt::Key_F5, &Actions::reconnect_wanted);
    add(menu, tr("&Lock my key"), Qt::CTRL | Qt::Key_L, &Actions::lock_wanted);
    menu.addSeparator();
    add(menu, tr("St&op …"), Qt::CTRL | Qt::Key_Period, &Actions::stop_menu_wanted);
    add(menu, tr("&Stop the whole fleet …"), Qt::CTRL | Qt::SHIFT | Qt::Key_S, &Actions::fleet_stop_wanted);
    add(menu, tr("Let the whole fleet &go on …"), Qt::CTRL | Qt::SHIFT | Qt::Key_G, &Actions::fleet_resume_wanted);
    menu.addSeparator();
    add(menu, tr("&Quit"), Qt::CTRL | Qt::Key_Q, &Actions::quit_wanted);
}

void Actions::fill_edit_menu(QMenuBar& bar) {
    using look::CopyForm;
    QMenu& menu = *bar.addMenu(tr("&Edit"));
    const std::tuple<QString, QKeySequence, CopyForm> forms[] = {
        {tr("&Copy rows"), QKeySequence(Qt::CTRL | Qt::Key_C), CopyForm::tsv},
        {tr("Copy rows as CS&V"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), CopyForm::csv},
        {tr("Copy rows as &Markdown"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_C), CopyForm::markdown}};
    for (const auto& [name, key, form] : forms) {
        QAction* action = add(name, key);
        connect(action, &QAction::triggered, this, [this, wanted = form] { Q_EMIT copy_wanted(wanted); });
        menu.addAction(action);
    }
    menu.addSeparator();
    add(menu, tr("&Filter"), Qt::Key_Slash, &Actions::filter_wanted);
    add(menu, tr("Filter by a f&orm …"), Qt::CTRL | Qt::SHIFT | Qt::Key_F, &Actions::filter_form_wanted);
    add(menu, tr("Sa&ved filters …"), Qt::CTRL | Qt::Key_B, &Actions::saved_filters_wanted);
    add(menu, tr("Save this filter …"), Qt::CTRL | Qt::Key_D, &Actions::filter_name_wanted);
    add(menu, tr("Choose co&lumns …"), Qt::CTRL | Qt::SHIFT | Qt::Key_L, &Actions::columns_wanted);
    add(menu, tr("&Sort by …"), Qt::CTRL | Qt::SHIFT | Qt::Key_O, &Actions::order_wanted);
}

void Actions::fill_view_menu(QMenuBar& bar, const std::vector<Screen>& screens) {
    view_ = bar.addMenu(tr("&View"));
    for (const Screen& screen : screens) {
        QAction* action = add(screen.menu, screen.key);
        action->setObjectName(screen.id);
        connect(action, &QAction::triggered, this, [this, wanted = screen.page] { Q_EMIT page_wanted(wanted); });
        view_->addAction(action);
    }
    view_->addSeparator();
    back_ = add(*view_, tr("&Back"), Qt::ALT | Qt::Key_Left, &Actions::back_wanted);
    forward_ = add(*view_, tr("F&orward"), Qt::ALT | Qt::Key_Right, &Actions::forward_wanted);
    show_trail(false, false);
    add(*view_, tr("&Pause or follow the live table"), Qt::Key_P, &Actions::pause_toggled);
    view_->addSeparator();
    fill_profiles(*view_);
    view_->addSeparator();
    add(*view_, tr("&Reset the arrangement"), Qt::CTRL | Qt::SHIFT | Qt::Key_0, &Actions::reset_wanted);
}

void Actions::fill_profiles(QMenu& menu) {
    auto* group = new QActionGroup(this);
    const std::tuple<QString, Qt::Key, Profile> profiles[] = {{tr("Profile: &manager"), Qt::Key_1, Profile::manager},
                                                              {tr("Profile: a&uditor"), Qt::Key_2, Profile::auditor},
                                                              {tr("Profile: anal&yst"), Qt::Key_3, Profile::analyst}};
    for (const auto& [name, key, profile] : profiles) {
        QAction* action = add_choice(menu, *group, name, key, false);
        connect(action, &QAction::triggered, this, [this, wanted = profile] { Q_EMIT profile_wanted(wanted); });
        profiles_.push_back(action);
    }
}

/// One of several: a number with Ctrl and Alt.
QAction* Actions::add_choice(QMenu& menu, QActionGroup& group, const QString& text, Qt::Key key, bool chosen) {
    QAction* action = add(text, QKeySequence(Qt::CTRL | Qt::ALT | key));
    action->setCheckable(true);
    action->setChecked(chosen);
    group.addAction(action);
    menu.addAction(action);
    return action;
}

void Actions::offer_themes(look::ThemeChoice now) {
    using look::ThemeChoice;
    view_->addSeparator();
    auto* group = new QActionGroup(this);
    const std::tuple<QString, Qt::Key, ThemeChoice> themes[] = {
        {tr("Colours: as the des&ktop has them"), Qt::Key_4, ThemeChoice::desktop},
        {tr("Colours: ligh&t"), Qt::Key_5, ThemeChoice::light},
        {tr("Colours: dar&k"), Qt::Key_6, ThemeChoice::dark}};
    for (const auto& [name, key, theme] : themes) {
        QAction* action = add_choice(*view_, *group, name, key, theme == now);
        connect(action, &QAction::triggered, this, [this, wanted = theme] { Q_EMIT theme_wanted(wanted); });
    }
}

/// Each named in its own words, so that whoever does not read the present one finds it.
void Actions::offer_languages(const QString& now) {
    view_->addSeparator();
    auto* group = new QActionGroup(this);
    const std::tuple<QString, Qt::Key, QString> languages[] = {
        {tr("Language: as the desktop speaks"), Qt::Key_7, QString()},
        {tr("Language: English"), Qt::Key_8, QStringLiteral("en")},
        {tr("Language: Deutsch"), Qt::Key_9, QStringLiteral("de")}};
    for (const auto& [name, key, code] : languages) {
        QAction* action = add_choice(*view_, *group, name, key, code == now);
        connect(action, &QAction::triggered, this, [this, wanted = code] { Q_EMIT language_wanted(wanted); });
    }
}

void Actions::fill_case_menu(QMenuBar& bar) {
    QMenu* menu = bar.addMenu(tr("&Case"));
    QAction* next = add(tr("&Next"), Qt::Key_J);
    QAction* previous = add(tr("&Previous"), Qt::Key_K);
    for (QAction* step : {next, previous}) {
        step->setAutoRepeat(true);
        connect(step, &QAction::triggered, this, [this, by = step == next ? 1 : -1] { Q_EMIT step_wanted(by); });
    }
    menu->addActions({next, previous});
    add(*menu, tr("Show ne&w cases"), Qt::Key_N, &Actions::new_cases_wanted);
    menu->addSeparator();
    const std::tuple<QString, Qt::Key, domain::OwnView> views[] = {
        {tr("My view: &fine"), Qt::Key_1, domain::OwnView::fine},
        {tr("My view: &odd"), Qt::Key_2, domain::OwnView::odd},
        {tr("My view: wron&g"), Qt::Key_3, domain::OwnView::wrong}};
    for (const auto& [name, key, view] : views) {
        QAction* action = add(name, key);
        connect(action, &QAction::triggered, this, [this, noted = view] { Q_EMIT own_view_wanted(noted); });
        menu->addAction(action);
    }
    menu->addSeparator();
    const std::tuple<QString, Qt::Key, domain::Verb> verbs[] = {
        {tr("&Approve …"), Qt::Key_A, domain::Verb::approve},
        {tr("Approve red&uced …"), Qt::Key_U, domain::Verb::approve_reduced},
        {tr("As&k …"), Qt::Key_Q, domain::Verb::ask},
        {tr("&Hold …"), Qt::Key_H, domain::Verb::hold},
        {tr("&Reject …"), Qt::Key_R, domain::Verb::reject},
        {tr("&Escalate …"), Qt::Key_E, domain::Verb::escalate},
        {tr("Roll &back …"), Qt::Key_B, domain::Verb::roll_back},
        {tr("Resol&ve …"), Qt::Key_V, domain::Verb::resolve},
        {tr("A&cknowledge …"), Qt::Key_C, domain::Verb::acknowledge},
        {tr("&Stop the agent …"), Qt::Key_S, domain::Verb::stop},
        {tr("Let the agent &go on …"), Qt::Key_G, domain::Verb::resume}};
    for (const auto& [name, key, verb] : verbs) {
        QAction* action = add(name, key);
        connect(action, &QAction::triggered, this, [this, wanted = verb] { Q_EMIT verb_wanted(wanted); });
        menu->addAction(action);
    }
    fill_group_verbs(*menu);
}

/// With Shift what has the same letter for one case; on the head of a group the letter alone does it too.
void Actions::fill_group_verbs(QMenu& menu) {
    menu.addSeparator();
    const std::tuple<QString, Qt::Key, domain::Verb> verbs[] = {
        {tr("Ask about the whole group …"), Qt::Key_Q, domain::Verb::ask},
        {tr("Hold the whole group …"), Qt::Key_H, domain::Verb::hold},
        {tr("Reject the whole group …"), Qt::Key_R, domain::Verb::reject},
        {tr("Escalate the whole group …"), Qt::Key_E, domain::Verb::escalate}};
    for (const auto& [name, key, verb] : verbs) {
        QAction* action = add(name, QKeySequence(Qt::SHIFT | key));
        connect(action, &QAction::triggered, this, [this, wanted = verb] { Q_EMIT verb_at_once_wanted(wanted); });
        menu.addAction(action);
    }
}

void Actions::fill_help_menu(QMenuBar& bar) {
    QMenu& menu = *bar.addMenu(tr("&Help"));
    add(menu, tr("&Commands …"), Qt::CTRL | Qt::Key_K, &Actions::palette_wanted)
        ->setObjectName(QStringLiteral("palette"));
    QAction* sheet = add(menu, tr("&Keys"), Qt::Key_F1, &Actions::sheet_wanted);
    sheet->setObjectName(QStringLiteral("sheet"));
    sheet->setShortcuts({QKeySequence(Qt::Key_F1), QKeySequence(Qt::Key_Question)});
    add(menu, tr("&About Reeve"), Qt::SHIFT | Qt::Key_F1, &Actions::about_wanted);
}

void Actions::add_to_view(const QList<QAction*>& actions) {
    view_->addSeparator();
    for (QAction* action : actions) {
        window_.addAction(action);
        view_->addAction(action);
        all_.push_back(action);
    }
}

void Actions::show_trail(bool can_go_back, bool can_go_forward) {
    back_->setEnabled(can_go_back);
    forward_->setEnabled(can_go_forward);
}

void Actions::show_profile(Profile profile) {
    profiles_[static_cast<qsizetype>(profile)]->setChecked(true);
}

} // namespace ui::frame
