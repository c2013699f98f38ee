// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/decisions/outcome_stage.h"
#include "app/domain/names.h"
#include "tests/support/drawn_feed.h"

#include <QTest>

class TestOutcomeStage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void the_end_of_an_order_is_the_end_of_its_decision_data();
    void the_end_of_an_order_is_the_end_of_its_decision();
};

void TestOutcomeStage::the_end_of_an_order_is_the_end_of_its_decision_data() {
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("state");
    const auto row = [](const char* name, const char* line, const char* state) {
        QTest::newRow(name) << QByteArray(line) << QByteArray(state);
    };
    row("completed means executed", "completed tx-1 v1 by d-1", "executed");
    row("cancelled by a rejection means executed", "cancelled tx-1 v1 by d-1", "executed");
    row("returned by a rollback means executed", "returned tx-1 v1 by d-1", "executed");
    row("failed means failed", "failed tx-1 v1 by d-1", "failed");
    row("failed because the money turned out not to have moved means resolved",
        "failed tx-1 v1 because resolved by d-1", "executed");
    row("expired means not applied", "expired tx-1 v1 by d-1", "not_applied");
    row("a stopped agent means executed", "stopped bot-7 by d-1", "executed");
    row("started is not the end", "started tx-1 v1 by d-1", "");
    row("an end that names no decision moves none", "completed tx-1 v1", "");
    row("a request moves none", "requested tx-1 v1 bot-7 1.00 EUR", "");
}

void TestOutcomeStage::the_end_of_an_order_is_the_end_of_its_decision() {
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, state);
    record::RecordedEvent recorded;
    recorded.event = drawn::feed(line.toStdString()).front();
    decisions::OutcomeStage stage;
    const auto output = stage.fold({&recorded, 1});
    QVERIFY(output.ok());
    QVERIFY(output->drafts.empty());
    if (state.isEmpty()) {
        QVERIFY(output->moves.empty());
        return;
    }
    QCOMPARE(output->moves.size(), std::size_t{1});
    QCOMPARE(output->moves.front().decision, domain::DecisionId("d-1"));
    QCOMPARE(domain::name_of(output->moves.front().to), std::string_view(state.constData()));
}

QTEST_APPLESS_MAIN(TestOutcomeStage)
#include "tst_outcome_stage.moc"
