// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/record/record_folder.h"

#include "app/domain/names.h"

#include <QTest>

using domain::EventType;
using store::CaseState;

/// Which transactions need a person: drawn as words, one event each.
class TestCases : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_feed_folds_to_a_case_data();
    void a_feed_folds_to_a_case();
    void ordinary_traffic_opens_nothing();
    void a_case_shows_what_was_asked_for();
    void a_healed_case_shows_the_newest_version();
    void a_case_knows_the_policy_that_was_in_force();
    void a_purpose_is_cut_between_characters();
    void changed_cases_are_found_by_what_changed_them();
    void contradicting_versions_are_listed();
    void a_wrong_digest_is_not_decidable();
    void the_request_may_be_long_ago();
    void a_rebuild_gives_the_same_cases();
    void a_failed_commit_moves_no_case();
};

namespace {

/// Words for events about the transaction "t1".
domain::Event drawn(FeedMaker& feed, const std::string& word) {
    static const std::map<std::string, EventType> steps = {
        {"held", EventType::transaction_held},           {"started", EventType::transaction_started},
        {"completed", EventType::transaction_completed}, {"failed", EventType::transaction_failed},
        {"doubted", EventType::transaction_doubted},     {"returned", EventType::transaction_returned},
        {"cancelled", EventType::transaction_cancelled}, {"expired", EventType::transaction_expired},
        {"shipped", EventType::transaction_shipped},
    };
    if (word == "requested") {
        return feed.requested("t1", 4200);
    }
    if (word == "otherwise") { // version 1 once more, with another amount
        return feed.requested("t1", 9900);
    }
    if (word.starts_with("v")) {
        return feed.amended("t1", std::stoi(word.substr(1)), 5000);
    }
    if (const auto tier = domain::from_name<domain::Tier>(word)) {
        return feed.assessed("t1", *tier);
    }
    if (word == "decided-failed") {
        return feed.step(EventType::transaction_failed, "t1", "supplier_refused", "d1");
    }
    if (word == "step-failed") {
        domain::StepTaken step{domain::PlanId("plan-1"),  domain::TransactionId("t1"), domain::StepId("s1"),
                               domain::StepState::failed, domain::UntrustedText(),     {}};
        return feed.event(EventType::step_taken, step);
    }
    if (word == "claimed") {
        domain::ClaimChanged claim{domain::TransactionId("t1"), domain::PersonId("ada"), 3, {}};
        return feed.event(EventType::claim_changed, claim);
    }
    if (word == "released") {
        domain::HoldChanged hold{domain::TransactionId("t1"), 1, "budget_freed", {}, {}};
        return feed.event(EventType::hold_released, hold);
    }
    return feed.step(steps.at(word), "t1", word == "held" ? "policy" : "");
}

std::vector<domain::Event> drawn_feed(FeedMaker& feed, const QByteArray& words) {
    std::vector<domain::Event> events;
    for (const QByteArray& word : words.split(' ')) {
        if (!word.isEmpty()) {
            events.push_back(drawn(feed, word.toStdString()));
        }
    }
    return events;
}

const domain::TransactionKey key{domain::SourceId("urn:test:gateway"), domain::TransactionId("t1")};

} // namespace

