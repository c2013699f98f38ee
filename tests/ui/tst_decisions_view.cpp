// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/patience.h"
#include "tests/ui/support/fake_core.h"
#include "tests/ui/support/scenes.h"

#include "ui/decisions/decisions_view.h"

#include <QTabBar>
#include <QTableView>
#include <QTest>

using domain::DecisionState;
using ui::decisions::DecisionsView;
using ui::decisions::Phase;

namespace {

ports::DecisionRow decision(const char* id, DecisionState state, domain::Verb verb = domain::Verb::approve) {
    ports::DecisionRow row;
    row.decision.id = domain::DecisionId(id);
    row.decision.source = domain::SourceId("s");
    row.decision.transaction = domain::TransactionId(std::string("TX-") + id);
    row.decision.verb = verb;
    row.decision.amount = fake::money("12.00", "EUR");
    row.decision.not_before = fake::morning() + std::chrono::seconds(8);
    row.state = state;
    row.signed_at = fake::morning();
    return row;
}

struct Scene {
    Scene() {
        core.taken = {decision("held", DecisionState::held),
                      decision("sent", DecisionState::sent),
                      decision("doubt", DecisionState::in_doubt),
                      decision("failed", DecisionState::failed),
                      decision("refused", DecisionState::refused_by_gateway),
                      decision("executed", DecisionState::executed),
                      decision("undone", DecisionState::executed, domain::Verb::roll_back),
                      decision("taken-back", DecisionState::withdrawn)};
        view = std::make_unique<DecisionsView>(core, clock, formats);
        view->resize(1200, 600);
        view->show();
    }
    bool wait_for_rows(int count) {
        return support::wait_until([this, count] { return view->count() == count; });
    }
    void choose(const char* id) const {
        for (int row = 0; row < view->count(); ++row) {
            if (view->row_at(row).decision.id.bytes() == id) {
                table().setCurrentIndex(table().model()->index(row, 0));
            }
        }
    }
    [[nodiscard]] QTableView& table() const { return *view->findChild<QTableView*>(); }
    [[nodiscard]] QPushButton* button(const char* part) const {
        const auto buttons = view->findChildren<QPushButton*>();
        const auto found = std::find_if(buttons.begin(), buttons.end(), [part](const QPushButton* button) {
            return button->text().contains(QString::fromUtf8(part));
        });
        return found == buttons.end() ? nullptr : *found;
    }
    [[nodiscard]] QString next_step(int row) const { return table().model()->index(row, 5).data().toString(); }

    base::ManualClock clock{fake::morning()};
    fake::Core core{clock};
    text::Formats formats{QLocale::English, QTimeZone::utc()};
    std::unique_ptr<DecisionsView> view;
};

} // namespace

class TestDecisionsView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void every_phase_has_its_tab_data();
    void every_phase_has_its_tab();
    void every_state_says_its_next_step();
    void what_is_held_counts_down_and_can_be_taken_back();
    void what_is_in_doubt_can_be_asked_for();
    void what_is_done_can_only_be_opened();
    void the_choice_stays_when_something_changes();
    void a_fault_of_an_action_is_said();
    void an_empty_tab_says_so();
};

void TestDecisionsView::every_phase_has_its_tab_data() {
    QTest::addColumn<int>("phase");
    QTest::addColumn<QString>("ids");
    QTest::newRow("held") << static_cast<int>(Phase::held) << "held";
    QTest::newRow("sent") << static_cast<int>(Phase::sent) << "sent";
    QTest::newRow("in doubt") << static_cast<int>(Phase::in_doubt) << "doubt";
    QTest::newRow("failed, also when the gateway refused") << static_cast<int>(Phase::failed) << "failed refused";
    QTest::newRow("executed") << static_cast<int>(Phase::executed) << "executed";
    QTest::newRow("rolled back") << static_cast<int>(Phase::rolled_back) << "undone";
}

