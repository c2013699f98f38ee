// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/bookkeeper.h"
#include "app/archive/books_file.h"
#include "app/crypto/digest.h"
#include "app/policy/shipped.h"
#include "app/projection/books_codec.h"
#include "app/verdicts/policy_shelf.h"
#include "tests/record/feed_maker.h"
#include "tests/record/record_folder.h"
#include "tests/support/patience.h"

#include <QFile>
#include <QTest>

#include <algorithm>
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

    ports::SpendAnswer answer(ports::TierBy by = ports::TierBy::policy) {
        ports::SpendQuery query;
        query.by = by;
        query.edges = {base::from_rfc3339("2026-03-01T00:00:00Z").value(),
                       base::from_rfc3339("2026-03-02T00:00:00Z").value()};
        std::optional<ports::SpendAnswer> got;
        keeper_.spend(query, {this, [&](base::Result<ports::SpendAnswer> answer) {
                                  if (answer) {
                                      got = std::move(answer).value();
                                  }
                              }});
        if (!support::wait_until([&] { return got.has_value(); })) {
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

std::string bytes_of(const projection::Books& books) {
    std::string bytes;
    projection::BooksCodec::write(books, [&bytes](std::string_view piece) { bytes.append(piece); });
    return bytes;
}

/// Verdicts about these orders, as the judge writes them: some of them not, and every third one stricter.
std::vector<record::Draft> verdicts_about(const FeedMaker& feed, int from, int to, std::int32_t version = 1) {
    std::vector<record::Draft> drafts;
    for (int i = from; i < to; ++i) {
        record::Draft draft;
        draft.header.kind = store::EntryKind::verdict;
        draft.header.source = domain::SourceId(feed.source());
        draft.header.id = domain::EventId(std::to_string(i));
        draft.header.time = base::from_rfc3339("2026-03-01T12:00:00Z").value();
        draft.header.transaction = domain::TransactionId("tx-" + std::to_string(i));
        draft.header.version = version;
        draft.header.tier = i % 3 == 0 ? domain::Tier::sign_off : domain::Tier::confirm;
        draft.body = "{}";
        drafts.push_back(std::move(draft));
    }
    return drafts;
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
    void verdicts_give_our_tier_however_they_come();
    void headroom_is_by_the_policy_in_force();
    void the_orders_behind_a_sum_are_read_from_the_record();
    void a_kept_duplicate_import_comes_in_and_a_suspected_one_stays_outside();
    void a_store_that_is_not_there_yet_is_said_and_waited_for();
    void questions_from_before_the_start_are_answered_after_it();
    void kept_books_and_what_came_since_are_the_whole_record();
    void kept_books_are_what_a_start_begins_with();
    void kept_books_that_do_not_fit_are_thrown_away_data();
    void kept_books_that_do_not_fit_are_thrown_away();
    void an_import_that_was_kept_since_then_is_folded_in();
    void who_only_reads_keeps_no_books();
    void books_that_cannot_be_written_leave_the_old_ones();
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

/// Published behind the orders, missed, and read from the record: the same books, to the byte.
void TestBookkeeper::verdicts_give_our_tier_however_they_come() {
    RecordFolder folder;
    const auto recorder = folder.open();
    FeedMaker feed;
    VERIFY_OK(recorder->append(frames_of(orders(feed, 0, 300))));
    VERIFY_OK(recorder->append_own(verdicts_about(feed, 0, 200)));
    {
        Bookkeeper keeper(folder.folder());
        keeper.start(Bookkeeper::Keep::books);
        Asking asking(keeper);
        QTRY_VERIFY(asking.has_come_to(recorder->size()));
        QCOMPARE(asking.answer().tiers[ports::not_assessed].orders, std::int64_t{100});
        for (int i = 200; i < 260; i += 3) {
            const auto published = recorder->append_own(verdicts_about(feed, i, i + 3));
            VERIFY_OK(published);
            if (i % 2 == 0) {
                keeper.published(*published);
            }
        }
        QTRY_VERIFY(asking.has_come_to(recorder->size()));
        const ports::SpendAnswer lived = asking.answer();
        QCOMPARE(lived.tiers[ports::not_assessed].orders, std::int64_t{40});
        QCOMPARE(lived.tiers[static_cast<std::size_t>(domain::Tier::sign_off)].orders, std::int64_t{87});
        QCOMPARE(lived.agreement[static_cast<std::size_t>(ports::Agreement::policy_stricter)].orders, std::int64_t{87});
        QCOMPARE(lived.agreement[static_cast<std::size_t>(ports::Agreement::not_compared)].orders, std::int64_t{40});
        QCOMPARE(asking.answer(ports::TierBy::platform).tiers[1].orders, std::int64_t{300});
    }
    const auto lived = archive::read_books(folder.folder());
    VERIFY_OK(lived);
    QVERIFY(std::filesystem::remove(archive::books_file(folder.folder())));
    {
        Bookkeeper again(folder.folder());
        again.start(Bookkeeper::Keep::books);
        Asking asking(again);
        QTRY_VERIFY(asking.has_come_to(recorder->size()));
    }
    const auto rebuilt = archive::read_books(folder.folder());
    VERIFY_OK(rebuilt);
    QVERIFY(bytes_of(*rebuilt->books) == bytes_of(*lived->books));
}

/// Its limits, its calendar; another policy counts as soon as it is in force.
void TestBookkeeper::headroom_is_by_the_policy_in_force() {
    RecordFolder folder;
    const auto recorder = folder.open();
    FeedMaker feed;
    VERIFY_OK(recorder->append(frames_of(orders(feed, 0, 30))));
    Bookkeeper keeper(folder.folder());
    keeper.start();
    Asking asking(keeper);
    QTRY_VERIFY(asking.has_come_to(recorder->size()));
    QObject context;
    std::optional<ports::Headroom> got;
    const auto ask = [&] {
        ports::HeadroomQuery query;
        query.now = base::from_rfc3339("2026-03-01T18:00:00Z").value();
        keeper.headroom(query, {&context, [&got](base::Result<ports::Headroom> answer) {
                                    if (answer) {
                                        got = std::move(answer).value();
                                    }
                                }});
    };
    ask();
    QTRY_VERIFY(got);
    QCOMPARE(got->zone, std::string("Europe/London"));
    QCOMPARE(got->holidays, std::uint64_t{2});
    QVERIFY(got->lines.empty()); // the limits that come with the program are in another currency

    std::string text(policy::shipped_policy());
    const auto replace = [&text](std::size_t from, std::string_view what, std::string_view by) {
        text.replace(text.find(what, from), what.size(), by);
    };
    replace(0, "Europe/London", "Asia/Tokyo");
    replace(text.find("\"agent-month\""), "GBP", "EUR");
    VERIFY_OK(recorder->keep_setting(std::string(verdicts::policy_setting), text, domain::PersonId("ada")));
    QTRY_VERIFY((ask(), got && got->zone == "Asia/Tokyo"));
    const auto line = std::find_if(got->lines.begin(), got->lines.end(),
                                   [](const ports::HeadroomLine& one) { return one.rule == "agent-month"; });
    QVERIFY(line != got->lines.end());
    QCOMPARE(line->span, ports::Span::month);
    QCOMPARE(line->used.money.minor, std::int64_t{3'000});
}

/// Page by page, as many as the sum says; a return is no order, and what is narrowed away is not there.
void TestBookkeeper::the_orders_behind_a_sum_are_read_from_the_record() {
    RecordFolder folder;
    const auto recorder = folder.open();
    FeedMaker feed;
    VERIFY_OK(recorder->append(frames_of(orders(feed, 0, 600))));
    VERIFY_OK(recorder->append_own(verdicts_about(feed, 0, 500)));
    VERIFY_OK(recorder->append(frames_of({feed.step(domain::EventType::transaction_returned, "tx-3"),
                                          feed.step(domain::EventType::transaction_completed, "tx-4")})));
    Bookkeeper keeper(folder.folder());
    keeper.start();
    Asking asking(keeper);
    QTRY_VERIFY(asking.has_come_to(recorder->size()));
    QObject context;
    const auto all = [&](const ports::SpendSelection& only) {
        std::vector<ports::OrderLine> lines;
        ports::OrdersQuery query;
        query.time = {base::from_rfc3339("2026-03-01T00:00:00Z").value(),
                      base::from_rfc3339("2026-03-02T00:00:00Z").value()};
        query.only = only;
        for (bool more = true; more;) {
            std::optional<ports::OrdersPage> page;
            keeper.orders(query, {&context, [&page](base::Result<ports::OrdersPage> got) {
                                      page = got ? std::move(got).value() : ports::OrdersPage();
                                  }});
            if (!support::wait_until([&page] { return page.has_value(); })) {
                qFatal("no page");
            }
            lines.insert(lines.end(), page->lines.begin(), page->lines.end());
            query.before = page->reached;
            more = page->more;
        }
        return lines;
    };
    const auto lines = all({});
    QCOMPARE(static_cast<std::int64_t>(lines.size()), asking.answer().total.orders);
    QCOMPARE(lines.front().key.id.bytes(), std::string("tx-599"));
    QVERIFY(!lines.front().own_tier);
    QCOMPARE(lines.back().own_tier, std::optional(domain::Tier::sign_off));
    QCOMPARE(std::count_if(lines.begin(), lines.end(), [](const auto& line) { return line.undone; }), 1);
    ports::SpendSelection only;
    only.slot = ports::not_assessed;
    QCOMPARE(all(only).size(), std::size_t{100});
    only.agent = domain::AgentId("nobody");
    QCOMPARE(all(only).size(), std::size_t{0});
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

namespace {

/// Runs a bookkeeper until it has come as far as the record; it keeps its books when it ends.
ports::SpendAnswer run_once(const RecordFolder& folder, const record::Recorder& recorder,
                            Bookkeeper::Keep keep = Bookkeeper::Keep::books) {
    Bookkeeper keeper(folder.folder());
    keeper.start(keep);
    Asking asking(keeper);
    if (!support::wait_until([&] { return asking.has_come_to(recorder.size()); })) {
        qFatal("the books do not come as far as the record");
    }
    return asking.answer();
}

void write_over(const std::filesystem::path& file, const QByteArray& content) {
    QFile opened(QString::fromStdString(file.string()));
    QVERIFY(opened.open(QIODevice::WriteOnly));
    QCOMPARE(opened.write(content), content.size());
}

QByteArray content_of(const std::filesystem::path& file) {
    QFile opened(QString::fromStdString(file.string()));
    return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
}

/// Books of nothing that say that they stand at the end of the record: whoever begins with them answers nothing.
base::Done write_empty_books(const RecordFolder& folder, std::uint64_t folded, const domain::Digest& leaf) {
    projection::Books empty;
    empty.skip(folded - 1);
    return archive::write_books(folder.folder(), empty, leaf, {});
}

} // namespace

void TestBookkeeper::kept_books_and_what_came_since_are_the_whole_record() {
    RecordFolder folder;
    const auto recorder = folder.open();
    FeedMaker feed;
    for (int round = 0; round < 4; ++round) { // begun, gone on with, and once with nothing new
        VERIFY_OK(recorder->append(frames_of(orders(feed, round * 50, round * 50 + (round == 2 ? 0 : 50)))));
        run_once(folder, *recorder);
        const auto lived = archive::read_books(folder.folder());
        VERIFY_OK(lived);
        QCOMPARE(lived->books->folded(), recorder->size());
        QVERIFY(std::filesystem::remove(archive::books_file(folder.folder())));
        run_once(folder, *recorder);
        const auto whole = archive::read_books(folder.folder());
        VERIFY_OK(whole);
        QVERIFY(bytes_of(*lived->books) == bytes_of(*whole->books));
        QCOMPARE(lived->last_leaf, whole->last_leaf);
        VERIFY_OK(archive::write_books(folder.folder(), *lived->books, lived->last_leaf, lived->outside));
    }
}

void TestBookkeeper::kept_books_are_what_a_start_begins_with() {
    RecordFolder folder;
    const auto recorder = folder.open();
    FeedMaker feed;
    VERIFY_OK(recorder->append(frames_of(orders(feed, 0, 5))));
    const auto last = folder.reader().entry(recorder->size() - 1);
    VERIFY_OK(last);
    VERIFY_OK(write_empty_books(folder, recorder->size(), last->leaf));
    VERIFY_OK(recorder->append(frames_of(orders(feed, 5, 7))));
    QCOMPARE(run_once(folder, *recorder).total.orders, std::int64_t{2}); // and not seven: the first five were not read
}

void TestBookkeeper::kept_books_that_do_not_fit_are_thrown_away_data() {
    QTest::addColumn<QString>("what");
    for (const char* what : {"cut in the middle", "empty", "one bit is another", "of another version",
                             "of another record", "beyond the end of the record", "random bytes", "a folder"}) {
        QTest::newRow(what) << QString::fromLatin1(what);
    }
}

void TestBookkeeper::kept_books_that_do_not_fit_are_thrown_away() {
    QFETCH(QString, what);
    RecordFolder folder;
    const auto recorder = folder.open();
    FeedMaker feed;
    VERIFY_OK(recorder->append(frames_of(orders(feed, 0, 5))));
    const auto last = folder.reader().entry(recorder->size() - 1);
    VERIFY_OK(last);
    const auto file = archive::books_file(folder.folder());
    VERIFY_OK(write_empty_books(folder, recorder->size(), last->leaf));
    QByteArray content = content_of(file);
    QVERIFY(!content.isEmpty());
    if (what == QLatin1String("cut in the middle")) {
        write_over(file, content.first(content.size() / 2));
    } else if (what == QLatin1String("empty")) {
        write_over(file, {});
    } else if (what == QLatin1String("one bit is another")) {
        content[content.size() / 2] = static_cast<char>(content[content.size() / 2] ^ 1);
        write_over(file, content);
    } else if (what == QLatin1String("of another version")) {
        content[12] = static_cast<char>(content[12] + 1); // behind the length and the mark stands the form
        const auto digest = crypto::sha256(content.first(content.size() - 32).toStdString());
        write_over(file,
                   content.first(content.size() - 32) + QByteArray::fromStdString(std::string(base::as_text(digest))));
        const auto read = archive::read_books(folder.folder());
        VERIFY_FAULT(read, base::FaultCode::unsupported);
    } else if (what == QLatin1String("of another record")) {
        domain::Digest other = last->leaf;
        other[0] ^= 1U;
        VERIFY_OK(write_empty_books(folder, recorder->size(), other));
    } else if (what == QLatin1String("beyond the end of the record")) {
        VERIFY_OK(write_empty_books(folder, recorder->size() + 1, last->leaf));
    } else if (what == QLatin1String("random bytes")) {
        write_over(file, QByteArray(5000, '\x80'));
    } else {
        QVERIFY(std::filesystem::remove(file));
        QVERIFY(std::filesystem::create_directories(file / "inside"));
    }
    QCOMPARE(run_once(folder, *recorder, Bookkeeper::Keep::nothing).total.orders, std::int64_t{5});
}

void TestBookkeeper::an_import_that_was_kept_since_then_is_folded_in() {
    RecordFolder folder;
    const auto recorder = folder.open();
    std::vector<std::int64_t> numbers;
    for (const char* source : {"urn:file:march", "urn:file:march-again"}) {
        FeedMaker feed(source);
        const auto batch = recorder->begin_batch(domain::SourceId(source), domain::Digest{1, 2, 3});
        VERIFY_OK(batch);
        numbers.push_back(batch->number);
        VERIFY_OK(recorder->append(frames_of(orders(feed, 0, 10), batch->number)));
        VERIFY_OK(recorder->end_batch(batch->number));
    }
    QCOMPARE(run_once(folder, *recorder).total.orders, std::int64_t{10});
    VERIFY_OK(recorder->resolve_batch(numbers.at(1), true, domain::PersonId("ada")));
    QCOMPARE(run_once(folder, *recorder).total.orders, std::int64_t{20});
    QCOMPARE(run_once(folder, *recorder).total.orders, std::int64_t{20});
}

void TestBookkeeper::who_only_reads_keeps_no_books() {
    RecordFolder folder;
    const auto recorder = folder.open();
    FeedMaker feed;
    VERIFY_OK(recorder->append(frames_of(orders(feed, 0, 5))));
    run_once(folder, *recorder, Bookkeeper::Keep::nothing);
    QVERIFY(!std::filesystem::exists(archive::books_file(folder.folder())));
    run_once(folder, *recorder);
    QVERIFY(std::filesystem::exists(archive::books_file(folder.folder())));
    const auto mode = std::filesystem::status(archive::books_file(folder.folder())).permissions();
    QVERIFY((mode & (std::filesystem::perms::group_all | std::filesystem::perms::others_all)) ==
            std::filesystem::perms::none);
}

void TestBookkeeper::books_that_cannot_be_written_leave_the_old_ones() {
    RecordFolder folder;
    const auto recorder = folder.open();
    FeedMaker feed;
    VERIFY_OK(recorder->append(frames_of(orders(feed, 0, 5))));
    run_once(folder, *recorder);
    const QByteArray before = content_of(archive::books_file(folder.folder()));
    QVERIFY(!before.isEmpty());
    std::filesystem::create_directories(archive::books_file(folder.folder()).string() + ".new/inside");
    VERIFY_OK(recorder->append(frames_of(orders(feed, 5, 6))));
    QCOMPARE(run_once(folder, *recorder).total.orders, std::int64_t{6});
    QCOMPARE(content_of(archive::books_file(folder.folder())), before);
}

QTEST_GUILESS_MAIN(TestBookkeeper)
#include "tst_bookkeeper.moc"
