// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/patience.h"
#include "tests/ui/support/fake_core.h"
#include "tests/ui/support/scenes.h"

#include "ui/case/action_bar.h"
#include "ui/inbox/inbox_view.h"
#include "ui/inbox/queue_list.h"

#include <QComboBox>
#include <QLabel>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using ui::inbox::InboxView;

namespace {

struct Scene {
    explicit Scene(int cases = 3) {
        core.health.link = ports::LinkState::live;
        const char* tiers[] = {"confirm", "sign_off", "dual_sign_off"};
        for (int i = 0; i < cases; ++i) {
            core.add_case(
                fake::drawn_case("TX-" + std::to_string(i) + " " + tiers[i % 3] + " EUR 10.00 bot-1 Nordlicht"));
        }
        view = std::make_unique<InboxView>(core, core, clock, formats);
        view->resize(1200, 700);
        view->show();
        view->show_health(core.health);
    }

    [[nodiscard]] ui::inbox::QueueList& list() const { return *view->findChild<ui::inbox::QueueList*>(); }
    [[nodiscard]] std::string chosen() const {
        const QModelIndex current = list().currentIndex();
        return current.isValid() ? view->model().row_at(current.row()).key.id.bytes() : std::string();
    }
    bool wait_for_rows(int count) {
        return support::wait_until([this, count] { return view->model().rowCount() == count; });
    }
    bool wait_for_case() {
        return support::wait_until([this] { return view->case_view().file().has_value(); });
    }
    [[nodiscard]] QString words() const {
        QStringList all;
        const auto labels = view->findChildren<QLabel*>();
        for (const QLabel* label : labels) {
            if (label->isVisible()) {
                all += label->text();
            }
        }
        return all.join(QLatin1Char('\n'));
    }

    base::ManualClock clock{fake::morning()};
    fake::Core core{clock};
    text::Formats formats{QLocale::English, QTimeZone::utc()};
    std::unique_ptr<InboxView> view;
};

} // namespace

class TestInboxView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void the_worst_case_stands_first();
    void j_and_k_walk_and_show();
    void new_cases_never_move_the_cursor();
    void an_empty_inbox_says_what_is_going_on_data();
    void an_empty_inbox_says_what_is_going_on();
    void a_flood_is_announced();
    void a_lost_connection_is_announced();
    void a_case_that_changes_is_read_again();
    void news_before_the_archive_answered_is_not_lost();
    void the_case_allows_what_its_state_allows_data();
    void the_case_allows_what_its_state_allows();
    void what_we_raised_is_acknowledged_and_not_approved_data();
    void what_we_raised_is_acknowledged_and_not_approved();
    void a_wish_is_pinned_to_what_is_shown();
    void a_stopped_agent_can_go_on_and_not_be_stopped_again();
    void every_verb_of_an_open_case_has_a_button_of_one_size();
    void an_unknown_case_says_so();
    void a_row_reads_as_a_sentence();
    void a_claim_is_shown_for_as_long_as_it_lasts();
    void alike_cases_are_one_row_that_can_be_opened();
    void a_flood_of_one_agent_is_one_row_that_pauses_it();
    void a_case_inside_of_a_group_can_be_opened_from_elsewhere();
    void the_order_is_chosen_by_a_key();
    void space_turns_the_pages_of_the_case();
    void what_is_escalated_to_me_stands_out_and_can_be_shown_alone();
};

void TestInboxView::the_worst_case_stands_first() {
    Scene scene;
    QVERIFY(scene.wait_for_rows(3));
    QVERIFY(scene.view->select_worst());
    QCOMPARE(scene.chosen(), std::string("TX-2"));
    QVERIFY(scene.wait_for_case());
}

void TestInboxView::j_and_k_walk_and_show() {
    Scene scene;
    QVERIFY(scene.wait_for_rows(3));
    QTest::keyClick(&scene.list(), Qt::Key_J);
    QCOMPARE(scene.chosen(), std::string("TX-2"));
    QTest::keyClick(&scene.list(), Qt::Key_J);
    QCOMPARE(scene.chosen(), std::string("TX-1"));
    QTest::keyClick(&scene.list(), Qt::Key_K);
    QTest::keyClick(&scene.list(), Qt::Key_K); // at the top it stays
    QCOMPARE(scene.chosen(), std::string("TX-2"));
    QTRY_VERIFY(scene.view->case_view().file() && scene.view->case_view().file()->row.key.id.bytes() == "TX-2");
}

