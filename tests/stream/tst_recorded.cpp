// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mapping/mapping.h"
#include "app/mapping/reader.h"
#include "app/stream/file_source.h"
#include "app/stream/replay_source.h"
#include "app/wire/event_codec.h"

#include <QBuffer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <iterator>
#include <limits>
#include <vector>

using base::FaultCode;
using namespace std::chrono_literals;

namespace {

const base::Instant noon = base::from_rfc3339("2026-03-01T12:00:00Z").value();

std::string event_at(std::uint64_t sequence, base::Instant time) {
    domain::Event event;
    event.source = domain::SourceId("urn:test");
    event.id = domain::EventId("e-" + std::to_string(sequence));
    event.type = domain::EventType::heartbeat_sent;
    event.sequence = sequence;
    event.time = time;
    event.payload = domain::HeartbeatSent{domain::AgentId("a-1")};
    return wire::encode_event(event);
}

/// What a source gave: "1 2 0! 3 ." with a dot at the end and an x at a failure.
struct Collector {
    explicit Collector(stream::Source& source) {
        QObject::connect(&source, &stream::Source::arrived, &source, [this](const uplink::BatchPtr& batch) {
            ++batches;
            for (const uplink::Frame& frame : batch->frames) {
                seen += std::to_string(frame.sequence) + (frame.fault ? "! " : " ");
                frames.push_back(frame);
            }
        });
        QObject::connect(&source, &stream::Source::finished, &source, [this] { seen += "."; });
        QObject::connect(&source, &stream::Source::failed, &source, [this](const base::Fault& fault) {
            seen += "x";
            failure = fault;
        });
    }
    std::string seen;
    int batches = 0;
    std::vector<uplink::Frame> frames;
    base::Fault failure;
};

/// A reading from memory, which may fail at its end.
class ListReading final : public stream::Reading {
public:
    explicit ListReading(std::vector<stream::Dated> all, bool fails = false)
        : all_(std::move(all))
        , fails_(fails) {}
    [[nodiscard]] base::Result<std::vector<stream::Dated>> next(std::size_t most) override {
        std::vector<stream::Dated> piece;
        while (at_ < all_.size() && piece.size() < most) {
            piece.push_back(all_[at_++]);
        }
        if (piece.empty() && fails_) {
            return base::Fault{FaultCode::unreadable, "the disk is gone", {}};
        }
        return piece;
    }

private:
    std::vector<stream::Dated> all_;
    std::size_t at_ = 0;
    bool fails_;
};

stream::Dated dated(std::uint64_t sequence, std::optional<base::Instant> time) {
    return {{.sequence = sequence, .bytes = "{}", .fault = {}}, time};
}

} // namespace

class TestRecorded : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void reads_lines_as_they_are_data();
    void reads_lines_as_they_are();
    void a_line_that_is_too_long_is_kept_in_its_beginning();
    void a_file_that_is_not_there_is_said_so();
    void a_file_may_be_paused_and_gone_on_with();
    void a_failing_file_is_said_so_after_what_could_be_read();
    void replays_with_the_pauses_between_the_times();
    void a_replay_goes_on_where_it_was_paused();
    void a_replay_shortens_long_pauses_and_takes_odd_times_at_once();
    void a_fast_replay_gives_many_at_once();
    void a_replay_without_speed_fails();
    void a_mapped_file_becomes_frames();

private:
    std::unique_ptr<stream::Reading> lines(const QByteArray& bytes);
    QTemporaryDir folder_;
    base::ManualClock clock_{noon};
    uplink::ManualScheduler scheduler_;
};

std::unique_ptr<stream::Reading> TestRecorded::lines(const QByteArray& bytes) {
    QFile file(folder_.filePath(QStringLiteral("events.jsonl")));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        return nullptr;
    }
    file.close();
    return stream::read_lines(file.fileName().toStdString()).value();
}

void TestRecorded::reads_lines_as_they_are_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("seen");
    const QByteArray one = QByteArray::fromStdString(event_at(1, noon));
    const QByteArray two = QByteArray::fromStdString(event_at(2, noon));
    QTest::newRow("an empty file") << QByteArray() << QByteArray(".");
    QTest::newRow("two lines") << one + "\n" + two + "\n" << QByteArray("1 2 .");
    QTest::newRow("no line feed at the end") << one + "\n" + two << QByteArray("1 2 .");
    QTest::newRow("lines of another system") << one + "\r\n" + two + "\r\n" << QByteArray("1 2 .");
    QTest::newRow("blank lines between") << "\n \n" + one + "\n\n\r\n" + two + "\n\n" << QByteArray("1 2 .");
    QTest::newRow("a byte order mark") << "\xEF\xBB\xBF" + one << QByteArray("1 .");
    QTest::newRow("a batch on one line") << "[" + one + "," + two + "]\n" << QByteArray("2 .");
    QTest::newRow("garbage between is handed on") << one + "\nnonsense\n" + two << QByteArray("1 0 2 .");
    QTest::newRow("half an event at the end is handed on") << one + "\n" + two.left(40) << QByteArray("1 0 .");
}

