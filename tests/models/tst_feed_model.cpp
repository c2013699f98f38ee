// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feed/feed_filter.h"
#include "models/feed/feed_model.h"
#include "models/feed/feed_rows.h"
#include "tests/support/patience.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <numeric>

using models::feed::Column;
using models::feed::FeedModel;

namespace {

const text::Formats& formats() {
    static const text::Formats made(QLocale(QLocale::English), QTimeZone::utc());
    return made;
}

models::feed::Words words() {
    return {[](Column column) { return QString::number(static_cast<int>(column)); },
            [](std::optional<domain::EventType> type) {
                return type ? QStringLiteral("known") : QStringLiteral("unknown");
            },
            [](domain::Tier tier) { return QString::number(static_cast<int>(tier)); }};
}

std::shared_ptr<const ports::FeedBatch> batch(std::uint64_t first, int count) {
    auto made = std::make_shared<ports::FeedBatch>();
    for (int i = 0; i < count; ++i) {
        ports::FeedRow row;
        row.index = first + static_cast<std::uint64_t>(i);
        row.agent = domain::AgentId("bot-" + std::to_string(row.index));
        made->rows.push_back(std::move(row));
    }
    return made;
}

/// The indexes of the rows that are shown, as ranges: "1-5 8".
QString draw(const FeedModel& model) {
    QStringList ranges;
    for (int row = 0; row < model.rowCount();) {
        const std::uint64_t first = model.row_at(row).index;
        std::uint64_t last = first;
        while (++row < model.rowCount() && model.row_at(row).index == last + 1) {
            ++last;
        }
        ranges += first == last ? QString::number(first) : QStringLiteral("%1-%2").arg(first).arg(last);
    }
    return ranges.join(QLatin1Char(' '));
}

/// As many turns of the timer as it takes.
void settle(FeedModel& model) {
    QTRY_COMPARE(model.waiting(), std::size_t{0});
}

constexpr models::feed::Window quick{100, std::chrono::milliseconds(0), std::chrono::milliseconds(8)};

} // namespace

class TestFeedModel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void our_tier_comes_later_and_moves_no_row();
    void a_filter_by_our_tier_takes_rows_in_when_they_are_judged();
    void tiers_wait_for_their_rows_and_for_the_end_of_a_pause();
    void a_page_of_history_keeps_what_is_known();
    void rows_arrive_in_one_insertion_per_turn();
    void the_window_keeps_the_newest_data();
    void the_window_keeps_the_newest();
    void a_pause_holds_everything_still();
    void history_comes_before_what_is_live();
    void what_is_known_already_is_ignored();
    void a_cell_says_what_it_means();
    void paging_back_tears_the_window_off_and_restarting_leads_back();
    void a_row_comes_back_as_it_went_in();
    void what_is_typed_narrows_the_window_data();
    void what_is_typed_narrows_the_window();
    void what_cannot_be_understood_is_named_data();
    void what_cannot_be_understood_is_named();
};

