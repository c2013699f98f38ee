// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/bookkeeper.h"
#include "tests/record/feed_maker.h"
#include "tests/record/record_folder.h"

#include <QTest>

#include <optional>

using archive::Bookkeeper;

namespace {

/// What the books say about the day of the made feed, once they have come as far as the record.
class Asking : public QObject {
    Q_OBJECT
public:
    explicit Asking(Bookkeeper& keeper)
        : keeper_(keeper) {
        keeper.follow_book({this, [this](const auto& state) { state_ = *state; }});
    }
    [[nodiscard]] bool has_come_to(std::uint64_t entries) const { return state_.folded >= entries; }
    [[nodiscard]] const ports::BookState& state() const { return state_; }

    ports::SpendAnswer answer() {
        ports::SpendQuery query;
        query.edges = {base::from_rfc3339("2026-03-01T00:00:00Z").value(),
                       base::from_rfc3339("2026-03-02T00:00:00Z").value()};
        std::optional<ports::SpendAnswer> got;
        keeper_.spend(query, {this, [&](base::Result<ports::SpendAnswer> answer) {
                                  if (answer) {
                                      got = std::move(answer).value();
                                  }
                              }});
        if (!QTest::qWaitFor([&] { return got.has_value(); })) {
            qFatal("no answer");
        }
        return *got;
    }

private:
    Bookkeeper& keeper_;
    ports::BookState state_;
};

std::vector<record::Frame> frames_of(const std::vector<domain::Event>& events, std::int64_t batch = 0) {
    auto frames = FeedMaker::frames(events);
    for (record::Frame& frame : frames) {
        frame.batch = batch;
    }
    return frames;
}

std::vector<domain::Event> orders(FeedMaker& feed, int from, int to, std::int64_t minor = 100) {
    std::vector<domain::Event> events;
    for (int i = from; i < to; ++i) {
        const std::string id = "tx-" + std::to_string(i);
        events.push_back(feed.requested(id, minor));
        events.push_back(feed.assessed(id, domain::Tier::confirm));
        events.push_back(feed.step(domain::EventType::transaction_completed, id));
    }
    return events;
}

} // namespace

class TestBookkeeper : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void history_and_news_come_to_the_same_as_history_alone();
    void commits_that_were_missed_are_read_from_the_record();
    void a_kept_duplicate_import_comes_in_and_a_suspected_one_stays_outside();
    void a_store_that_is_not_there_yet_is_said_and_waited_for();
    void questions_from_before_the_start_are_answered_after_it();
};

