// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/projection/case_row.h"
#include "app/projection/decision_row.h"
#include "app/wire/signed_bytes.h"
#include "tests/support/drawn_feed.h"

#include <QTest>

Q_DECLARE_METATYPE(store::CaseState)
Q_DECLARE_METATYPE(std::optional<domain::Verb>)
Q_DECLARE_METATYPE(ports::CaseState)

class TestCaseRow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void what_became_of_a_case_is_told_apart_data();
    void what_became_of_a_case_is_told_apart();
    void a_conflict_is_open_and_marked();
    void a_first_signature_waits_for_the_second();
    void findings_are_single_codes();
    void a_decision_is_shown_from_its_bytes();
    void a_decision_with_broken_bytes_is_corrupt();
};

void TestCaseRow::what_became_of_a_case_is_told_apart_data() {
    using Stored = store::CaseState;
    using Shown = ports::CaseState;
    using Verb = std::optional<domain::Verb>;
    QTest::addColumn<Stored>("stored");
    QTest::addColumn<Verb>("verb");
    QTest::addColumn<Shown>("shown");
    const auto row = [](const char* name, Stored stored, Verb verb, Shown shown) {
        QTest::newRow(name) << stored << verb << shown;
    };
    row("a held order is open", Stored::waiting, {}, Shown::open);
    row("something we noticed is open", Stored::raised, {}, Shown::open);
    row("a lost payment is in doubt", Stored::in_doubt, {}, Shown::in_doubt);
    row("a decision under way is decided", Stored::decided, domain::Verb::approve, Shown::decided);
    row("an approved order that failed is failed", Stored::troubled, domain::Verb::approve, Shown::failed);
    row("a rollback that got stuck is partly rolled back", Stored::troubled, domain::Verb::roll_back,
        Shown::partly_rolled_back);
    row("an executed order is executed", Stored::executed, domain::Verb::approve, Shown::executed);
    row("an order undone by a rejection is rejected", Stored::undone, domain::Verb::reject, Shown::rejected);
    row("an order undone by a rollback is rolled back", Stored::undone, domain::Verb::roll_back, Shown::rolled_back);
    row("an order that its platform took back is withdrawn", Stored::undone, {}, Shown::withdrawn);
    row("nobody decided is expired", Stored::expired, {}, Shown::expired);
}

void TestCaseRow::what_became_of_a_case_is_told_apart() {
    QFETCH(store::CaseState, stored);
    QFETCH(std::optional<domain::Verb>, verb);
    QFETCH(ports::CaseState, shown);
    store::CaseRow row;
    row.state = stored;
    store::DecisionRow decision;
    decision.verb = verb.value_or(domain::Verb::ask);
    decision.state = domain::DecisionState::accepted;
    QCOMPARE(projection::case_row(row, verb ? &decision : nullptr).state, shown);
}

void TestCaseRow::a_conflict_is_open_and_marked() {
    store::CaseRow row;
    row.state = store::CaseState::conflicted;
    const auto shown = projection::case_row(row, nullptr);
    QCOMPARE(shown.state, ports::CaseState::open);
    QVERIFY(shown.conflict);
}

void TestCaseRow::a_first_signature_waits_for_the_second() {
    store::CaseRow row;
    row.state = store::CaseState::decided;
    store::DecisionRow decision;
    decision.id = domain::DecisionId("d-1");
    decision.state = domain::DecisionState::awaiting_second;
    const auto shown = projection::case_row(row, &decision);
    QCOMPARE(shown.state, ports::CaseState::awaiting_second);
    QCOMPARE(shown.decision, std::optional(domain::DecisionId("d-1")));
}

void TestCaseRow::findings_are_single_codes() {
    store::CaseRow row;
    row.codes = "over_contract_price unknown_supplier hold_released"; // the last: how it ended, not why it began
    const auto shown = projection::case_row(row, nullptr);
    QCOMPARE(shown.codes, (std::vector<std::string>{"over_contract_price", "unknown_supplier"}));
}

void TestCaseRow::a_decision_is_shown_from_its_bytes() {
    domain::Decision decision;
    decision.id = domain::DecisionId("d-1");
    decision.source = domain::SourceId(drawn::source);
    decision.transaction = domain::TransactionId("tx-1");
    decision.version = 1;
    decision.subject_digest.fill(7);
    decision.verb = domain::Verb::approve;
    decision.person = domain::PersonId("ada");
    decision.amount = drawn::money("120.00", "EUR");
    store::DecisionRow stored;
    stored.id = decision.id;
    stored.verb = domain::Verb::reject; // a column that lies does not count
    stored.state = domain::DecisionState::sent;
    stored.signed_bytes = wire::decision_bytes(decision);
    const auto row = projection::decision_row(stored, std::nullopt);
    QVERIFY2(row.ok(), row.ok() ? "" : base::describe(row.fault()).c_str());
    QCOMPARE(row->decision.verb, domain::Verb::approve);
    QCOMPARE(row->decision.amount, decision.amount);
    QCOMPARE(row->state, domain::DecisionState::sent);
}

void TestCaseRow::a_decision_with_broken_bytes_is_corrupt() {
    store::DecisionRow stored;
    stored.id = domain::DecisionId("d-1");
    stored.signed_bytes = "reeve-decision/v1\n{\"verb\":";
    const auto row = projection::decision_row(stored, std::nullopt);
    QVERIFY(!row.ok());
    QCOMPARE(row.fault().code, base::FaultCode::corrupt);
}

QTEST_APPLESS_MAIN(TestCaseRow)
#include "tst_case_row.moc"
