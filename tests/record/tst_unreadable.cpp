// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/record/record_folder.h"

#include <QTest>

using record::Frame;
using record::SequenceRange;
using record::Unreadable;

/// What a transport or a mapping could not read, and what a source was asked for in vain.
class TestUnreadable : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void it_is_kept_for_the_reason_that_was_given();
    void it_is_never_decoded();
    void equal_rows_of_a_file_are_two_entries();
    void what_is_too_large_to_keep_is_told_by_its_place();
    void a_batch_that_cannot_be_taken_apart_leaves_no_gap();
    void what_was_not_given_stays_a_gap_and_does_not_hold_up();
    void a_part_of_a_gap_may_be_given_up();
    void a_gap_that_was_given_up_fills_late();
};

namespace {

const base::Fault bad_date{base::FaultCode::malformed, "\"31/02\" is no date", "column DATE"};

Frame row(std::string bytes, std::string id) {
    Frame frame{std::move(bytes), FeedMaker::start(), domain::SourceId("file:cards/2024-02"), "cards.csv: row 4", 0};
    frame.unreadable = Unreadable{bad_date, domain::EventId(std::move(id)), FeedMaker::euros(1250)};
    return frame;
}

} // namespace

void TestUnreadable::it_is_kept_for_the_reason_that_was_given() {
    RecordFolder store;
    const auto recorder = store.open();
    QVERIFY(recorder);
    const auto published = recorder->append(std::vector{row("31/02,12.50,shop", "row-4")});
    VERIFY_OK(published);
    QCOMPARE((*published)->counts, (record::Counts{0, 0, 0, 1, 0}));
    const auto listed = store.reader().quarantine();
    VERIFY_OK(listed);
    QCOMPARE(listed->size(), 1U);
    QCOMPARE(listed->at(0).code, bad_date.code);
    QCOMPARE(listed->at(0).detail, bad_date.detail);
    QCOMPARE(listed->at(0).place, std::string("cards.csv: row 4 column DATE"));
    const auto entry = store.reader().entry(listed->at(0).index);
    VERIFY_OK(entry);
    QCOMPARE(entry->body, std::string("31/02,12.50,shop"));
    QCOMPARE(entry->id.bytes(), std::string("row-4"));
    QVERIFY(entry->amount == FeedMaker::euros(1250));
    VERIFY_OK(recorder->verify_leaves());
}

void TestUnreadable::it_is_never_decoded() {
    RecordFolder store;
    const auto recorder = store.open();
    QVERIFY(recorder);
    FeedMaker feed;
    Frame frame = FeedMaker::frame(feed.heartbeat()); // reads as an event
    frame.unreadable = Unreadable{bad_date, {}, {}};
    const auto published = recorder->append(std::vector{frame});
    VERIFY_OK(published);
    QCOMPARE((*published)->counts, (record::Counts{0, 0, 0, 1, 0}));
}

void TestUnreadable::equal_rows_of_a_file_are_two_entries() {
    RecordFolder store;
    const auto recorder = store.open();
    QVERIFY(recorder);
    const std::vector rows = {row(",,,", "row-4"), row(",,,", "row-5")};
    VERIFY_OK(recorder->append(rows));
    const std::uint64_t size = recorder->size();
    VERIFY_OK(recorder->append(rows));
    QCOMPARE(recorder->size(), size); // a second import adds nothing
    const auto listed = store.reader().quarantine();
    VERIFY_OK(listed);
    QCOMPARE(listed->size(), 2U);
    QCOMPARE(listed->at(0).times, 2);
}

void TestUnreadable::what_is_too_large_to_keep_is_told_by_its_place() {
    RecordFolder store;
    const auto recorder = store.open();
    QVERIFY(recorder);
    FeedMaker feed;
    const auto too_large = [&](std::uint64_t sequence) {
        Frame frame{{}, FeedMaker::start(), domain::SourceId(feed.source()), "feed " + std::to_string(sequence), 0};
        frame.carries = {sequence, sequence};
        frame.unreadable = Unreadable{{base::FaultCode::too_large, "a line is too long", {}}, {}, {}};
        return frame;
    };
    const Frame first = FeedMaker::frame(feed.heartbeat());
    feed.skip(2);
    const auto published = recorder->append(
        std::vector{first, too_large(2), too_large(3), too_large(2), FeedMaker::frame(feed.heartbeat())});
    VERIFY_OK(published);
    QCOMPARE((*published)->sources.at(0).contiguous, 4U);
    const auto listed = store.reader().quarantine();
    VERIFY_OK(listed);
    QCOMPARE(listed->size(), 2U);
    QCOMPARE(listed->at(1).times, 2);
    QCOMPARE(store.reader().entry(listed->at(0).index)->sequence, 3U);
}

