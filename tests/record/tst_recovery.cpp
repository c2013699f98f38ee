// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/crypto/signing.h"
#include "app/ledger/pin.h"
#include "app/store/keeper.h"
#include "tests/record/failing_disk.h"
#include "tests/record/record_folder.h"

#include <QFile>
#include <QTest>

#include <sqlite3.h>

#include <csignal>
#include <random>

#include <sys/wait.h>
#include <unistd.h>

/// What must not be lost, and what must not go unseen.
class TestRecovery : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_killed_recorder_loses_nothing_that_it_acknowledged();
    void every_failing_write_leaves_whole_batches();
    void a_full_disk_loses_nothing_and_goes_on_when_there_is_space();
    void a_floor_of_free_space_stops_writing();
    void an_altered_entry_is_seen();
    void an_altered_entry_long_ago_is_seen_by_the_whole_check();
    void a_removed_entry_is_seen();
    void checkpoints_follow_the_record();
    void a_restored_backup_is_seen();
    void a_fork_is_seen();
    void a_pin_of_another_record_is_refused();
    void a_changed_pin_is_refused();
    void a_record_is_readable_only_when_version_checkpoint_and_pin_fit();
    void a_second_keeper_is_refused_by_name();
    void a_store_of_a_newer_version_is_refused();
    void garbage_is_refused_with_advice();
    void another_program_s_database_is_refused();
};

namespace {

constexpr int batch_events = 7;

std::vector<record::Frame> batch_of(FeedMaker& feed) {
    std::vector<domain::Event> events;
    for (int i = 0; i < batch_events; ++i) {
        events.push_back(i % 3 == 0 ? feed.requested("t" + std::to_string(feed.sequence())) : feed.heartbeat());
    }
    return FeedMaker::frames(events);
}

/// Runs in a process of its own: records without end and writes the count of acknowledged batches into a pipe.
[[noreturn]] void record_until_killed(record::Options options, const base::Clock& clock, int pipe) {
    auto recorder = record::Recorder::open(std::move(options), clock);
    FeedMaker feed;
    for (std::uint32_t acknowledged = 1; recorder; ++acknowledged) {
        if (!(*recorder)->append(batch_of(feed))) {
            break;
        }
        if (::write(pipe, &acknowledged, sizeof acknowledged) != sizeof acknowledged) {
            break;
        }
    }
    ::_exit(1);
}

/// Changes the database behind the program's back, with the constraints and triggers that a hand would remove first.
void tamper(const std::filesystem::path& folder, const char* sql) {
    sqlite3* db = nullptr;
    QVERIFY(sqlite3_open((folder / "record.sqlite").c_str(), &db) == SQLITE_OK);
    QVERIFY2(sqlite3_exec(db, sql, nullptr, nullptr, nullptr) == SQLITE_OK, sqlite3_errmsg(db));
    sqlite3_close(db);
}

/// A store with a pin outside of it and a key of its own.
class PinnedFolder : public RecordFolder {
public:
    [[nodiscard]] record::Options pinned() const {
        record::Options made = options();
        made.pin = base() / "pin";
        made.signer = record::CheckpointSigner{"test", &key};
        return made;
    }
    crypto::SigningKey key = crypto::SigningKey::from_seed({1, 2, 3}).value();
};

void keep_copy(const std::filesystem::path& from, const std::filesystem::path& to) {
    std::filesystem::remove_all(to);
    std::filesystem::copy(from, to, std::filesystem::copy_options::recursive);
}

} // namespace