void TestCases::a_feed_folds_to_a_case_data() {
    QTest::addColumn<QByteArray>("feed");
    QTest::addColumn<QByteArray>("state");
    const auto row = [](const char* name, const char* feed, const char* state) {
        QTest::newRow(name) << QByteArray(feed) << QByteArray(state);
    };
    row("an automatic order needs nobody", "requested automatic started completed", "none");
    row("an escalation waits for a person", "requested sign_off", "waiting");
    row("a hold waits for a person", "requested held", "waiting");
    row("a hold that is released waits no more", "requested held released", "raised");
    row("started means that somebody decided", "requested confirm started", "decided");
    row("completed closes it", "requested confirm started completed", "executed");
    row("cancelled closes it", "requested confirm cancelled", "undone");
    row("returned closes it", "requested confirm returned", "undone");
    row("nobody decided", "requested confirm expired", "expired");
    row("a payment in doubt opens a case by itself", "requested automatic started doubted", "in_doubt");
    row("progress does not cover a doubt", "requested confirm doubted started", "in_doubt");
    row("a doubt ends with the outcome", "requested confirm doubted completed", "executed");
    row("a failure by itself needs nobody", "requested automatic failed", "none");
    row("a failure behind a decision does", "requested automatic decided-failed", "troubled");
    row("a failure after the start of what was decided does", "requested confirm started failed", "troubled");
    row("an undecided order that fails is over", "requested confirm failed", "undone");
    row("a failed step of a rollback opens a case", "requested automatic completed step-failed", "troubled");
    row("the next version starts over", "requested confirm started v2", "waiting");
    row("a gap in versions is a conflict", "requested confirm v3", "conflicted");
    row("a gap in versions of a quiet order is a conflict too", "requested v3", "conflicted");
    row("a first version that is not the first", "v2", "conflicted");
    row("two contents for one version", "requested otherwise", "conflicted");
    row("two contents for one version of an open case", "requested confirm otherwise", "conflicted");
    row("an order in steps is no conflict", "requested v2 v3", "none");
    row("a version that was missing heals the gap", "requested confirm v3 v2", "waiting");
    row("so it does in a quiet order", "requested v3 v2", "raised");
    row("a hold is remembered meanwhile", "requested held v3 v2", "waiting");
    row("a doubt is remembered meanwhile", "requested v3 doubted v2", "in_doubt");
    row("one of two missing versions heals nothing", "requested confirm v4 v2", "conflicted");
    row("both missing versions heal", "requested confirm v4 v2 v3", "waiting");
    row("both missing versions heal in any order", "requested confirm v4 v3 v2", "waiting");
    row("the first version comes last", "v2 requested", "raised");
    row("a contradiction does not heal with the gap", "requested confirm otherwise v3 v2", "conflicted");
    row("an assessment without its request", "sign_off", "conflicted");
    row("a request that comes after its assessment", "sign_off requested", "waiting");
    row("a later version after an assessment, then the first", "sign_off v2 requested", "waiting");
    row("shipping changes nothing", "requested confirm shipped", "waiting");
}

void TestCases::a_feed_folds_to_a_case() {
    QFETCH(QByteArray, feed);
    QFETCH(QByteArray, state);
    // In one commit and in one commit each: where the batches are cut must not matter.
    for (const bool single : {true, false}) {
        RecordFolder store;
        FeedMaker maker;
        const auto recorder = store.open();
        const auto frames = FeedMaker::frames(drawn_feed(maker, feed));
        if (single) {
            for (const record::Frame& frame : frames) {
                VERIFY_OK(recorder->append(std::span(&frame, 1)));
            }
        } else {
            VERIFY_OK(recorder->append(frames));
        }
        const auto found = store.reader().find_case(key);
        VERIFY_OK(found);
        QCOMPARE(QByteArray(*found ? store::name_of((*found)->state).data() : "none"), state);
        QCOMPARE(store.reader().open_cases()->size(), *found && is_open((*found)->state) ? 1U : 0U);
        VERIFY_OK(recorder->verify_cases());
    }
}

void TestCases::ordinary_traffic_opens_nothing() {
    RecordFolder store;
    FeedMaker feed;
    const auto recorder = store.open();
    std::vector<domain::Event> events;
    for (int i = 0; i < 200; ++i) {
        const std::string transaction = "t" + std::to_string(i);
        events.push_back(feed.requested(transaction));
        events.push_back(feed.assessed(transaction, domain::Tier::automatic));
        events.push_back(feed.step(EventType::transaction_completed, transaction));
    }
    const auto published = recorder->append(FeedMaker::frames(events));
    VERIFY_OK(published);
    QVERIFY((*published)->cases.empty());
    QVERIFY(store.reader().cases({})->empty());
}

void TestCases::a_case_shows_what_was_asked_for() {
    RecordFolder store;
    FeedMaker feed;
    const auto recorder = store.open();
    const auto version = feed.version("t1", 1, 4200);
    VERIFY_OK(recorder->append(FeedMaker::frames(drawn_feed(feed, "requested sign_off claimed"))));
    const auto found = store.reader().find_case(key);
    VERIFY_OK(found);
    const store::CaseRow& row = **found;
    QVERIFY(row.amount == FeedMaker::euros(4200));
    QVERIFY(row.digest == version.digest);
    QCOMPARE(row.version, 1);
    QCOMPARE(row.purpose, version.subject.purpose);
    QCOMPARE(row.supplier.name.bytes(), std::string("Paper & Sons"));
    QVERIFY(row.tier == domain::Tier::sign_off);
    QCOMPARE(row.escalation, std::string("requires_escalation"));
    QCOMPARE(row.codes, std::string("above_usual_amount"));
    QCOMPARE(row.if_nobody_acts.bytes(), std::string("the order is cancelled"));
    QCOMPARE(row.claimed_by.bytes(), std::string("ada"));
    QCOMPARE(row.subject_index, 0U);
    QCOMPARE(row.opened_index, 1U);
    QCOMPARE(row.changed_index, 2U);
}

