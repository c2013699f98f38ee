// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/record/writer.h"
#include "tests/record/failing_disk.h"
#include "tests/record/record_folder.h"
#include "tests/support/patience.h"

#include <QFile>
#include <QTest>

#include <sqlite3.h>

#include <atomic>
#include <csignal>
#include <cstring>

#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

/// The disk below the record at its worst: it fails while the log is moved and while a segment is sealed, a reader
/// keeps the log from being moved, and it is really full.
class TestDisk : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_failure_while_the_log_is_moved_hurts_nothing();
    void a_failure_while_a_segment_is_sealed_hurts_nothing();
    void the_log_is_moved_while_records_come();
    void the_log_is_moved_beside_commits();
    void a_reader_that_stays_does_not_let_the_log_grow_for_ever();
    void a_really_full_disk_loses_nothing_and_goes_on();
    void a_file_that_may_not_grow_loses_nothing_and_goes_on();
};

namespace {

std::vector<record::Frame> heartbeats(FeedMaker& feed, int count) {
    std::vector<domain::Event> events;
    for (int i = 0; i < count; ++i) {
        events.push_back(feed.heartbeat());
    }
    return FeedMaker::frames(events);
}

/// Appends batches, each once more after a failure; how many events are acknowledged.
std::uint64_t append_all(record::Recorder& recorder, FeedMaker& feed, int batches, int size) {
    std::uint64_t acknowledged = recorder.size();
    for (int i = 0; i < batches; ++i) {
        const auto frames = heartbeats(feed, size);
        auto published = recorder.append(frames);
        if (!published) {
            published = recorder.append(frames);
        }
        if (!published) {
            qWarning("%s", base::describe(published.fault()).c_str());
            return 0;
        }
        acknowledged = (*published)->size;
    }
    return acknowledged;
}

bool is_whole(RecordFolder& store, std::uint64_t acknowledged) {
    const auto recorder = store.open();
    return recorder && acknowledged > 0 && recorder->size() >= acknowledged && recorder->verify_leaves().ok() &&
           recorder->verify_cases().ok();
}

record::Options on_failing_disk(const RecordFolder& store) {
    record::Options options = store.options();
    options.backend = std::make_shared<store::SqliteBackend>(FailingDisk::name);
    options.log_soft_bytes = 1; // moved after every commit
    options.moves_log_beside = false;
    return options;
}

std::uint64_t log_size(const RecordFolder& store) {
    std::error_code error;
    const auto size = std::filesystem::file_size(store.folder() / "record.sqlite-wal", error);
    return error ? 0 : size;
}

/// What a fault looked like, for whoever reads the test's output.
void say(const char* where, const base::Fault& fault) {
    qInfo("%s: %s", where, base::describe(fault).c_str());
}

} // namespace

void TestDisk::a_failure_while_the_log_is_moved_hurts_nothing() {
    const int most = qEnvironmentVariableIsSet("REEVE_FULL") ? 5000 : 90;
    int failures = 0;
    for (int n = 1; n <= most; ++n) {
        RecordFolder store;
        FailingDisk disk(n);
        std::uint64_t acknowledged = 1;
        {
            auto recorder = record::Recorder::open(on_failing_disk(store), store.clock());
            FeedMaker feed;
            acknowledged = recorder ? append_all(**recorder, feed, 5, 7) : 1;
        }
        const bool failed = disk.failed();
        failures += failed ? 1 : 0;
        disk.mend();
        FeedMaker feed; // a store that could not even be made is made now
        if (acknowledged == 1) {
            const auto recorder = store.open();
            QVERIFY(recorder);
            acknowledged = append_all(*recorder, feed, 1, 7);
        }
        QVERIFY2(is_whole(store, acknowledged), qPrintable(QString::number(n)));
        if (!failed) {
            break;
        }
    }
    QVERIFY(failures > 30);
}

