// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/review_scene.h"

#include "ui/decide/progress_panel.h"

#include <QTest>

using Scene = fake::ReviewScene;
using ui::decide::ReviewStage;

class TestReviewProgress : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void progress_is_shown_until_the_receipt();
    void a_decision_in_doubt_is_loud_and_can_be_asked_for();
    void a_refusal_of_the_gateway_is_shown_with_its_reason();
    void a_held_decision_can_be_taken_back();
};

void TestReviewProgress::progress_is_shown_until_the_receipt() {
    Scene scene;
    QVERIFY(scene.sign());
    QVERIFY(scene.words().contains(QStringLiteral("None yet")));
    QVERIFY(!scene.button().isVisible());
    const domain::DecisionId id = scene.core.taken.front().decision.id;
    scene.core.advance(id, domain::DecisionState::sent);
    QTRY_VERIFY(scene.dialog()->decision()->state == domain::DecisionState::sent);
    scene.core.advance(id, domain::DecisionState::accepted);
    QTRY_VERIFY(scene.words().contains(QString::fromStdString("R-" + id.bytes())));
    scene.core.advance(id, domain::DecisionState::executed);
    QTRY_VERIFY(scene.dialog()->decision()->state == domain::DecisionState::executed);
    QVERIFY(scene.words().contains(QStringLiteral("Executed")));
}

void TestReviewProgress::a_decision_in_doubt_is_loud_and_can_be_asked_for() {
    Scene scene;
    QVERIFY(scene.sign());
    scene.core.advance(scene.core.taken.front().decision.id, domain::DecisionState::in_doubt);
    QTRY_VERIFY(scene.words().contains(QStringLiteral("The answer was lost")));
    QVERIFY(scene.press("tatus now"));
    QTRY_VERIFY(scene.dialog()->decision()->state == domain::DecisionState::accepted);
}

void TestReviewProgress::a_refusal_of_the_gateway_is_shown_with_its_reason() {
    Scene scene;
    QVERIFY(scene.sign());
    scene.core.advance(scene.core.taken.front().decision.id, domain::DecisionState::refused_by_gateway, "not_held");
    QTRY_VERIFY(scene.words().contains(QStringLiteral("The gateway refused it")));
    QVERIFY(scene.words().contains(QStringLiteral("The order is not held")));
}

void TestReviewProgress::a_held_decision_can_be_taken_back() {
    Scene scene;
    QVERIFY(scene.sign());
    scene.core.advance(scene.core.taken.front().decision.id, domain::DecisionState::held);
    QTRY_VERIFY(scene.words().contains(QStringLiteral("You can still take it back")));
    auto* panel = scene.dialog()->findChild<ui::decide::ProgressPanel*>();
    const base::Microseconds left = scene.dialog()->decision()->decision.not_before - scene.clock.now();
    scene.clock.advance(left - std::chrono::seconds(3));
    panel->tick();
    QVERIFY2(panel->notice().contains(u'3'), qPrintable(panel->notice()));
    scene.clock.advance(std::chrono::seconds(4));
    panel->tick();
    QVERIFY2(panel->notice().contains(QStringLiteral("too late")), qPrintable(panel->notice()));
    QVERIFY(scene.press("&Undo"));
    QTRY_VERIFY(scene.dialog()->decision()->state == domain::DecisionState::withdrawn);
}

QTEST_MAIN(TestReviewProgress)
#include "tst_review_progress.moc"
