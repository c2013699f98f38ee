// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/actions.h"

#include <QMenu>
#include <QMenuBar>

namespace ui::frame {

Actions::Actions(QMainWindow& window)
    : QObject(&window)
    , window_(window) {
    QMenuBar& bar = *window.menuBar();
    fill_gateway_menu(bar);
    fill_view_menu(bar);
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

void Actions::fill_gateway_menu(QMenuBar& bar) {
    QMenu* menu = bar.addMenu(tr("&Gateway"));
    QAction* reconnect = add(tr("&Try the connection now"), Qt::Key_F5);
    connect(reconnect, &QAction::triggered, this, &Actions::reconnect_wanted);
    QAction* lock = add(tr("&Lock my key"), Qt::CTRL | Qt::Key_L);
    connect(lock, &QAction::triggered, this, &Actions::lock_wanted);
    QAction* fleet = add(tr("&Stop the whole fleet …"), Qt::CTRL | Qt::SHIFT | Qt::Key_S);
    connect(fleet, &QAction::triggered, this, &Actions::fleet_stop_wanted);
    QAction* quit = add(tr("&Quit"), Qt::CTRL | Qt::Key_Q);
    connect(quit, &QAction::triggered, this, &Actions::quit_wanted);
    menu->addActions({reconnect, lock});
    menu->addSeparator();
    menu->addAction(fleet);
    menu->addSeparator();
    menu->addAction(quit);
}

void Actions::fill_view_menu(QMenuBar& bar) {
    QMenu* menu = bar.addMenu(tr("&View"));
    const std::pair<QString, Page> pages[] = {
        {tr("&Inbox"), Page::inbox}, {tr("&Live"), Page::live}, {tr("&Decisions"), Page::decisions}};
    int number = 0;
    for (const auto& [name, page] : pages) {
        QAction* action = add(name, QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + number++)));
        connect(action, &QAction::triggered, this, [this, wanted = page] { Q_EMIT page_wanted(wanted); });
        menu->addAction(action);
    }
    menu->addSeparator();
    QAction* pause = add(tr("&Pause or follow the live table"), Qt::Key_P);
    connect(pause, &QAction::triggered, this, &Actions::pause_toggled);
    menu->addAction(pause);
}

void Actions::fill_case_menu(QMenuBar& bar) {
    QMenu* menu = bar.addMenu(tr("&Case"));
    QAction* next = add(tr("&Next"), Qt::Key_J);
    QAction* previous = add(tr("&Previous"), Qt::Key_K);
    for (QAction* step : {next, previous}) {
        step->setAutoRepeat(true);
        connect(step, &QAction::triggered, this, [this, by = step == next ? 1 : -1] { Q_EMIT step_wanted(by); });
    }
    QAction* fresh = add(tr("Show ne&w cases"), Qt::Key_N);
    connect(fresh, &QAction::triggered, this, &Actions::new_cases_wanted);
    menu->addActions({next, previous, fresh});
    menu->addSeparator();
    const std::tuple<QString, Qt::Key, domain::Verb> verbs[] = {
        {tr("&Approve …"), Qt::Key_A, domain::Verb::approve},
        {tr("&Reject …"), Qt::Key_R, domain::Verb::reject},
        {tr("Roll &back …"), Qt::Key_B, domain::Verb::roll_back},
        {tr("Resol&ve …"), Qt::Key_V, domain::Verb::resolve},
        {tr("&Stop the agent …"), Qt::Key_S, domain::Verb::stop}};
    for (const auto& [name, key, verb] : verbs) {
        QAction* action = add(name, key);
        connect(action, &QAction::triggered, this, [this, wanted = verb] { Q_EMIT verb_wanted(wanted); });
        menu->addAction(action);
    }
}

void Actions::fill_help_menu(QMenuBar& bar) {
    QMenu* menu = bar.addMenu(tr("&Help"));
    QAction* sheet = add(tr("&Keys"), Qt::Key_Question);
    connect(sheet, &QAction::triggered, this, &Actions::sheet_wanted);
    QAction* about = add(tr("&About Reeve"), Qt::Key_F1);
    connect(about, &QAction::triggered, this, &Actions::about_wanted);
    menu->addActions({sheet, about});
}

} // namespace ui::frame
