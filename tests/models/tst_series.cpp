// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/chart.h"
#include "models/series/decimate.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>

using namespace models::series;

namespace {

std::vector<QPointF> noise(int count) {
    std::mt19937 engine(11);
    std::vector<QPointF> points;
    for (int i = 0; i < count; ++i) {
        points.emplace_back(i, static_cast<double>(engine() % 100'000) - 50'000);
    }
    return points;
}

Chart chart_of(int points, double shift = 0) {
    Chart chart;
    chart.header = QStringLiteral("Day");
    Line line{QStringLiteral("Confirm"), {}};
    for (int i = 0; i < points; ++i) {
        chart.points.append(QString::number(i));
        chart.full_points.append(QStringLiteral("day %1").arg(i));
        const double value = i + shift;
        line.values.push_back({value, QString::number(value), std::to_string(value), {}});
        chart.totals.push_back({value, QStringLiteral("total %1").arg(value), std::to_string(value), {}});
    }
    chart.lines = {line};
    return chart;
}

} // namespace

class TestSeries : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_decimated_line_touches_the_same_pixels() {
        const std::vector<QPointF> points = noise(100'000);
        constexpr int columns = 300;
        const QList<QPointF> kept = decimate(points, 0, 100'000, columns);
        QVERIFY(kept.size() <= 4 * columns);
        QVERIFY(std::is_sorted(kept.begin(), kept.end(), [](auto one, auto other) { return one.x() < other.x(); }));
        std::map<int, std::pair<double, double>> wanted, got;
        const auto take = [&](auto& into, const QPointF& point) {
            auto [at, is_new] = into.try_emplace(static_cast<int>(point.x() * columns / 100'000), point.y(), point.y());
            at->second.first = std::min(at->second.first, point.y());
            at->second.second = std::max(at->second.second, point.y());
        };
        std::for_each(points.begin(), points.end(), [&](const QPointF& point) { take(wanted, point); });
        std::for_each(kept.begin(), kept.end(), [&](const QPointF& point) { take(got, point); });
        QVERIFY(wanted == got);
    }
    void few_points_stay_as_they_are() {
        const std::vector<QPointF> points = noise(50);
        QCOMPARE(decimate(points, 0, 50, 300).size(), qsizetype{50});
        QVERIFY(decimate({}, 0, 1, 300).isEmpty());
    }

    void a_pyramid_knows_every_range() {
        const std::vector<QPointF> points = noise(2'500);
        Pyramid pyramid;
        for (std::size_t i = 0; i < points.size(); ++i) {
            pyramid.append(points[i].y());
            // Every prefix: the tower is right while it grows.
            const std::size_t from = i / 3;
            const auto [least, greatest] = std::minmax_element(
                points.begin() + static_cast<std::ptrdiff_t>(from), points.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                [](const QPointF& one, const QPointF& other) { return one.y() < other.y(); });
            const Pyramid::Range range = pyramid.range(from, i + 1);
            QCOMPARE(range.least, least->y());
            QCOMPARE(range.greatest, greatest->y());
        }
        const QList<QPointF> drawn = pyramid.columns(100, 2'100, 50);
        QCOMPARE(drawn.size(), qsizetype{100});
        QCOMPARE(drawn[0].y(), pyramid.range(100, 140).least);
        QCOMPARE(drawn[99].y(), pyramid.range(2'060, 2'100).greatest);
    }

    void a_twin_reads_what_the_chart_shows() {
        TwinModel twin(QStringLiteral("Total"));
        QAbstractItemModelTester tester(&twin, QAbstractItemModelTester::FailureReportingMode::QtTest);
        twin.show(chart_of(5));
        QCOMPARE(twin.rowCount(), 5);
        QCOMPARE(twin.columnCount(), 3);
        QCOMPARE(twin.index(2, 0).data().toString(), QStringLiteral("day 2"));
        QCOMPARE(twin.index(2, 1).data().toString(), QStringLiteral("2"));
        QCOMPARE(twin.index(2, 2).data().toString(), QStringLiteral("total 2"));
        QCOMPARE(twin.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("Confirm"));
        QCOMPARE(twin.headerData(2, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("Total"));
        QCOMPARE(twin.line_of(twin.column_of(0)), 0);
        QCOMPARE(twin.line_of(twin.column_of(-1)), -2);
    }
    void a_twin_changes_in_place_while_its_points_stay() {
        TwinModel twin(QStringLiteral("Total"));
        twin.show(chart_of(5));
        const QSignalSpy reset(&twin, &QAbstractItemModel::modelReset);
        const QSignalSpy changed(&twin, &QAbstractItemModel::dataChanged);
        twin.show(chart_of(5, 10));
        QCOMPARE(reset.count(), 0);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(twin.index(0, 1).data().toString(), QStringLiteral("10"));
        twin.show(chart_of(6));
        QCOMPARE(reset.count(), 1);
    }
};

QTEST_GUILESS_MAIN(TestSeries)
#include "tst_series.moc"