void TestCases::a_healed_case_shows_the_newest_version() {
    RecordFolder store;
    FeedMaker feed;
    auto recorder = store.open();
    VERIFY_OK(recorder->append(FeedMaker::frames(drawn_feed(feed, "requested confirm v3"))));
    recorder.reset();
    recorder = store.open(); // the gap is remembered
    VERIFY_OK(recorder->append(FeedMaker::frames(drawn_feed(feed, "v2"))));
    const auto found = store.reader().find_case(key);
    VERIFY_OK(found);
    QCOMPARE((*found)->version, 3);
    QVERIFY((*found)->digest == feed.version("t1", 3, 5000).digest);
    QCOMPARE((*found)->subject_index, 2U);
    QCOMPARE((*found)->awaited, 0);
    QVERIFY((*found)->codes.find("version_gap_closed") != std::string::npos);
    QVERIFY(((*found)->codes + ' ').find("version_gap ") == std::string::npos);
    QCOMPARE(store.reader().conflicts()->size(), 1U); // that there was a gap stays known
}

void TestCases::a_case_knows_the_policy_that_was_in_force() {
    RecordFolder store;
    FeedMaker feed;
    auto recorder = store.open();
    const auto policy = [&feed](const char* version) {
        return feed.event(EventType::policy_published,
                          domain::PolicyPublished{version, {}, domain::PersonId("p1"), std::nullopt});
    };
    VERIFY_OK(recorder->append(FeedMaker::frames({policy("7")})));
    recorder.reset();
    recorder = store.open(); // it is remembered
    VERIFY_OK(recorder->append(FeedMaker::frames(drawn_feed(feed, "requested confirm"))));
    VERIFY_OK(recorder->append(
        FeedMaker::frames({policy("8"), feed.requested("t2"), feed.assessed("t2", domain::Tier::confirm)})));
    QCOMPARE((*store.reader().find_case(key))->policy_version, std::string("7"));
    QCOMPARE((*store.reader().find_case({key.source, domain::TransactionId("t2")}))->policy_version, std::string("8"));
    VERIFY_OK(recorder->verify_cases());
}

void TestCases::a_purpose_is_cut_between_characters() {
    RecordFolder store;
    FeedMaker feed;
    const auto recorder = store.open();
    auto version = feed.version("t1", 1, 4200);
    std::string purpose(999, 'x');
    for (int i = 0; i < 100; ++i) {
        purpose += "\xc3\xa4";
    }
    version.subject.purpose = domain::UntrustedText(purpose);
    version.digest = crypto::sha256(wire::subject_bytes(version));
    VERIFY_OK(recorder->append(FeedMaker::frames(
        {feed.event(EventType::transaction_requested, version), feed.assessed("t1", domain::Tier::confirm)})));
    QCOMPARE((*store.reader().find_case(key))->purpose.bytes(), std::string(999, 'x'));
    VERIFY_OK(recorder->verify_cases());
}

void TestCases::changed_cases_are_found_by_what_changed_them() {
    RecordFolder store;
    FeedMaker feed;
    const auto recorder = store.open();
    VERIFY_OK(recorder->append(FeedMaker::frames(drawn_feed(feed, "requested confirm"))));
    VERIFY_OK(recorder->append(FeedMaker::frames({feed.requested("t2"), feed.assessed("t2", domain::Tier::confirm)})));
    VERIFY_OK(recorder->append(FeedMaker::frames(drawn_feed(feed, "held"))));
    const auto since = store.reader().cases_changed(3);
    VERIFY_OK(since);
    QCOMPARE(since->size(), 2U);
    QCOMPARE(since->at(0).key.id.bytes(), std::string("t2"));
    QCOMPARE(since->at(1).key.id.bytes(), std::string("t1"));
    QVERIFY(store.reader().cases_changed(5)->empty());
}

void TestCases::contradicting_versions_are_listed() {
    RecordFolder store;
    FeedMaker feed;
    const auto recorder = store.open();
    VERIFY_OK(recorder->append(FeedMaker::frames(drawn_feed(feed, "requested otherwise"))));
    const auto conflicts = store.reader().conflicts();
    VERIFY_OK(conflicts);
    QCOMPARE(conflicts->size(), 1U);
    QVERIFY(conflicts->at(0).kind == store::ConflictKind::other_version);
    QCOMPARE(conflicts->at(0).index, 1U);
    QCOMPARE(conflicts->at(0).other, 0U);
    QCOMPARE(conflicts->at(0).transaction.bytes(), std::string("t1"));
}