void TestRecovery::a_killed_recorder_loses_nothing_that_it_acknowledged() {
    std::mt19937 random(20260301);
    for (int round = 0; round < 12; ++round) {
        RecordFolder store;
        int pipe[2];
        QVERIFY(::pipe(pipe) == 0);
        const pid_t child = ::fork();
        QVERIFY(child >= 0);
        if (child == 0) {
            ::close(pipe[0]);
            record_until_killed(store.options(), store.clock(), pipe[1]);
        }
        ::close(pipe[1]);
        // The moment is an acknowledgement and a random piece of the batch behind it.
        const auto stop_after = std::uniform_int_distribution<std::uint32_t>(1, 30)(random);
        std::uint32_t acknowledged = 0;
        while (acknowledged<stop_after&& ::read(pipe[0], &acknowledged, sizeof acknowledged)> 0) {
        }
        ::usleep(std::uniform_int_distribution<unsigned>(0, 3000)(random));
        ::kill(child, SIGKILL);
        std::uint32_t later = 0;
        while (::read(pipe[0], &later, sizeof later) == sizeof later) {
            acknowledged = later;
        }
        ::close(pipe[0]);
        ::waitpid(child, nullptr, 0);
        QVERIFY(acknowledged >= stop_after);

        const auto recorder = store.open();
        QVERIFY(recorder);
        QVERIFY(recorder->size() >= std::uint64_t{acknowledged} * batch_events);
        QCOMPARE(recorder->size() % batch_events, 0U);
        VERIFY_OK(recorder->verify_leaves());
        VERIFY_OK(recorder->verify_cases());
        FeedMaker feed;
        std::uint64_t duplicates = 0;
        for (std::uint32_t i = 0; i < acknowledged; ++i) {
            const auto again = recorder->append(batch_of(feed));
            VERIFY_OK(again);
            duplicates += (*again)->counts.duplicates;
        }
        QCOMPARE(duplicates, std::uint64_t{acknowledged} * batch_events);
    }
}

void TestRecovery::every_failing_write_leaves_whole_batches() {
    // The n-th write, sync or truncate of the database fails, for every n that the run needs (or the first ones).
    const int most = qEnvironmentVariableIsSet("REEVE_FULL") ? 5000 : 70;
    int failures = 0;
    for (int n = 1; n <= most; ++n) {
        RecordFolder store;
        FailingDisk disk(n);
        auto options = store.options();
        options.backend = std::make_shared<store::SqliteBackend>(FailingDisk::name);
        std::uint64_t acknowledged = 0;
        FeedMaker feed;
        {
            auto recorder = record::Recorder::open(options, store.clock());
            for (int i = 0; recorder && i < 6; ++i) {
                const auto frames = batch_of(feed);
                auto published = (*recorder)->append(frames);
                if (!published) { // the same input once more: nothing of it may be in the record twice
                    published = (*recorder)->append(frames);
                    VERIFY_OK(published);
                    QCOMPARE((*published)->counts.events, std::uint64_t{batch_events});
                }
                acknowledged = (*published)->size;
            }
        }
        const bool failed = disk.failed();
        failures += failed ? 1 : 0;
        disk.mend();
        const auto recorder = store.open();
        QVERIFY2(recorder, qPrintable(QString::number(n)));
        QVERIFY(recorder->size() >= acknowledged);
        QCOMPARE(recorder->size() % batch_events, 0U);
        VERIFY_OK(recorder->verify_leaves());
        VERIFY_OK(recorder->verify_cases());
        if (!failed) {
            break; // the run needs fewer calls than n
        }
    }
    QVERIFY(failures > 30);
}

void TestRecovery::a_full_disk_loses_nothing_and_goes_on_when_there_is_space() {
    RecordFolder store;
    FailingDisk disk(0);
    auto options = store.options();
    options.backend = std::make_shared<store::SqliteBackend>(FailingDisk::name);
    FeedMaker feed;
    const auto recorder = store.open(options);
    QVERIFY(recorder);
    VERIFY_OK(recorder->append(batch_of(feed)));
    const domain::Digest before = recorder->root();
    const auto frames = batch_of(feed);
    disk.fill();
    for (int i = 0; i < 3; ++i) {
        VERIFY_FAULT(recorder->append(frames), base::FaultCode::disk_full);
        QVERIFY(recorder->root() == before);
        QCOMPARE(recorder->sources().at(0).contiguous, std::uint64_t{batch_events});
    }
    disk.mend();
    const auto published = recorder->append(frames);
    VERIFY_OK(published);
    QCOMPARE((*published)->counts, (record::Counts{batch_events, 0, 0, 0, 0}));
    VERIFY_OK(recorder->verify_leaves());
}

void TestRecovery::a_floor_of_free_space_stops_writing() {
    RecordFolder store;
    std::uint64_t free = 600;
    auto options = store.options();
    options.free_floor = 500;
    options.free_bytes = [&free](const std::filesystem::path&) { return free; };
    FeedMaker feed;
    const auto recorder = store.open(options);
    VERIFY_OK(recorder->append(batch_of(feed)));
    const auto frames = batch_of(feed);
    free = 499;
    VERIFY_FAULT(recorder->append(frames), base::FaultCode::disk_full);
    free = 500;
    VERIFY_OK(recorder->append(frames));
    QCOMPARE(recorder->size(), 2U * batch_events);
}

