// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/record/writer.h"
#include "app/store/keeper.h"
#include "tests/record/record_folder.h"

#include <QTest>

#include <atomic>
#include <future>

/// The thread that writes.
class TestWriter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everything_submitted_is_published_in_order();
    void a_job_goes_before_frames();
    void our_own_entries_are_written_with_the_frames_that_wait();
    void our_own_entries_do_not_wait_for_frames();
    void a_full_disk_holds_frames_back_and_says_so();
    void our_own_entries_come_back_from_a_full_disk();
    void above_its_bound_it_asks_for_a_pause();
    void a_commit_holds_as_many_events_as_the_limit_says();
    void a_prompt_writer_asks_for_a_pause_when_more_waits_than_it_writes_at_once();
    void a_small_rest_goes_along_with_a_prompt_commit();
    void stop_writes_what_waits();
};

namespace {

/// Frames of `each` events, as a feed sends them: an array with the range of its sequences.
std::vector<record::Frame> arrays_of(FeedMaker& feed, int frames, int each) {
    std::vector<record::Frame> made;
    for (int i = 0; i < frames; ++i) {
        std::string array = "[";
        const std::uint64_t first = feed.sequence() + 1;
        for (int n = 0; n < each; ++n) {
            array += (n == 0 ? "" : ",") + feed.heartbeat().raw;
        }
        record::Frame frame;
        frame.feed = domain::SourceId(feed.source());
        frame.bytes = array + "]";
        frame.received = FeedMaker::start();
        frame.carries = {first, feed.sequence()};
        made.push_back(std::move(frame));
    }
    return made;
}

record::Draft note(const std::string& id) {
    record::Draft draft;
    draft.header.kind = store::EntryKind::note;
    draft.header.id = domain::EventId(id);
    draft.body = "about it";
    return draft;
}

} // namespace

void TestWriter::everything_submitted_is_published_in_order() {
    RecordFolder store;
    FeedMaker feed;
    std::vector<std::uint64_t> indexes;
    record::Writer writer(store.open(), {[&](const record::PublishedPtr& published) {
                                             for (const auto& event : published->events) {
                                                 indexes.push_back(event.index);
                                             }
                                         },
                                         {},
                                         {}});
    for (int i = 0; i < 40; ++i) {
        QVERIFY(writer.submit(FeedMaker::frames({feed.heartbeat(), feed.requested("t" + std::to_string(i))})));
    }
    VERIFY_OK(writer.flush());
    writer.stop();
    QCOMPARE(indexes.size(), 80U);
    QVERIFY(std::is_sorted(indexes.begin(), indexes.end()));
    QCOMPARE(store.reader().status()->entries, 80U);
    QVERIFY(!writer.submit(FeedMaker::frames({feed.heartbeat()}))); // it has ended
}

void TestWriter::a_job_goes_before_frames() {
    RecordFolder store;
    FeedMaker feed;
    std::promise<void> begun;
    std::promise<void> release;
    std::atomic<std::uint64_t> size_at_job = 99;
    record::Writer writer(store.open(), {});
    writer.post([&](record::Recorder&) {
        begun.set_value();
        release.get_future().wait();
    });
    begun.get_future().wait();
    static_cast<void>(writer.submit(FeedMaker::frames({feed.heartbeat(), feed.heartbeat()})));
    writer.post([&](record::Recorder& recorder) { size_at_job = recorder.size(); });
    release.set_value();
    VERIFY_OK(writer.flush());
    QCOMPARE(size_at_job.load(), 0U);
}

void TestWriter::our_own_entries_are_written_with_the_frames_that_wait() {
    RecordFolder store;
    FeedMaker feed;
    std::promise<void> release;
    std::vector<std::string> told;
    record::Writer writer(store.open(), {[&](const record::PublishedPtr& published) {
                                             told.push_back(std::to_string(published->events.size()) + " events, " +
                                                            std::to_string(published->own.size()) + " of our own");
                                         },
                                         {},
                                         {}});
    writer.post([&](record::Recorder&) { release.get_future().wait(); });
    QVERIFY(writer.submit(FeedMaker::frames({feed.heartbeat(), feed.heartbeat()})));
    writer.add({note("a"), note("b")}, [&](const base::Done& done) { told.push_back(done ? "a, b" : "no"); });
    writer.add({note("c")}, [&](const base::Done& done) { told.push_back(done ? "c" : "no"); });
    release.set_value();
    VERIFY_OK(writer.flush());
    writer.stop();
    QCOMPARE(told, (std::vector<std::string>{"2 events, 3 of our own", "a, b", "c"}));
    const auto last = store.reader().entry(4); // behind the events
    VERIFY_OK(last);
    QCOMPARE(last->id.bytes(), std::string("c"));
}

void TestWriter::our_own_entries_do_not_wait_for_frames() {
    RecordFolder store;
    std::promise<bool> written;
    record::Writer writer(store.open(), {});
    writer.add({note("a")}, [&](const base::Done& done) { written.set_value(done.ok()); });
    QVERIFY(written.get_future().get());
    QCOMPARE(store.reader().status()->entries, 1U);
}

void TestWriter::our_own_entries_come_back_from_a_full_disk() {
    RecordFolder store;
    FeedMaker feed;
    std::atomic<std::uint64_t> free = 1000;
    auto options = store.options();
    options.free_floor = 500;
    options.free_bytes = [&free](const std::filesystem::path&) { return free.load(); };
    record::WriterLimits limits;
    limits.retry_wait = std::chrono::milliseconds(1);
    std::promise<void> release;
    std::promise<base::Done> answered;
    record::Writer writer(store.open(options), {}, limits);
    writer.post([&](record::Recorder&) { release.get_future().wait(); });
    QVERIFY(writer.submit(FeedMaker::frames({feed.heartbeat()})));
    writer.add({note("a")}, [&](const base::Done& done) { answered.set_value(done); });
    free = 0;
    release.set_value();
    VERIFY_FAULT(answered.get_future().get(), base::FaultCode::disk_full);
    free = 1000;
    while (!writer.flush()) { // the frame is tried again by itself, what is ours is not
    }
    writer.stop();
    QCOMPARE(store.reader().status()->entries, 1U);
}

