// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/patience.h"
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
    void what_happened_instead_is_said_where_a_decision_came_too_late_data();
    void what_happened_instead_is_said_where_a_decision_came_too_late();
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

void TestReviewProgress::what_happened_instead_is_said_where_a_decision_came_too_late_data() {
    QTest::addColumn<ports::Instead>("instead");
    QTest::addColumn<QStringList>("says");
    const auto row = [](const char* name, const ports::Instead& instead, const QStringList& says) {
        QTest::newRow(name) << instead << says;
    };
    using enum domain::TransactionState;
    const base::Instant at = base::from_rfc3339("2026-03-02T17:55:00Z").value();
    const domain::Unanswered lapse{domain::WhenUnanswered::expire, {}, {}};
    const QString again = QStringLiteral("Have the agent order again if it is still needed");
    row("the policy let it lapse", {expired, at, {}, false, lapse, "2026.3"},
        {QStringLiteral("Too late: Nobody had answered, so the order lapsed at"), QStringLiteral("5:55"),
         QStringLiteral("by the rule of policy version 2026.3"), QStringLiteral("Nothing was bought."), again});
    row("nor did the one answer to whom it was escalated", {expired, at, {}, true, lapse, "2026.3"},
        {QStringLiteral("Nobody had answered, nor whom it was escalated to"), again});
    row("the gateway let it lapse", {expired, at, {}, false, std::nullopt, {}},
        {QStringLiteral("the gateway let the order lapse"), again});
    row("somebody rejected it", {cancelled, at, domain::PersonId("kim"), false, std::nullopt, {}},
        {QStringLiteral("kim rejected the order"), again});
    row("somebody approved it", {completed, at, domain::PersonId("kim"), false, std::nullopt, {}},
        {QStringLiteral("kim had approved the order"), QStringLiteral("roll it back if it was not wanted")});
    row("it was carried out", {executing, at, {}, false, std::nullopt, {}},
        {QStringLiteral("the order was carried out"), QStringLiteral("roll it back")});
    row("it failed", {failed, at, {}, false, std::nullopt, {}},
        {QStringLiteral("had become"), QStringLiteral("look what became of it")});
}

void TestReviewProgress::what_happened_instead_is_said_where_a_decision_came_too_late() {
    QFETCH(ports::Instead, instead);
    QFETCH(QStringList, says);
    Scene scene;
    QVERIFY(scene.sign());
    auto* panel = scene.dialog()->findChild<ui::decide::ProgressPanel*>();
    ports::DecisionRow row = scene.core.taken.front();
    row.state = domain::DecisionState::refused_by_gateway;
    row.instead = instead;
    panel->show(row);
    const QString notice = panel->notice().remove(QChar(0x2068)).remove(QChar(0x2069)).remove(QChar(0x2066));
    for (const QString& part : says) {
        QVERIFY2(notice.contains(part), qPrintable(notice));
    }
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
    QVERIFY2(scene.words().contains(QStringLiteral("The gateway was never asked")) ||
                 scene.words().contains(QStringLiteral("the gateway was never asked")),
             qPrintable(scene.words()));
    QVERIFY(!scene.words().contains(QStringLiteral("Executed"))); // no stage that cannot come any more
    scene.dialog()->reject();
    QTRY_COMPARE(scene.core.released.size(), std::size_t{1}); // free for others at once
}

QTEST_MAIN(TestReviewProgress)
#include "tst_review_progress.moc"