void TestDecisionsView::every_phase_has_its_tab() {
    QFETCH(int, phase);
    Scene scene;
    QVERIFY(scene.wait_for_rows(8));
    scene.view->show_phase(static_cast<Phase>(phase));
    QStringList ids;
    for (int row = 0; row < scene.view->count(); ++row) {
        ids += QString::fromStdString(scene.view->row_at(row).decision.id.bytes());
    }
    QTEST(ids.join(QLatin1Char(' ')), "ids");
    const auto* tabs = scene.view->findChild<QTabBar*>();
    QVERIFY(tabs->tabText(tabs->currentIndex()).contains(QString::number(ids.size())));
    scene.view->show_phase(std::nullopt);
    QCOMPARE(scene.view->count(), 8);
}

void TestDecisionsView::every_state_says_its_next_step() {
    for (int state = 0; state <= static_cast<int>(DecisionState::not_applied); ++state) {
        const auto row = decision("x", static_cast<DecisionState>(state));
        QVERIFY(!ui::decisions::PhaseWords::next_step(row, fake::morning()).isEmpty());
    }
}

void TestDecisionsView::what_is_held_counts_down_and_can_be_taken_back() {
    Scene scene;
    QVERIFY(scene.wait_for_rows(8));
    QVERIFY2(scene.next_step(0).contains(u'8'), qPrintable(scene.next_step(0)));
    scene.clock.advance(std::chrono::seconds(5));
    scene.view->tick();
    QVERIFY2(scene.next_step(0).contains(u'3'), qPrintable(scene.next_step(0)));
    scene.choose("held");
    QVERIFY(scene.button("Take it back")->isEnabled());
    QTest::keyClick(&scene.table(), Qt::Key_W);
    QTRY_VERIFY(scene.view->row_at(0).state == DecisionState::withdrawn);
    QVERIFY(!scene.button("Take it back")->isEnabled());
}

void TestDecisionsView::what_is_in_doubt_can_be_asked_for() {
    Scene scene;
    QVERIFY(scene.wait_for_rows(8));
    scene.choose("doubt");
    QVERIFY(!scene.button("Take it back")->isEnabled());
    QVERIFY(scene.button("stat&us")->isEnabled());
    scene.button("stat&us")->click();
    QTRY_VERIFY(scene.view->row_at(2).state == DecisionState::accepted);
}

void TestDecisionsView::what_is_done_can_only_be_opened() {
    Scene scene;
    QVERIFY(scene.wait_for_rows(8));
    std::optional<domain::TransactionKey> opened;
    connect(scene.view.get(), &DecisionsView::opened, this,
            [&opened](const domain::TransactionKey& key) { opened = key; });
    scene.choose("executed");
    QVERIFY(!scene.button("Take it back")->isEnabled() && !scene.button("stat&us")->isEnabled());
    scene.button("Open the case")->click();
    QVERIFY(opened && opened->id.bytes() == "TX-executed");
}

void TestDecisionsView::the_choice_stays_when_something_changes() {
    Scene scene;
    QVERIFY(scene.wait_for_rows(8));
    scene.choose("failed");
    scene.core.advance(domain::DecisionId("sent"), DecisionState::accepted);
    QTRY_VERIFY(scene.view->row_at(1).state == DecisionState::accepted);
    QCOMPARE(scene.table().currentIndex().row(), 3);
    scene.view->show_phase(Phase::failed);
    QCOMPARE(scene.table().currentIndex().row(), 0);
}

void TestDecisionsView::a_fault_of_an_action_is_said() {
    Scene scene;
    QVERIFY(scene.wait_for_rows(8));
    scene.choose("held");
    scene.core.next_withdrawal_fault = base::Fault{base::FaultCode::stale, "already sent", {}};
    scene.button("Take it back")->click();
    auto* notice = scene.view->findChild<ui::look::NoticeBar*>();
    QTRY_VERIFY(!notice->sentence().isEmpty());
    QVERIFY(scene.view->row_at(0).state == DecisionState::held);
}

void TestDecisionsView::an_empty_tab_says_so() {
    Scene scene;
    QVERIFY(scene.wait_for_rows(8));
    scene.core.advance(domain::DecisionId("doubt"), DecisionState::accepted);
    scene.view->show_phase(Phase::in_doubt);
    QTRY_COMPARE(scene.view->count(), 0);
    QVERIFY(!scene.table().isVisible());
}

QTEST_MAIN(TestDecisionsView)
#include "tst_decisions_view.moc"
