// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/crypto/signing.h"
#include "app/domain/names.h"
#include "tests/record/record_folder.h"

#include <QTest>

#include <sqlite3.h>

using domain::DecisionState;
using store::CaseState;

/// The outbox: decisions, their states, their receipts.
class TestDecisionsKept : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_signed_decision_waits_in_the_outbox();
    void the_same_decision_again_changes_nothing();
    void other_bytes_under_the_same_id_are_refused();
    void a_draft_becomes_signed();
    void every_step_is_a_leaf_and_follows_the_table();
    void a_receipt_settles_its_decision();
    void a_receipt_for_other_bytes_is_a_conflict();
    void an_answer_may_overtake_the_note_that_it_was_sent();
    void a_refused_rollback_leaves_what_was_carried_out_closed();
    void the_outbox_survives_a_restart();
    void what_we_raised_is_settled_by_an_acknowledgement();
    void an_acknowledgement_is_refused_data();
    void an_acknowledgement_is_refused();
    void a_store_of_before_learns_the_new_step();
    void the_database_itself_refuses_a_step_outside_of_the_table();
};

namespace {

domain::SignedDecision decision(const std::string& id, domain::Verb verb = domain::Verb::reject) {
    static const auto key = crypto::SigningKey::from_seed({7});
    domain::SignedDecision made;
    made.decision.id = domain::DecisionId(id);
    made.decision.source = domain::SourceId("urn:test:gateway");
    made.decision.transaction = domain::TransactionId("t1");
    made.decision.version = 1;
    made.decision.subject_digest = {1};
    made.decision.verb = verb;
    made.decision.person = domain::PersonId("p1");
    made.decision.role = "manager";
    made.decision.agent = domain::AgentId("agent-1");
    made.decision.policy_version = "7";
    made.decision.roster_version = 1;
    made.decision.not_before = FeedMaker::start();
    made.decision.reason_code = "too_expensive";
    made.decision.not_after = FeedMaker::start() + std::chrono::hours(1);
    made.signed_bytes = wire::decision_bytes(made.decision);
    made.key = key->public_key();
    made.signature = key->sign(made.signed_bytes).value();
    return made;
}

domain::Receipt receipt(const domain::SignedDecision& decision, domain::ReceiptOutcome outcome, const char* id = "r1") {
    domain::Receipt made;
    made.id = domain::ReceiptId(id);
    made.decision = decision.decision.id;
    made.decision_digest = crypto::sha256(decision.signed_bytes);
    made.outcome = outcome;
    made.code = outcome == domain::ReceiptOutcome::refused ? "over_limit" : "";
    made.issued = FeedMaker::start();
    made.signed_bytes = wire::receipt_bytes(made);
    return made;
}

} // namespace

void TestDecisionsKept::a_signed_decision_waits_in_the_outbox() {
    RecordFolder store;
    const auto recorder = store.open();
    const auto made = decision("d1");
    const auto published = recorder->decide(made, DecisionState::signed_);
    VERIFY_OK(published);
    QCOMPARE((*published)->decisions.size(), 1U);
    QCOMPARE((*published)->own.size(), 2U);
    const auto row = store.reader().decision(domain::DecisionId("d1"));
    VERIFY_OK(row);
    QVERIFY(row->state == DecisionState::signed_);
    QCOMPARE(row->signed_bytes, made.signed_bytes);
    QVERIFY(row->signature == made.signature);
    QCOMPARE(store.reader().entry(row->index)->body, made.signed_bytes);
    QCOMPARE(recorder->unsettled()->size(), 1U);
    store::DecisionFilter filter;
    filter.unsettled_only = true;
    QCOMPARE(store.reader().decisions(filter)->size(), 1U);
    const auto read = wire::decode_decision(row->signed_bytes);
    VERIFY_OK(read);
    QVERIFY(*read == made.decision);
}

void TestDecisionsKept::the_same_decision_again_changes_nothing() {
    RecordFolder store;
    const auto recorder = store.open();
    VERIFY_OK(recorder->decide(decision("d1"), DecisionState::signed_));
    const std::uint64_t size = recorder->size();
    VERIFY_OK(recorder->decide(decision("d1"), DecisionState::signed_));
    QCOMPARE(recorder->size(), size);
}

void TestDecisionsKept::other_bytes_under_the_same_id_are_refused() {
    RecordFolder store;
    const auto recorder = store.open();
    VERIFY_OK(recorder->decide(decision("d1"), DecisionState::signed_));
    VERIFY_FAULT(recorder->decide(decision("d1", domain::Verb::approve), DecisionState::signed_),
                 base::FaultCode::conflict);
    VERIFY_FAULT(recorder->decide(decision("d2"), DecisionState::executed), base::FaultCode::invalid_argument);
    QCOMPARE(recorder->size(), 2U);
    VERIFY_OK(recorder->verify_leaves());
}

