// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/record/record_folder.h"

#include <QTest>

#include <algorithm>

using store::Direction;
using store::Entry;
using store::EntryFilter;
using store::PageRequest;

/// Pages and filters over two sealed segments and an open tail, compared with a plain walk over everything.
class TestReader : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void a_filter_lists_what_a_walk_finds_data();
    void a_filter_lists_what_a_walk_finds();
    void pages_join_without_seam();
    void a_transaction_comes_whole();
    void an_open_reader_finds_what_was_recorded_since();
    void an_interrupted_call_says_so();
    void a_reader_cannot_write();

private:
    RecordFolder store_;
    std::vector<Entry> all_;
};

namespace {

/// The filter's meaning, written down once more in the plainest way.
bool passes(const EntryFilter& filter, const Entry& entry) {
    const auto is = [](const auto& wanted, const auto& value) { return !wanted || *wanted == value; };
    const bool amount = (!filter.currency && !filter.amount_least && !filter.amount_most) ||
                        (entry.amount && is(filter.currency, entry.amount->currency) &&
                         (!filter.amount_least || entry.amount->minor >= *filter.amount_least) &&
                         (!filter.amount_most || entry.amount->minor <= *filter.amount_most));
    return is(filter.kind, entry.kind) && is(filter.source, entry.source) &&
           (!filter.type || filter.type == entry.type) && is(filter.agent, entry.agent) &&
           is(filter.transaction, entry.transaction) && is(filter.supplier, entry.supplier) &&
           is(filter.category, entry.category) && (!filter.tier || filter.tier == entry.tier) && amount &&
           (!filter.time_from || entry.time >= *filter.time_from) && (!filter.time_to || entry.time < *filter.time_to);
}

EntryFilter filter_named(const QByteArray& name) {
    EntryFilter filter;
    const base::Instant start = FeedMaker::start();
    if (name.contains("agent")) {
        filter.agent = domain::AgentId("agent-3");
    }
    if (name.contains("requests")) {
        filter.type = domain::EventType::transaction_requested;
    }
    if (name.contains("transaction")) {
        filter.transaction = domain::TransactionId("t70001");
    }
    if (name.contains("tier")) {
        filter.tier = domain::Tier::sign_off;
    }
    if (name.contains("supplier")) {
        filter.supplier = domain::SupplierId("supplier-7");
    }
    if (name.contains("second source")) {
        filter.source = domain::SourceId("urn:test:other");
    }
    if (name.contains("amounts")) {
        filter.currency = domain::Currency::from_code("EUR").value();
        filter.amount_least = 500;
        filter.amount_most = 520;
    }
    if (name.contains("hour")) {
        filter.time_from = start + std::chrono::seconds(65'000);
        filter.time_to = start + std::chrono::seconds(68'600);
    }
    if (name.contains("nobody")) {
        filter.agent = domain::AgentId("nobody");
    }
    if (name.contains("quarantine")) {
        filter.kind = store::EntryKind::quarantine;
    }
    return filter;
}

} // namespace

void TestReader::initTestCase() {
    const auto recorder = store_.open();
    QVERIFY(recorder);
    FeedMaker feed;
    FeedMaker other("urn:test:other");
    std::vector<domain::Event> events;
    for (int i = 0; i < 140'000; ++i) {
        const std::string agent = "agent-" + std::to_string(i % 7);
        const std::string transaction = "t" + std::to_string(i);
        events.push_back(i % 50 == 0    ? feed.requested(transaction, i % 3000, agent)
                         : i % 500 == 1 ? feed.assessed("t" + std::to_string(i - 1), domain::Tier::sign_off)
                         : i % 900 == 2 ? other.requested(transaction, i % 3000, agent)
                         : i == 139'990 ? feed.requested("t70001", 510, "agent-3")
                                        : feed.heartbeat(agent));
        if (events.size() == 20'000) {
            VERIFY_OK(recorder->append(FeedMaker::frames(events)));
            events.clear();
            VERIFY_OK(recorder->append(
                std::vector{record::Frame{"{broken " + std::to_string(i), FeedMaker::start(), {}, "line", 0}}));
        }
    }
    QCOMPARE(store_.reader().status()->sealed_segments, 2U);
    const auto walked = store_.reader().range(0, 200'000);
    VERIFY_OK(walked);
    all_ = *walked;
}

void TestReader::a_filter_lists_what_a_walk_finds_data() {
    QTest::addColumn<QByteArray>("name");
    for (const char* name :
         {"everything", "one agent", "all requests", "requests of one agent", "one transaction", "one tier",
          "one supplier", "one second source", "second source and one agent", "some amounts", "one hour",
          "requests of one agent in one hour", "nobody", "quarantine", "some amounts of one agent in requests"}) {
        QTest::newRow(name) << QByteArray(name);
    }
}

void TestReader::a_filter_lists_what_a_walk_finds() {
    QFETCH(QByteArray, name);
    const EntryFilter filter = filter_named(name);
    std::vector<std::uint64_t> expected;
    for (const Entry& entry : all_) {
        if (passes(filter, entry)) {
            expected.push_back(entry.index);
        }
    }
    const auto reader = store_.reader();
    QCOMPARE(*reader.count(filter, 1'000'000), expected.size());
    for (const Direction direction : {Direction::forward, Direction::backward}) {
        PageRequest page{{}, direction, 900};
        std::vector<std::uint64_t> listed;
        for (int pages = 0; pages < 4; ++pages) { // the first pages are enough for the long lists
            const auto found = reader.entries(filter, page);
            VERIFY_OK(found);
            for (const Entry& entry : found->entries) {
                listed.push_back(entry.index);
            }
            if (!found->more) {
                QCOMPARE(listed.size(), expected.size());
                break;
            }
            page.from = listed.back();
        }
        if (direction == Direction::backward) {
            std::reverse(expected.begin(), expected.end());
        }
        QVERIFY(std::equal(listed.begin(), listed.end(), expected.begin()));
    }
}

void TestReader::pages_join_without_seam() {
    const auto reader = store_.reader();
    PageRequest page{131'060, Direction::forward, 7};
    std::uint64_t next = 131'061; // across the end of the second segment
    for (int i = 0; i < 5; ++i) {
        const auto found = reader.entries({}, page);
        VERIFY_OK(found);
        QVERIFY(found->more);
        for (const Entry& entry : found->entries) {
            QCOMPARE(entry.index, next++);
        }
        page.from = found->entries.back().index;
    }
}

void TestReader::a_transaction_comes_whole() {
    const auto found =
        store_.reader().transaction({domain::SourceId("urn:test:gateway"), domain::TransactionId("t500")});
    VERIFY_OK(found);
    QCOMPARE(found->size(), 2U);
    QVERIFY(found->at(0).type == domain::EventType::transaction_requested);
    QVERIFY(found->at(1).type == domain::EventType::assessment_made);
    QVERIFY(!found->at(1).body.empty());
}

void TestReader::an_open_reader_finds_what_was_recorded_since() {
    RecordFolder store;
    FeedMaker feed;
    const auto recorder = store.open();
    QVERIFY(recorder);
    const auto put = [&](std::vector<domain::Event> events) {
        return recorder->append(FeedMaker::frames(events)).ok();
    };
    QVERIFY(put({feed.requested("first", 100), feed.requested("other", 200)}));
    const auto reader = store.reader();
    const auto found = [&](const char* id) {
        const auto entries =
            reader.transaction({domain::SourceId(feed.version("x", 1, 1).key.source), domain::TransactionId(id)}, 100);
        return entries ? entries->size() : 0;
    };
    QCOMPARE(found("first"), 1U);
    QVERIFY(put({feed.step(domain::EventType::transaction_started, "first")}));
    QCOMPARE(found("first"), 2U);
    QCOMPARE(found("third"), 0U);
    std::vector<domain::Event> many; // a segment is sealed
    for (int number = 0; number < 66'000; ++number) {
        many.push_back(feed.requested("m" + std::to_string(number), 1));
    }
    QVERIFY(put(std::move(many)));
    QVERIFY(put({feed.step(domain::EventType::transaction_completed, "first"), feed.requested("third", 300)}));
    QCOMPARE(found("first"), 3U);
    QCOMPARE(found("third"), 1U);
    QCOMPARE(found("m65999"), 1U);
    QCOMPARE(found("m7"), 1U);
}

void TestReader::an_interrupted_call_says_so() {
    VERIFY_FAULT(store_.reader().entry(10'000'000), base::FaultCode::not_found);
    const auto reader = store_.reader();
    VERIFY_OK(reader.entry(5)); // nothing under way: an interrupt before has no effect on later calls
    store::Reader other = store_.reader();
    other.interrupt();
    VERIFY_OK(other.entry(5));
}

void TestReader::a_reader_cannot_write() {
    const auto connection = store::SqliteBackend().open(store_.folder(), store::Access::read);
    VERIFY_OK(connection);
    VERIFY_FAULT((*connection)->execute("DELETE FROM entry"), base::FaultCode::unreadable);
}

QTEST_APPLESS_MAIN(TestReader)
#include "tst_record_reader.moc"