void TestRecorded::reads_lines_as_they_are() {
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, seen);
    stream::FileSource source(lines(bytes), clock_, scheduler_);
    Collector collector(source);
    source.start();
    for (int i = 0; i < 20; ++i) {
        scheduler_.advance(1ms);
    }
    QCOMPARE(QByteArray::fromStdString(collector.seen), seen);
    QCOMPARE(scheduler_.appointed(), std::size_t{0});
    for (const uplink::Frame& frame : collector.frames) {
        QVERIFY(bytes.contains(QByteArray::fromStdString(frame.bytes)));
        QVERIFY(!frame.bytes.ends_with('\r'));
    }
}

void TestRecorded::a_line_that_is_too_long_is_kept_in_its_beginning() {
    const QByteArray one = QByteArray::fromStdString(event_at(1, noon));
    stream::FileSource source(lines(one + "\n" + QByteArray(20 * 1024 * 1024, 'x') + "\n" + one + "\n"), clock_,
                              scheduler_);
    Collector collector(source);
    source.start();
    for (int i = 0; i < 100; ++i) {
        scheduler_.advance(1ms);
    }
    QCOMPARE(collector.seen, std::string("1 0! 1 ."));
    QCOMPARE(collector.frames.at(1).bytes, std::string(4096, 'x'));
    QCOMPARE(static_cast<int>(collector.frames.at(1).fault->code), static_cast<int>(FaultCode::too_large));
    QCOMPARE(collector.frames.at(1).fault->where, std::string("line 2"));
}

void TestRecorded::a_file_that_is_not_there_is_said_so() {
    const auto missing = stream::read_lines(folder_.filePath(QStringLiteral("no-such")).toStdString());
    QVERIFY(!missing.ok());
    QCOMPARE(static_cast<int>(missing.fault().code), static_cast<int>(FaultCode::not_found));
    const auto folder = stream::read_lines(folder_.path().toStdString());
    QVERIFY(!folder.ok());
    QCOMPARE(static_cast<int>(folder.fault().code), static_cast<int>(FaultCode::unreadable));
}

void TestRecorded::a_file_may_be_paused_and_gone_on_with() {
    QByteArray bytes;
    for (std::uint64_t i = 1; i <= 2500; ++i) {
        bytes += QByteArray::fromStdString(event_at(i, noon)) + "\n";
    }
    stream::FileSource source(lines(bytes), clock_, scheduler_);
    Collector collector(source);
    const auto pausing = connect(&source, &stream::Source::arrived, &source, [&source] { source.pause(); });
    source.start();
    scheduler_.advance(10s);
    const auto first = collector.frames.size();
    QVERIFY(first > 0 && first < 2500);
    disconnect(pausing);
    source.resume();
    scheduler_.advance(1ms);
    QCOMPARE(collector.frames.size(), std::size_t{2500});
    QCOMPARE(collector.frames.back().sequence, std::uint64_t{2500});
    QVERIFY(collector.seen.ends_with("."));
}

void TestRecorded::a_failing_file_is_said_so_after_what_could_be_read() {
    for (const bool replayed : {false, true}) {
        auto reading = std::make_unique<ListReading>(std::vector{dated(1, noon), dated(2, noon)}, true);
        std::unique_ptr<stream::Source> source;
        if (replayed) {
            source = std::make_unique<stream::ReplaySource>(std::move(reading), 1.0, clock_, scheduler_);
        } else {
            source = std::make_unique<stream::FileSource>(std::move(reading), clock_, scheduler_);
        }
        Collector collector(*source);
        source->start();
        scheduler_.advance(1s);
        QCOMPARE(collector.seen, std::string("1 2 x"));
        QCOMPARE(static_cast<int>(collector.failure.code), static_cast<int>(FaultCode::unreadable));
        source->resume();
        source->start();
        scheduler_.advance(1s);
        QCOMPARE(collector.seen, std::string("1 2 x"));
    }
}

void TestRecorded::replays_with_the_pauses_between_the_times() {
    const QByteArray bytes = QByteArray::fromStdString(event_at(1, noon) + "\n" + event_at(2, noon + 60s) + "\n" +
                                                       event_at(3, noon + 61s) + "\n" + event_at(4, noon + 61s));
    stream::ReplaySource source(lines(bytes), 60.0, clock_, scheduler_); // an hour in a minute
    Collector collector(source);
    source.start();
    scheduler_.advance(0ms);
    QCOMPARE(collector.seen, std::string("1 "));
    scheduler_.advance(999ms);
    QCOMPARE(collector.seen, std::string("1 "));
    scheduler_.advance(1ms);
    QCOMPARE(collector.seen, std::string("1 2 "));
    scheduler_.advance(16ms);
    QCOMPARE(collector.seen, std::string("1 2 "));
    scheduler_.advance(1ms);
    QCOMPARE(collector.seen, std::string("1 2 3 4 ."));
    QCOMPARE(QByteArray::fromStdString(collector.frames.front().bytes), bytes.left(bytes.indexOf('\n')));
}

