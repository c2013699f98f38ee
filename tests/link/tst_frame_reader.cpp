// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/frame_reader.h"

#include <QTest>

using base::FaultCode;
using uplink::FrameReader;
using uplink::Gap;

namespace {

constexpr std::size_t limit = 4096;
const base::Instant noon = base::from_rfc3339("2026-03-01T12:00:00Z").value();

std::string sse_event(std::uint64_t sequence, const std::string& data = "{}") {
    return "id: " + std::to_string(sequence) + "\ndata: " + data + "\n\n";
}

/// "1 2 [gap 3-4] 5 6!" : sequences in order, gaps where they were given, ! for a fault.
std::string drawn(const uplink::Batch& batch) {
    std::string text;
    for (const Gap& gap : batch.gaps) {
        text += "[gap " + std::to_string(gap.first) + "-" + std::to_string(gap.last) + "] ";
    }
    for (const uplink::Frame& frame : batch.frames) {
        text += std::to_string(frame.sequence) + (frame.fault ? "! " : " ");
    }
    return text;
}

} // namespace

class TestFrameReader : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void counts_the_events_of_a_frame_data();
    void counts_the_events_of_a_frame();
    void gives_every_frame_once_whatever_the_cuts();
    void resumes_after_a_cut_at_every_byte();
    void asks_again_for_what_is_missing();
    void gives_a_gap_up_after_three_times();
    void a_gap_given_up_is_not_asked_for_again();
    void a_batch_covers_all_its_sequences();
    void what_was_seen_before_passes();
    void a_frame_without_a_sequence_is_given_out_as_faulty_data();
    void a_frame_without_a_sequence_is_given_out_as_faulty();
    void steps_over_a_frame_that_is_too_large();
    void reads_the_clock_of_a_heartbeat();
    void garbage_never_breaks_it();
};

void TestFrameReader::counts_the_events_of_a_frame_data() {
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<int>("count");
    QTest::newRow("nothing") << QByteArray("") << 0;
    QTest::newRow("an object") << QByteArray("{\"a\":[1,2,3]}") << 1;
    QTest::newRow("an object that is broken") << QByteArray("{\"a\":") << 1;
    QTest::newRow("an empty batch") << QByteArray("[ ]") << 0;
    QTest::newRow("a batch of one") << QByteArray("[{}]") << 1;
    QTest::newRow("commas inside do not count") << QByteArray(R"([{"a":[1,2],"b":",]"},{"c":"\",["} ])") << 2;
    QTest::newRow("a batch that does not end") << QByteArray("[{},{}") << 0;
    QTest::newRow("a string that does not end") << QByteArray("[\"") << 0;
    QTest::newRow("a string that ends in a backslash") << QByteArray("[\"\\") << 0;
    QTest::newRow("backslashes before the end of a string") << QByteArray(R"(["\\",["\\\",",1],"\\\\"])") << 3;
    QTest::newRow("an empty string") << QByteArray(R"(["",{"":","}])") << 2;
    QTest::newRow("a batch of numbers") << QByteArray("[1,2,3]") << 0;
}

void TestFrameReader::counts_the_events_of_a_frame() {
    QFETCH(QByteArray, data);
    QFETCH(int, count);
    QCOMPARE(uplink::count_events({data.constData(), static_cast<std::size_t>(data.size())}),
             static_cast<std::uint64_t>(count));
}

void TestFrameReader::gives_every_frame_once_whatever_the_cuts() {
    const std::string feed = sse_event(1) + ": heartbeat x\n\n" + sse_event(2, "{\"a\":\"\xc3\xa4\"}") +
                             sse_event(4, "[{},{}]") + sse_event(5);
    for (std::size_t first = 0; first <= feed.size(); ++first) {
        for (std::size_t second = first; second <= feed.size(); second += 7) {
            FrameReader reader(3, limit);
            QCOMPARE(reader.begin(0), std::uint64_t{0});
            std::string seen;
            for (const auto& piece : {feed.substr(0, first), feed.substr(first, second - first), feed.substr(second)}) {
                seen += drawn(*reader.feed(piece, noon).batch);
            }
            QCOMPARE(seen, std::string("1 2 4 5 "));
        }
    }
}

void TestFrameReader::resumes_after_a_cut_at_every_byte() {
    std::string feed;
    for (std::uint64_t sequence = 1; sequence <= 5; ++sequence) {
        feed += sse_event(sequence);
    }
    const std::size_t one = sse_event(1).size();
    for (std::size_t cut = 0; cut <= feed.size(); ++cut) {
        FrameReader reader(3, limit);
        (void)reader.begin(0);
        std::string seen = drawn(*reader.feed(feed.substr(0, cut), noon).batch);
        const std::uint64_t durable = seen.size() / 2;
        const std::uint64_t after = reader.begin(durable);
        QCOMPARE(after, durable);
        const auto rest = reader.feed(feed.substr(after * one), noon);
        QVERIFY(!rest.again);
        QCOMPARE(seen + drawn(*rest.batch), std::string("1 2 3 4 5 "));
    }
}

void TestFrameReader::asks_again_for_what_is_missing() {
    FrameReader reader(3, limit);
    (void)reader.begin(0);
    const auto taken = reader.feed(sse_event(1) + sse_event(4) + sse_event(5), noon);
    QCOMPARE(drawn(*taken.batch), std::string("1 "));
    QVERIFY(taken.again && taken.gap);
    QCOMPARE(taken.again->detail, std::string("sequences 2 to 3 are missing"));
    (void)reader.begin(1);
    const auto whole = reader.feed(sse_event(2) + sse_event(3) + sse_event(4), noon);
    QCOMPARE(drawn(*whole.batch), std::string("2 3 4 "));
    QVERIFY(!whole.again);
}