void TestUnreadable::a_batch_that_cannot_be_taken_apart_leaves_no_gap() {
    RecordFolder store;
    const auto recorder = store.open();
    QVERIFY(recorder);
    FeedMaker feed;
    Frame batch{"[{,{,{]", FeedMaker::start(), domain::SourceId(feed.source()), "feed 3", 0};
    batch.carries = {1, 3};
    feed.skip(3);
    const auto published = recorder->append(std::vector{batch, FeedMaker::frame(feed.heartbeat())});
    VERIFY_OK(published);
    QCOMPARE((*published)->counts, (record::Counts{1, 0, 0, 1, 0}));
    QCOMPARE((*published)->sources.at(0).contiguous, 4U);
    QCOMPARE(store.reader().gaps()->size(), 0U);
}

void TestUnreadable::what_was_not_given_stays_a_gap_and_does_not_hold_up() {
    RecordFolder store;
    FeedMaker feed;
    {
        const auto recorder = store.open();
        QVERIFY(recorder);
        Frame first = FeedMaker::frame(feed.heartbeat());
        feed.skip(3);
        Frame fifth = FeedMaker::frame(feed.heartbeat());
        fifth.given_up = {{2, 4}};
        const auto published = recorder->append(std::vector{first, fifth});
        VERIFY_OK(published);
        QCOMPARE((*published)->counts.gaps, 1U);
        QCOMPARE((*published)->sources.at(0).contiguous, 1U);
        QCOMPARE((*published)->sources.at(0).settled, 5U);
    }
    const auto gaps = store.reader().gaps(true);
    VERIFY_OK(gaps);
    QCOMPARE(gaps->size(), 1U);
    QVERIFY(gaps->at(0).given_up);
    const auto recorder = store.open();
    QVERIFY(recorder);
    QCOMPARE(recorder->sources().at(0).settled, 5U); // resume there also after a restart
    QCOMPARE(recorder->sources().at(0).contiguous, 1U);
    QCOMPARE(store.reader().sources()->at(0).settled, 5U);
}

void TestUnreadable::a_part_of_a_gap_may_be_given_up() {
    RecordFolder store;
    const auto recorder = store.open();
    QVERIFY(recorder);
    FeedMaker feed;
    feed.skip(9);
    VERIFY_OK(recorder->append(FeedMaker::frames({feed.heartbeat()})));
    Frame news;
    news.feed = domain::SourceId(feed.source());
    news.given_up = {{1, 2}, {5, 6}, {20, 30}};
    const auto published = recorder->append(std::vector{news});
    VERIFY_OK(published);
    QCOMPARE((*published)->counts, (record::Counts{0, 0, 0, 0, 3}));
    QCOMPARE((*published)->sources.at(0).settled, 2U);
    const auto gaps = store.reader().gaps(true);
    VERIFY_OK(gaps);
    std::vector<std::tuple<std::uint64_t, std::uint64_t, bool>> found;
    for (const store::GapRow& gap : *gaps) {
        found.emplace_back(gap.from, gap.to, gap.given_up);
    }
    const decltype(found) expected{{1, 2, true}, {3, 4, false}, {5, 6, true}, {7, 9, false}};
    QCOMPARE(found, expected);
}

void TestUnreadable::a_gap_that_was_given_up_fills_late() {
    RecordFolder store;
    const auto recorder = store.open();
    QVERIFY(recorder);
    FeedMaker feed;
    const domain::Event first = feed.heartbeat();
    const domain::Event second = feed.heartbeat();
    Frame third = FeedMaker::frame(feed.heartbeat());
    third.given_up = {{2, 2}};
    VERIFY_OK(recorder->append(std::vector{FeedMaker::frame(first), third}));
    const auto published = recorder->append(FeedMaker::frames({second}));
    VERIFY_OK(published);
    QCOMPARE((*published)->sources.at(0).contiguous, 3U);
    QCOMPARE((*published)->sources.at(0).open_gaps, 0U);
    const auto gaps = store.reader().gaps();
    VERIFY_OK(gaps);
    QCOMPARE(gaps->size(), 1U);
    QVERIFY(gaps->at(0).filled && !gaps->at(0).given_up);
}

QTEST_APPLESS_MAIN(TestUnreadable)
#include "tst_unreadable.moc"
