// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/aside.h"
#include "tests/record/record_folder.h"

#include <QTest>

/// What was set aside or is missing is listed page by page, with its reason.
class TestAside : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void quarantined_input_is_listed_with_reason_place_and_size();
    void contradicting_copies_are_listed();
    void gaps_are_listed_page_by_page();
};

void TestAside::quarantined_input_is_listed_with_reason_place_and_size() {
    RecordFolder store;
    {
        const auto recorder = store.open();
        QVERIFY(recorder);
        const domain::SourceId feed("urn:test:gateway");
        const std::string large = "{\"x\":\"" + std::string(100'000, 'x');
        const std::vector<record::Frame> bad = {
            {"not JSON", store.clock().now(), feed, "feed 1", 0},
            {large, store.clock().now(), feed, "feed 2", 0},
            {"not JSON", store.clock().now(), feed, "feed 3", 0},
            {"[1]", store.clock().now(), feed, "feed 4", 0},
        };
        VERIFY_OK(recorder->append(bad));
    }
    const store::Reader reader = store.reader();
    auto page = archive::read_quarantine(reader, {{}, 2});
    VERIFY_OK(page);
    QCOMPARE(page->rows.size(), std::size_t{2});
    QVERIFY(page->more);
    QVERIFY(page->rows[0].reason.where.find("feed 4") == 0);
    QCOMPARE(page->rows[1].size, std::uint64_t{100'006});
    QCOMPARE(page->rows[1].kept, std::uint64_t{64 * 1024});
    QCOMPARE(page->rows[1].beginning.bytes().size(), std::size_t{4096});
    page = archive::read_quarantine(reader, {page->rows[1].index, 2});
    VERIFY_OK(page);
    QCOMPARE(page->rows.size(), std::size_t{1});
    QVERIFY(!page->more);
    const ports::QuarantineRow& oldest = page->rows.front();
    QCOMPARE(oldest.reason.code, base::FaultCode::malformed);
    QVERIFY(!oldest.reason.detail.empty());
    QVERIFY(oldest.reason.where.find("feed 1") == 0);
    QCOMPARE(oldest.times, std::int64_t{2});
    QCOMPARE(oldest.beginning.bytes(), std::string("not JSON"));
    QCOMPARE(oldest.source.bytes(), std::string("urn:test:gateway"));
}

void TestAside::contradicting_copies_are_listed() {
    RecordFolder store;
    {
        const auto recorder = store.open();
        QVERIFY(recorder);
        FeedMaker feed;
        domain::Event first = feed.requested("t1", 100);
        VERIFY_OK(recorder->append(FeedMaker::frames({first})));
        feed.go_to(1);
        const domain::Event second = feed.requested("t1", 999);
        VERIFY_OK(recorder->append(FeedMaker::frames({second})));
    }
    const store::Reader reader = store.reader();
    const auto page = archive::read_conflicts(reader, {});
    VERIFY_OK(page);
    QCOMPARE(page->rows.size(), std::size_t{1});
    QVERIFY(!page->more);
    QCOMPARE(page->rows[0].kind, ports::ConflictKind::other_body);
    QCOMPARE(page->rows[0].other, std::uint64_t{0});
    QCOMPARE(page->rows[0].id.bytes(), std::string("e1"));
}

void TestAside::gaps_are_listed_page_by_page() {
    RecordFolder store;
    {
        const auto recorder = store.open();
        QVERIFY(recorder);
        for (const char* source : {"urn:test:a", "urn:test:b"}) {
            FeedMaker feed(source);
            std::vector<domain::Event> events;
            for (int i = 0; i < 3; ++i) {
                feed.skip(2);
                events.push_back(feed.heartbeat());
            }
            VERIFY_OK(recorder->append(FeedMaker::frames(events)));
            feed.go_to(1);
            VERIFY_OK(recorder->append(FeedMaker::frames({feed.heartbeat(), feed.heartbeat()})));
        }
    }
    const store::Reader reader = store.reader();
    ports::GapQuery query;
    query.limit = 3;
    auto page = archive::read_gaps(reader, query);
    VERIFY_OK(page);
    QCOMPARE(page->rows.size(), std::size_t{3});
    QVERIFY(page->more);
    QCOMPARE(page->rows[0].source.bytes(), std::string("urn:test:a"));
    QCOMPARE(page->rows[0].from, std::uint64_t{4});
    QCOMPARE(page->rows[0].to, std::uint64_t{5});
    QVERIFY(!page->rows[0].filled);
    query.after = page->rows.back();
    page = archive::read_gaps(reader, query);
    VERIFY_OK(page);
    QCOMPARE(page->rows.size(), std::size_t{1});
    QVERIFY(!page->more);
    QCOMPARE(page->rows[0].source.bytes(), std::string("urn:test:b"));
    QCOMPARE(page->rows[0].from, std::uint64_t{7});
    query = {};
    query.open_only = false;
    page = archive::read_gaps(reader, query);
    VERIFY_OK(page);
    QCOMPARE(page->rows.size(), std::size_t{6});
}

QTEST_APPLESS_MAIN(TestAside)
#include "tst_aside.moc"