void TestInboxView::new_cases_never_move_the_cursor() {
    Scene scene;
    QVERIFY(scene.wait_for_rows(3));
    scene.view->step(1);
    scene.view->step(1);
    const QRect before = scene.list().visualRect(scene.list().currentIndex());
    scene.core.change_case(fake::drawn_case("TX-9 blocked EUR 99.00 bot-2 Ōsaka Parts"));
    QTRY_COMPARE(scene.view->model().new_count(), 1);
    QCOMPARE(scene.chosen(), std::string("TX-1"));
    QCOMPARE(scene.list().visualRect(scene.list().currentIndex()), before);
    const auto buttons = scene.view->findChildren<QPushButton*>();
    const auto pill = std::find_if(buttons.begin(), buttons.end(),
                                   [](const QPushButton* button) { return button->text().contains(u"1 new"); });
    QVERIFY(pill != buttons.end());
    (*pill)->click();
    QCOMPARE(scene.view->model().rowCount(), 4);
    QCOMPARE(scene.chosen(), std::string("TX-1")); // another place, the same case
}

void TestInboxView::an_empty_inbox_says_what_is_going_on_data() {
    QTest::addColumn<int>("link");
    QTest::addColumn<QString>("says");
    QTest::newRow("live and quiet") << static_cast<int>(ports::LinkState::live) << "All quiet";
    QTest::newRow("not connected") << static_cast<int>(ports::LinkState::waiting) << "The connection is not up";
}

void TestInboxView::an_empty_inbox_says_what_is_going_on() {
    QFETCH(int, link);
    QFETCH(QString, says);
    Scene scene(0);
    scene.core.health.link = static_cast<ports::LinkState>(link);
    scene.view->show_health(scene.core.health);
    QTRY_VERIFY(scene.words().contains(says));
}

void TestInboxView::a_flood_is_announced() {
    Scene scene;
    QVERIFY(scene.wait_for_rows(3));
    scene.view->step(1);
    for (int i = 0; i < 11; ++i) {
        scene.core.change_case(fake::drawn_case("TX-1" + std::to_string(10 + i) + " confirm EUR 1.00 loop-1 Nord", 1));
    }
    QTRY_VERIFY(scene.view->notice().contains(QStringLiteral("Flood")));
    scene.clock.advance(std::chrono::minutes(20));
    scene.view->tick();
    QVERIFY(scene.view->notice().isEmpty());
}

void TestInboxView::a_lost_connection_is_announced() {
    Scene scene;
    QVERIFY(scene.wait_for_rows(3));
    scene.core.health.link = ports::LinkState::stale;
    scene.view->show_health(scene.core.health);
    QVERIFY(scene.view->notice().contains(QStringLiteral("Stale")));
    scene.core.health.link = ports::LinkState::live;
    scene.view->show_health(scene.core.health);
    QVERIFY(scene.view->notice().isEmpty());
}

void TestInboxView::a_case_that_changes_is_read_again() {
    Scene scene;
    QVERIFY(scene.wait_for_rows(3));
    QVERIFY(scene.view->select_worst());
    QVERIFY(scene.wait_for_case());
    scene.view->case_view().tabs().setCurrentIndex(2);
    ports::CaseFile changed = *scene.view->case_view().file();
    changed.row.state = ports::CaseState::rejected;
    scene.core.change_case(changed);
    QTRY_VERIFY(scene.view->case_view().file()->row.state == ports::CaseState::rejected);
    QCOMPARE(scene.view->case_view().tabs().currentIndex(), 2);
    QVERIFY(!scene.view->case_view().allows(domain::Verb::approve));
}

void TestInboxView::news_before_the_archive_answered_is_not_lost() {
    Scene scene(1);
    ports::CaseFile newer = fake::drawn_case("TX-0 blocked EUR 10.00 bot-1 Nordlicht");
    scene.core.change_case(newer); // both the answer and the news are on their way now
    QVERIFY(scene.wait_for_rows(1));
    QTRY_COMPARE(scene.view->model().row_at(0).tier, domain::Tier::blocked);
}

