// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/main_window.h"

#include "ui/decide/desk.h"
#include "ui/frame/window_parts.h"
#include "ui/inbox/inbox_view.h"
#include "ui/settings/import_dialog.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QTimer>
#include <QUrl>

namespace ui::frame {

MainWindow::MainWindow(ports::Newsroom& newsroom, ports::Archive& archive, ports::Decisions& decisions,
                       const base::Clock& clock, Options options, QWidget* parent)
    : QMainWindow(parent)
    , parts_(std::make_unique<Parts>(*this, newsroom, archive, decisions, clock, options)) {
    setWindowTitle(options.sandbox ? tr("Sandbox, simulated agents — Reeve") : tr("Reeve"));
    setObjectName(QStringLiteral("main_window"));
    parts_->arrange();
    setAcceptDrops(true);
    parts_->connect_actions();
    parts_->connect_screens();
    newsroom.watch_health({this, [this](const auto& health) {
                               parts_->show_health(*health);
                               Q_EMIT health_changed();
                           }});
    set_profile(parts_->memory.profile());
    show_page(parts_->screens.list.front().page);
    parts_->recall();
}

/// The screens use the formats, so they go before them.
MainWindow::~MainWindow() {
    delete takeCentralWidget();
}

/// What is signed and not sent yet goes on waiting in the record: whoever leaves has to know.
void MainWindow::closeEvent(QCloseEvent* event) {
    const bool by_a_person = event->spontaneous() || parts_->quitting;
    if (by_a_person && parts_->health.unsent > 0) {
        event->ignore();
        parts_->ask_to_leave();
        return;
    }
    parts_->remember();
    QMainWindow::closeEvent(event);
}

void MainWindow::show_page(Page page) {
    parts_->visit(page, {});
}

Page MainWindow::page() const {
    return parts_->current().page;
}

void MainWindow::set_profile(Profile profile) {
    parts_->profile = profile;
    parts_->actions->show_profile(profile);
    parts_->rail->show_profile(profile);
    parts_->memory.keep(profile);
    for (const Screen& screen : parts_->screens.list) {
        if (screen.set_profile) {
            screen.set_profile(profile);
        }
    }
}

Profile MainWindow::profile() const {
    return parts_->profile;
}

const std::vector<Screen>& MainWindow::screens() const {
    return parts_->screens.list;
}

const ports::Health& MainWindow::health() const {
    return parts_->health;
}

inbox::InboxView& MainWindow::inbox_view() const {
    return *parts_->screens.inbox;
}

live::LiveView& MainWindow::live_view() const {
    return *parts_->screens.live;
}

decisions::DecisionsView& MainWindow::decisions_view() const {
    return *parts_->screens.decisions;
}

decide::Desk& MainWindow::desk() const {
    return *parts_->desk;
}

bool MainWindow::can_open_files() const {
    return parts_->files != nullptr;
}

void MainWindow::open_file(const QString& path) {
    if (parts_->files == nullptr) {
        parts_->complaint->say(look::Level::caution, tr("Files can only be opened while Reeve keeps the store itself."),
                               tr("Dis&miss"));
        return;
    }
    open_files({path}, 0);
}

/// One after the other: each is looked at by a person.
void MainWindow::open_files(const QStringList& paths, int number) {
    const int count = static_cast<int>(paths.size());
    auto* dialog = new settings::ImportDialog(*parts_->files, parts_->formats, paths.at(number).toStdString(), this);
    dialog->set_place(number + 1, count);
    if (parts_->screens.what_if != nullptr) {
        dialog->offer_trial();
        connect(dialog, &settings::ImportDialog::trial_wanted, this, [this, count](const domain::SourceId& source) {
            parts_->visit(Page::what_if, count > 1 ? "in_force" : "in_force\n" + source.bytes());
        });
    }
    if (number + 1 < count) {
        connect(dialog, &QDialog::finished, this, [this, paths, number] { open_files(paths, number + 1); });
    }
    parts_->open_dialog(dialog);
}

namespace {

/// None where one is not of this computer.
QStringList files_in(const QList<QUrl>& urls) {
    QStringList paths;
    for (const QUrl& url : urls) {
        if (!url.isLocalFile()) {
            return {};
        }
        paths += url.toLocalFile();
    }
    return paths;
}

} // namespace

/// Files of this computer.
void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!files_in(event->mimeData()->urls()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent* event) {
    const QStringList paths = files_in(event->mimeData()->urls());
    if (paths.isEmpty()) {
        return;
    }
    event->acceptProposedAction();
    open_all(paths);
}

void MainWindow::open_all(QStringList paths) {
    paths.sort();
    can_open_files() ? open_files(paths, 0) : open_file(paths.front()); // which says why not
}

// Where one is and where one was.

const Screen& MainWindow::Parts::current() const {
    const QWidget* shown = pages->currentWidget();
    for (const Screen& screen : screens.list) {
        if (screen.widget == shown) {
            return screen;
        }
    }
    return screens.list.front();
}

void MainWindow::Parts::turn_to(Page page) {
    const Screen* screen = screens.find(page);
    if (screen == nullptr) {
        return;
    }
    add_page(*screen);
    pages->setCurrentWidget(screen->widget);
    rail->show_page(page);
    if (screen->take_focus) {
        screen->take_focus();
    }
}

/// What is chosen on the screen that one is about to leave, so that coming back shows it.
void MainWindow::Parts::leave() {
    if (current().place) {
        trail.stay(current().place());
    }
}

void MainWindow::Parts::visit(Page page, const std::string& place) {
    const bool stays = page == current().page && place.empty();
    if (!stays || !trail.is_begun()) {
        leave();
        trail.visit({page, place});
    }
    go(Trail::Stop{page, place});
}

void MainWindow::Parts::go(const std::optional<Trail::Stop>& stop) {
    if (stop) {
        turn_to(stop->page);
        const Screen* screen = screens.find(stop->page);
        if (screen != nullptr && screen->go_to && !stop->place.empty()) {
            screen->go_to(stop->place);
        }
    }
    actions->show_trail(trail.can_go_back(), trail.can_go_forward());
}

void MainWindow::Parts::open_case(const domain::TransactionKey& key) {
    visit(Page::inbox, place_of(key));
}

std::optional<domain::AgentId> MainWindow::Parts::agent_in_view() const {
    return current().agent ? current().agent() : std::nullopt;
}

/// The table with the keyboard, or the first that is seen on the screen.
look::Table* MainWindow::Parts::table_in_view() const {
    if (auto* focused = qobject_cast<look::Table*>(QApplication::focusWidget())) {
        return focused;
    }
    const auto tables = current().widget->findChildren<look::Table*>();
    for (look::Table* table : tables) {
        if (table->isVisible()) {
            return table;
        }
    }
    return nullptr;
}

// What is remembered.

void MainWindow::Parts::remember() {
    memory.keep(QStringLiteral("window"), self.saveGeometry());
    memory.keep(QStringLiteral("panes"), stage->saveState());
    const auto tables = self.findChildren<look::Table*>();
    for (const look::Table* table : tables) {
        if (!table->objectName().isEmpty() && table->is_arranged()) {
            memory.keep(QStringLiteral("table_") + table->objectName(), table->arrangement());
        }
    }
}

void MainWindow::Parts::recall() {
    if (const QByteArray kept = memory.bytes(QStringLiteral("window")); !kept.isEmpty()) {
        self.restoreGeometry(kept);
    }
    if (const QByteArray kept = memory.bytes(QStringLiteral("panes")); !kept.isEmpty()) {
        stage->restoreState(kept);
        QTimer::singleShot(0, stage, [this, kept] { stage->restoreState(kept); }); // once there is room for the widths
    }
    const auto tables = self.findChildren<look::Table*>();
    for (look::Table* table : tables) {
        const QByteArray kept = memory.bytes(QStringLiteral("table_") + table->objectName());
        if (!table->objectName().isEmpty() && !kept.isEmpty()) {
            table->arrange(kept);
        }
    }
}

} // namespace ui::frame