void TestBookkeeper::history_and_news_come_to_the_same_as_history_alone() {
    RecordFolder folder;
    const auto recorder = folder.open();
    QVERIFY(recorder);
    FeedMaker feed;
    VERIFY_OK(recorder->append(frames_of(orders(feed, 0, 900))));
    Bookkeeper keeper(folder.folder());
    keeper.start();
    Asking asking(keeper);
    QTRY_VERIFY(asking.has_come_to(recorder->size()));
    QCOMPARE(asking.answer().total.money.minor, std::int64_t{90'000});
    for (int i = 0; i < 30; ++i) {
        auto events = orders(feed, 900 + i, 901 + i);
        events.push_back(feed.step(domain::EventType::transaction_returned, "tx-" + std::to_string(i)));
        const auto published = recorder->append(frames_of(events));
        VERIFY_OK(published);
        keeper.published(*published);
    }
    QTRY_VERIFY(asking.has_come_to(recorder->size()));
    const ports::SpendAnswer lived = asking.answer();
    QCOMPARE(lived.total.money.minor, std::int64_t{90'000});
    QCOMPARE(lived.total.orders, std::int64_t{930});

    Bookkeeper again(folder.folder());
    again.start();
    Asking anew(again);
    QTRY_VERIFY(anew.has_come_to(recorder->size()));
    const ports::SpendAnswer rebuilt = anew.answer();
    QCOMPARE(rebuilt.total, lived.total);
    QVERIFY(rebuilt.tiers == lived.tiers);
    QVERIFY(rebuilt.handling == lived.handling);
    QCOMPARE(rebuilt.suppliers.lines.size(), lived.suppliers.lines.size());
    QCOMPARE(rebuilt.suppliers.lines.front().spent, lived.suppliers.lines.front().spent);
}

void TestBookkeeper::commits_that_were_missed_are_read_from_the_record() {
    RecordFolder folder;
    const auto recorder = folder.open();
    FeedMaker feed;
    Bookkeeper keeper(folder.folder());
    keeper.start();
    Asking asking(keeper);
    for (int i = 0; i < 200; ++i) {
        const auto published = recorder->append(frames_of(orders(feed, i, i + 1)));
        VERIFY_OK(published);
        if (i % 3 != 1) { // every third one is not heard
            keeper.published(*published);
        }
    }
    QTRY_VERIFY(asking.has_come_to(recorder->size()));
    QCOMPARE(asking.answer().total.orders, std::int64_t{200});
}

void TestBookkeeper::a_kept_duplicate_import_comes_in_and_a_suspected_one_stays_outside() {
    RecordFolder folder;
    const auto recorder = folder.open();
    Bookkeeper keeper(folder.folder());
    keeper.start();
    Asking asking(keeper);
    const domain::Digest content{1, 2, 3};
    std::vector<std::int64_t> numbers;
    for (const char* source : {"urn:file:march", "urn:file:march-again", "urn:file:march-third"}) {
        FeedMaker feed(source);
        const auto batch = recorder->begin_batch(domain::SourceId(source), content);
        VERIFY_OK(batch);
        numbers.push_back(batch->number);
        const auto published = recorder->append(frames_of(orders(feed, 0, 10), batch->number));
        VERIFY_OK(published);
        keeper.published(*published);
        VERIFY_OK(recorder->end_batch(batch->number));
    }
    QTRY_VERIFY(asking.has_come_to(recorder->size()));
    QCOMPARE(asking.answer().total.orders, std::int64_t{10});
    QCOMPARE(asking.answer().state.set_aside, std::uint64_t{60});

    VERIFY_OK(recorder->resolve_batch(numbers.at(1), true, domain::PersonId("ada")));
    VERIFY_OK(recorder->resolve_batch(numbers.at(2), false, domain::PersonId("ada")));
    QTRY_VERIFY(asking.has_come_to(recorder->size()));
    QCOMPARE(asking.answer().total.orders, std::int64_t{20});
    QCOMPARE(asking.answer().state.set_aside, std::uint64_t{30}); // the discarded one stays outside
}

void TestBookkeeper::a_store_that_is_not_there_yet_is_said_and_waited_for() {
    RecordFolder folder;
    Bookkeeper keeper(folder.folder());
    keeper.start();
    Asking asking(keeper);
    QTRY_VERIFY(asking.state().fault.has_value());
    QCOMPARE(asking.state().fault->code, base::FaultCode::not_found);
    QCOMPARE(asking.answer().total.orders, std::int64_t{0});
    const auto recorder = folder.open();
    FeedMaker feed;
    VERIFY_OK(recorder->append(frames_of(orders(feed, 0, 5))));
    QTRY_VERIFY(asking.has_come_to(recorder->size()));
    QVERIFY(!asking.state().fault);
    QCOMPARE(asking.answer().total.orders, std::int64_t{5});
}

void TestBookkeeper::questions_from_before_the_start_are_answered_after_it() {
    RecordFolder folder;
    const auto recorder = folder.open();
    Bookkeeper keeper(folder.folder());
    bool refused = false;
    QObject context;
    keeper.spend({}, {&context, [&](const base::Result<ports::SpendAnswer>& answer) {
                          refused = !answer.ok() && answer.fault().code == base::FaultCode::invalid_argument;
                      }});
    keeper.start();
    QTRY_VERIFY(refused);
}

QTEST_GUILESS_MAIN(TestBookkeeper)
#include "tst_bookkeeper.moc"
