// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/feed_search.h"
#include "tests/record/record_folder.h"

#include <QTest>

#include <algorithm>

using ports::FeedPage;
using ports::FeedQuery;

/// Paging back through the live table and searching it, over one sealed segment and an open tail.
class TestFeedSearch : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void paging_back_joins_what_the_table_held();
    void a_query_finds_data();
    void a_query_finds();
    void a_text_search_goes_on_where_it_stopped();
    void an_id_that_nothing_has_finds_nothing();
    void pages_of_an_id_join_without_seam();

private:
    FeedPage read(const FeedQuery& query) const;
    std::vector<std::uint64_t> all_pages(FeedQuery query) const;

    RecordFolder store_;
    std::uint64_t size_ = 0;
};

namespace {

/// One remarkable order among 70,000 heartbeats and small orders.
void fill(record::Recorder& recorder) {
    FeedMaker feed;
    std::vector<domain::Event> events;
    for (int i = 0; i < 70'000; ++i) {
        if (i == 1'000 || i == 69'000) {
            auto version = feed.version("t-" + std::to_string(i), 1, 1'234'500, "agent-9");
            version.subject.supplier = {domain::SupplierId("supplier-9"), domain::UntrustedText("M\xc3\xbcller GmbH")};
            version.subject.lines.resize(1);
            version.subject.lines.front().line_id = "1";
            version.subject.lines.front().description = domain::UntrustedText("Espresso machine, polished");
            version.subject.lines.front().quantity = "1";
            version.subject.lines.front().unit = "C62";
            version.subject.lines.front().unit_price = version.subject.lines.front().net = version.subject.net;
            version.digest = crypto::sha256(wire::subject_bytes(version));
            events.push_back(feed.event(domain::EventType::transaction_requested, version));
        } else if (i == 1'001) {
            events.push_back(feed.assessed("t-1000", domain::Tier::sign_off));
        } else if (i % 100 == 0) {
            events.push_back(feed.requested("t-" + std::to_string(i), 100 + i));
        } else {
            events.push_back(feed.heartbeat("agent-" + std::to_string(i % 7)));
        }
        if (events.size() == 5'000 || i + 1 == 70'000) {
            VERIFY_OK(recorder.append(FeedMaker::frames(events)));
            events.clear();
        }
    }
}

FeedQuery query_named(const QByteArray& name) {
    FeedQuery query;
    if (name.contains("event id")) {
        query.id = "e1001";
    } else if (name.contains("transaction id")) {
        query.id = "t-1000";
    } else if (name.contains("agent id")) {
        query.id = "agent-9";
    } else if (name.contains("supplier id")) {
        query.id = "supplier-9";
    }
    if (name.contains("large amounts")) {
        query.amount.currency = domain::Currency::from_code("EUR").value();
        query.amount.least = 1'000'000;
    }
    if (name.contains("words of a line")) {
        query.text = "POLISHED espresso";
    }
    if (name.contains("name of the supplier")) {
        query.text = "m\xc3\xbcller";
    }
    if (name.contains("stern")) {
        query.at_least = domain::Tier::sign_off;
    }
    if (name.contains("early")) {
        query.time_to = FeedMaker::start() + std::chrono::seconds(30'000);
    }
    return query;
}

} // namespace

FeedPage TestFeedSearch::read(const FeedQuery& query) const {
    auto page = archive::read_feed(store_.reader(), query);
    if (!page) {
        qWarning("%s", base::describe(page.fault()).c_str());
        return {};
    }
    return std::move(page).value();
}

std::vector<std::uint64_t> TestFeedSearch::all_pages(FeedQuery query) const {
    std::vector<std::uint64_t> found;
    for (int pages = 0; pages < 1000; ++pages) {
        const FeedPage page = read(query);
        for (const ports::FeedRow& row : page.rows) {
            found.push_back(row.index);
        }
        if (!page.more) {
            return found;
        }
        query.before = page.reached;
    }
    return {};
}

void TestFeedSearch::initTestCase() {
    const auto recorder = store_.open();
    QVERIFY(recorder);
    fill(*recorder);
    size_ = recorder->size();
    QCOMPARE(size_, std::uint64_t{70'000});
}

void TestFeedSearch::paging_back_joins_what_the_table_held() {
    FeedQuery newest;
    newest.limit = 500;
    FeedPage page = read(newest);
    QCOMPARE(page.rows.size(), std::size_t{500});
    QCOMPARE(page.rows.front().index, size_ - 1);
    QVERIFY(page.more);
    std::uint64_t oldest = page.rows.back().index;
    while (page.more) {
        FeedQuery older;
        older.before = oldest;
        older.limit = 10'000;
        page = read(older);
        for (const ports::FeedRow& row : page.rows) {
            QCOMPARE(row.index, oldest - 1);
            oldest = row.index;
        }
    }
    QCOMPARE(oldest, std::uint64_t{0});
}

void TestFeedSearch::a_query_finds_data() {
    QTest::addColumn<std::vector<std::uint64_t>>("expected");
    using Found = std::vector<std::uint64_t>;
    QTest::newRow("one event by its event id") << Found{1'000};
    QTest::newRow("everything of a transaction id") << Found{1'001, 1'000};
    QTest::newRow("everything of an agent id") << Found{69'000, 1'000};
    QTest::newRow("an early one of an agent id") << Found{1'000};
    QTest::newRow("everything of a supplier id") << Found{69'000, 1'000};
    QTest::newRow("large amounts") << Found{69'000, 1'000};
    QTest::newRow("words of a line that the row does not show") << Found{69'000, 1'000};
    QTest::newRow("the name of the supplier in lower case") << Found{69'000, 1'000};
    QTest::newRow("stern tiers") << Found{1'001};
}

void TestFeedSearch::a_query_finds() {
    QFETCH(const std::vector<std::uint64_t>, expected);
    QCOMPARE(all_pages(query_named(QTest::currentDataTag())), expected);
}

void TestFeedSearch::a_text_search_goes_on_where_it_stopped() {
    FeedQuery query = query_named("words of a line");
    const FeedPage first = read(query);
    QCOMPARE(first.rows.size(), std::size_t{1});
    QVERIFY(first.more);
    QCOMPARE(*first.reached, size_ - FeedQuery::text_reach);
    query.before = first.reached;
    const FeedPage second = read(query);
    QCOMPARE(second.rows.size(), std::size_t{1});
    QVERIFY(!second.more);
}

void TestFeedSearch::an_id_that_nothing_has_finds_nothing() {
    FeedQuery query;
    query.id = "nobody";
    const FeedPage page = read(query);
    QVERIFY(page.rows.empty());
    QVERIFY(!page.more);
    QVERIFY(!page.reached.has_value());
}

void TestFeedSearch::pages_of_an_id_join_without_seam() {
    FeedQuery query;
    query.id = "agent-1";
    query.limit = 7;
    query.before = 2'000;
    const std::vector<std::uint64_t> by_sevens = all_pages(query);
    query.limit = 10'000;
    QCOMPARE(by_sevens, all_pages(query));
    QVERIFY(by_sevens.size() > 250);
    QVERIFY(std::is_sorted(by_sevens.rbegin(), by_sevens.rend()));
}

QTEST_APPLESS_MAIN(TestFeedSearch)
#include "tst_feed_search.moc"
