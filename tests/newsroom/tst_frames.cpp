// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/newsroom/frames.h"

#include <QTest>

class TestFrames : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void frames_keep_order_bytes_and_place();
    void what_the_transport_could_not_read_keeps_its_reason();
    void gaps_go_with_the_last_frame();
    void gaps_alone_are_told_too();
};

namespace {

const domain::SourceId gateway("urn:test:gateway");

uplink::Frame frame(std::uint64_t first, std::uint64_t last, std::string bytes) {
    return {.sequence = last, .first = first, .bytes = std::move(bytes), .fault = {}};
}

} // namespace

void TestFrames::frames_keep_order_bytes_and_place() {
    uplink::Batch batch;
    batch.received = base::Instant(base::Microseconds(7));
    batch.frames = {frame(1, 1, "{}"), frame(2, 4, "[{},{},{}]"), frame(0, 9, "garbage")};
    const auto frames = newsroom::frames_of(batch, gateway);
    QCOMPARE(frames.size(), 3U);
    QCOMPARE(frames[1].bytes, std::string("[{},{},{}]"));
    QCOMPARE(frames[1].place, std::string("feed 4"));
    QVERIFY(frames[1].carries == (record::SequenceRange{2, 4}));
    QVERIFY(frames[2].carries == (record::SequenceRange{9, 9}));
    QCOMPARE(frames[0].feed, gateway);
    QVERIFY(frames[0].received == batch.received);
    QVERIFY(!frames[0].unreadable.has_value());
}

void TestFrames::what_the_transport_could_not_read_keeps_its_reason() {
    uplink::Batch batch;
    batch.frames = {frame(0, 0, "{}"), frame(5, 5, "")};
    batch.frames[0].fault = base::Fault{base::FaultCode::malformed, "the event's id is no sequence number", "id"};
    batch.frames[1].fault = base::Fault{base::FaultCode::too_large, "a line is too long", {}};
    const auto frames = newsroom::frames_of(batch, gateway);
    QCOMPARE(frames[0].unreadable->reason, *batch.frames[0].fault);
    QCOMPARE(frames[0].place, std::string("feed"));
    QVERIFY(frames[0].carries == record::SequenceRange());
    QCOMPARE(frames[1].unreadable->reason, *batch.frames[1].fault);
    QVERIFY(frames[1].carries == (record::SequenceRange{5, 5}));
}

void TestFrames::gaps_go_with_the_last_frame() {
    uplink::Batch batch;
    batch.frames = {frame(1, 1, "{}"), frame(5, 5, "{}")};
    batch.gaps = {{2, 4}};
    const auto frames = newsroom::frames_of(batch, gateway);
    QVERIFY(frames[0].given_up.empty());
    QCOMPARE(frames[1].given_up.size(), 1U);
    QVERIFY(frames[1].given_up[0] == (record::SequenceRange{2, 4}));
}

void TestFrames::gaps_alone_are_told_too() {
    uplink::Batch batch;
    batch.gaps = {{2, 4}};
    const auto frames = newsroom::frames_of(batch, gateway);
    QCOMPARE(frames.size(), 1U);
    QCOMPARE(frames[0].feed, gateway);
    QVERIFY(frames[0].bytes.empty());
    QCOMPARE(frames[0].given_up.size(), 1U);
}

QTEST_APPLESS_MAIN(TestFrames)
#include "tst_frames.moc"