void TestFrameReader::gives_a_gap_up_after_three_times() {
    FrameReader reader(3, limit);
    for (int attempt = 0; attempt < 3; ++attempt) {
        (void)reader.begin(1);
        const auto taken = reader.feed(sse_event(3), noon);
        QVERIFY(taken.again.has_value());
        QVERIFY(taken.batch->empty());
    }
    (void)reader.begin(1);
    const auto taken = reader.feed(sse_event(3) + sse_event(4), noon);
    QVERIFY(!taken.again);
    QCOMPARE(drawn(*taken.batch), std::string("[gap 2-2] 3 4 "));
}

void TestFrameReader::a_gap_given_up_is_not_asked_for_again() {
    FrameReader reader(1, limit);
    (void)reader.begin(0);
    QVERIFY(reader.feed(sse_event(3), noon).again.has_value());
    (void)reader.begin(0);
    QCOMPARE(drawn(*reader.feed(sse_event(3), noon).batch), std::string("[gap 1-2] 3 "));
    (void)reader.begin(0);
    const auto again = reader.feed(sse_event(3) + sse_event(4), noon);
    QVERIFY(!again.again);
    QCOMPARE(drawn(*again.batch), std::string("3 4 "));
}

void TestFrameReader::a_batch_covers_all_its_sequences() {
    FrameReader reader(3, limit);
    (void)reader.begin(0);
    QVERIFY(!reader.feed(sse_event(3, "[{},{},{}]") + sse_event(5, "[{},{}]"), noon).again);
    QVERIFY(reader.feed(sse_event(8, "[{},{}]"), noon).again.has_value());
}

void TestFrameReader::what_was_seen_before_passes() {
    FrameReader reader(3, limit);
    (void)reader.begin(5);
    const auto taken = reader.feed(sse_event(4) + sse_event(6) + sse_event(6) + sse_event(7), noon);
    QVERIFY(!taken.again);
    QCOMPARE(drawn(*taken.batch), std::string("4 6 6 7 "));
}

void TestFrameReader::a_frame_without_a_sequence_is_given_out_as_faulty_data() {
    QTest::addColumn<QByteArray>("id");
    for (const char* id : {"", "0", "-1", "x", "1x", "1.0", " ", "18446744073709551615", "99999999999999999999999"}) {
        QTest::newRow(*id == '\0' ? "no id" : id) << QByteArray(id);
    }
}

void TestFrameReader::a_frame_without_a_sequence_is_given_out_as_faulty() {
    QFETCH(QByteArray, id);
    FrameReader reader(3, limit);
    (void)reader.begin(0);
    const auto taken = reader.feed("id: " + id.toStdString() + "\ndata: {\"a\":1}\n\n" + sse_event(1), noon);
    QCOMPARE(drawn(*taken.batch), std::string("0! 1 "));
    QCOMPARE(taken.batch->frames.front().bytes, std::string("{\"a\":1}"));
    QCOMPARE(static_cast<int>(taken.batch->frames.front().fault->code), static_cast<int>(FaultCode::malformed));
}

void TestFrameReader::steps_over_a_frame_that_is_too_large() {
    const std::string feed = sse_event(2, std::string(limit + 1, 'x')) + sse_event(3);
    FrameReader reader(3, limit);
    for (int attempt = 1; attempt <= 3; ++attempt) {
        QCOMPARE(reader.begin(1), std::uint64_t{1});
        const auto taken = reader.feed(feed, noon);
        QVERIFY(taken.again.has_value());
        QCOMPARE(static_cast<int>(taken.again->code), static_cast<int>(FaultCode::too_large));
        QCOMPARE(drawn(*taken.batch), attempt < 3 ? std::string() : std::string("2! "));
    }
    QCOMPARE(reader.begin(1), std::uint64_t{2});
    QCOMPARE(drawn(*reader.feed(sse_event(3), noon).batch), std::string("3 "));
}

void TestFrameReader::reads_the_clock_of_a_heartbeat() {
    FrameReader reader(3, limit);
    (void)reader.begin(0);
    const auto taken = reader.feed(": heartbeat 2026-03-01T11:59:58Z\n\n: heartbeat nonsense\n\n", noon);
    QVERIFY(taken.heartbeat.has_value());
    QVERIFY(noon - *taken.heartbeat == std::chrono::seconds(2));
    QVERIFY(taken.batch->empty() && !taken.again);
}

void TestFrameReader::garbage_never_breaks_it() {
    std::uint32_t state = 7;
    const std::string alphabet = "id:data 0123\n\r[]{},\"\\\xff\x00";
    for (int round = 0; round < 300; ++round) {
        FrameReader reader(2, 200);
        (void)reader.begin(0);
        for (int piece = 0; piece < 20; ++piece) {
            std::string bytes;
            for (int i = 0; i < 60; ++i) {
                state = state * 1664525U + 1013904223U;
                bytes += alphabet[(state >> 16U) % alphabet.size()];
            }
            const auto taken = reader.feed(bytes, noon);
            QVERIFY(taken.batch != nullptr);
            if (taken.again) {
                (void)reader.begin(0);
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestFrameReader)
#include "tst_frame_reader.moc"