void TestDecisionsKept::a_draft_becomes_signed() {
    RecordFolder store;
    const auto recorder = store.open();
    auto draft = decision("d1");
    draft.signature = {};
    VERIFY_OK(recorder->decide(draft, DecisionState::drafted));
    QVERIFY(store.reader().decision(draft.decision.id)->state == DecisionState::drafted);
    const auto made = decision("d1");
    VERIFY_OK(recorder->decide(made, DecisionState::held));
    const auto row = store.reader().decision(made.decision.id);
    QVERIFY(row->state == DecisionState::held);
    QVERIFY(row->signature == made.signature);
}

void TestDecisionsKept::every_step_is_a_leaf_and_follows_the_table() {
    RecordFolder store;
    const auto recorder = store.open();
    VERIFY_OK(recorder->decide(decision("d1"), DecisionState::held));
    const domain::DecisionId id("d1");
    const std::uint64_t size = recorder->size();
    VERIFY_FAULT(recorder->move_decision({id, DecisionState::executed, {}, {}, false}), base::FaultCode::refused);
    VERIFY_FAULT(recorder->move_decision({domain::DecisionId("d9"), DecisionState::sent, {}, {}, false}),
                 base::FaultCode::not_found);
    QCOMPARE(recorder->size(), size);
    const base::Instant retry = FeedMaker::start() + std::chrono::seconds(2);
    VERIFY_OK(recorder->move_decision({id, DecisionState::sent, "first", retry, true}));
    VERIFY_OK(recorder->move_decision({id, DecisionState::sent, "second", {}, true}));
    VERIFY_OK(recorder->move_decision({id, DecisionState::in_doubt, "network_lost", {}, false}));
    const auto row = store.reader().decision(id);
    QVERIFY(row->state == DecisionState::in_doubt);
    QCOMPARE(row->attempts, 2);
    QCOMPARE(row->cause, std::string("network_lost"));
    QCOMPARE(recorder->size(), size + 2);
    store::EntryFilter steps;
    steps.kind = store::EntryKind::decision_state;
    QCOMPARE(*store.reader().count(steps, 100), 3U);
    VERIFY_OK(recorder->verify_leaves());
}

void TestDecisionsKept::a_receipt_settles_its_decision() {
    RecordFolder store;
    const auto recorder = store.open();
    const auto made = decision("d1");
    VERIFY_OK(recorder->decide(made, DecisionState::signed_));
    VERIFY_OK(recorder->move_decision({made.decision.id, DecisionState::sent, {}, {}, true}));
    VERIFY_OK(recorder->keep_receipt(receipt(made, domain::ReceiptOutcome::refused)));
    const auto row = store.reader().decision(made.decision.id);
    QVERIFY(row->state == DecisionState::refused_by_gateway);
    QCOMPARE(row->cause, std::string("over_limit"));
    QVERIFY(row->receipt_index.has_value());
    const auto receipts = store.reader().receipts(made.decision.id);
    VERIFY_OK(receipts);
    QCOMPARE(receipts->size(), 1U);
    QCOMPARE(receipts->at(0).receipt.code, std::string("over_limit"));
    const std::uint64_t size = recorder->size();
    VERIFY_OK(recorder->keep_receipt(receipt(made, domain::ReceiptOutcome::refused)));
    QCOMPARE(recorder->size(), size);
    QVERIFY(recorder->unsettled()->empty());
}

void TestDecisionsKept::a_receipt_for_other_bytes_is_a_conflict() {
    RecordFolder store;
    const auto recorder = store.open();
    VERIFY_OK(recorder->decide(decision("d1"), DecisionState::signed_));
    VERIFY_FAULT(recorder->keep_receipt(receipt(decision("d2"), domain::ReceiptOutcome::accepted)),
                 base::FaultCode::not_found);
    auto wrong = receipt(decision("d1"), domain::ReceiptOutcome::accepted);
    wrong.decision_digest[0] ^= 1U;
    VERIFY_FAULT(recorder->keep_receipt(wrong), base::FaultCode::conflict);
    QVERIFY(store.reader().decision(domain::DecisionId("d1"))->state == DecisionState::signed_);
}