void TestInboxView::the_case_allows_what_its_state_allows_data() {
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("transaction");
    QTest::addColumn<bool>("conflict");
    QTest::addColumn<QString>("allowed");
    const auto row = [](const char* name, ports::CaseState state, domain::TransactionState transaction, bool conflict,
                        const char* allowed) {
        QTest::newRow(name) << static_cast<int>(state) << static_cast<int>(transaction) << conflict
                            << QString::fromLatin1(allowed);
    };
    using domain::TransactionState;
    using ports::CaseState;
    row("an open case can be decided", CaseState::open, TransactionState::held, false,
        "approve approve_reduced ask hold reject escalate stop");
    row("contradictions cannot be decided", CaseState::open, TransactionState::held, true, "stop");
    row("what is in doubt can only be resolved", CaseState::in_doubt, TransactionState::in_doubt, false,
        "resolve stop");
    row("an open case of an order in doubt neither", CaseState::open, TransactionState::in_doubt, false,
        "resolve stop");
    row("what was executed can be rolled back", CaseState::executed, TransactionState::completed, false,
        "roll_back stop");
    row("what was half undone can be tried again", CaseState::partly_rolled_back, TransactionState::completed, false,
        "roll_back stop");
    row("what was undone cannot", CaseState::rolled_back, TransactionState::completed, false, "stop");
    row("what was rejected is over", CaseState::rejected, TransactionState::cancelled, false, "stop");
}

void TestInboxView::the_case_allows_what_its_state_allows() {
    QFETCH(int, state);
    QFETCH(int, transaction);
    QFETCH(bool, conflict);
    Scene scene(1);
    ports::CaseFile file = fake::drawn_case("TX-0 confirm EUR 10.00 bot-1 Nordlicht");
    file.row.state = static_cast<ports::CaseState>(state);
    file.row.transaction_state = static_cast<domain::TransactionState>(transaction);
    file.row.conflict = conflict;
    scene.core.add_case(file);
    scene.view->open(file.row.key);
    QVERIFY(scene.wait_for_case());
    QStringList allowed;
    for (int verb = 0; verb <= static_cast<int>(domain::Verb::acknowledge); ++verb) {
        if (scene.view->case_view().allows(static_cast<domain::Verb>(verb))) {
            const auto name = domain::name_of(static_cast<domain::Verb>(verb));
            allowed += QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
        }
    }
    QTEST(allowed.join(QLatin1Char(' ')), "allowed");
}

void TestInboxView::what_we_raised_is_acknowledged_and_not_approved_data() {
    QTest::addColumn<int>("transaction");
    QTest::addColumn<QString>("allowed");
    QTest::addColumn<QString>("notice");
    using domain::TransactionState;
    QTest::newRow("while it is under way") << static_cast<int>(TransactionState::executing) << "stop acknowledge"
                                           << "The platform let this through; the order is not held.";
    QTest::newRow("once it was carried out")
        << static_cast<int>(TransactionState::completed) << "roll_back stop acknowledge"
        << "The platform carried this out without asking; the order is not held.";
}

void TestInboxView::what_we_raised_is_acknowledged_and_not_approved() {
    QFETCH(int, transaction);
    QFETCH(QString, notice);
    Scene scene(1);
    ports::CaseFile file = fake::drawn_case("TX-0 confirm EUR 10.00 bot-1 Nordlicht");
    file.row.origin = ports::CaseOrigin::raised;
    file.row.raised = true;
    file.row.transaction_state = static_cast<domain::TransactionState>(transaction);
    scene.core.add_case(file);
    scene.view->open(file.row.key);
    QVERIFY(scene.wait_for_case());
    const ui::case_::CaseView& view = scene.view->case_view();
    QStringList allowed;
    for (int number = 0; number <= static_cast<int>(domain::Verb::acknowledge); ++number) {
        const auto verb = static_cast<domain::Verb>(number);
        auto* button = scene.view->findChild<ui::case_::ActionBar*>()->button_for(verb);
        QCOMPARE(button->isEnabled(), view.allows(verb));
        if (view.allows(verb)) {
            allowed << QString::fromLatin1(domain::name_of(verb).data());
            QVERIFY(button->accessibleDescription().contains(QStringLiteral("key"))); // and no reason against it
        } else {
            QVERIFY(!button->accessibleDescription().isEmpty()); // it says why
        }
    }
    QTEST(allowed.join(QLatin1Char(' ')), "allowed");
    const auto* bar = scene.view->case_view().findChild<ui::look::NoticeBar*>();
    QVERIFY2(bar->sentence().startsWith(notice), qPrintable(bar->sentence()));
    std::optional<ports::Draft> wish;
    connect(&scene.view->case_view(), &ui::case_::CaseView::decision_wanted, this,
            [&wish](const ports::Draft& draft) { wish = draft; });
    scene.view->case_view().want(domain::Verb::approve);
    QVERIFY(!wish);
    scene.view->case_view().want(domain::Verb::acknowledge);
    QVERIFY(wish && wish->verb == domain::Verb::acknowledge && wish->digest == file.row.digest);
}

