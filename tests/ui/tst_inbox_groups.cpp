// SPDX-License-Identifier: GPL-3.0-or-later
//
// Groups of alike cases in the inbox: what their page offers, and the keys.
#include "tests/support/patience.h"
#include "tests/ui/support/fake_core.h"
#include "tests/ui/support/scenes.h"

#include "ui/decide/desk.h"
#include "ui/frame/command_palette.h"
#include "ui/frame/main_window.h"
#include "ui/inbox/inbox_view.h"
#include "ui/inbox/queue_list.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>

using ui::frame::MainWindow;
using ui::inbox::InboxView;

namespace {

/// The console with six alike cases: the worst alone, and a group of five.
struct Scene {
    explicit Scene(bool raised = false) {
        core.who.key = ports::KeyState::open;
        core.who.person = domain::PersonId("alex");
        core.health.link = ports::LinkState::live;
        for (int i = 0; i < 6; ++i) {
            ports::CaseFile file = fake::drawn_case("TX-5" + std::to_string(i) + " confirm EUR 12.50 loop-1 Nordlicht");
            file.row.raised = raised;
            core.add_case(file);
        }
        window = std::make_unique<MainWindow>(core, core, core, clock,
                                              ui::frame::Options{QLocale::English, QTimeZone::utc(), false, {}});
        window->resize(1400, 800);
        window->show();
    }

    [[nodiscard]] InboxView& inbox() const { return window->inbox_view(); }
    [[nodiscard]] ui::inbox::QueueList& list() const { return *window->findChild<ui::inbox::QueueList*>(); }
    /// With the head of the group under the cursor.
    bool choose_group() {
        window->activateWindow();
        if (!QTest::qWaitForWindowActive(window.get(), support::patience_ms) ||
            !support::wait_until([this] { return inbox().model().rowCount() == 2; })) {
            return false;
        }
        inbox().step(1);
        inbox().step(1);
        return inbox().is_group_chosen();
    }
    [[nodiscard]] ui::decide::GroupDialog* dialog() const { return window->desk().group_dialog(); }
    [[nodiscard]] QPushButton* button(const char* name) const {
        for (QPushButton* each : inbox().findChildren<QPushButton*>()) {
            if (each->isVisible() && each->accessibleName() == QString::fromUtf8(name)) {
                return each;
            }
        }
        return nullptr;
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

    base::ManualClock clock{fake::morning()};
    fake::Core core{clock};
    std::unique_ptr<MainWindow> window;
};

} // namespace

class TestInboxGroups : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void each_verb_has_a_button_on_the_page();
    void the_letter_of_a_verb_opens_the_review_of_all_data();
    void the_letter_of_a_verb_opens_the_review_of_all();
    void with_shift_it_goes_from_a_case_of_the_group_too();
    void approving_is_not_among_it_and_the_page_says_why();
    void a_group_that_nobody_holds_cannot_be_decided();
    void a_case_alone_has_no_group_to_decide();
    void the_palette_has_an_entry_for_each_verb();
    void what_comes_while_the_review_is_open_is_told_in_it();
};

void TestInboxGroups::each_verb_has_a_button_on_the_page() {
    Scene scene;
    QVERIFY(scene.choose_group());
    std::vector<std::pair<domain::Verb, models::queue::Selection>> wishes;
    connect(&scene.inbox(), &InboxView::decision_at_once_wanted, this,
            [&](domain::Verb verb, const models::queue::Selection& chosen) { wishes.emplace_back(verb, chosen); });
    const std::pair<const char*, domain::Verb> buttons[] = {{"Ask all", domain::Verb::ask},
                                                            {"Hold all", domain::Verb::hold},
                                                            {"Reject all", domain::Verb::reject},
                                                            {"Escalate all", domain::Verb::escalate}};
    for (const auto& [name, verb] : buttons) {
        QPushButton* button = scene.button(name);
        QVERIFY2(button != nullptr && button->isEnabled() && !button->isDefault() && !button->autoDefault(), name);
        wishes.clear();
        button->click();
        QVERIFY2(wishes.size() == 1 && wishes[0].first == verb, name);
        QCOMPARE(wishes[0].second.rows.size(), std::size_t{5});
        QCOMPARE(wishes[0].second.apart.size(), std::size_t{1});
        QTRY_VERIFY(scene.dialog() != nullptr); // a review, and nothing is decided
        scene.dialog()->reject();
        QTRY_VERIFY(scene.dialog() == nullptr);
    }
    QCOMPARE(scene.core.signatures, 0);
}

void TestInboxGroups::the_letter_of_a_verb_opens_the_review_of_all_data() {
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("verb");
    QTest::newRow("R rejects") << static_cast<int>(Qt::Key_R) << static_cast<int>(domain::Verb::reject);
    QTest::newRow("H holds") << static_cast<int>(Qt::Key_H) << static_cast<int>(domain::Verb::hold);
    QTest::newRow("Q asks") << static_cast<int>(Qt::Key_Q) << static_cast<int>(domain::Verb::ask);
    QTest::newRow("E escalates") << static_cast<int>(Qt::Key_E) << static_cast<int>(domain::Verb::escalate);
}