void TestCases::a_wrong_digest_is_not_decidable() {
    RecordFolder store;
    FeedMaker feed;
    const auto recorder = store.open();
    auto version = feed.version("t1", 1, 4200);
    version.subject.gross = FeedMaker::euros(1); // the digest stays the one of 42 euros
    const auto request = feed.event(EventType::transaction_requested, version);
    VERIFY_OK(recorder->append(FeedMaker::frames({request, feed.assessed("t1", domain::Tier::confirm)})));
    const auto found = store.reader().find_case(key);
    QVERIFY((*found)->state == CaseState::conflicted);
    QVERIFY((*found)->codes.starts_with("wrong_digest"));
}

void TestCases::the_request_may_be_long_ago() {
    RecordFolder store;
    FeedMaker feed;
    const auto recorder = store.open();
    VERIFY_OK(recorder->append(FeedMaker::frames({feed.requested("t1", 777)})));
    std::vector<domain::Event> others;
    for (int i = 0; i < 66'000; ++i) { // beyond the first sealed segment
        others.push_back(feed.heartbeat());
    }
    VERIFY_OK(recorder->append(FeedMaker::frames(others)));
    QCOMPARE(store.reader().status()->sealed_segments, 1U);
    VERIFY_OK(recorder->append(FeedMaker::frames({feed.step(EventType::transaction_doubted, "t1")})));
    const auto found = store.reader().find_case(key);
    QVERIFY((*found)->amount == FeedMaker::euros(777));
}

void TestCases::a_rebuild_gives_the_same_cases() {
    RecordFolder store;
    FeedMaker feed;
    auto recorder = store.open();
    std::vector<domain::Event> events;
    for (int i = 0; i < 300; ++i) {
        const std::string transaction = "t" + std::to_string(i % 90);
        const int turn = i / 90;
        events.push_back(turn == 0   ? feed.requested(transaction)
                         : turn == 1 ? feed.assessed(transaction, static_cast<domain::Tier>(i % 5))
                         : turn == 2 ? feed.step(i % 3 == 0   ? EventType::transaction_completed
                                                 : i % 3 == 1 ? EventType::transaction_doubted
                                                              : EventType::transaction_failed,
                                                 transaction, "code", i % 2 == 0 ? "d1" : "")
                                     : feed.amended(transaction, i % 2 == 0 ? 2 : 4, 100));
        if (i % 7 == 0) {
            VERIFY_OK(recorder->append(FeedMaker::frames(events)));
            events.clear();
        }
    }
    VERIFY_OK(recorder->append(FeedMaker::frames(events)));
    domain::SignedDecision decision;
    decision.decision.id = domain::DecisionId("d7");
    decision.decision.source = key.source;
    decision.decision.transaction = domain::TransactionId("t4");
    decision.decision.verb = domain::Verb::reject;
    decision.decision.version = 1;
    decision.decision.subject_digest = {1};
    decision.decision.agent = domain::AgentId("agent-1");
    decision.decision.person = domain::PersonId("p1");
    decision.decision.role = "manager";
    decision.decision.reason_code = "too_expensive";
    decision.decision.policy_version = "7";
    decision.decision.roster_version = 1;
    decision.decision.not_before = FeedMaker::start();
    decision.decision.not_after = FeedMaker::start() + std::chrono::hours(1);
    decision.signed_bytes = wire::decision_bytes(decision.decision);
    VERIFY_OK(recorder->decide(decision, domain::DecisionState::signed_));
    QVERIFY(store.reader().cases({})->size() > 50);
    VERIFY_OK(recorder->verify_cases());
    recorder.reset();
    recorder = store.open(); // and again from what was kept
    VERIFY_OK(recorder->append(FeedMaker::frames({feed.step(EventType::transaction_cancelled, "t4")})));
    VERIFY_OK(recorder->verify_cases());
}

void TestCases::a_failed_commit_moves_no_case() {
    RecordFolder store;
    FeedMaker feed;
    std::uint64_t free = 1000;
    auto options = store.options();
    options.free_floor = 500;
    options.free_bytes = [&free](const std::filesystem::path&) { return free; };
    const auto recorder = store.open(options);
    const auto frames = FeedMaker::frames(drawn_feed(feed, "requested sign_off"));
    free = 100;
    VERIFY_FAULT(recorder->append(frames), base::FaultCode::disk_full);
    QVERIFY(store.reader().open_cases()->empty());
    free = 1000;
    const auto published = recorder->append(frames);
    VERIFY_OK(published);
    QCOMPARE((*published)->cases.size(), 1U);
}

QTEST_APPLESS_MAIN(TestCases)
#include "tst_cases.moc"