void TestInboxView::a_wish_is_pinned_to_what_is_shown() {
    Scene scene(1);
    const ports::CaseFile file = fake::drawn_case("TX-0 confirm EUR 10.00 bot-1 Nordlicht");
    QVERIFY(scene.wait_for_rows(1));
    std::optional<ports::Draft> wish;
    connect(&scene.view->case_view(), &ui::case_::CaseView::decision_wanted, this,
            [&wish](const ports::Draft& draft) { wish = draft; });
    scene.view->case_view().want(domain::Verb::approve); // nothing is shown yet
    QVERIFY(!wish);
    QVERIFY(scene.view->select_worst());
    QVERIFY(scene.wait_for_case());
    scene.view->case_view().want(domain::Verb::approve);
    QVERIFY(wish && wish->key == file.row.key && wish->version == 3 && wish->digest == file.row.digest);
    scene.view->case_view().want(domain::Verb::stop);
    QVERIFY(wish->key.id.empty() && wish->agent.bytes() == "bot-1");
    wish.reset();
    scene.view->case_view().want(domain::Verb::roll_back); // not executed
    QVERIFY(!wish);
    scene.view->case_view().want(domain::Verb::resume); // not stopped
    QVERIFY(!wish);
}

void TestInboxView::a_stopped_agent_can_go_on_and_not_be_stopped_again() {
    Scene scene(1);
    ports::CaseFile file = fake::drawn_case("TX-0 confirm EUR 10.00 bot-1 Nordlicht");
    file.agent_stopped = true;
    scene.core.add_case(file);
    scene.view->open(file.row.key);
    QVERIFY(scene.wait_for_case());
    QVERIFY(!scene.view->case_view().allows(domain::Verb::stop));
    std::optional<ports::Draft> wish;
    connect(&scene.view->case_view(), &ui::case_::CaseView::decision_wanted, this,
            [&wish](const ports::Draft& draft) { wish = draft; });
    scene.view->case_view().want(domain::Verb::resume);
    QVERIFY(wish && wish->verb == domain::Verb::resume && wish->key.id.empty() && wish->agent.bytes() == "bot-1");
}

void TestInboxView::every_verb_of_an_open_case_has_a_button_of_one_size() {
    Scene scene(1);
    QVERIFY(scene.wait_for_rows(1));
    QVERIFY(scene.view->select_worst());
    QVERIFY(scene.wait_for_case());
    auto* bar = scene.view->findChild<ui::case_::ActionBar*>();
    QVERIFY(bar != nullptr);
    const QPushButton* first = bar->button_for(domain::Verb::approve);
    for (std::size_t i = 0; i < ui::case_::ActionBar::verbs.size(); ++i) {
        const QPushButton* button = bar->button_for(ui::case_::ActionBar::verbs[i]);
        const bool shares = ui::case_::ActionBar::verbs[i] == domain::Verb::resume; // the place of stop
        QVERIFY(button->isVisible() != shares && !button->isDefault() && !button->autoDefault());
        QVERIFY(!button->accessibleName().isEmpty());
        if (i < ui::case_::ActionBar::of_open_cases) {
            QVERIFY(button->isEnabled());
            QVERIFY(std::abs(button->width() - first->width()) <= 1 && button->height() == first->height());
        }
    }
}

void TestInboxView::an_unknown_case_says_so() {
    Scene scene;
    scene.view->open({domain::SourceId("s"), domain::TransactionId("never")});
    QTRY_VERIFY(scene.words().contains(QStringLiteral("This case cannot be shown")));
}

void TestInboxView::a_claim_is_shown_for_as_long_as_it_lasts() {
    Scene scene(1);
    QVERIFY(scene.wait_for_rows(1));
    ports::CaseFile file = scene.core.files.begin()->second;
    file.row.claimed_by = domain::PersonId("kim");
    file.row.claim_expires = scene.clock.now() + std::chrono::minutes(2);
    scene.core.change_case(file);
    const auto sentence = [&] { return scene.view->model().index(0).data(Qt::AccessibleTextRole).toString(); };
    QTRY_VERIFY2(sentence().contains(QStringLiteral("is looking")), qPrintable(sentence()));
    QVERIFY(sentence().contains(QStringLiteral("kim")));
    scene.clock.advance(std::chrono::minutes(3));
    QVERIFY(!sentence().contains(QStringLiteral("is looking")));
}

