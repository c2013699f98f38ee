// SPDX-License-Identifier: GPL-3.0-or-later
//
// A decision about many orders at once: what happens while it goes, and what is said in the end.
#include "tests/ui/support/group_scene.h"

#include "ui/decide/group_words.h"
#include "ui/look/notice.h"

using Scene = fake::GroupScene;
using domain::DecisionState;
using ui::decide::GroupOutcome;
using ui::decide::GroupReview;
using ui::decide::GroupWords;
using ui::decide::LeftOut;
using ui::decide::OrderStage;

namespace {

/// Presses the button of the bar that tells the result.
bool press_result(const Scene& scene, const char* part) {
    for (QPushButton* each : scene.dialog()->findChildren<QPushButton*>()) {
        if (!each->isHidden() && each->text().contains(QString::fromUtf8(part))) {
            each->click();
            return true;
        }
    }
    return false;
}

} // namespace

class TestGroupRun : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_refusal_in_the_middle_stops_nothing_else();
    void a_gateways_refusal_is_loud_and_says_why();
    void what_is_in_doubt_is_counted_and_can_be_asked_for();
    void stopping_in_the_middle_leaves_the_rest_open();
    void escape_stops_and_then_closes();
    void an_order_that_changes_in_the_middle_is_not_signed();
    void a_locked_key_in_the_middle_stops_all_that_follow();
    void a_gateway_that_is_away_loses_nothing();
    void a_window_that_goes_in_the_middle_loses_nothing();
    void what_is_held_for_undo_can_be_taken_back_together();
    void what_cannot_be_taken_back_any_more_is_said();
    void a_second_person_is_waited_for();
    void news_before_the_answer_is_not_lost();
    void leases_on_what_was_not_signed_are_given_back();
};

void TestGroupRun::a_refusal_in_the_middle_stops_nothing_else() {
    Scene scene(5);
    scene.core.sign_faults["TX-2"] = {base::FaultCode::stale, "amended", {}};
    scene.core.sign_faults["TX-3"] = {base::FaultCode::refused, "the rules say no", "stale_claim"};
    QVERIFY(scene.run());
    QCOMPARE(scene.core.signatures, 3);
    QTRY_COMPARE(scene.dialog()->said(), QStringLiteral("3 done. 2 refused: the list says why, and what to do."));
    QCOMPARE(GroupWords::level_of_result(scene.review()), ui::look::Level::serious);
    QCOMPARE(scene.cell(2, 0), QStringLiteral("Refused"));
    QVERIFY(scene.cell(2, 5).contains(QStringLiteral("Read the new version")));
    QVERIFY(scene.cell(3, 5).contains(QStringLiteral("Your claim on the case has ended")));
}

void TestGroupRun::a_gateways_refusal_is_loud_and_says_why() {
    Scene scene(3);
    scene.core.ends["TX-1"] = {DecisionState::refused_by_gateway, "not_held"};
    scene.core.ends["TX-2"] = {DecisionState::failed, {}};
    QVERIFY(scene.run());
    QTRY_COMPARE(scene.review().count(GroupOutcome::refused), 2);
    QTRY_COMPARE(scene.dialog()->said(), QStringLiteral("1 done. 2 refused: the list says why, and what to do."));
    QVERIFY(scene.cell(1, 5).contains(QStringLiteral("The order is not held")));
    QVERIFY(scene.cell(2, 5).contains(QStringLiteral("open the case")));
}

void TestGroupRun::what_is_in_doubt_is_counted_and_can_be_asked_for() {
    Scene scene(3);
    scene.core.ends["TX-0"] = {DecisionState::in_doubt, {}};
    scene.core.ends["TX-2"] = {DecisionState::in_doubt, {}};
    QVERIFY(scene.run());
    QTRY_COMPARE(scene.dialog()->said(), QStringLiteral("1 done. 2 in doubt."));
    QCOMPARE(GroupWords::level_of_result(scene.review()), ui::look::Level::critical);
    QVERIFY(press_result(scene, "of all"));
    QTRY_COMPARE(scene.review().count(DecisionState::accepted), 2);
    QTRY_COMPARE(scene.dialog()->said(), QStringLiteral("1 done. 2 on the way."));
}