void TestRecorded::a_replay_goes_on_where_it_was_paused() {
    auto reading =
        std::make_unique<ListReading>(std::vector{dated(1, noon), dated(2, noon + 10s), dated(3, noon + 20s)});
    stream::ReplaySource source(std::move(reading), 1.0, clock_, scheduler_);
    Collector collector(source);
    source.start();
    scheduler_.advance(5s);
    source.pause();
    scheduler_.advance(1h);
    QCOMPARE(collector.seen, std::string("1 "));
    source.resume();
    scheduler_.advance(10s);
    QCOMPARE(collector.seen, std::string("1 2 "));
    scheduler_.advance(10s);
    QCOMPARE(collector.seen, std::string("1 2 3 ."));
}

void TestRecorded::a_replay_shortens_long_pauses_and_takes_odd_times_at_once() {
    auto reading = std::make_unique<ListReading>(std::vector{
        dated(1, noon), dated(2, noon + 24h), dated(3, std::nullopt), dated(4, noon), dated(5, noon + 24h + 2s)});
    stream::ReplaySource source(std::move(reading), 1.0, clock_, scheduler_, 5s);
    Collector collector(source);
    source.start();
    scheduler_.advance(4999ms);
    QCOMPARE(collector.seen, std::string("1 "));
    scheduler_.advance(1ms);
    QCOMPARE(collector.seen, std::string("1 2 3 4 "));
    scheduler_.advance(2s);
    QCOMPARE(collector.seen, std::string("1 2 3 4 5 ."));
}

void TestRecorded::a_fast_replay_gives_many_at_once() {
    std::vector<stream::Dated> all;
    for (std::uint64_t i = 0; i < 3000; ++i) {
        all.push_back(dated(i + 1, noon + std::chrono::milliseconds(i)));
    }
    stream::ReplaySource source(std::make_unique<ListReading>(all), 1e6, clock_, scheduler_);
    Collector collector(source);
    source.start();
    for (int i = 0; i < 12; ++i) {
        scheduler_.advance(1ms);
    }
    QCOMPARE(collector.frames.size(), std::size_t{3000});
    QVERIFY(collector.batches < 20);
}

void TestRecorded::a_replay_without_speed_fails() {
    for (const double speed : {0.0, -1.0, std::numeric_limits<double>::quiet_NaN()}) {
        stream::ReplaySource source(std::make_unique<ListReading>(std::vector{dated(1, noon)}), speed, clock_,
                                    scheduler_);
        Collector collector(source);
        source.start();
        QCOMPARE(collector.seen, std::string("x"));
        QCOMPARE(static_cast<int>(collector.failure.code), static_cast<int>(FaultCode::invalid_argument));
    }
}

void TestRecorded::a_mapped_file_becomes_frames() {
    const auto rules = mapping::shipped("purchase-card");
    QVERIFY(rules.ok());
    auto device = std::make_unique<QBuffer>();
    device->setData("TRANS DATE,ORIGINAL GROSS AMT,MERCHANT NAME,CARD NUMBER,TRANS CAC DESC 1\n"
                    "01/03/2024,12.50,Corner Shop,*****1234,Books\n"
                    "02/03/2024,twelve,Corner Shop,*****1234,Books\n"
                    "03/03/2024,7.00,Other Shop,*****1234,Books\n");
    QVERIFY(device->open(QIODevice::ReadOnly));
    mapping::ReadOptions options;
    options.dataset = "test";
    options.period = "2024-03";
    auto reader = mapping::Reader::over(std::move(device), "test.csv", *rules, options);
    QVERIFY2(reader.ok(), reader.ok() ? "" : base::describe(reader.fault()).c_str());
    stream::FileSource source(stream::read_mapped(std::move(*reader)), clock_, scheduler_);
    Collector collector(source);
    source.start();
    scheduler_.advance(10ms);
    scheduler_.advance(10ms);
    QVERIFY2(collector.seen.ends_with("."), collector.seen.c_str());
    int requested = 0;
    int faulty = 0;
    std::uint64_t last = 0;
    for (const uplink::Frame& frame : collector.frames) {
        if (frame.fault) {
            ++faulty;
            QVERIFY(frame.bytes.find("twelve") != std::string::npos);
            QVERIFY(frame.fault->where.find("row 3") != std::string::npos);
            continue;
        }
        QCOMPARE(frame.sequence, ++last); // without gaps
        const auto event = wire::decode_event(frame.bytes);
        QVERIFY(event.ok());
        QCOMPARE(event->sequence, frame.sequence);
        requested += event->type == domain::EventType::transaction_requested ? 1 : 0;
    }
    QCOMPARE(requested, 2);
    QCOMPARE(faulty, 1);
}

QTEST_GUILESS_MAIN(TestRecorded)
#include "tst_recorded.moc"
