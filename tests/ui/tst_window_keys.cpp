// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/patience.h"
#include "tests/ui/support/fake_core.h"
#include "tests/ui/support/scenes.h"

#include "app/domain/stop_target.h"
#include "ui/decide/desk.h"
#include "ui/decisions/decisions_view.h"
#include "ui/frame/main_window.h"
#include "ui/frame/stop_menu.h"
#include "ui/live/live_view.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QDockWidget>
#include <QLineEdit>
#include <QMainWindow>
#include <QMessageBox>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using ui::frame::MainWindow;
using ui::frame::Page;

namespace {

struct Scene {
    explicit Scene(const QString& memory = {}) {
        fake::fill_shift(core);
        window = std::make_unique<MainWindow>(core, core, core, clock,
                                              ui::frame::Options{QLocale::English, QTimeZone::utc(), false, memory});
        window->show();
    }
    bool activate() {
        window->activateWindow();
        return QTest::qWaitForWindowActive(window.get(), support::patience_ms);
    }
    [[nodiscard]] ui::decide::ReviewDialog* review() const { return window->desk().review_dialog(); }
    [[nodiscard]] QMessageBox* question() const { return window->findChild<QMessageBox*>(QStringLiteral("unsent")); }
    [[nodiscard]] QDockWidget* dock() const {
        const auto docks = window->findChildren<QDockWidget*>();
        const auto seen = std::find_if(docks.begin(), docks.end(), [](const auto* each) { return each->isVisible(); });
        return seen == docks.end() ? nullptr : *seen;
    }
    void quit() const { QTest::keyClick(window.get(), Qt::Key_Q, Qt::ControlModifier); }

    base::ManualClock clock{fake::morning()};
    fake::Core core{clock};
    std::unique_ptr<MainWindow> window;
};

} // namespace

/// What a person without a mouse does beside deciding.
class TestWindowKeys : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void quitting_with_something_unsent_asks_first();
    void quitting_with_nothing_unsent_just_quits();
    void letters_walk_every_table();
    void ctrl_f_begins_another_search();
    void the_whole_fleet_can_go_on_again();
    void tiers_and_fleet_can_go_on_from_the_stop_menu();
    void no_description_has_markup();
    void the_width_of_a_pane_is_remembered();
};

void TestWindowKeys::quitting_with_something_unsent_asks_first() {
    Scene scene;
    QVERIFY(scene.activate());
    ports::Health health = scene.core.health;
    health.unsent = 2;
    scene.core.set_health(health);
    QTRY_COMPARE(scene.window->health().unsent, std::uint64_t{2});
    scene.quit();
    QTRY_VERIFY(scene.question() != nullptr);
    QVERIFY(scene.window->isVisible());
    QVERIFY2(scene.question()->text().startsWith(u'2'), qPrintable(scene.question()->text()));
    QTest::keyClick(scene.question(), Qt::Key_Escape);
    QTRY_VERIFY(scene.question() == nullptr);
    QVERIFY(scene.window->isVisible());
    QVERIFY(scene.activate());
    scene.quit();
    QTRY_VERIFY(scene.question() != nullptr);
    const auto buttons = scene.question()->buttons();
    QVERIFY(scene.question()->defaultButton()->text().contains(QStringLiteral("Stay"))); // Enter stays
    for (QAbstractButton* button : buttons) {
        if (scene.question()->buttonRole(button) == QMessageBox::DestructiveRole) {
            button->click();
        }
    }
    QTRY_VERIFY(!scene.window->isVisible());
}

void TestWindowKeys::quitting_with_nothing_unsent_just_quits() {
    Scene scene;
    QVERIFY(scene.activate());
    scene.quit();
    QTRY_VERIFY(!scene.window->isVisible());
    QVERIFY(scene.question() == nullptr);
}

void TestWindowKeys::letters_walk_every_table() {
    Scene scene;
    QVERIFY(scene.activate());
    scene.window->show_page(Page::live);
    auto* table = scene.window->live_view().findChild<QTableView*>();
    QTRY_VERIFY(table->model()->rowCount() > 2);
    table->setCurrentIndex({});
    QTest::keyClick(scene.window.get(), Qt::Key_J);
    QTRY_COMPARE(table->currentIndex().row(), 0);
    QTest::keyClick(scene.window.get(), Qt::Key_J);
    QTRY_COMPARE(table->currentIndex().row(), 1);
    QTest::keyClick(scene.window.get(), Qt::Key_K);
    QTest::keyClick(scene.window.get(), Qt::Key_K);
    QTRY_COMPARE(table->currentIndex().row(), 0); // and no further
}