void TestInboxView::alike_cases_are_one_row_that_can_be_opened() {
    Scene scene(0);
    for (int i = 0; i < 6; ++i) {
        scene.core.change_case(fake::drawn_case("TX-5" + std::to_string(i) + " confirm EUR 12.50 loop-1 Nordlicht"));
    }
    QVERIFY(scene.wait_for_rows(2));
    scene.view->step(1);
    QVERIFY(scene.wait_for_case());
    scene.view->step(1);
    QTRY_VERIFY(scene.words().contains(QStringLiteral("62.50"))); // five of them together
    QVERIFY(!scene.view->case_view().file());                     // no case is open for deciding
    QVERIFY(!scene.view->case_view().allows(domain::Verb::approve));
    const QString sentence = scene.view->model().index(1).data(Qt::AccessibleTextRole).toString();
    for (const char* part : {"5 alike", "EUR\u00a062.50", "loop-1", "Nordlicht", "Above the contract price"}) {
        QVERIFY2(sentence.contains(QString::fromUtf8(part)), qPrintable(sentence));
    }
    QTest::keyClick(&scene.list(), Qt::Key_Return);
    QCOMPARE(scene.view->model().rowCount(), 7);
    QCOMPARE(scene.list().currentIndex().row(), 1);
    QTest::keyClick(&scene.list(), Qt::Key_J);
    QTRY_VERIFY(scene.view->case_view().file().has_value());
    QTest::keyClick(&scene.list(), Qt::Key_K);
    QTest::keyClick(&scene.list(), Qt::Key_Left);
    QCOMPARE(scene.view->model().rowCount(), 2);
}

void TestInboxView::a_flood_of_one_agent_is_one_row_that_pauses_it() {
    Scene scene(0);
    for (int i = 0; i < 200; ++i) {
        scene.core.change_case(
            fake::drawn_case("TX-" + std::to_string(1000 + i) + " confirm EUR 1.00 wild-1 Nordlicht", 1));
    }
    QVERIFY(scene.wait_for_rows(2));
    QTRY_VERIFY(scene.view->notice().contains(QStringLiteral("Flood")));
    scene.view->step(1);
    scene.view->step(1);
    std::optional<ports::Draft> wish;
    connect(&scene.view->case_view(), &ui::case_::CaseView::decision_wanted, this,
            [&wish](const ports::Draft& draft) { wish = draft; });
    QTRY_VERIFY(scene.words().contains(QStringLiteral("Pause it first")));
    scene.view->case_view().want(domain::Verb::stop); // what S does
    QVERIFY(wish && wish->verb == domain::Verb::stop && wish->agent.bytes() == "wild-1" && wish->key.id.empty());
    wish.reset();
    const auto buttons = scene.view->findChildren<QPushButton*>();
    for (QPushButton* button : buttons) {
        if (button->isVisible() && button->accessibleName() == QStringLiteral("Pause this agent")) {
            button->click();
        }
    }
    QVERIFY(wish && wish->verb == domain::Verb::stop);
}

void TestInboxView::a_case_inside_of_a_group_can_be_opened_from_elsewhere() {
    Scene scene(0);
    for (int i = 0; i < 6; ++i) {
        scene.core.change_case(fake::drawn_case("TX-5" + std::to_string(i) + " confirm EUR 12.50 loop-1 Nordlicht"));
    }
    QVERIFY(scene.wait_for_rows(2));
    scene.view->open(fake::drawn_case("TX-53 confirm EUR 12.50 loop-1 Nordlicht").row.key);
    QTRY_VERIFY(scene.view->case_view().file() && scene.chosen() == "TX-53");
}

void TestInboxView::the_order_is_chosen_by_a_key() {
    Scene scene;
    QVERIFY(scene.wait_for_rows(3));
    auto* order = scene.view->findChild<QComboBox*>();
    QCOMPARE(order->currentIndex(), 0);
    QTest::keyClick(&scene.list(), Qt::Key_O);
    QCOMPARE(order->currentIndex(), 1);
    QCOMPARE(scene.view->model().order(), models::queue::Order::waiting);
    scene.view->set_order(models::queue::Order::deadline);
    QCOMPARE(scene.view->model().order(), models::queue::Order::deadline);
}

