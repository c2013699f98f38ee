// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handover/message.h"
#include "app/wire/signed_bytes.h"
#include "tests/support/drawn_feed.h"

#include <QTest>

class TestMessage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void jobs_come_out_as_they_went_in();
    void answers_come_out_as_they_went_in();
    void half_a_message_waits();
    void a_message_that_is_cut_anywhere_is_refused();
    void a_message_with_something_behind_it_is_refused();
    void a_huge_message_is_refused_before_it_is_read();
    void another_version_is_told_so();
    void a_decision_comes_in_no_state_but_signed_or_held();
};

namespace {

domain::SignedDecision decision() {
    domain::SignedDecision one;
    one.decision.id = domain::DecisionId("d-1");
    one.decision.source = domain::SourceId(drawn::source);
    one.decision.transaction = domain::TransactionId("tx-1");
    one.decision.version = 1;
    one.decision.subject_digest.fill(7);
    one.decision.verb = domain::Verb::reject;
    one.decision.person = domain::PersonId("ada");
    one.signed_bytes = wire::decision_bytes(one.decision);
    one.key.fill(3);
    one.signature.fill(4);
    return one;
}

handover::Append two_frames() {
    record::Frame first{"{\"a\":1}", base::Instant(base::Microseconds(5)), domain::SourceId("file:x"), "x.csv:2", 9};
    record::Frame second = first;
    second.bytes = std::string("\0\xff", 2); // garbage travels as it is
    second.carries = {5, 6};
    second.unreadable = record::Unreadable{{base::FaultCode::too_large, "more than 16 MiB", "line 7"},
                                           domain::EventId("row-7"),
                                           domain::Money{-1250, domain::Currency::from_code("EUR").value()}};
    second.given_up = {{2, 3}, {9, 9}};
    return {{first, second}};
}

} // namespace

void TestMessage::jobs_come_out_as_they_went_in() {
    const auto append = handover::decode_job(handover::encode(handover::Job(two_frames())));
    QVERIFY(append.ok());
    const auto& frames = std::get<handover::Append>(*append).frames;
    QCOMPARE(frames.size(), std::size_t{2});
    QCOMPARE(frames[0].place, std::string("x.csv:2"));
    QCOMPARE(frames[0].batch, std::int64_t{9});
    QCOMPARE(frames[1].bytes, std::string("\0\xff", 2));
    const record::Frame sent = two_frames().frames[1];
    QVERIFY(frames[1].carries == sent.carries);
    QVERIFY(frames[1].unreadable == sent.unreadable);
    QVERIFY(frames[1].given_up == sent.given_up);
    QVERIFY(!frames[0].unreadable.has_value());
    const auto decide = handover::decode_job(
        handover::encode(handover::Job(handover::Decide{decision(), domain::DecisionState::held})));
    QVERIFY(decide.ok());
    QVERIFY(std::get<handover::Decide>(*decide).decision == decision());
    QCOMPARE(std::get<handover::Decide>(*decide).state, domain::DecisionState::held);
    const auto resolve =
        handover::decode_job(handover::encode(handover::Job(handover::ResolveBatch{4, true, domain::PersonId("ada")})));
    QVERIFY(resolve.ok());
    QVERIFY(std::get<handover::ResolveBatch>(*resolve).keep);
    const handover::NoteView noted{{domain::SourceId(drawn::source), domain::TransactionId("tx-1")},
                                   2,
                                   domain::PersonId("ada"),
                                   base::Instant(base::Microseconds(5)),
                                   "{}"};
    const auto view = handover::decode_job(handover::encode(handover::Job(noted)));
    QVERIFY(view.ok());
    const auto& read = std::get<handover::NoteView>(*view);
    QVERIFY(read.key == noted.key && read.person == noted.person && read.time == noted.time);
    QCOMPARE(read.version, 2);
    QCOMPARE(read.body, noted.body);
    handover::NoteView broken = noted;
    broken.version = 0;
    QVERIFY(!handover::decode_job(handover::encode(handover::Job(broken))).ok());
}

void TestMessage::answers_come_out_as_they_went_in() {
    record::Counts counts{1, 2, 3, 4, 5};
    const auto counted = handover::decode_answer(handover::encode(handover::Answer(counts)));
    QVERIFY(counted.ok());
    QVERIFY(std::get<record::Counts>(*counted) == counts);
    const base::Fault fault{base::FaultCode::disk_full, "below the floor", "store"};
    const auto failed = handover::decode_answer(handover::encode(handover::Answer(fault)));
    QVERIFY(failed.ok());
    QVERIFY(std::get<base::Fault>(*failed) == fault);
    store::BatchRow row;
    row.number = 3;
    row.state = store::BatchState::suspected;
    row.same_as = 1;
    row.events = 4573;
    const auto batch = handover::decode_answer(handover::encode(handover::Answer(row)));
    QVERIFY(batch.ok());
    QCOMPARE(std::get<store::BatchRow>(*batch).same_as, row.same_as);
    QCOMPARE(std::get<store::BatchRow>(*batch).events, row.events);
    QCOMPARE(std::get<store::BatchRow>(*batch).state, row.state);
}

void TestMessage::half_a_message_waits() {
    const QByteArray whole = handover::framed(handover::encode(handover::Job(two_frames())));
    QByteArray read;
    for (qsizetype i = 0; i < whole.size(); ++i) {
        const auto early = handover::take_message(read);
        QVERIFY(early.ok());
        QVERIFY(early->isEmpty());
        read.append(whole.at(i));
    }
    const auto message = handover::take_message(read);
    QVERIFY(message.ok());
    QVERIFY(handover::decode_job(*message).ok());
    QVERIFY(read.isEmpty());
}

void TestMessage::a_message_that_is_cut_anywhere_is_refused() {
    const QByteArray whole = handover::encode(handover::Job(two_frames()));
    for (qsizetype length = 0; length < whole.size(); ++length) {
        QVERIFY2(!handover::decode_job(whole.left(length)).ok(), qPrintable(QString::number(length)));
    }
}

void TestMessage::a_message_with_something_behind_it_is_refused() {
    const auto job = handover::decode_job(handover::encode(handover::Job(handover::EndBatch{1})) + "x");
    QVERIFY(!job.ok());
    QCOMPARE(job.fault().code, base::FaultCode::malformed);
}

void TestMessage::a_huge_message_is_refused_before_it_is_read() {
    QByteArray read("\xff\xff\xff\xff", 4);
    const auto message = handover::take_message(read);
    QVERIFY(!message.ok());
    QCOMPARE(message.fault().code, base::FaultCode::too_large);
}

void TestMessage::another_version_is_told_so() {
    QByteArray message = handover::encode(handover::Job(handover::EndBatch{1}));
    message[4] = '9'; // first letter of the version, behind its length
    const auto job = handover::decode_job(message);
    QVERIFY(!job.ok());
    QCOMPARE(job.fault().code, base::FaultCode::unsupported);
}

void TestMessage::a_decision_comes_in_no_state_but_signed_or_held() {
    const auto job = handover::decode_job(
        handover::encode(handover::Job(handover::Decide{decision(), domain::DecisionState::executed})));
    QVERIFY(!job.ok());
    QCOMPARE(job.fault().code, base::FaultCode::malformed);
}

QTEST_APPLESS_MAIN(TestMessage)
#include "tst_message.moc"