void TestWindowKeys::ctrl_f_begins_another_search() {
    Scene scene;
    QVERIFY(scene.activate());
    const auto line = [] { return qobject_cast<QLineEdit*>(QApplication::focusWidget()); };
    QTest::keyClick(scene.window.get(), Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(line() != nullptr);
    QTest::keyClicks(line(), QStringLiteral("pump"));
    QTest::keyClick(line(), Qt::Key_Return);
    scene.window->show_page(Page::live);
    QTRY_VERIFY(line() == nullptr);
    QTest::keyClick(scene.window.get(), Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(line() != nullptr);
    QCOMPARE(line()->selectedText(), QStringLiteral("pump")); // typing begins anew
}

void TestWindowKeys::the_whole_fleet_can_go_on_again() {
    Scene scene;
    QVERIFY(scene.activate());
    QTest::keyClick(scene.window.get(), Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(scene.review() != nullptr);
    QVERIFY(scene.review()->draft().verb == domain::Verb::resume);
    QVERIFY(domain::is_fleet(scene.review()->draft().agent));
    QVERIFY2(scene.review()->windowTitle().contains(QStringLiteral("Let the whole fleet go on")),
             qPrintable(scene.review()->windowTitle()));
}

void TestWindowKeys::tiers_and_fleet_can_go_on_from_the_stop_menu() {
    std::vector<std::pair<domain::Verb, std::string>> chosen;
    ui::frame::StopMenu menu(domain::AgentId("bot-7"), [&](domain::Verb verb, const domain::AgentId& target) {
        chosen.emplace_back(verb, target.bytes());
    });
    const auto press = [](const QMenu& of) {
        const auto actions = of.actions();
        for (QAction* action : actions) {
            action->menu() == nullptr && !action->isSeparator() ? action->trigger() : void();
        }
    };
    press(menu);
    QCOMPARE(chosen.size(), std::size_t{6});
    QCOMPARE(chosen.front().second, std::string("bot-7"));
    auto* on = menu.findChild<QMenu*>();
    QVERIFY(on != nullptr);
    chosen.clear();
    press(*on);
    QCOMPARE(chosen.size(), std::size_t{5});
    QVERIFY(
        std::all_of(chosen.begin(), chosen.end(), [](const auto& each) { return each.first == domain::Verb::resume; }));
    QCOMPARE(chosen.front().second, domain::target_of(domain::Tier::automatic).bytes());
    QCOMPARE(chosen.back().second, domain::fleet_target().bytes());
}

void TestWindowKeys::no_description_has_markup() {
    Scene scene;
    QVERIFY(scene.activate());
    for (const ui::frame::Screen& screen : scene.window->screens()) {
        scene.window->show_page(screen.page);
        const auto widgets = scene.window->findChildren<QWidget*>();
        for (QWidget* widget : widgets) {
            QAccessibleInterface* face = QAccessible::queryAccessibleInterface(widget);
            const QString heard = face == nullptr ? QString() : face->text(QAccessible::Description);
            QVERIFY2(!heard.contains(QStringLiteral("</p>")), qPrintable(heard));
        }
    }
}

void TestWindowKeys::the_width_of_a_pane_is_remembered() {
    const QTemporaryDir folder;
    const QString memory = folder.filePath(QStringLiteral("console.ini"));
    int wide = 0;
    {
        Scene scene(memory);
        QVERIFY(scene.activate());
        QTest::keyClick(scene.window.get(), Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier);
        auto* dock = scene.dock();
        QTRY_VERIFY(dock != nullptr && dock->isVisible());
        const int before = dock->width();
        qobject_cast<QMainWindow*>(dock->parentWidget())->resizeDocks({dock}, {before + 120}, Qt::Horizontal);
        QTRY_VERIFY(dock->width() > before + 60);
        wide = dock->width();
        scene.window->close();
    }
    Scene scene(memory);
    QTRY_VERIFY(scene.dock() != nullptr && scene.dock()->isVisible());
    QTRY_COMPARE(scene.dock()->width(), wide);
}

QTEST_MAIN(TestWindowKeys)
#include "tst_window_keys.moc"