void TestInboxView::space_turns_the_pages_of_the_case() {
    Scene scene(1);
    scene.view->resize(1000, 420);
    QVERIFY(scene.wait_for_rows(1));
    QVERIFY(scene.view->select_worst());
    QVERIFY(scene.wait_for_case());
    auto* area = qobject_cast<QAbstractScrollArea*>(scene.view->case_view().tabs().currentWidget());
    QVERIFY(area != nullptr);
    QTRY_VERIFY(area->verticalScrollBar()->maximum() > 0);
    scene.list().setFocus();
    QTest::keyClick(&scene.list(), Qt::Key_Space);
    const int further = area->verticalScrollBar()->value();
    QVERIFY(further > 0);
    QCOMPARE(scene.chosen(), std::string("TX-0")); // the cursor stays
    QTest::keyClick(&scene.list(), Qt::Key_Space, Qt::ShiftModifier);
    QVERIFY(area->verticalScrollBar()->value() < further);
}

void TestInboxView::a_row_reads_as_a_sentence() {
    Scene scene(2);
    QVERIFY(scene.wait_for_rows(2));
    const QString sentence = scene.view->model().index(0).data(Qt::AccessibleTextRole).toString();
    for (const char* part : {"Sign-off", "EUR\u00a010.00", "bot-1", "Nordlicht", "Above the contract price",
                             "waits 12 min", "in 48 min"}) {
        QVERIFY2(sentence.contains(QString::fromUtf8(part)), qPrintable(sentence));
    }
}

void TestInboxView::what_is_escalated_to_me_stands_out_and_can_be_shown_alone() {
    Scene scene;
    QVERIFY(scene.wait_for_rows(3));
    QSignalSpy counts(scene.view.get(), &InboxView::mine_count_changed);
    scene.view->set_seat({domain::PersonId("kim"), "buyer"});
    QPushButton& mine = scene.view->mine_button();
    QVERIFY(!mine.isVisible()); // nothing is said where nothing is escalated
    ports::CaseFile file = scene.core.files.begin()->second;
    const domain::TransactionKey key = file.row.key;
    file.row.escalated = true;
    file.row.unanswered = domain::Unanswered{domain::WhenUnanswered::escalate, domain::PersonId("kim"), {}};
    file.row.answer_policy = "2026.3";
    scene.core.change_case(file);
    QTRY_VERIFY(mine.isVisible());
    QCOMPARE(counts.back().front().toInt(), 1);
    QVERIFY(mine.text().contains(u'1') && mine.accessibleName().contains(QStringLiteral("escalated to you")));
    const int row = scene.view->model().row_of(key).value();
    const QString sentence = scene.view->model().index(row).data(Qt::AccessibleTextRole).toString();
    for (const char* part : {"Escalated to you", "Nobody answered in time", "answer in 48 min"}) {
        QVERIFY2(sentence.contains(QLatin1String(part)), qPrintable(sentence));
    }
    // By its key alone, and back.
    QTest::keyClick(&scene.list(), Qt::Key_M);
    QTRY_COMPARE(scene.view->model().rowCount(), 1);
    QCOMPARE(scene.view->model().row_at(0).key, key);
    // The filter of the bar works beside it, and says the same in its own language.
    scene.view->filter().set_text(QStringLiteral("tier == dual_sign_off"));
    QTRY_COMPARE(scene.view->model().rowCount(), 0);
    QVERIFY(scene.words().contains(QStringLiteral("Nothing here is escalated to you.")));
    scene.view->filter().set_text({});
    QTRY_COMPARE(scene.view->model().rowCount(), 1);
    QTest::keyClick(&scene.list(), Qt::Key_M);
    QTRY_COMPARE(scene.view->model().rowCount(), 3);
    scene.view->filter().set_text(QStringLiteral("mine == true"));
    QTRY_COMPARE(scene.view->model().rowCount(), 1);
    scene.view->filter().set_text({});
    QTRY_COMPARE(scene.view->model().rowCount(), 3);
    // The case itself speaks to whoever it is escalated to.
    scene.view->open(key);
    QVERIFY(scene.wait_for_case());
    QTRY_VERIFY2(scene.words().contains(QStringLiteral("escalated to you")), qPrintable(scene.words()));
    if (const QString folder = qEnvironmentVariable("REEVE_SHOTS"); !folder.isEmpty()) { // for people to look at
        scene.view->grab().save(folder + QStringLiteral("/escalated-to-me.png"));
    }
    // At somebody else's console nothing of it is theirs.
    scene.view->set_seat({domain::PersonId("ann"), "manager"});
    QTRY_VERIFY(!mine.isVisible());
    QCOMPARE(counts.back().front().toInt(), 0);
}

QTEST_MAIN(TestInboxView)
#include "tst_inbox_view.moc"