void TestGroupRun::stopping_in_the_middle_leaves_the_rest_open() {
    Scene scene(6);
    QVERIFY(scene.open() && scene.make_ready());
    connect(&scene.review(), &GroupReview::order_changed, scene.dialog(), [&scene](int place) {
        if (place == 1 && scene.order(1).stage == OrderStage::signing) {
            scene.dialog()->stop_button().click();
        }
    });
    QVERIFY(scene.sign_all());
    QCOMPARE(scene.core.signatures, 2); // the one under the pen is finished
    QTRY_COMPARE(scene.dialog()->said(), QStringLiteral("2 done. 4 not signed and still open."));
    QCOMPARE(scene.cell(2, 0), QStringLiteral("Not signed"));
    QVERIFY(scene.cell(5, 5).contains(QStringLiteral("it is still open")));
    QCOMPARE(GroupWords::level_of_result(scene.review()), ui::look::Level::caution);
}

void TestGroupRun::escape_stops_and_then_closes() {
    Scene scene(4);
    QVERIFY(scene.open() && scene.make_ready());
    connect(&scene.review(), &GroupReview::order_changed, scene.dialog(), [&scene](int place) {
        if (place == 0 && scene.order(0).stage == OrderStage::signing) {
            scene.dialog()->reject();
        }
    });
    QVERIFY(scene.sign_all());
    QVERIFY(scene.dialog() != nullptr && scene.dialog()->isVisible()); // it says what was done
    QCOMPARE(scene.core.signatures, 1);
    scene.dialog()->reject();
    QTRY_VERIFY(scene.dialog() == nullptr);
}

void TestGroupRun::an_order_that_changes_in_the_middle_is_not_signed() {
    Scene scene(4);
    QVERIFY(scene.open() && scene.make_ready());
    connect(&scene.review(), &GroupReview::order_changed, scene.dialog(), [&scene](int place) {
        if (place == 0 && scene.order(0).stage == OrderStage::signing) {
            ports::CaseFile amended = Scene::drawn(3);
            amended.row.version = 2;
            scene.change(amended);
        }
    });
    QVERIFY(scene.sign_all());
    QCOMPARE(scene.core.signatures, 3);
    QCOMPARE(scene.order(3).why, LeftOut::amended);
    QTRY_COMPARE(scene.dialog()->said(), QStringLiteral("3 done. 1 left out."));
}

void TestGroupRun::a_locked_key_in_the_middle_stops_all_that_follow() {
    Scene scene(4);
    scene.core.sign_faults["TX-1"] = {base::FaultCode::refused, "the signing key is locked", "key_locked"};
    QVERIFY(scene.run());
    QCOMPARE(scene.core.signatures, 1);
    QCOMPARE(scene.review().count(OrderStage::not_begun), 2);
    QTRY_VERIFY(scene.dialog()->said().contains(QStringLiteral("1 refused")));
    QVERIFY(scene.dialog()->said().contains(QStringLiteral("2 not signed and still open.")));
    QCOMPARE(GroupWords::level_of_result(scene.review()), ui::look::Level::critical);
}

void TestGroupRun::a_gateway_that_is_away_loses_nothing() {
    Scene scene(3);
    scene.core.away = true;
    scene.core.answers_by_itself = false;
    QVERIFY(scene.run());
    QCOMPARE(scene.core.signatures, 3);
    QCOMPARE(scene.core.taken.size(), std::size_t{3}); // on record, to be sent
    QTRY_COMPARE(scene.dialog()->said(), QStringLiteral("0 done. 3 on the way."));
    QVERIFY2(!scene.cell(0, 5).isEmpty(), "the row says that the gateway cannot be reached");
    for (int place = 0; place < 3; ++place) { // it is back
        scene.core.advance(scene.order(place).decision->decision.id, DecisionState::executed);
    }
    QTRY_COMPARE(scene.dialog()->said(), QStringLiteral("3 done."));
}

