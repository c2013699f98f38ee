// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/projection/drawn_file.h"

#include <QTest>

#include <algorithm>

using domain::EventType;
using ports::GoodsState;
using ports::MoneyState;
using ports::PromiseKind;
using ports::Unknown;

namespace {

bool lists(const ports::Handoff& card, Unknown what) {
    return std::find(card.unknown.begin(), card.unknown.end(), what) != card.unknown.end();
}

} // namespace

class TestHandoff : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void attempts_are_versions_and_executions_with_their_outcomes();
    void money_and_goods_are_what_the_events_say_data();
    void money_and_goods_are_what_the_events_say();
    void an_amount_is_named_only_where_an_event_names_it();
    void a_part_that_came_back_is_not_all_of_it();
    void a_refund_that_failed_brings_nothing_back();
    void the_failing_step_is_the_last_trouble_data();
    void the_failing_step_is_the_last_trouble();
    void promises_are_quoted_and_not_interpreted();
    void what_no_event_says_is_named_as_not_known();
    void nothing_is_named_that_is_known();
    void a_version_left_out_is_noticed();
    void an_empty_file_knows_nothing();
};

void TestHandoff::attempts_are_versions_and_executions_with_their_outcomes() {
    const auto card = projection::handoff(drawn::file(R"(
        requested tx-1 v1 bot-7 120.00 EUR
        amended   tx-1 v2 bot-7 90.00 EUR
        held      tx-1 v2
        started   tx-1 v2 by d-1
        doubted   tx-1 v2 because network_lost
        failed    tx-1 v2 because card_declined
        started   tx-1 v2
    )"));
    QCOMPARE(card.attempts.size(), std::size_t{4});
    QCOMPARE(card.attempts[0].outcome, std::optional(EventType::transaction_amended));
    QVERIFY(card.attempts[0].amount == std::optional(drawn::money("120.00", "EUR")));
    QCOMPARE(card.attempts[1].version, 2);
    QCOMPARE(card.attempts[1].outcome, std::optional(EventType::transaction_held));
    QCOMPARE(card.attempts[2].what, EventType::transaction_started);
    QCOMPARE(card.attempts[2].outcome, std::optional(EventType::transaction_failed)); // the doubt was resolved
    QCOMPARE(card.attempts[2].code, std::string("card_declined"));
    QVERIFY(!card.attempts[3].outcome); // nothing says what came of it
}

void TestHandoff::money_and_goods_are_what_the_events_say_data() {
    QTest::addColumn<QString>("feed");
    QTest::addColumn<int>("money");
    QTest::addColumn<int>("goods");
    const auto row = [](const char* name, const char* feed, MoneyState money, GoodsState goods) {
        QTest::newRow(name) << QStringLiteral("requested tx-1 v1 bot-7 120.00 EUR\n") + QString::fromLatin1(feed)
                            << static_cast<int>(money) << static_cast<int>(goods);
    };
    row("only requested", "", MoneyState::not_moved, GoodsState::not_reported);
    row("held", "held tx-1 v1", MoneyState::not_moved, GoodsState::not_reported);
    row("under way", "started tx-1 v1", MoneyState::under_way, GoodsState::not_reported);
    row("paid", "started tx-1 v1\ncompleted tx-1 v1", MoneyState::moved, GoodsState::not_reported);
    row("paid and sent", "completed tx-1 v1\nshipped tx-1 v1", MoneyState::moved, GoodsState::shipped);
    row("paid and late", "completed tx-1 v1\nshipped tx-1 v1\ndelayed tx-1 v1", MoneyState::moved, GoodsState::delayed);
    row("paid and there", "completed tx-1 v1\ndelivered tx-1 v1", MoneyState::moved, GoodsState::delivered);
    row("paid and short", "completed tx-1 v1\nshorted tx-1 v1", MoneyState::moved, GoodsState::short_delivered);
    row("nobody knows", "started tx-1 v1\ndoubted tx-1 v1", MoneyState::unknown, GoodsState::not_reported);
    row("the doubt ended badly", "doubted tx-1 v1\nfailed tx-1 v1", MoneyState::not_moved, GoodsState::not_reported);
    row("cancelled before", "held tx-1 v1\ncancelled tx-1 v1", MoneyState::not_moved, GoodsState::not_reported);
    row("cancelled after it was paid", "completed tx-1 v1\ncancelled tx-1 v1", MoneyState::moved,
        GoodsState::not_reported);
    row("all came back", "completed tx-1 v1\nreturned tx-1 v1", MoneyState::returned, GoodsState::returned);
}

void TestHandoff::money_and_goods_are_what_the_events_say() {
    QFETCH(QString, feed);
    const auto card = projection::handoff(drawn::file(feed.toStdString()));
    QTEST(static_cast<int>(card.money), "money");
    QTEST(static_cast<int>(card.goods), "goods");
    QCOMPARE(lists(card, Unknown::money), card.money == MoneyState::unknown);
}

void TestHandoff::an_amount_is_named_only_where_an_event_names_it() {
    const auto part = projection::handoff(drawn::file("requested tx-1 v1 bot-7 120.00 EUR\n"
                                                      "completed tx-1 v1 of 80.00 EUR"));
    QVERIFY(part.moved == std::optional(drawn::money("80.00", "EUR")));
    const auto held = projection::handoff(drawn::file("requested tx-1 v1 bot-7 120.00 EUR\nheld tx-1 v1"));
    QVERIFY(!held.moved);
    const auto doubt = projection::handoff(drawn::file("requested tx-1 v1 bot-7 120.00 EUR\ndoubted tx-1 v1"));
    QVERIFY(!doubt.moved);
}

void TestHandoff::a_part_that_came_back_is_not_all_of_it() {
    const auto card = projection::handoff(drawn::file(R"(
        requested tx-1 v1 bot-7 120.00 EUR
        completed tx-1 v1 of 120.00 EUR
        returned  tx-1 v1 of 20.00 EUR
    )"));
    QCOMPARE(card.money, MoneyState::partly_returned);
    QVERIFY(card.returned == std::optional(drawn::money("20.00", "EUR")));
}

void TestHandoff::a_refund_that_failed_brings_nothing_back() {
    ports::CaseFile file = drawn::file(R"(
        requested tx-1 v1 bot-7 120.00 EUR
        completed tx-1 v1
        planned   p-1 tx-1 v1 refund
        step      p-1 tx-1 refund failed
    )");
    file.plan->steps.front().action = domain::StepAction::refund;
    QCOMPARE(projection::handoff(file).money, MoneyState::moved);
    file.plan->steps.front().state = domain::StepState::done;
    QCOMPARE(projection::handoff(file).money, MoneyState::returned);
}

void TestHandoff::the_failing_step_is_the_last_trouble_data() {
    QTest::addColumn<QString>("feed");
    QTest::addColumn<int>("what");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* name, const char* feed, EventType what, const char* code) {
        QTest::newRow(name) << QString::fromLatin1(feed) << static_cast<int>(what) << QString::fromLatin1(code);
    };
    row("what the platform stopped it for",
        "requested tx-1 v1 bot-7 9.00 EUR\nassessed tx-1 v1 sign_off over_contract_price\nheld tx-1 v1",
        EventType::transaction_held, "over_contract_price");
    row("the failure and not the hold before",
        "requested tx-1 v1 bot-7 9.00 EUR\nheld tx-1 v1\n"
        "started tx-1 v1\nfailed tx-1 v1 because card_declined",
        EventType::transaction_failed, "card_declined");
    row("the later of two troubles",
        "requested tx-1 v1 bot-7 9.00 EUR\nfailed tx-1 v1 because card_declined\n"
        "doubted tx-1 v1 because network_lost",
        EventType::transaction_doubted, "network_lost");
    row("a delivery that fell short",
        "requested tx-1 v1 bot-7 9.00 EUR\ncompleted tx-1 v1\n"
        "shorted tx-1 v1 because partial_quantity\ninvoiced tx-1 v1",
        EventType::transaction_shorted, "partial_quantity");
}

void TestHandoff::the_failing_step_is_the_last_trouble() {
    QFETCH(QString, feed);
    QFETCH(QString, code);
    const auto card = projection::handoff(drawn::file(feed.toStdString()));
    QVERIFY(card.failing.has_value());
    QTEST(static_cast<int>(card.failing->what), "what");
    QCOMPARE(card.failing->code, code.toStdString());
}

void TestHandoff::promises_are_quoted_and_not_interpreted() {
    ports::CaseFile file = drawn::file(R"(
        requested tx-1 v1 bot-7 120.00 EUR
        said tx-1 agent "we will pay within ten days"
        said tx-1 counterpart "good"
    )");
    domain::Subject& subject = file.versions.back().version.subject;
    subject.term_months = 36;
    subject.total_commitment = drawn::money("4320.00", "EUR");
    const auto card = projection::handoff(file);
    QCOMPARE(card.promises.size(), std::size_t{3});
    QCOMPARE(card.promises[0].months, 36);
    QVERIFY(card.promises[1].amount == subject.total_commitment);
    QCOMPARE(card.promises[2].kind, PromiseKind::words_of_agent);
    QCOMPARE(card.promises[2].words.bytes(), std::string("we will pay within ten days"));
}

void TestHandoff::what_no_event_says_is_named_as_not_known() {
    const auto card = projection::handoff(drawn::file("requested tx-1 v1 bot-7 120.00 EUR\ncompleted tx-1 v1"));
    for (const Unknown what : {Unknown::agent, Unknown::mandate, Unknown::conversation, Unknown::assessment,
                               Unknown::supplier_knows, Unknown::goods, Unknown::undo}) {
        QVERIFY2(lists(card, what), std::to_string(static_cast<int>(what)).c_str());
    }
    QVERIFY(std::is_sorted(card.unknown.begin(), card.unknown.end()));
}

void TestHandoff::nothing_is_named_that_is_known() {
    ports::CaseFile file = drawn::file(R"(
        requested tx-1 v1 bot-7 120.00 EUR
        assessed  tx-1 v1 sign_off over_contract_price
        held      tx-1 v1
        said tx-1 agent "we need toner"
        said tx-1 counterpart "it is here"
    )");
    file.agent = domain::Agent{};
    file.mandate = domain::Mandate{};
    file.row.expires = file.row.opened;
    const auto card = projection::handoff(file);
    QCOMPARE(card.unknown, std::vector{Unknown::cost_of_waiting}); // for that no event has a field
}

void TestHandoff::a_version_left_out_is_noticed() {
    QVERIFY(lists(projection::handoff(drawn::file("amended tx-1 v2 bot-7 90.00 EUR")), Unknown::earlier_versions));
    QVERIFY(lists(projection::handoff(drawn::file("requested tx-1 v1 bot-7 9.00 EUR\namended tx-1 v3 bot-7 90.00 EUR")),
                  Unknown::earlier_versions));
    QVERIFY(!lists(projection::handoff(drawn::file("requested tx-1 v1 bot-7 9.00 EUR\namended tx-1 v2 bot-7 9.50 EUR")),
                   Unknown::earlier_versions));
}

void TestHandoff::an_empty_file_knows_nothing() {
    const auto card = projection::handoff(ports::CaseFile{});
    QVERIFY(card.attempts.empty() && !card.failing && card.promises.empty() && !card.moved);
    QVERIFY(lists(card, Unknown::goal));
}

QTEST_APPLESS_MAIN(TestHandoff)
#include "tst_handoff.moc"
