// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/projection/case_file.h"
#include "app/projection/feed_row.h"
#include "app/wire/signed_bytes.h"
#include "tests/support/drawn_feed.h"

#include <QTest>

namespace {

/// The entries that a store would hold for a drawn feed.
std::vector<store::Entry> entries(std::string_view text) {
    std::vector<store::Entry> all;
    for (const domain::Event& event : drawn::feed(text)) {
        store::Entry entry;
        entry.index = all.size();
        entry.source = event.source;
        entry.received = event.time;
        entry.body = event.raw;
        all.push_back(std::move(entry));
    }
    return all;
}

} // namespace

class TestCaseFile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_case_shows_every_version_and_the_newest_last();
    void a_conversation_is_read_in_the_order_of_its_turns();
    void turns_from_before_the_order_are_added_once();
    void a_plan_shows_how_far_each_step_came();
    void a_step_of_another_plan_changes_nothing();
    void the_timeline_names_the_decision_that_caused_a_step();
    void an_acknowledgement_is_a_step_and_a_decision_that_is_sent_is_none();
    void an_ordinary_order_has_a_row_too();
    void an_unreadable_entry_is_said_and_not_skipped();
    void entries_of_our_own_are_not_events();
    void a_row_shows_the_order_and_not_the_envelope();
};

