// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/patience.h"
#include "tests/ui/support/fake_books.h"
#include "tests/ui/support/fake_core.h"
#include "tests/ui/support/scenes.h"

#include "ui/agents/agents_view.h"
#include "ui/charts/chart_pane.h"
#include "ui/decide/desk.h"
#include "ui/decide/review_dialog.h"
#include "ui/frame/main_window.h"
#include "ui/inbox/inbox_view.h"
#include "ui/look/notice.h"
#include "ui/spend/spend_view.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using ui::frame::MainWindow;
using ui::frame::Page;

namespace {

/// The console with books, as the program puts it together.
struct Scene {
    explicit Scene(const QString& memory = {}) {
        fake::fill_shift(core);
        fake::fill_books(books);
        ui::frame::Options options{QLocale::English, QTimeZone::utc(), false, memory};
        options.spend = &books;
        options.agents = &books;
        window = std::make_unique<MainWindow>(core, core, core, clock, options);
        window->show();
    }
    bool activate() {
        window->activateWindow();
        return QTest::qWaitForWindowActive(window.get(), support::patience_ms);
    }
    [[nodiscard]] QString words() const {
        QStringList all;
        for (const QLabel* label : window->findChildren<QLabel*>()) {
            if (label->isVisible()) {
                all += label->text();
            }
        }
        return all.join(QLatin1Char('\n'));
    }
    [[nodiscard]] ui::sieve::Bar& bar(const char* table) const {
        const auto bars = window->findChildren<ui::sieve::Bar*>();
        const auto found = std::find_if(bars.begin(), bars.end(),
                                        [table](const auto* bar) { return bar->table() == QLatin1String(table); });
        return **found;
    }
    [[nodiscard]] std::size_t books_agents() {
        std::size_t count = 0;
        books.fleet({}, {window.get(), [&count](const base::Result<ports::Fleet>& fleet) {
                             count = fleet ? fleet->agents.size() : 0;
                         }});
        return support::wait_until([&count] { return count > 0; }) ? count : 0;
    }
    [[nodiscard]] ui::agents::AgentsView& agents() const { return *window->findChild<ui::agents::AgentsView*>(); }
    [[nodiscard]] ui::spend::SpendView& spend() const { return *window->findChild<ui::spend::SpendView*>(); }

    base::ManualClock clock{fake::morning()};
    fake::Core core{clock};
    fake::Books books;
    std::unique_ptr<MainWindow> window;
};

} // namespace

class TestBooksScreens : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keys_open_agents_and_spend();
    void back_brings_the_agent_and_the_selection_again();
    void stopping_an_agent_opens_its_review_and_signs_nothing();
    void an_order_of_an_agent_opens_its_case();
    void every_chart_has_a_named_twin_that_a_screen_reader_finds();
    void a_bar_narrows_the_tables_says_so_and_back_widens_them();
    void what_is_chosen_in_spend_narrows_every_other_screen();
    void a_chart_that_cannot_be_saved_is_said_until_a_person_read_it();
    void the_target_of_the_share_is_remembered();
};

void TestBooksScreens::keys_open_agents_and_spend() {
    Scene scene;
    QVERIFY(scene.activate());
    QTest::keyClick(scene.window.get(), Qt::Key_4, Qt::ControlModifier);
    QCOMPARE(scene.window->page(), Page::agents);
    QTRY_COMPARE(scene.agents().model().rowCount(), 7);
    QTest::keyClick(scene.window.get(), Qt::Key_5, Qt::ControlModifier);
    QCOMPARE(scene.window->page(), Page::spend);
    QTRY_VERIFY(scene.spend().answer() && scene.spend().answer()->total.orders > 0);
}