void TestFeedModel::rows_arrive_in_one_insertion_per_turn() {
    FeedModel model(words(), formats(), quick);
    const QAbstractItemModelTester tester(&model.table(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy inserted(&model.table(), &QAbstractItemModel::rowsInserted);
    model.add(batch(1, 10));
    model.add(batch(11, 10));
    model.add(batch(21, 10));
    QCOMPARE(model.rowCount(), 0); // nothing moves before the timer
    settle(model);
    QCOMPARE(draw(model), QStringLiteral("1-30"));
    QCOMPARE(inserted.count(), 1);
}

void TestFeedModel::the_window_keeps_the_newest_data() {
    QTest::addColumn<QList<int>>("sizes");
    QTest::addColumn<quint64>("passed");
    QTest::newRow("few rows stay whole") << QList<int>{30, 30} << quint64{0};
    QTest::newRow("exactly the window stays whole") << QList<int>{50, 50} << quint64{0};
    QTest::newRow("whole batches pass by unseen") << QList<int>{90, 90, 90} << quint64{90};
    QTest::newRow("one batch is larger than the window") << QList<int>{250} << quint64{0};
}

void TestFeedModel::the_window_keeps_the_newest() {
    QFETCH(QList<int>, sizes);
    FeedModel model(words(), formats(), quick);
    const QAbstractItemModelTester tester(&model.table(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    std::uint64_t next = 1;
    for (const int size : sizes) {
        model.add(batch(next, size));
        next += static_cast<std::uint64_t>(size);
    }
    settle(model);
    QTEST(quint64{model.passed_by()}, "passed");
    // The newest without a hole: the window at least, at most a block of 64 more.
    QVERIFY(model.rowCount() >= std::min<int>(100, static_cast<int>(next) - 1) && model.rowCount() <= 164);
    QCOMPARE(draw(model), QStringLiteral("%1-%2").arg(next - static_cast<unsigned>(model.rowCount())).arg(next - 1));
}

void TestFeedModel::a_pause_holds_everything_still() {
    FeedModel model(words(), formats(), quick);
    const QAbstractItemModelTester tester(&model.table(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.add(batch(1, 10));
    settle(model);
    model.set_paused(true);
    QSignalSpy inserted(&model.table(), &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model.table(), &QAbstractItemModel::rowsRemoved);
    for (int i = 0; i < 20; ++i) {
        model.add(batch(11 + static_cast<std::uint64_t>(i) * 10, 10));
    }
    QCoreApplication::processEvents();
    QCOMPARE(inserted.count() + removed.count(), 0);
    QCOMPARE(draw(model), QStringLiteral("1-10"));
    QCOMPARE(model.waiting(), std::size_t{100}); // never more than the window, however long the pause
    model.set_paused(false);
    settle(model);
    QVERIFY(draw(model).endsWith(QStringLiteral("-210")));
    QVERIFY(model.passed_by() == 100);
}

void TestFeedModel::history_comes_before_what_is_live() {
    FeedModel model(words(), formats(), quick);
    const QAbstractItemModelTester tester(&model.table(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.add(batch(50, 5));
    settle(model);
    ports::FeedPage page;
    for (std::uint64_t index = 51; index >= 46; --index) { // newest first, overlapping
        ports::FeedRow row;
        row.index = index;
        page.rows.push_back(row);
    }
    model.add_history(page);
    QCOMPARE(draw(model), QStringLiteral("46-54"));
}

void TestFeedModel::what_is_known_already_is_ignored() {
    FeedModel model(words(), formats(), quick);
    model.add(batch(1, 10));
    model.add(batch(6, 10));
    model.add(batch(3, 2));
    settle(model);
    QCOMPARE(draw(model), QStringLiteral("1-15"));
}

void TestFeedModel::a_cell_says_what_it_means() {
    auto made = std::make_shared<ports::FeedBatch>();
    ports::FeedRow row;
    row.index = 7;
    row.agent = domain::AgentId("b\xe2\x80\xaeot");
    row.amount = domain::Money{498000, domain::Currency::from_code("EUR").value()};
    row.tier = domain::Tier::blocked;
    made->rows.push_back(row);
    FeedModel model(words(), formats(), quick);
    model.add(made);
    settle(model);
    const auto cell = [&](Column column) { return model.table().index(0, static_cast<int>(column)); };
    QVERIFY(cell(Column::agent).data().toString().contains(QStringLiteral("⟦U+202E⟧"))); // shown, not obeyed
    QCOMPARE(cell(Column::amount).data().toString(), formats().money(*row.amount));
    QCOMPARE(cell(Column::event).data().toString(), QStringLiteral("unknown"));
    QCOMPARE(cell(Column::time).data(models::feed::tier_role).toInt(), static_cast<int>(domain::Tier::blocked));
    QVERIFY(!cell(Column::time).data(models::feed::type_role).isValid());
    QCOMPARE(cell(Column::time).data(models::feed::money_role).toLongLong(), 498000);
    QVERIFY(!cell(Column::time).data(Qt::ForegroundRole).isValid()); // colour is the view's business
    QCOMPARE(cell(Column::time).internalPointer(), nullptr);
}

/// Rows 1 to count, newest first, below `before`.
static ports::FeedPage older(std::uint64_t before, int count) {
    ports::FeedPage page;
    for (std::uint64_t index = before - 1; index >= 1 && page.rows.size() < static_cast<std::size_t>(count); --index) {
        page.rows.push_back(batch(index, 1)->rows.front());
    }
    return page;
}

void TestFeedModel::paging_back_tears_the_window_off_and_restarting_leads_back() {
    FeedModel model(words(), formats(), quick);
    const QAbstractItemModelTester tester(&model.table(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.add(batch(301, 60));
    settle(model);
    model.set_paused(true);
    model.add_history(older(301, 40));
    QCOMPARE(draw(model), QStringLiteral("261-360"));
    QVERIFY(!model.is_torn_off());
    model.add_history(older(261, 50)); // no room: the newest leave
    QCOMPARE(draw(model), QStringLiteral("211-310"));
    QVERIFY(model.is_torn_off());
    QCOMPARE(model.waiting(), std::size_t{50});
    model.add(batch(361, 5)); // goes by, is counted
    QCOMPARE(model.waiting(), std::size_t{55});
    QCOMPARE(model.position_of(211), std::optional(0));
    QCOMPARE(model.position_of(310), std::optional(99));
    QVERIFY(!model.position_of(311));
    model.restart();
    model.add(batch(366, 2)); // arrives before the page that was asked for
    model.set_paused(false);
    model.add_history(older(367, 30));
    settle(model);
    QCOMPARE(draw(model), QStringLiteral("337-367"));
}

void TestFeedModel::a_row_comes_back_as_it_went_in() {
    ports::FeedRow row;
    row.index = 9;
    row.source = domain::SourceId("https://gateway.example");
    row.sequence = 12;
    row.type = domain::EventType::transaction_held;
    row.time = base::Instant(base::Microseconds(1'700'000'000'000'001));
    row.received = base::Instant(base::Microseconds(1'700'000'000'500'000));
    row.agent = domain::AgentId("bot-1");
    row.transaction = domain::TransactionId("TX-1");
    row.version = 3;
    row.amount = domain::Money{-1250, domain::Currency::from_code("KWD").value()};
    row.tier = domain::Tier::automatic;
    row.counterpart = domain::UntrustedText("Café du Port");
    row.summary = domain::UntrustedText("a\n\tb");
    auto made = std::make_shared<ports::FeedBatch>();
    made->rows.push_back(row);
    made->rows.push_back({});
    made->rows.back().index = 10;
    FeedModel model(words(), formats(), quick);
    model.add(made);
    settle(model);
    const ports::FeedRow back = model.row_at(0);
    QVERIFY(back.index == row.index && back.source == row.source && back.sequence == row.sequence);
    QVERIFY(back.type == row.type && back.time == row.time && back.received == row.received);
    QVERIFY(back.agent == row.agent && back.transaction == row.transaction && back.version == row.version);
    QVERIFY(back.amount == row.amount && back.tier == row.tier);
    QVERIFY(back.counterpart == row.counterpart && back.summary == row.summary);
    const ports::FeedRow bare = model.row_at(1);
    QVERIFY(!bare.type && !bare.tier && !bare.amount && bare.agent.empty() && bare.summary.empty());
}

void TestFeedModel::what_is_typed_narrows_the_window_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char* name, const char* typed, const char* shown) {
        QTest::newRow(name) << QString::fromUtf8(typed) << QString::fromLatin1(shown);
    };
    row("nothing typed shows all", "", "1-6");
    row("a word in any of the texts", "pump", "1 4");
    row("upper and lower case alike", "PUMP", "1 4");
    row("any language", "ŌSAKA", "2");
    row("two words both have to stand there", "pump seal", "4");
    row("quotes keep a blank", "\"pump seal\"", "4");
    row("a word that must not stand there", "-pump", "2-3 5-6");
    row("a field", "agent:bot-1", "1-2");
    row("a field exactly", "agent=bot-1", "1");
    row("a supplier", "supplier:nord", "1");
    row("a tier", "tier:blocked", "3");
    row("tiers from one on", "tier>=sign_off", "2-3");
    row("tiers by number", "tier<1", "1");
    row("amounts in their own units", "amount>=100", "1-2");
    row("an exact amount", "amount=100.00", "1");
    row("yen have no minor units", "amount:8800 currency:JPY", "2");
    row("an event by part of its name", "event:held", "3");
    row("all together", "agent:bot amount>50 -currency:JPY", "1 3");
}

void TestFeedModel::what_is_typed_narrows_the_window() {
    const auto money = [](std::int64_t minor, const char* code) {
        return domain::Money{minor, domain::Currency::from_code(code).value()};
    };
    auto made = std::make_shared<ports::FeedBatch>(*batch(1, 6));
    made->rows[0].agent = domain::AgentId("bot-1");
    made->rows[0].summary = domain::UntrustedText("A pump");
    made->rows[0].counterpart = domain::UntrustedText("Nordlicht");
    made->rows[0].tier = domain::Tier::automatic;
    made->rows[0].amount = money(10000, "EUR");
    made->rows[1].agent = domain::AgentId("bot-12");
    made->rows[1].counterpart = domain::UntrustedText("Ōsaka Parts");
    made->rows[1].tier = domain::Tier::sign_off;
    made->rows[1].amount = money(8800, "JPY");
    made->rows[2].tier = domain::Tier::blocked;
    made->rows[2].type = domain::EventType::transaction_held;
    made->rows[2].amount = money(9999, "EUR");
    made->rows[3].summary = domain::UntrustedText("one pump seal");
    QFETCH(QString, typed);
    FeedModel model(words(), formats(), quick);
    const QAbstractItemModelTester tester(&model.table(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    auto filter = models::feed::feed_filter(typed.toStdString());
    QVERIFY(filter.ok());
    model.table().set_filter(std::move(filter).value());
    model.add(made);
    settle(model);
    QTEST(draw(model), "shown");
}

void TestFeedModel::what_cannot_be_understood_is_named_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("why");
    QTest::addColumn<QString>("where");
    const auto row = [](const char* name, const char* typed, const char* why, const char* where) {
        QTest::newRow(name) << QString::fromLatin1(typed) << QString::fromLatin1(why) << QString::fromLatin1(where);
    };
    row("no such field", "pump colour:red", "field", "colour:red");
    row("no such tier", "tier>=huge", "tier", "tier>=huge");
    row("no such comparison", "tier<>1", "tier", "tier<>1");
    row("no such event", "event:party", "event", "event:party");
    row("not an amount", "amount>many", "amount", "amount>many");
    row("no value yet", "agent:", "empty", "agent:");
    row("an open quote", "\"two words", "quote", "\"two words");
}

void TestFeedModel::what_cannot_be_understood_is_named() {
    QFETCH(QString, typed);
    const auto filter = models::feed::feed_filter(typed.toStdString());
    QVERIFY(!filter);
    QTEST(QString::fromStdString(filter.fault().detail), "why");
    QTEST(QString::fromStdString(filter.fault().where), "where");
}

namespace {

constexpr models::feed::Window at_once{100, std::chrono::milliseconds(0), std::chrono::milliseconds(8),
                                       std::chrono::milliseconds(0)};

ports::OwnTiers judged(std::uint64_t first, int count, domain::Tier tier) {
    ports::OwnTiers tiers;
    for (int i = 0; i < count; ++i) {
        tiers.push_back({first + static_cast<std::uint64_t>(i), tier});
    }
    return tiers;
}

int ours(const FeedModel& model) {
    int known = 0;
    for (int row = 0; row < model.rowCount(); ++row) {
        known += model.ours_at(row) ? 1 : 0;
    }
    return known;
}

} // namespace

void TestFeedModel::our_tier_comes_later_and_moves_no_row() {
    FeedModel model(words(), formats(), {200, std::chrono::milliseconds(0), std::chrono::milliseconds(8)});
    const QAbstractItemModelTester tester(&model.table());
    model.add(batch(1, 150)); // more than one packed block
    settle(model);
    QCOMPARE(ours(model), 0);
    const QSignalSpy moved(&model.table(), &QAbstractItemModel::layoutChanged);
    const QSignalSpy reset(&model.table(), &QAbstractItemModel::modelReset);
    const QSignalSpy inserted(&model.table(), &QAbstractItemModel::rowsInserted);
    model.add(judged(10, 3, domain::Tier::sign_off));
    model.add(judged(140, 2, domain::Tier::blocked));
    QTRY_COMPARE(ours(model), 5);
    QCOMPARE(model.ours_at(9), std::optional(domain::Tier::sign_off));
    QCOMPARE(model.ours_at(8), std::nullopt);
    QCOMPARE(model.ours_at(139), std::optional(domain::Tier::blocked));
    model.add(judged(10, 1, domain::Tier::automatic)); // below what its block held
    QTRY_COMPARE(model.ours_at(9), std::optional(domain::Tier::automatic));
    QCOMPARE(model.ours_at(10), std::optional(domain::Tier::sign_off));
    QCOMPARE(draw(model), QStringLiteral("1-150"));
    QCOMPARE(moved.size() + reset.size() + inserted.size(), 0);
}

void TestFeedModel::a_filter_by_our_tier_takes_rows_in_when_they_are_judged() {
    FeedModel model(words(), formats(), {200, std::chrono::milliseconds(0), std::chrono::milliseconds(8)});
    const QAbstractItemModelTester tester(&model.table());
    model.add(batch(1, 100));
    settle(model);
    model.table().set_filter({models::ledger::Between{models::feed::kept::ours, 2, 4}});
    QCOMPARE(model.rowCount(), 0);
    model.add(judged(40, 2, domain::Tier::sign_off));
    model.add(judged(50, 2, domain::Tier::automatic));
    QTRY_COMPARE(draw(model), QStringLiteral("40-41"));
    model.add(judged(20, 1, domain::Tier::blocked));
    QTRY_COMPARE(draw(model), QStringLiteral("20 40-41"));
    model.table().set_order({{models::feed::kept::ours, true}});
    model.add(judged(60, 1, domain::Tier::dual_sign_off));
    QTRY_COMPARE(draw(model), QStringLiteral("20 60 40-41"));
}

void TestFeedModel::tiers_wait_for_their_rows_and_for_the_end_of_a_pause() {
    FeedModel model(words(), formats(), at_once);
    model.add(judged(5, 1, domain::Tier::confirm));
    model.add(batch(1, 8));
    QTRY_COMPARE(ours(model), 1);
    model.table().set_filter({models::ledger::Between{models::feed::kept::ours, 0, 4}});
    model.set_paused(true);
    model.add(judged(2, 1, domain::Tier::confirm));
    for (int turn = 0; turn < 10; ++turn) {
        QCoreApplication::processEvents();
    }
    QCOMPARE(draw(model), QStringLiteral("5"));
    model.set_paused(false);
    QTRY_COMPARE(draw(model), QStringLiteral("2 5"));
}

void TestFeedModel::a_page_of_history_keeps_what_is_known() {
    FeedModel model(words(), formats(), quick);
    model.add(batch(11, 5));
    model.add(judged(12, 1, domain::Tier::confirm));
    QTRY_COMPARE(ours(model), 1);
    ports::FeedPage page;
    for (std::uint64_t index = 10; index >= 6; --index) {
        ports::FeedRow row;
        row.index = index;
        row.category = "books";
        page.rows.push_back(row);
    }
    model.add_history(page);
    QCOMPARE(draw(model), QStringLiteral("6-15"));
    QCOMPARE(model.ours_at(6), std::optional(domain::Tier::confirm));
    QCOMPARE(model.row_at(0).category, std::string("books"));
}

QTEST_GUILESS_MAIN(TestFeedModel)
#include "tst_feed_model.moc"