void TestGroupRun::a_window_that_goes_in_the_middle_loses_nothing() {
    auto scene = std::make_unique<Scene>(5);
    QVERIFY(scene->open() && scene->make_ready());
    bool gone = false;
    connect(&scene->review(), &GroupReview::order_changed, this, [&](int place) {
        if (place == 2 && scene->order(2).stage == OrderStage::signing) {
            gone = true;
            scene->dialog()->deleteLater(); // as when the console is closed
        }
    });
    scene->button().click();
    QTRY_VERIFY(scene->dialog() == nullptr && gone);
    QCoreApplication::processEvents();
    // What was signed is on record and goes its way; nothing behind it was begun.
    QVERIFY(scene->core.signatures == 3 && scene->core.taken.size() == 3);
    for (const ports::DecisionRow& row : scene->core.taken) {
        QCOMPARE(row.state, DecisionState::executed);
    }
}

void TestGroupRun::what_is_held_for_undo_can_be_taken_back_together() {
    Scene scene(3);
    for (const char* id : {"TX-0", "TX-1", "TX-2"}) {
        scene.core.ends[id] = {DecisionState::held, {}};
    }
    QVERIFY(scene.run());
    QTRY_COMPARE(scene.dialog()->said(), QStringLiteral("0 done. 3 can still be taken back."));
    scene.core.advance(scene.order(1).decision->decision.id, DecisionState::sent); // its while is over
    QTRY_COMPARE(scene.dialog()->said(), QStringLiteral("0 done. 2 can still be taken back. 1 on the way."));
    QVERIFY(press_result(scene, "Undo &all"));
    QTRY_COMPARE(scene.dialog()->said(), QStringLiteral("0 done. 1 on the way. 2 taken back."));
    QCOMPARE(scene.order(1).decision->state, DecisionState::sent);
}

void TestGroupRun::what_cannot_be_taken_back_any_more_is_said() {
    Scene scene(2);
    scene.core.ends["TX-0"] = {DecisionState::held, {}};
    scene.core.ends["TX-1"] = {DecisionState::held, {}};
    QVERIFY(scene.run());
    QTRY_COMPARE(scene.review().count(DecisionState::held), 2);
    QTRY_VERIFY(scene.dialog()->said().contains(QStringLiteral("2 can still be taken back")));
    scene.core.next_withdrawal_fault = base::Fault{base::FaultCode::expired, "sent already", {}};
    QVERIFY(press_result(scene, "Undo &all"));
    QTRY_VERIFY(scene.dialog()->said().contains(QStringLiteral("The deadline has passed")));
    QTRY_COMPARE(scene.review().count(DecisionState::withdrawn), 1); // the other one was in time
}

void TestGroupRun::a_second_person_is_waited_for() {
    Scene scene(2);
    scene.core.standing = ports::Standing::needs_second;
    scene.core.ends["TX-0"] = {DecisionState::awaiting_second, {}};
    scene.core.ends["TX-1"] = {DecisionState::awaiting_second, {}};
    QVERIFY(scene.open());
    QTRY_VERIFY(!scene.cell(0, 5).isEmpty()); // said before it is signed
    QVERIFY(scene.make_ready() && scene.sign_all());
    QTRY_COMPARE(scene.dialog()->said(), QStringLiteral("0 done. 2 wait for a second person."));
}

void TestGroupRun::news_before_the_answer_is_not_lost() {
    Scene scene(1);
    scene.core.answers_by_itself = false;
    QVERIFY(scene.open() && scene.make_ready());
    bool told = false;
    std::optional<DecisionState> at_the_answer;
    connect(&scene.review(), &GroupReview::order_changed, scene.dialog(), [&](int place) {
        const ui::decide::GroupOrder& order = scene.order(place);
        if (order.stage == OrderStage::signing && !std::exchange(told, true)) {
            ports::DecisionRow row;
            row.decision = order.review->decision;
            row.state = DecisionState::sent;
            scene.review().note_decision(row);
        } else if (order.stage == OrderStage::signed_ && !at_the_answer) {
            at_the_answer = order.decision->state;
        }
    });
    QVERIFY(scene.sign_all());
    QVERIFY(told && at_the_answer == DecisionState::sent);
}

void TestGroupRun::leases_on_what_was_not_signed_are_given_back() {
    Scene scene(4);
    scene.core.sign_faults["TX-3"] = {base::FaultCode::refused, "no", "not_permitted"};
    QVERIFY(scene.run());
    QCOMPARE(scene.core.released.size(), std::size_t{1});
    QCOMPARE(scene.core.released.front().first.id.bytes(), std::string("TX-3"));
}

QTEST_MAIN(TestGroupRun)
#include "tst_group_run.moc"