void TestInboxGroups::the_letter_of_a_verb_opens_the_review_of_all() {
    QFETCH(int, key);
    QFETCH(int, verb);
    Scene scene;
    QVERIFY(scene.choose_group());
    QTest::keyClick(scene.window.get(), static_cast<Qt::Key>(key));
    QTRY_VERIFY(scene.dialog() != nullptr);
    QCOMPARE(static_cast<int>(scene.dialog()->review().verb()), verb);
    QCOMPARE(scene.dialog()->review().orders().size(), std::size_t{5});
    QVERIFY(scene.window->desk().review_dialog() == nullptr);
}

void TestInboxGroups::with_shift_it_goes_from_a_case_of_the_group_too() {
    Scene scene;
    QVERIFY(scene.choose_group());
    QTest::keyClick(&scene.list(), Qt::Key_Return); // unfolds
    QTest::keyClick(&scene.list(), Qt::Key_J);
    QTRY_VERIFY(scene.inbox().case_view().file().has_value());
    QTest::keyClick(scene.window.get(), Qt::Key_R); // the letter alone means the case
    QTRY_VERIFY(scene.window->desk().review_dialog() != nullptr);
    scene.window->desk().review_dialog()->reject();
    QTRY_VERIFY(scene.window->desk().review_dialog() == nullptr);
    scene.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(scene.window.get(), support::patience_ms));
    QTest::keyClick(scene.window.get(), Qt::Key_R, Qt::ShiftModifier);
    QTRY_VERIFY(scene.dialog() != nullptr);
    QCOMPARE(scene.dialog()->review().orders().size(), std::size_t{5});
}

void TestInboxGroups::approving_is_not_among_it_and_the_page_says_why() {
    Scene scene;
    QVERIFY(scene.choose_group());
    QTRY_VERIFY(scene.words().contains(QStringLiteral("the limit counts for the whole")));
    QVERIFY(scene.button("Show them one by one") != nullptr);
    for (const Qt::Key key : {Qt::Key_A, Qt::Key_U}) {
        QTest::keyClick(scene.window.get(), key);
        QTRY_VERIFY(scene.words().contains(QStringLiteral("A group is not approved at once")));
    }
    QTest::qWait(0);
    QVERIFY(scene.dialog() == nullptr && scene.window->desk().review_dialog() == nullptr);
}

void TestInboxGroups::a_group_that_nobody_holds_cannot_be_decided() {
    Scene scene(true);
    QVERIFY(scene.choose_group());
    QTRY_VERIFY(scene.button("Reject all") != nullptr);
    QVERIFY(!scene.button("Reject all")->isEnabled());
    QVERIFY(scene.button("Reject all")->accessibleDescription().contains(QStringLiteral("does not hold")));
    QTest::keyClick(scene.window.get(), Qt::Key_R);
    QTRY_VERIFY(scene.words().contains(QStringLiteral("does not hold these orders")));
    QVERIFY(scene.dialog() == nullptr);
}

void TestInboxGroups::a_case_alone_has_no_group_to_decide() {
    Scene scene;
    QVERIFY(scene.choose_group());
    scene.inbox().step(-1);
    QVERIFY(!scene.inbox().is_group_chosen());
    QTest::keyClick(scene.window.get(), Qt::Key_R, Qt::ShiftModifier);
    QTRY_VERIFY(scene.words().contains(QStringLiteral("Choose a group of alike cases first")));
    QVERIFY(scene.dialog() == nullptr);
}

void TestInboxGroups::the_palette_has_an_entry_for_each_verb() {
    Scene scene;
    QStringList entries;
    for (const QAction* action : ui::frame::CommandPalette::actions_of(*scene.window)) {
        entries += action->text();
    }
    QCOMPARE(entries.filter(QStringLiteral("the whole group")).size(), 4);
}

void TestInboxGroups::what_comes_while_the_review_is_open_is_told_in_it() {
    Scene scene;
    QVERIFY(scene.choose_group());
    QTest::keyClick(scene.window.get(), Qt::Key_R);
    QTRY_VERIFY(scene.dialog() != nullptr);
    scene.core.change_case(fake::drawn_case("TX-60 confirm EUR 12.50 loop-1 Nordlicht"));
    scene.core.change_case(fake::drawn_case("TX-61 confirm EUR 12.50 loop-1 Nordlicht"));
    QTRY_COMPARE(scene.dialog()->said(), QStringLiteral("2 more came since; not included."));
    QCOMPARE(scene.dialog()->review().orders().size(), std::size_t{5});
}

QTEST_MAIN(TestInboxGroups)
#include "tst_inbox_groups.moc"
