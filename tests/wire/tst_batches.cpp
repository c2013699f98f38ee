// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wire/event_codec.h"
#include "tests/wire/samples.h"

#include <QTest>

using domain::EventType;
using samples::Extent;

/// Frames of one or many events: a bad one is told apart and hurts no other.
class TestBatches : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_bad_event_does_not_hurt_its_neighbours_data();
    void a_bad_event_does_not_hurt_its_neighbours();
    void a_frame_that_is_no_batch_is_refused_data();
    void a_frame_that_is_no_batch_is_refused();
    void a_refusal_says_whose_event_it_was();
};

namespace {

/// The canonical JSON of a full event with one piece of it replaced.
std::string changed(EventType type, const char* from, const char* to) {
    std::string json = samples::event(type, Extent::full).raw;
    const std::size_t at = json.find(from);
    if (at == std::string::npos) {
        qFatal("the sample event has no %s", from);
    }
    return json.replace(at, std::char_traits<char>::length(from), to);
}

} // namespace

void TestBatches::a_bad_event_does_not_hurt_its_neighbours_data() {
    QTest::addColumn<QByteArray>("bad");
    QTest::newRow("an event with a bad member")
        << QByteArray::fromStdString(changed(EventType::agent_updated, "degraded", "asleep"));
    QTest::newRow("not an event") << QByteArray("{}");
    QTest::newRow("a number") << QByteArray("7");
    QTest::newRow("an array") << QByteArray("[1,2]");
    QTest::newRow("a name twice") << QByteArray(R"({"id":"a","id":"b"})");
    QTest::newRow("not JSON inside of braces") << QByteArray(R"({"id":a, 'x' : [}})");
    QTest::newRow("bytes that are not UTF-8") << QByteArray("{\"id\":\"\xFF\"}");
    QTest::newRow("a word") << QByteArray("nonsense");
    QTest::newRow("brackets and quotes inside of a string") << QByteArray(R"({"id":"]}\"[,{\\"})");
}

void TestBatches::a_bad_event_does_not_hurt_its_neighbours() {
    QFETCH(QByteArray, bad);
    const domain::Event first = samples::event(EventType::heartbeat_sent, Extent::full);
    const domain::Event last = samples::event(EventType::transaction_requested, Extent::full);
    std::vector<wire::Item> items;
    const std::string frame = " [ " + first.raw + " ,\n" + bad.toStdString() + "," + last.raw + "] ";
    QVERIFY(wire::Decoder().decode_frame(frame, items).ok());
    QCOMPARE(items.size(), std::size_t{3});
    QVERIFY(samples::same(std::get<domain::Event>(items[0]), first));
    QCOMPARE(std::get<domain::Event>(items[0]).raw, first.raw);
    QCOMPARE(std::get<wire::Refusal>(items[1]).raw, bad.toStdString());
    QVERIFY(samples::same(std::get<domain::Event>(items[2]), last));
    QCOMPARE(std::get<domain::Event>(items[2]).raw, last.raw);
    QVERIFY(!wire::decode_batch(frame).ok());
    QCOMPARE(wire::decode_batch(wire::encode_batch({first, last}))->size(), std::size_t{2});
}

void TestBatches::a_frame_that_is_no_batch_is_refused_data() {
    QTest::addColumn<QByteArray>("frame");
    for (const char* frame : {"", "  ", "[", "[}", "[1", "[1]]", "[1][2]", "[\"abc]", "[\"abc\\", "[{]", "[1] x"}) {
        QTest::newRow(*frame == '\0' ? "nothing" : frame) << QByteArray(frame);
    }
}

void TestBatches::a_frame_that_is_no_batch_is_refused() {
    QFETCH(QByteArray, frame);
    std::vector<wire::Item> items;
    const auto done = wire::Decoder().decode_frame(frame.toStdString(), items);
    // A frame is refused whole, or every piece of it is: nothing of it may become an event.
    QVERIFY(!done.ok() || !items.empty());
    for (const wire::Item& item : items) {
        QVERIFY(std::holds_alternative<wire::Refusal>(item));
    }
    QVERIFY(!wire::decode_batch(frame.toStdString()).ok());
}

void TestBatches::a_refusal_says_whose_event_it_was() {
    std::vector<wire::Item> items;
    wire::Decoder decoder;
    QVERIFY(decoder.decode_frame(changed(EventType::agent_updated, "degraded", "asleep"), items).ok());
    QVERIFY(decoder.decode_frame(R"({"id":7,"source":"","sequence":"x"})", items).ok());
    const auto& readable = std::get<wire::Refusal>(items.at(0));
    QCOMPARE(readable.source, std::optional(domain::SourceId("urn:test:platform")));
    QCOMPARE(readable.id, std::optional(domain::EventId("event-1")));
    QCOMPARE(readable.sequence, std::optional<std::uint64_t>(18'446'744'073'709'551'615U));
    const auto& unreadable = std::get<wire::Refusal>(items.at(1));
    QVERIFY(!unreadable.source && !unreadable.id && !unreadable.sequence);
}

QTEST_APPLESS_MAIN(TestBatches)
#include "tst_batches.moc"