void TestRecovery::an_altered_entry_is_seen() {
    RecordFolder store;
    FeedMaker feed;
    VERIFY_OK(store.open()->append(batch_of(feed)));
    tamper(store.folder(), "UPDATE entry SET amount = 1 WHERE n = 3");
    const auto opened = record::Recorder::open(store.options(), store.clock());
    VERIFY_FAULT(opened, base::FaultCode::corrupt);
    QCOMPARE(opened.fault().where, std::string("entry 3"));
}

void TestRecovery::an_altered_entry_long_ago_is_seen_by_the_whole_check() {
    PinnedFolder store;
    FeedMaker feed;
    VERIFY_OK(store.open(store.pinned())->append(batch_of(feed)));
    tamper(store.folder(), "UPDATE entry SET body = CAST(replace(body, 'paper', 'taper') AS BLOB) WHERE n = 0");
    const auto recorder = store.open(store.pinned()); // behind the last checkpoint: not looked at again
    QVERIFY(recorder);
    const auto checked = recorder->verify_leaves();
    VERIFY_FAULT(checked, base::FaultCode::corrupt);
    QCOMPARE(checked.fault().where, std::string("entry 0"));
}

void TestRecovery::a_removed_entry_is_seen() {
    RecordFolder store;
    FeedMaker feed;
    VERIFY_OK(store.open()->append(batch_of(feed)));
    tamper(store.folder(), "DELETE FROM entry WHERE n = 6");
    VERIFY_FAULT(record::Recorder::open(store.options(), store.clock()), base::FaultCode::corrupt);
}

void TestRecovery::checkpoints_follow_the_record() {
    PinnedFolder store;
    FeedMaker feed;
    auto options = store.pinned();
    options.checkpoint_every = 20;
    {
        const auto recorder = store.open(options);
        for (int i = 0; i < 6; ++i) {
            VERIFY_OK(recorder->append(batch_of(feed))); // 42 entries
        }
        QCOMPARE(store.reader().checkpoints()->size(), 1U); // what is written is published first
        recorder->tidy();
        const auto made = store.reader().checkpoints();
        VERIFY_OK(made);
        QCOMPARE(made->size(), 2U);
        QCOMPARE(made->at(0).size, 42U);
        QCOMPARE(made->at(1).size, 21U);
        QVERIFY(made->at(0).root == recorder->root());
        QCOMPARE((*ledger::Pin(options.pin).read())->checkpoint.size, 42U);
        VERIFY_OK(recorder->append(batch_of(feed)));
    }
    QCOMPARE((*ledger::Pin(options.pin).read())->checkpoint.size, 49U); // and one at the end
    QVERIFY(store.open(options));
}

void TestRecovery::a_restored_backup_is_seen() {
    PinnedFolder store;
    FeedMaker feed;
    VERIFY_OK(store.open(store.pinned())->append(batch_of(feed)));
    keep_copy(store.folder(), store.base() / "backup");
    VERIFY_OK(store.open(store.pinned())->append(batch_of(feed)));
    keep_copy(store.base() / "backup", store.folder());
    const auto opened = record::Recorder::open(store.pinned(), store.clock());
    VERIFY_FAULT(opened, base::FaultCode::corrupt);
    QVERIFY(opened.fault().detail.find("backup") != std::string::npos);
}

void TestRecovery::a_fork_is_seen() {
    PinnedFolder store;
    FeedMaker feed;
    VERIFY_OK(store.open(store.pinned())->append(batch_of(feed)));
    keep_copy(store.folder(), store.base() / "fork");
    VERIFY_OK(store.open(store.pinned())->append(batch_of(feed)));
    keep_copy(store.base() / "fork", store.folder());
    {
        FeedMaker other("urn:test:elsewhere");
        auto unpinned = store.pinned();
        unpinned.pin.clear();
        const auto recorder = store.open(unpinned);
        VERIFY_OK(recorder->append(batch_of(other)));
        VERIFY_OK(recorder->append(batch_of(other)));
    }
    const auto opened = record::Recorder::open(store.pinned(), store.clock());
    VERIFY_FAULT(opened, base::FaultCode::corrupt);
    QVERIFY(opened.fault().detail.find("forked") != std::string::npos);
}

void TestRecovery::a_pin_of_another_record_is_refused() {
    PinnedFolder store;
    FeedMaker feed;
    VERIFY_OK(store.open(store.pinned())->append(batch_of(feed)));
    auto other = store.pinned();
    other.origin = "another record";
    VERIFY_FAULT(record::Recorder::open(other, store.clock()), base::FaultCode::corrupt);
}