void TestDisk::a_failure_while_a_segment_is_sealed_hurts_nothing() {
    RecordFolder before; // one batch short of a full segment
    FeedMaker feed;
    {
        const auto recorder = before.open();
        QVERIFY(recorder);
        QCOMPARE(append_all(*recorder, feed, 65, 1'000), std::uint64_t{65'000});
        QCOMPARE(append_all(*recorder, feed, 1, 500), std::uint64_t{65'500});
    }
    const auto run = [&](int n, int* calls) {
        RecordFolder store;
        std::filesystem::copy(before.folder(), store.folder(), std::filesystem::copy_options::recursive);
        FailingDisk disk(n);
        FeedMaker next = feed;
        std::uint64_t acknowledged = 0;
        {
            auto recorder = record::Recorder::open(on_failing_disk(store), store.clock());
            acknowledged = recorder ? append_all(**recorder, next, 14, 50) : 0;
        }
        *calls = disk.calls();
        const bool failed = disk.failed();
        disk.mend();
        QCOMPARE(acknowledged, std::uint64_t{66'200});
        QVERIFY2(is_whole(store, acknowledged), qPrintable(QString::number(n)));
        QCOMPARE(store.reader().status()->sealed_segments, std::uint64_t{1});
        QCOMPARE(failed, n > 0);
    };
    int calls = 0;
    run(0, &calls);
    QVERIFY(calls > 20);
    const int all = calls;
    const int step = qEnvironmentVariableIsSet("REEVE_FULL") ? 1 : std::max(1, all / 10);
    for (int n = 1; n <= all && !QTest::currentTestFailed(); n += step) {
        run(n, &calls);
    }
}

void TestDisk::a_reader_that_stays_does_not_let_the_log_grow_for_ever() {
    RecordFolder store;
    FeedMaker feed;
    record::Options options = store.options();
    options.log_soft_bytes = 64 * 1024;
    options.log_hard_bytes = 512 * 1024;
    options.moves_log_beside = false;
    const auto recorder = store.open(options);
    QVERIFY(recorder);
    VERIFY_OK(recorder->append(heartbeats(feed, 10)));
    sqlite3* reader = nullptr;
    QVERIFY(sqlite3_open((store.folder() / "record.sqlite").c_str(), &reader) == SQLITE_OK);
    QVERIFY(sqlite3_exec(reader, "BEGIN; SELECT count(*) FROM entry", nullptr, nullptr, nullptr) == SQLITE_OK);
    for (int i = 0; log_size(store) < 768 * 1024 && i < 200; ++i) {
        VERIFY_OK(recorder->append(heartbeats(feed, 500)));
    }
    const std::uint64_t grown = log_size(store);
    QVERIFY(grown >= 768 * 1024); // nothing is lost and nothing stops, it can only not be moved
    sqlite3_close(reader);
    for (int i = 0; i < 12; ++i) {
        VERIFY_OK(recorder->append(heartbeats(feed, 100)));
    }
    // It was moved and is written from its beginning again.
    QVERIFY2(log_size(store) <= grown + 256 * 1024, qPrintable(QString::number(log_size(store))));
    VERIFY_OK(recorder->verify_leaves());
}

void TestDisk::the_log_is_moved_while_records_come() {
    RecordFolder store;
    FeedMaker feed;
    record::Options options = store.options();
    options.log_soft_bytes = 256 * 1024;
    options.moves_log_beside = false;
    const auto recorder = store.open(options);
    QVERIFY(recorder);
    for (int i = 0; i < 40; ++i) {
        VERIFY_OK(recorder->append(heartbeats(feed, 100)));
        QVERIFY2(log_size(store) < 1024 * 1024, qPrintable(QString::number(log_size(store))));
    }
    QVERIFY(std::filesystem::file_size(store.folder() / "record.sqlite") > 1024 * 1024);
}

void TestDisk::the_log_is_moved_beside_commits() {
    RecordFolder store;
    FeedMaker feed;
    record::Options options = store.options();
    options.log_soft_bytes = 256 * 1024;
    options.log_hard_bytes = 2048 * 1024;
    const auto recorder = store.open(options);
    QVERIFY(recorder);
    for (int i = 0; i < 120; ++i) {
        VERIFY_OK(recorder->append(heartbeats(feed, 100)));
        QVERIFY2(log_size(store) < 3072 * 1024, qPrintable(QString::number(log_size(store))));
    }
    QVERIFY(std::filesystem::file_size(store.folder() / "record.sqlite") > 2048 * 1024);
    VERIFY_OK(recorder->verify_leaves());
}

void TestDisk::a_really_full_disk_loses_nothing_and_goes_on() {
    RecordFolder place;
    const std::filesystem::path disk = place.base() / "disk";
    std::filesystem::create_directories(disk);
    if (::mount("tmpfs", disk.c_str(), "tmpfs", 0, "size=12m") != 0) {
        QSKIP(qPrintable(QStringLiteral("no small disk can be mounted here (%1); root may")
                             .arg(QString::fromLocal8Bit(std::strerror(errno)))));
    }
    struct Unmount {
        std::filesystem::path at;
        ~Unmount() { ::umount2(at.c_str(), MNT_DETACH); }
    } const unmount{disk};
    {
        QFile ballast(QString::fromStdString((disk / "ballast").string()));
        QVERIFY(ballast.open(QIODevice::WriteOnly));
        QVERIFY(ballast.resize(0) && ballast.write(QByteArray(6 * 1024 * 1024, 'x')) > 0);
        record::Options options = place.options();
        options.folder = disk / "store";
        std::atomic<bool> full = false;
        std::atomic<std::uint64_t> durable = 0;
        record::Writer::Callbacks callbacks;
        callbacks.published = [&](const record::PublishedPtr& published) { durable = published->size; };
        callbacks.health = [&](const record::WriterHealth& health) {
            if (health.fault) {
                say("the full disk", *health.fault);
                full = health.fault->code == base::FaultCode::disk_full;
            }
        };
        record::WriterLimits limits;
        limits.retry_wait = std::chrono::milliseconds(20);
        limits.most_events = 500;
        auto recorder = place.open(options);
        QVERIFY(recorder);
        record::Writer writer(std::move(recorder), callbacks, limits);
        FeedMaker feed;
        std::uint64_t given = 0;
        while (!full && given < 100'000) {
            static_cast<void>(writer.submit(heartbeats(feed, 500)));
            given += 500;
            if (const auto flushed = writer.flush(); !flushed) {
                QCOMPARE(flushed.fault().code, base::FaultCode::disk_full);
            }
        }
        QVERIFY(full);
        const std::uint64_t stopped_at = durable;
        QVERIFY(stopped_at < given);
        // What was acknowledged can be read from the full disk.
        const auto reader = store::Reader::open(options.folder);
        VERIFY_OK(reader);
        QCOMPARE(reader->status()->entries, stopped_at);
        QVERIFY(QFile::remove(ballast.fileName()));
        ballast.close();
        QTRY_COMPARE(durable.load(), given); // by itself
        writer.stop();
    }
    record::Options options = place.options();
    options.folder = disk / "store";
    const auto again = place.open(options);
    QVERIFY(again);
    VERIFY_OK(again->verify_leaves());
}

void TestDisk::a_file_that_may_not_grow_loses_nothing_and_goes_on() {
    RecordFolder store;
    FeedMaker feed;
    const auto recorder = store.open();
    QVERIFY(recorder);
    VERIFY_OK(recorder->append(heartbeats(feed, 100)));
    rlimit before{};
    QVERIFY(::getrlimit(RLIMIT_FSIZE, &before) == 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{2 * 1024 * 1024, before.rlim_max};
    QVERIFY(::setrlimit(RLIMIT_FSIZE, &small) == 0);
    std::uint64_t durable = recorder->size();
    std::vector<record::Frame> refused;
    for (int i = 0; refused.empty() && i < 200; ++i) {
        auto frames = heartbeats(feed, 500);
        const auto published = recorder->append(frames);
        if (published) {
            durable = (*published)->size;
        } else {
            say("a file at its limit", published.fault());
            refused = std::move(frames);
        }
    }
    const auto still = recorder->append(refused);
    ::setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    QVERIFY(!refused.empty());
    QVERIFY(!still.ok());
    QCOMPARE(recorder->size(), durable);
    const auto published = recorder->append(refused);
    VERIFY_OK(published);
    QCOMPARE((*published)->counts.events, std::uint64_t{500});
    VERIFY_OK(recorder->verify_leaves());
}

QTEST_GUILESS_MAIN(TestDisk)
#include "tst_disk.moc"