void TestCaseFile::a_case_shows_every_version_and_the_newest_last() {
    const auto file = projection::case_file(entries(R"(
        requested tx-1 v1 bot-7 120.00 EUR
        amended   tx-1 v2 bot-7 90.00 EUR
    )"));
    QVERIFY(file.ok());
    QCOMPARE(file->versions.size(), std::size_t{2});
    QCOMPARE(file->versions.back().version.version, 2);
    QCOMPARE(domain::to_decimal(file->versions.back().version.subject.gross), std::string("90.00"));
    QCOMPARE(file->timeline.size(), std::size_t{2});
}

void TestCaseFile::a_conversation_is_read_in_the_order_of_its_turns() {
    auto stored = entries(R"(
        said tx-talk agent "we need toner"
        said tx-talk owner "then order it"
        said tx-talk agent "done"
    )");
    std::swap(stored[0], stored[2]); // arrived late
    const auto file = projection::case_file(stored);
    QVERIFY(file.ok());
    QCOMPARE(file->turns.size(), std::size_t{3});
    QCOMPARE(file->turns.front().text.bytes(), std::string("we need toner"));
    QCOMPARE(file->turns.back().text.bytes(), std::string("done"));
}

void TestCaseFile::turns_from_before_the_order_are_added_once() {
    auto file = projection::case_file(entries("said tx-2 agent \"and this is the order\"")).value();
    const ports::SaidTurn same = file.turns.front();
    ports::SaidTurn earlier = same;
    earlier.number = 0;
    earlier.text = domain::UntrustedText("we talked before");
    projection::add_turns({same, earlier}, file);
    QCOMPARE(file.turns.size(), std::size_t{2});
    QCOMPARE(file.turns.front().text.bytes(), std::string("we talked before"));
}

void TestCaseFile::a_plan_shows_how_far_each_step_came() {
    const auto file = projection::case_file(entries(R"(
        requested tx-1 v1 bot-7 120.00 EUR
        planned   plan-1 tx-1 v1 cancel refund
        step      plan-1 tx-1 cancel done
        step      plan-1 tx-1 refund failed
    )"));
    QVERIFY(file.ok());
    QVERIFY(file->plan.has_value());
    QCOMPARE(domain::state_of(*file->plan), domain::PlanState::partly_undone);
}

void TestCaseFile::a_step_of_another_plan_changes_nothing() {
    const auto file = projection::case_file(entries(R"(
        planned plan-1 tx-1 v1 cancel
        step    plan-2 tx-1 cancel done
    )"));
    QVERIFY(file.ok());
    QCOMPARE(domain::state_of(*file->plan), domain::PlanState::planned);
}

void TestCaseFile::the_timeline_names_the_decision_that_caused_a_step() {
    const auto file = projection::case_file(entries(R"(
        requested tx-1 v1 bot-7 120.00 EUR
        cancelled tx-1 v1 by d-9
    )"));
    QVERIFY(file.ok());
    QCOMPARE(file->timeline.back().decision, std::optional(domain::DecisionId("d-9")));
}

void TestCaseFile::an_acknowledgement_is_a_step_and_a_decision_that_is_sent_is_none() {
    auto stored = entries(R"(
        requested tx-1 v1 bot-7 120.00 EUR
    )");
    domain::Decision decision;
    decision.id = domain::DecisionId("d-1");
    decision.source = stored.front().source;
    decision.transaction = domain::TransactionId("tx-1");
    decision.version = 1;
    decision.person = domain::PersonId("ada");
    decision.role = "supervisor";
    decision.subject_digest = domain::Digest{1};
    decision.reason_code = "seen";
    decision.reason_text = domain::UntrustedText("an old habit");
    for (const domain::Verb verb : {domain::Verb::acknowledge, domain::Verb::approve}) {
        decision.verb = verb;
        store::Entry entry;
        entry.index = stored.size();
        entry.kind = store::EntryKind::decision;
        entry.version = 1;
        entry.time = stored.front().received + std::chrono::minutes(5);
        entry.body = wire::decision_bytes(decision);
        stored.push_back(std::move(entry));
    }
    const auto file = projection::case_file(stored);
    QVERIFY(file.ok());
    QCOMPARE(file->timeline.size(), std::size_t{2});
    const ports::TimelineEntry& step = file->timeline.back();
    QCOMPARE(step.acknowledged_by, std::optional(domain::PersonId("ada")));
    QCOMPARE(step.code, std::string("seen"));
    QCOMPARE(step.note.bytes(), std::string("an old habit"));
    QCOMPARE(step.decision, std::optional(domain::DecisionId("d-1")));
    QCOMPARE(step.row.time, stored.front().received + std::chrono::minutes(5));
}

void TestCaseFile::an_ordinary_order_has_a_row_too() {
    const auto file = projection::case_file(entries(R"(
        requested tx-1 v1 bot-7 120.00 EUR
        started   tx-1 v1
        completed tx-1 v1
    )"));
    QVERIFY(file.ok());
    const ports::CaseRow row = projection::ordinary_row(drawn::key("tx-1"), *file);
    QCOMPARE(row.transaction_state, domain::TransactionState::completed);
    QCOMPARE(row.state, ports::CaseState::executed);
    QCOMPARE(row.agent, domain::AgentId("bot-7"));
    QCOMPARE(row.moment, domain::Moment::observed_only);
}

void TestCaseFile::an_unreadable_entry_is_said_and_not_skipped() {
    auto stored = entries("requested tx-1 v1 bot-7 120.00 EUR");
    stored.front().body.resize(20);
    const auto file = projection::case_file(stored);
    QVERIFY(!file.ok());
    QCOMPARE(file.fault().code, base::FaultCode::corrupt);
    QCOMPARE(file.fault().where, std::string("entry 0"));
}

void TestCaseFile::entries_of_our_own_are_not_events() {
    auto stored = entries("requested tx-1 v1 bot-7 120.00 EUR");
    store::Entry own;
    own.kind = store::EntryKind::decision;
    own.body = "reeve-decision/v1\n{}";
    stored.push_back(own);
    const auto file = projection::case_file(stored);
    QVERIFY(file.ok());
    QCOMPARE(file->timeline.size(), std::size_t{1});
}

void TestCaseFile::a_row_shows_the_order_and_not_the_envelope() {
    const auto event = drawn::feed("requested tx-1 v1 bot-7 120.00 EUR").front();
    const ports::FeedRow row = projection::feed_row(event, 17, event.time);
    QCOMPARE(row.index, std::uint64_t{17});
    QCOMPARE(row.transaction, domain::TransactionId("tx-1"));
    QCOMPARE(row.counterpart.bytes(), std::string("Office Supplies Ltd"));
    QVERIFY(row.amount.has_value());
    QCOMPARE(domain::to_decimal(*row.amount), std::string("120.00"));
    QCOMPARE(row.type, std::optional(domain::EventType::transaction_requested));
}

QTEST_APPLESS_MAIN(TestCaseFile)
#include "tst_case_file.moc"