void TestWriter::a_full_disk_holds_frames_back_and_says_so() {
    RecordFolder store;
    FeedMaker feed;
    std::atomic<std::uint64_t> free = 0;
    auto options = store.options();
    options.free_floor = 500;
    options.free_bytes = [&free](const std::filesystem::path&) { return free.load(); };
    free = 1000;
    auto recorder = store.open(options);
    free = 0;
    std::atomic<int> stalls = 0;
    std::atomic<int> recoveries = 0;
    record::WriterLimits limits;
    limits.retry_wait = std::chrono::milliseconds(1);
    record::Writer writer(
        std::move(recorder),
        {{}, [&](const record::WriterHealth& health) { ++(health.stalled ? stalls : recoveries); }, {}}, limits);
    QVERIFY(writer.submit(FeedMaker::frames({feed.heartbeat(), feed.heartbeat()})));
    VERIFY_FAULT(writer.flush(), base::FaultCode::disk_full);
    QCOMPARE(stalls.load(), 1);
    free = 1000;
    while (!writer.flush()) { // tries again by itself
    }
    writer.stop();
    QCOMPARE(recoveries.load(), 1);
    QCOMPARE(store.reader().status()->entries, 2U);
}

void TestWriter::above_its_bound_it_asks_for_a_pause() {
    RecordFolder store;
    FeedMaker feed;
    std::atomic<int> drained = 0;
    std::promise<void> release;
    record::WriterLimits limits;
    limits.queue_bytes = 1000;
    record::Writer writer(store.open(), {{}, {}, [&] { ++drained; }}, limits);
    writer.post([&](record::Recorder&) { release.get_future().wait(); });
    bool room = true;
    for (int i = 0; i < 8; ++i) {
        room = writer.submit(FeedMaker::frames({feed.heartbeat()}));
    }
    QVERIFY(!room);
    release.set_value();
    VERIFY_OK(writer.flush());
    writer.stop();
    QCOMPARE(drained.load(), 1);
    QCOMPARE(store.reader().status()->entries, 8U); // nothing was dropped
}

void TestWriter::a_commit_holds_as_many_events_as_the_limit_says() {
    RecordFolder store;
    FeedMaker feed;
    std::vector<std::size_t> sizes;
    std::promise<void> release;
    record::WriterLimits limits;
    limits.most_events = 30;
    record::Writer writer(
        store.open(),
        {[&](const record::PublishedPtr& published) { sizes.push_back(published->events.size()); }, {}, {}}, limits);
    writer.post([&](record::Recorder&) { release.get_future().wait(); });
    const bool has_room = writer.submit(arrays_of(feed, 9, 10));
    release.set_value();
    QVERIFY(has_room);
    VERIFY_OK(writer.flush());
    writer.stop();
    QCOMPARE(sizes, (std::vector<std::size_t>{30, 30, 30}));
}

void TestWriter::a_prompt_writer_asks_for_a_pause_when_more_waits_than_it_writes_at_once() {
    RecordFolder store;
    FeedMaker feed;
    std::atomic<int> drained = 0;
    std::promise<void> release;
    record::WriterLimits limits = record::WriterLimits::prompt();
    limits.most_events = 40;
    limits.least_events = 20; // it begins with the smallest commits
    record::Writer writer(store.open(), {{}, {}, [&] { ++drained; }}, limits);
    writer.post([&](record::Recorder&) { release.get_future().wait(); });
    const bool has_room = writer.submit(arrays_of(feed, 3, 10)); // half as much again as one commit takes
    const bool has_more = writer.submit(arrays_of(feed, 1, 1));
    release.set_value();
    QVERIFY(has_room);
    QVERIFY(!has_more);
    VERIFY_OK(writer.flush());
    writer.stop();
    QCOMPARE(drained.load(), 1);
    QCOMPARE(store.reader().status()->entries, 31U);
}

void TestWriter::a_small_rest_goes_along_with_a_prompt_commit() {
    RecordFolder store;
    FeedMaker feed;
    std::vector<std::size_t> sizes;
    std::promise<void> release;
    record::WriterLimits limits = record::WriterLimits::prompt();
    limits.most_events = limits.least_events = 20;
    record::Writer writer(
        store.open(),
        {[&](const record::PublishedPtr& published) { sizes.push_back(published->events.size()); }, {}, {}}, limits);
    writer.post([&](record::Recorder&) { release.get_future().wait(); });
    for (const int events : {20, 4, 20, 2, 3, 1, 24, 6, 1}) {
        static_cast<void>(writer.submit(arrays_of(feed, 1, events)));
    }
    release.set_value();
    VERIFY_OK(writer.flush());
    writer.stop();
    QCOMPARE(sizes, (std::vector<std::size_t>{24, 25, 31, 1})); // a quarter of what it is, and no more
}

void TestWriter::stop_writes_what_waits() {
    RecordFolder store;
    FeedMaker feed;
    {
        record::Writer writer(store.open(), {});
        static_cast<void>(writer.submit(FeedMaker::frames({feed.heartbeat(), feed.heartbeat(), feed.heartbeat()})));
    }
    QCOMPARE(store.reader().status()->entries, 3U);
    QVERIFY(!store::Keeper::holder(store.folder())->has_value());
}

QTEST_APPLESS_MAIN(TestWriter)
#include "tst_writer.moc"