void TestDecisionsKept::an_answer_may_overtake_the_note_that_it_was_sent() {
    RecordFolder store;
    const auto recorder = store.open();
    const auto made = decision("d1");
    VERIFY_OK(recorder->decide(made, DecisionState::signed_));
    VERIFY_OK(recorder->keep_receipt(receipt(made, domain::ReceiptOutcome::executed, "r2")));
    QVERIFY(store.reader().decision(made.decision.id)->state == DecisionState::executed);
    VERIFY_OK(recorder->keep_receipt(receipt(made, domain::ReceiptOutcome::accepted, "r1")));
    QVERIFY(store.reader().decision(made.decision.id)->state == DecisionState::executed);
    QCOMPARE(store.reader().receipts(made.decision.id)->size(), 2U);
}

void TestDecisionsKept::a_refused_rollback_leaves_what_was_carried_out_closed() {
    RecordFolder store;
    FeedMaker feed;
    const auto recorder = store.open();
    VERIFY_OK(
        recorder->append(FeedMaker::frames({feed.requested("t1", 4200), feed.assessed("t1", domain::Tier::confirm),
                                            feed.step(domain::EventType::transaction_started, "t1"),
                                            feed.step(domain::EventType::transaction_completed, "t1")})));
    QVERIFY(store.reader().open_cases()->empty());
    const auto made = decision("d1", domain::Verb::roll_back);
    VERIFY_OK(recorder->decide(made, DecisionState::signed_));
    const auto waiting = store.reader().open_cases();
    QCOMPARE(waiting->size(), 1U);
    QVERIFY(waiting->front().state == CaseState::decided);
    QVERIFY(waiting->front().transaction_state == domain::TransactionState::completed); // as it was
    VERIFY_OK(recorder->move_decision({made.decision.id, DecisionState::sent, {}, {}, true}));
    VERIFY_OK(recorder->keep_receipt(receipt(made, domain::ReceiptOutcome::refused)));
    QVERIFY(store.reader().open_cases()->empty()); // nobody may be asked to approve it again
    const auto row = store.reader().find_case({made.decision.source, made.decision.transaction});
    VERIFY_OK(row);
    QVERIFY((*row)->state == CaseState::executed);
    VERIFY_OK(recorder->verify_cases());
}

void TestDecisionsKept::the_outbox_survives_a_restart() {
    RecordFolder store;
    {
        const auto recorder = store.open();
        VERIFY_OK(recorder->decide(decision("d1"), DecisionState::signed_));
        VERIFY_OK(recorder->decide(decision("d2"), DecisionState::signed_));
        VERIFY_OK(recorder->move_decision({domain::DecisionId("d2"), DecisionState::sent, {}, {}, true}));
    }
    const auto recorder = store.open();
    const auto waiting = recorder->unsettled();
    VERIFY_OK(waiting);
    QCOMPARE(waiting->size(), 2U);
    QCOMPARE(waiting->at(0).signed_bytes, decision("d1").signed_bytes);
    QVERIFY(waiting->at(1).state == DecisionState::sent);
}

namespace {

/// An acknowledgement of version 1 of "t1", as it stands in the feed.
domain::SignedDecision acknowledgement(const FeedMaker& feed, const std::string& id = "d1", std::int32_t version = 1) {
    static const auto key = crypto::SigningKey::from_seed({7});
    domain::SignedDecision made = decision(id, domain::Verb::acknowledge);
    made.decision.version = version;
    made.decision.subject_digest = feed.version("t1", version, 4200).digest;
    made.decision.reason_code = "rule_too_strict";
    made.decision.reason_text = domain::UntrustedText("agreed by telephone");
    made.signed_bytes = wire::decision_bytes(made.decision);
    made.signature = key->sign(made.signed_bytes).value();
    return made;
}

/// "released" is a case that nobody waits for; the order goes on.
std::vector<domain::Event> raised(FeedMaker& feed, const QByteArray& kind) {
    std::vector<domain::Event> events = {feed.requested("t1", 4200)};
    if (kind != "quiet") {
        events.push_back(feed.step(domain::EventType::transaction_held, "t1", "policy"));
    }
    if (kind == "released") {
        const domain::HoldChanged hold{domain::TransactionId("t1"), 1, "budget_freed", {}, {}};
        events.push_back(feed.event(domain::EventType::hold_released, hold));
    }
    return events;
}

} // namespace

