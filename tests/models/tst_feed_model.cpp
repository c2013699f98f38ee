// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feed/feed_model.h"

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
            [](const ports::FeedRow& row) { return row.type ? QStringLiteral("known") : QStringLiteral("unknown"); },
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
    void rows_arrive_in_one_insertion_per_turn();
    void the_window_keeps_the_newest_data();
    void the_window_keeps_the_newest();
    void a_pause_holds_everything_still();
    void history_comes_before_what_is_live();
    void what_is_known_already_is_ignored();
    void a_cell_says_what_it_means();
    void batches_are_shared_not_copied();
};

void TestFeedModel::rows_arrive_in_one_insertion_per_turn() {
    FeedModel model(words(), formats(), quick);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
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
    QTest::addColumn<QString>("shown");
    QTest::addColumn<quint64>("passed");
    QTest::newRow("few rows stay whole") << QList<int>{30, 30} << QStringLiteral("1-60") << quint64{0};
    QTest::newRow("exactly the window stays whole") << QList<int>{50, 50} << QStringLiteral("1-100") << quint64{0};
    QTest::newRow("what does not fit passes by and is counted")
        << QList<int>{60, 60} << QStringLiteral("21-120") << quint64{20};
    QTest::newRow("whole batches pass by unseen")
        << QList<int>{90, 90, 90} << QStringLiteral("171-270") << quint64{170};
    QTest::newRow("one batch is larger than the window")
        << QList<int>{250} << QStringLiteral("151-250") << quint64{150};
}

void TestFeedModel::the_window_keeps_the_newest() {
    QFETCH(QList<int>, sizes);
    FeedModel model(words(), formats(), quick);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    std::uint64_t next = 1;
    for (const int size : sizes) {
        model.add(batch(next, size));
        next += static_cast<std::uint64_t>(size);
    }
    settle(model);
    QTEST(draw(model), "shown");
    QTEST(quint64{model.passed_by()}, "passed");
}

void TestFeedModel::a_pause_holds_everything_still() {
    FeedModel model(words(), formats(), quick);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.add(batch(1, 10));
    settle(model);
    model.set_paused(true);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    for (int i = 0; i < 20; ++i) {
        model.add(batch(11 + static_cast<std::uint64_t>(i) * 10, 10));
    }
    QCoreApplication::processEvents();
    QCOMPARE(inserted.count() + removed.count(), 0);
    QCOMPARE(draw(model), QStringLiteral("1-10"));
    QCOMPARE(model.waiting(), std::size_t{100}); // never more than the window, however long the pause
    model.set_paused(false);
    settle(model);
    QCOMPARE(draw(model), QStringLiteral("111-210"));
}

void TestFeedModel::history_comes_before_what_is_live() {
    FeedModel model(words(), formats(), quick);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
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
    FeedModel full(words(), formats(), {5, std::chrono::milliseconds(0), std::chrono::milliseconds(8)});
    full.add(batch(50, 5));
    settle(full);
    full.add_history(page);
    QCOMPARE(draw(full), QStringLiteral("50-54")); // no room
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
    const auto cell = [&](Column column) { return model.index(0, static_cast<int>(column)); };
    QVERIFY(cell(Column::agent).data().toString().contains(QStringLiteral("⟦U+202E⟧"))); // shown, not obeyed
    QCOMPARE(cell(Column::amount).data().toString(), formats().money(*row.amount));
    QCOMPARE(cell(Column::event).data().toString(), QStringLiteral("unknown"));
    QCOMPARE(cell(Column::time).data(models::feed::tier_role).toInt(), static_cast<int>(domain::Tier::blocked));
    QVERIFY(!cell(Column::time).data(models::feed::type_role).isValid());
    QCOMPARE(cell(Column::time).data(models::feed::money_role).toLongLong(), 498000);
    QVERIFY(!cell(Column::time).data(Qt::ForegroundRole).isValid()); // colour is the view's business
    QCOMPARE(cell(Column::time).internalPointer(), nullptr);
}

void TestFeedModel::batches_are_shared_not_copied() {
    FeedModel model(words(), formats(), quick);
    const auto made = batch(1, 3);
    model.add(made);
    settle(model);
    QCOMPARE(&model.row_at(1), &made->rows.at(1));
}

QTEST_GUILESS_MAIN(TestFeedModel)
#include "tst_feed_model.moc"
