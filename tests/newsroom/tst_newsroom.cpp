// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/newsroom/newsroom.h"
#include "tests/record/record_folder.h"

#include <QCoreApplication>
#include <QTest>

using newsroom::Beginning;
using newsroom::Newsroom;

/// What subscribers are told of commits, link and store.
class TestNewsroom : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_commit_becomes_rows_and_cases();
    void the_size_on_disk_is_that_of_the_files();
    void a_store_that_is_being_opened_says_so();
    void a_store_that_cannot_be_opened_is_loud();
    void health_is_told_when_it_changes_and_only_then();
    void counts_of_all_sources_add_up();
    void nothing_is_told_to_who_is_gone();
};

namespace {

void settle() {
    QCoreApplication::processEvents();
}

/// Keeps what a newsroom tells.
struct Listener {
    explicit Listener(Newsroom& room) {
        room.follow({&context, [this](const auto& batch) { batches.push_back(batch); }});
        room.follow_cases({&context, [this](const auto& changes) { cases.push_back(changes); }});
        room.watch_health({&context, [this](const auto& news) { health.push_back(*news); }});
    }
    QObject context;
    std::vector<std::shared_ptr<const ports::FeedBatch>> batches;
    std::vector<std::shared_ptr<const ports::CaseChanges>> cases;
    std::vector<ports::Health> health;
};

} // namespace

void TestNewsroom::a_commit_becomes_rows_and_cases() {
    RecordFolder store;
    FeedMaker feed;
    const auto recorder = store.open();
    Newsroom room(store.folder(), store.clock(), Beginning{}, [] {});
    Listener listener(room);
    const auto published =
        recorder->append(FeedMaker::frames({feed.requested("t1"), feed.assessed("t1", domain::Tier::sign_off)}));
    VERIFY_OK(published);
    room.published(*published);
    room.tick();
    settle();
    QCOMPARE(listener.batches.size(), 1U);
    QCOMPARE(listener.batches[0]->rows.size(), 2U);
    QCOMPARE(listener.batches[0]->rows[0].transaction.bytes(), std::string("t1"));
    QCOMPARE(listener.cases.size(), 1U);
    const ports::CaseRow& row = listener.cases[0]->changed.at(0);
    QCOMPARE(row.tier, domain::Tier::sign_off);
    QCOMPARE(row.purpose.bytes(), std::string("printer paper is below its reorder point"));
    QCOMPARE(listener.health.back().stored, 2U);
    QVERIFY(listener.health.back().events_per_second > 0);
}

void TestNewsroom::the_size_on_disk_is_that_of_the_files() {
    RecordFolder store;
    FeedMaker feed;
    const auto recorder = store.open();
    Newsroom room(store.folder(), store.clock(), Beginning{}, [] {});
    Listener listener(room);
    room.tick();
    settle();
    const auto on_disk = [&store] {
        std::uint64_t bytes = 0;
        for (const auto& entry : std::filesystem::directory_iterator(store.folder())) {
            bytes += entry.is_regular_file() ? entry.file_size() : 0;
        }
        return bytes;
    };
    const std::uint64_t before = listener.health.back().store_bytes;
    QVERIFY(before > 0);
    QCOMPARE(before, on_disk());
    for (int i = 0; i < 40; ++i) {
        VERIFY_OK(recorder->append(FeedMaker::frames({feed.requested("t" + std::to_string(i))})));
    }
    room.tick();
    settle();
    QCOMPARE(listener.health.back().store_bytes, before); // not measured at every tick
    store.clock().advance(std::chrono::seconds(6));
    room.tick();
    settle();
    QCOMPARE(listener.health.back().store_bytes, on_disk());
    QVERIFY(listener.health.back().store_bytes > before);
}

void TestNewsroom::a_store_that_is_being_opened_says_so() {
    RecordFolder store;
    Newsroom room(store.folder(), store.clock(), std::nullopt, [] {});
    Listener listener(room);
    settle();
    QVERIFY(listener.health.back().opening);
    Beginning beginning;
    beginning.entries = 7;
    beginning.read_only = true;
    beginning.keeper = "reevectl record";
    room.begin(beginning);
    room.tick();
    settle();
    QVERIFY(!listener.health.back().opening);
    QVERIFY(listener.health.back().read_only);
    QCOMPARE(listener.health.back().stored, 7U);
    QCOMPARE(listener.health.back().keeper, std::string("reevectl record"));
    room.kept_by("");
    room.tick();
    settle();
    QVERIFY(listener.health.back().keeper.empty());
    QVERIFY(listener.health.back().read_only);
}

void TestNewsroom::a_store_that_cannot_be_opened_is_loud() {
    RecordFolder store;
    Newsroom room(store.folder(), store.clock(), std::nullopt, [] {});
    Listener listener(room);
    room.cannot_open({base::FaultCode::corrupt, "altered", {}});
    room.tick();
    settle();
    QVERIFY(!listener.health.back().opening);
    QCOMPARE(listener.health.back().store_fault->code, base::FaultCode::corrupt);
}

void TestNewsroom::health_is_told_when_it_changes_and_only_then() {
    RecordFolder store;
    Newsroom room(store.folder(), store.clock(), Beginning{}, [] {});
    Listener listener(room);
    room.tick();
    settle();
    const std::size_t before = listener.health.size();
    room.tick();
    settle();
    QCOMPARE(listener.health.size(), before);
    room.writer_health({true, base::Fault{base::FaultCode::disk_full, "full", {}}, 100});
    room.tick();
    settle();
    QCOMPARE(listener.health.size(), before + 1);
    QCOMPARE(listener.health.back().store_fault->code, base::FaultCode::disk_full);
    room.writer_health({});
    room.tick();
    settle();
    QVERIFY(!listener.health.back().store_fault.has_value());
}

void TestNewsroom::counts_of_all_sources_add_up() {
    RecordFolder store;
    const auto recorder = store.open();
    Newsroom room(store.folder(), store.clock(), Beginning{}, [] {});
    Listener listener(room);
    for (const char* source : {"urn:test:a", "urn:test:b"}) {
        FeedMaker feed(source);
        const domain::Event first = feed.heartbeat();
        feed.skip(1);
        const auto published = recorder->append(FeedMaker::frames({first, feed.heartbeat(), first}));
        VERIFY_OK(published);
        room.published(*published);
    }
    room.tick();
    settle();
    QCOMPARE(listener.health.back().gaps, 2U);
    QCOMPARE(listener.health.back().duplicates, 2U);
}

void TestNewsroom::nothing_is_told_to_who_is_gone() {
    RecordFolder store;
    FeedMaker feed;
    const auto recorder = store.open();
    Newsroom room(store.folder(), store.clock(), Beginning{}, [] {});
    auto listener = std::make_unique<Listener>(room);
    const auto published = recorder->append(FeedMaker::frames({feed.heartbeat()}));
    VERIFY_OK(published);
    room.published(*published);
    listener.reset(); // what was posted dies with it
    settle();
    room.published(*published);
    settle();
}

QTEST_GUILESS_MAIN(TestNewsroom)
#include "tst_newsroom.moc"