void TestDecisionsKept::what_we_raised_is_settled_by_an_acknowledgement() {
    RecordFolder store;
    FeedMaker feed;
    auto recorder = store.open();
    VERIFY_OK(recorder->append(FeedMaker::frames(raised(feed, "released"))));
    QCOMPARE(store.reader().open_cases()->size(), 1U);
    const auto made = acknowledgement(feed);
    const auto published = recorder->decide(made, DecisionState::signed_);
    VERIFY_OK(published);
    QCOMPARE((*published)->cases.size(), 1U);
    QVERIFY((*published)->cases.front().state == CaseState::acknowledged);
    const auto row = store.reader().decision(made.decision.id);
    QVERIFY(row->state == DecisionState::executed);
    QCOMPARE(store.reader().entry(row->index)->body, made.signed_bytes);
    QVERIFY(recorder->unsettled()->empty()); // nothing to send
    QVERIFY(store.reader().open_cases()->empty());
    VERIFY_OK(recorder->decide(made, DecisionState::signed_)); // the same again changes nothing
    recorder.reset();
    recorder = store.open();
    QVERIFY(recorder->unsettled()->empty());
    QVERIFY(store.reader().open_cases()->empty());
    QVERIFY((*store.reader().find_case({made.decision.source, made.decision.transaction}))->state ==
            CaseState::acknowledged);
    VERIFY_OK(recorder->append(FeedMaker::frames({feed.step(domain::EventType::transaction_completed, "t1")})));
    QVERIFY(store.reader().open_cases()->empty()); // its end opens nothing
    VERIFY_FAULT(recorder->decide(acknowledgement(feed, "d2"), DecisionState::signed_), base::FaultCode::refused);
    VERIFY_OK(recorder->verify_cases());
    VERIFY_OK(recorder->verify_leaves());
}

void TestDecisionsKept::an_acknowledgement_is_refused_data() {
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<int>("version");
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("fault");
    const auto row = [](const char* name, const char* kind, int version, DecisionState state, base::FaultCode fault) {
        QTest::newRow(name) << QByteArray(kind) << version << static_cast<int>(state) << static_cast<int>(fault);
    };
    row("while the platform waits", "held", 1, DecisionState::signed_, base::FaultCode::refused);
    row("where there is no case", "quiet", 1, DecisionState::signed_, base::FaultCode::refused);
    row("about another version", "released", 2, DecisionState::signed_, base::FaultCode::stale);
    row("to be taken back later", "released", 1, DecisionState::held, base::FaultCode::invalid_argument);
}

void TestDecisionsKept::an_acknowledgement_is_refused() {
    QFETCH(QByteArray, kind);
    QFETCH(int, version);
    QFETCH(int, state);
    QFETCH(int, fault);
    RecordFolder store;
    FeedMaker feed;
    const auto recorder = store.open();
    VERIFY_OK(recorder->append(FeedMaker::frames(raised(feed, kind))));
    const std::uint64_t size = recorder->size();
    const std::size_t open = store.reader().open_cases()->size();
    VERIFY_FAULT(recorder->decide(acknowledgement(feed, "d1", version), static_cast<DecisionState>(state)),
                 static_cast<base::FaultCode>(fault));
    QCOMPARE(recorder->size(), size); // nothing of it is in the record
    QCOMPARE(store.reader().open_cases()->size(), open);
}

void TestDecisionsKept::a_store_of_before_learns_the_new_step() {
    RecordFolder store;
    FeedMaker feed;
    auto recorder = store.open();
    VERIFY_OK(recorder->append(FeedMaker::frames(raised(feed, "released"))));
    recorder.reset();
    sqlite3* raw = nullptr;
    QCOMPARE(sqlite3_open((store.folder() / "record.sqlite").c_str(), &raw), SQLITE_OK);
    QCOMPARE(sqlite3_exec(raw, "DELETE FROM decision_rule WHERE from_state = 3 AND to_state = 10", nullptr, nullptr,
                          nullptr),
             SQLITE_OK);
    QCOMPARE(sqlite3_changes(raw), 1);
    sqlite3_close(raw);
    recorder = store.open();
    VERIFY_OK(recorder->decide(acknowledgement(feed), DecisionState::signed_));
}

void TestDecisionsKept::the_database_itself_refuses_a_step_outside_of_the_table() {
    RecordFolder folder;
    {
        const auto recorder = folder.open();
        VERIFY_OK(recorder->decide(decision("d1"), DecisionState::signed_));
    }
    store::StoreOptions options;
    options.folder = folder.folder();
    options.free_floor = 0;
    const auto opened = store::Store::open(options);
    VERIFY_OK(opened);
    auto row = (*opened)->decision(domain::DecisionId("d1")).value().value();
    row.state = DecisionState::accepted;
    VERIFY_OK((*opened)->begin());
    VERIFY_FAULT((*opened)->update_decision(row), base::FaultCode::conflict);
    row.state = DecisionState::sent;
    VERIFY_OK((*opened)->update_decision(row));
    row.signed_bytes = "something else";
    VERIFY_FAULT((*opened)->replace_draft(row), base::FaultCode::conflict);
    (*opened)->rollback();
}

QTEST_APPLESS_MAIN(TestDecisionsKept)
#include "tst_decisions_kept.moc"