void TestRecovery::a_changed_pin_is_refused() {
    PinnedFolder store;
    FeedMaker feed;
    VERIFY_OK(store.open(store.pinned())->append(batch_of(feed)));
    const auto stranger = crypto::SigningKey::from_seed({9}).value();
    const auto note = ledger::sign({"reeve", 1, {}, {}}, "test", stranger);
    VERIFY_OK(note);
    std::filesystem::remove(store.pinned().pin);
    VERIFY_OK(ledger::Pin(store.pinned().pin).write(*note));
    VERIFY_FAULT(record::Recorder::open(store.pinned(), store.clock()), base::FaultCode::bad_signature);
}

void TestRecovery::a_record_is_readable_only_when_version_checkpoint_and_pin_fit() {
    PinnedFolder store;
    FeedMaker feed;
    int told = 0;
    auto options = store.pinned();
    options.readable = [&told] { ++told; };
    VERIFY_OK(store.open(options)->append(batch_of(feed)));
    QCOMPARE(told, 1);
    auto other = options;
    other.origin = "another record";
    VERIFY_FAULT(record::Recorder::open(other, store.clock()), base::FaultCode::corrupt);
    QCOMPARE(told, 1);

    auto unsigned_options = options; // nobody signs a checkpoint, so the newest entries are looked at, and afterwards
    unsigned_options.signer.reset();
    VERIFY_OK(store.open(unsigned_options)->append(batch_of(feed)));
    QCOMPARE(told, 2);
    tamper(store.folder(), "UPDATE entry SET amount = 1 WHERE n = 10");
    VERIFY_FAULT(record::Recorder::open(options, store.clock()), base::FaultCode::corrupt);
    QCOMPARE(told, 3);
    tamper(store.folder(), "DELETE FROM entry WHERE n = 13");
    VERIFY_FAULT(record::Recorder::open(options, store.clock()), base::FaultCode::corrupt);
    QCOMPARE(told, 3);
}

void TestRecovery::a_second_keeper_is_refused_by_name() {
    RecordFolder store;
    const auto recorder = store.open();
    auto second = store.options();
    second.program = "reevectl record";
    const auto opened = record::Recorder::open(second, store.clock());
    VERIFY_FAULT(opened, base::FaultCode::locked);
    QVERIFY(opened.fault().detail.find("test") != std::string::npos);
    QVERIFY(opened.fault().detail.find(std::to_string(::getpid())) != std::string::npos);
    const auto holder = store::Keeper::holder(store.folder());
    VERIFY_OK(holder);
    QCOMPARE((*holder)->program, std::string("test"));
    QCOMPARE((*holder)->pid, std::int64_t{::getpid()});
}

void TestRecovery::a_store_of_a_newer_version_is_refused() {
    RecordFolder store;
    static_cast<void>(store.open());
    tamper(store.folder(), "PRAGMA user_version = 99");
    VERIFY_FAULT(record::Recorder::open(store.options(), store.clock()), base::FaultCode::newer_version);
    VERIFY_FAULT(store::Reader::open(store.folder()), base::FaultCode::newer_version);
}

void TestRecovery::garbage_is_refused_with_advice() {
    RecordFolder store;
    std::filesystem::create_directories(store.folder());
    QFile file(QString::fromStdString((store.folder() / "record.sqlite").string()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(5000, 'x'));
    file.close();
    const auto opened = record::Recorder::open(store.options(), store.clock());
    VERIFY_FAULT(opened, base::FaultCode::corrupt);
    QVERIFY(opened.fault().detail.find("another folder") != std::string::npos);
    VERIFY_FAULT(store::Reader::open(store.folder()), base::FaultCode::corrupt);
    QCOMPARE(file.size(), 5000); // it is left as it was
}

void TestRecovery::another_program_s_database_is_refused() {
    RecordFolder store;
    std::filesystem::create_directories(store.folder());
    tamper(store.folder(), "CREATE TABLE holiday_photos(n); ");
    VERIFY_FAULT(record::Recorder::open(store.options(), store.clock()), base::FaultCode::corrupt);
    VERIFY_FAULT(store::Reader::open(store.base() / "nowhere"), base::FaultCode::not_found);
}

QTEST_APPLESS_MAIN(TestRecovery)
#include "tst_recovery.moc"