void TestBooksScreens::back_brings_the_agent_and_the_selection_again() {
    Scene scene;
    QVERIFY(scene.activate());
    scene.window->show_page(Page::agents);
    QTRY_COMPARE(scene.agents().model().rowCount(), 7);
    scene.agents().choose(domain::AgentId("voice-2"));
    scene.window->show_page(Page::spend);
    QTest::keyClick(scene.window.get(), Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE(scene.window->page(), Page::agents);
    QCOMPARE(scene.agents().current()->bytes(), std::string("voice-2"));
}

void TestBooksScreens::stopping_an_agent_opens_its_review_and_signs_nothing() {
    Scene scene;
    QVERIFY(scene.activate());
    scene.window->show_page(Page::agents);
    QTRY_COMPARE(scene.agents().model().rowCount(), 7);
    scene.agents().choose(domain::AgentId("bot-7"));
    QTRY_VERIFY(scene.agents().page().page() && scene.agents().page().page()->row.agent.id.bytes() == "bot-7");
    scene.agents().page().stop_button().click();
    QTRY_VERIFY(scene.window->desk().review_dialog() != nullptr);
    QTRY_COMPARE(scene.core.reviews_asked, 1);
    QCOMPARE(scene.core.signatures, 0);
}

void TestBooksScreens::an_order_of_an_agent_opens_its_case() {
    Scene scene;
    scene.core.add_case(fake::drawn_case("TX-10001 sign_off EUR 10.00 bot-7 Nordlicht GmbH"));
    scene.window->show_page(Page::agents);
    QTRY_VERIFY(scene.agents().page().page());
    const auto& key = scene.agents().page().page()->orders.front().key;
    Q_EMIT scene.agents().page().orders().activated(scene.agents().page().orders().model()->index(0, 0));
    QCOMPARE(scene.window->page(), Page::inbox);
    QTRY_VERIFY(scene.window->inbox_view().case_view().key() == key);
}

void TestBooksScreens::every_chart_has_a_named_twin_that_a_screen_reader_finds() {
    Scene scene;
    scene.window->show_page(Page::spend);
    QTRY_VERIFY(scene.spend().answer() && scene.spend().answer()->total.orders > 0);
    const auto charts = scene.window->findChildren<ui::charts::ChartPane*>();
    QCOMPARE(charts.size(), qsizetype{3});
    for (auto* pane : charts) {
        QAccessibleInterface* chart = QAccessible::queryAccessibleInterface(&pane->view());
        QVERIFY(chart != nullptr && !chart->text(QAccessible::Name).isEmpty());
        pane->show_as_table(true);
        QAccessibleInterface* table = QAccessible::queryAccessibleInterface(&pane->table());
        QVERIFY(table != nullptr && table->tableInterface() != nullptr);
        QVERIFY(!table->text(QAccessible::Name).isEmpty());
        QCOMPARE(table->tableInterface()->rowCount(), pane->twin().rowCount());
    }
    for (Page page : {Page::spend, Page::agents}) {
        scene.window->show_page(page);
        for (const ui::frame::Screen& screen : scene.window->screens()) {
            if (screen.page != page) {
                continue;
            }
            for (QAbstractButton* button : screen.widget->findChildren<QAbstractButton*>()) {
                const bool named = !button->accessibleName().isEmpty() || !button->text().isEmpty();
                QVERIFY2(named || !button->isVisible(), button->metaObject()->className());
            }
            for (QComboBox* choice : screen.widget->findChildren<QComboBox*>()) {
                QVERIFY(!choice->accessibleName().isEmpty());
            }
        }
    }
}

void TestBooksScreens::a_bar_narrows_the_tables_says_so_and_back_widens_them() {
    Scene scene;
    QVERIFY(scene.activate());
    scene.window->show_page(Page::spend);
    scene.spend().set_period(ui::spend::Period::year);
    QTRY_VERIFY(scene.spend().answer() && scene.spend().answer()->buckets.size() == 12);
    const std::int64_t most = scene.spend().agents().model().row_at(0).spent.orders;
    const std::int64_t all = scene.spend().answer()->total.orders;
    scene.spend().tiers().view().set_cursor(0, 2);
    QTest::keyClick(&scene.spend().tiers().view(), Qt::Key_Return);
    QCOMPARE(*scene.spend().selection().slot, std::size_t{2});
    QTRY_VERIFY(scene.spend().answer()->total.orders < all);
    QVERIFY(scene.spend().agents().model().row_at(0).spent.orders < most);
    QCOMPARE(scene.spend().answer()->tiers[0].orders, std::int64_t{0});
    QVERIFY2(scene.words().contains(QStringLiteral("Only tier Sign-off")), qPrintable(scene.words()));
    const std::vector<base::Instant>& edges = scene.spend().edges();
    QVERIFY(scene.spend().selection().within == (ports::Stretch{edges[0], edges[1]}));
    QTest::keyClick(scene.window.get(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(scene.window->page(), Page::spend);
    QVERIFY(scene.spend().selection() == ports::SpendSelection());
    QTRY_COMPARE(scene.spend().answer()->total.orders, all);
    QTest::keyClick(scene.window.get(), Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(*scene.spend().selection().slot, std::size_t{2});
}

/// Each table by what it can tell; a press on the condition, or Back, takes it away everywhere.
void TestBooksScreens::what_is_chosen_in_spend_narrows_every_other_screen() {
    Scene scene;
    QVERIFY(scene.activate());
    ui::sieve::Bar& inbox = scene.bar("inbox");
    ui::sieve::Bar& agents = scene.bar("agents");
    scene.window->show_page(Page::spend);
    scene.spend().set_period(ui::spend::Period::year);
    QTRY_VERIFY(scene.spend().answer() && scene.spend().answer()->buckets.size() == 12);
    QVERIFY(inbox.chip().isHidden() && inbox.wanted().everything());
    ui::spend::SpendList& list = scene.spend().agents();
    const std::string agent = list.model().row_at(0).id;
    Q_EMIT list.table().activated(list.model().index(0, 0));
    QTRY_VERIFY(!inbox.chip().isHidden());
    QVERIFY(inbox.chip().accessibleName().contains(QString::fromStdString(agent)));
    scene.window->show_page(Page::agents);
    const int all = static_cast<int>(scene.books_agents());
    QTRY_COMPARE(scene.agents().model().rowCount(), 1);
    QVERIFY(all > 1);
    agents.set_text(QStringLiteral("no agent is called so")); // beside what is typed, not instead
    QTRY_COMPARE(scene.agents().model().rowCount(), 0);
    agents.set_text({});
    QTRY_COMPARE(scene.agents().model().rowCount(), 1);

    scene.window->show_page(Page::spend);
    scene.spend().tiers().view().set_cursor(0, 1);
    QTest::keyClick(&scene.spend().tiers().view(), Qt::Key_Return);
    QTRY_VERIFY(inbox.chip().accessibleName().contains(QStringLiteral("tier Confirm by our policy")));
    QVERIFY(agents.chip().accessibleName().contains(QStringLiteral("this table cannot tell: tier Confirm")));
    QVERIFY(inbox.wanted().narrowing->source().find("our_tier == confirm") != std::string::npos);
    QVERIFY(inbox.wanted().narrowing->source().find("opened >= timestamp(") != std::string::npos);
    QTest::keyClick(scene.window.get(), Qt::Key_Left, Qt::AltModifier);
    QTRY_VERIFY(!inbox.chip().accessibleName().contains(QStringLiteral("tier")));
    scene.window->show_page(Page::inbox);
    inbox.line().setFocus();
    QTest::keyClick(&inbox.line(), Qt::Key_Escape); // as a press on the button
    QTRY_VERIFY(inbox.chip().isHidden());
    QCOMPARE(scene.window->page(), Page::inbox);
    QVERIFY(agents.wanted().everything());
    QVERIFY(scene.spend().selection() == ports::SpendSelection());
    scene.window->show_page(Page::agents);
    QTRY_COMPARE(scene.agents().model().rowCount(), all);
}

void TestBooksScreens::a_chart_that_cannot_be_saved_is_said_until_a_person_read_it() {
    Scene scene;
    QVERIFY(scene.activate());
    scene.window->show_page(Page::spend);
    QTRY_VERIFY(scene.spend().answer() && scene.spend().answer()->total.orders > 0);
    const auto menus = scene.spend().tiers().findChildren<QMenu*>();
    QCOMPARE(menus.size(), qsizetype{1});
    menus.front()->actions().front()->trigger();
    auto* dialog = scene.window->findChild<QFileDialog*>();
    QVERIFY(dialog != nullptr);
    Q_EMIT dialog->fileSelected(QStringLiteral("/nowhere/at/all/spend.png"));
    dialog->close();
    const auto bars = scene.window->findChildren<ui::look::NoticeBar*>();
    const auto loud = std::find_if(bars.begin(), bars.end(), [](const auto* bar) { return bar->isVisible(); });
    QVERIFY(loud != bars.end());
    QVERIFY(!(*loud)->sentence().isEmpty());
    ports::Health news = scene.core.health; // the news of every second do not take it away
    news.stored += 1;
    scene.core.set_health(news);
    QCoreApplication::processEvents();
    QVERIFY((*loud)->isVisible());
    (*loud)->findChild<QAbstractButton*>()->click();
    QVERIFY(!(*loud)->isVisible());
}

void TestBooksScreens::the_target_of_the_share_is_remembered() {
    const QTemporaryDir folder;
    const QString memory = folder.filePath(QStringLiteral("console.ini"));
    {
        const Scene scene(memory);
        QCOMPARE(scene.spend().target(), 80);
        scene.spend().set_target(65);
    }
    const Scene again(memory);
    QCOMPARE(again.spend().target(), 65);
}

QTEST_MAIN(TestBooksScreens)
#include "tst_books_screens.moc"
