// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/patience.h"
#include "ui/charts/chart_pane.h"
#include "ui/charts/scale.h"

#include <QAccessible>
#include <QBarSet>
#include <QCategoryAxis>
#include <QLineSeries>
#include <QSignalSpy>
#include <QStackedBarSeries>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <cmath>

using ui::charts::ChartPane;
using ui::charts::Kind;

namespace {

models::series::Chart chart_of(int points) {
    models::series::Chart chart;
    chart.title = QStringLiteral("Spend");
    chart.header = QStringLiteral("Day");
    for (const char* name : {"Confirm", "Sign-off"}) {
        models::series::Line line{QLatin1String(name), {}};
        for (int i = 0; i < points; ++i) {
            line.values.push_back({100.0 * i, QStringLiteral("EUR %1.00").arg(i), std::to_string(i) + ".00",
                                   QStringLiteral("%1 orders").arg(i)});
        }
        chart.lines.push_back(line);
    }
    for (int i = 0; i < points; ++i) {
        chart.points.append(QString::number(i + 1));
        chart.full_points.append(QStringLiteral("%1 March").arg(i + 1));
        chart.totals.push_back(
            {200.0 * i, QStringLiteral("EUR %1.00").arg(2 * i), std::to_string(2 * i) + ".00", QString()});
    }
    return chart;
}

} // namespace

class TestCharts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void the_keyboard_reads_every_value();
    void the_keyboard_begins_where_something_is();
    void what_is_read_is_the_accessible_name();
    void the_twin_is_one_key_away_and_stands_at_the_same_value();
    void a_choice_in_the_twin_is_a_choice_in_the_chart();
    void pictures_and_numbers_are_saved();
    void a_file_that_cannot_be_written_is_said();
    void a_cursor_stays_while_values_change_and_goes_with_its_points();
    void long_lines_are_decimated_to_the_pixels();
    void a_layout_from_the_right_mirrors_everything_data();
    void a_layout_from_the_right_mirrors_everything();
    void marks_are_round_and_hold_everything_data();
    void marks_are_round_and_hold_everything();
};

void TestCharts::the_keyboard_reads_every_value() {
    ChartPane pane(Kind::bars, QStringLiteral("Spend"));
    pane.resize(700, 300);
    pane.show();
    pane.show_chart(chart_of(4));
    auto& view = pane.view();
    QTest::keyClick(&view, Qt::Key_Home);
    QCOMPARE(view.reading(), QStringLiteral("1 March, Total: EUR 0.00"));
    QTest::keyClick(&view, Qt::Key_Right);
    QTest::keyClick(&view, Qt::Key_Up);
    QCOMPARE(view.reading(), QStringLiteral("2 March, Confirm: EUR 1.00 (1 orders)"));
    QTest::keyClick(&view, Qt::Key_Up);
    QTest::keyClick(&view, Qt::Key_Up); // there is nothing above
    QCOMPARE(view.line(), 1);
    QTest::keyClick(&view, Qt::Key_End);
    QTest::keyClick(&view, Qt::Key_Right);
    QCOMPARE(view.point(), 3);
    QTest::keyClick(&view, Qt::Key_Left);
    QCOMPARE(view.reading(), QStringLiteral("3 March, Sign-off: EUR 2.00 (2 orders)"));
    QSignalSpy chosen(&pane, &ChartPane::chosen);
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().at(0).toInt(), 2);
    QCOMPARE(chosen.first().at(1).toInt(), 1);
}

void TestCharts::a_layout_from_the_right_mirrors_everything_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("later");
    QTest::newRow("bars, mirrored from the start") << static_cast<int>(Kind::bars) << false;
    QTest::newRow("bars, mirrored while they are shown") << static_cast<int>(Kind::bars) << true;
    QTest::newRow("lines, mirrored from the start") << static_cast<int>(Kind::lines) << false;
    QTest::newRow("lines, mirrored while they are shown") << static_cast<int>(Kind::lines) << true;
}
/// The axis stands at the right, the first point beside it, the keys follow what is seen, and a press means the point
/// that is drawn there.
void TestCharts::a_layout_from_the_right_mirrors_everything() {
    QFETCH(int, kind);
    QFETCH(bool, later);
    ChartPane pane(static_cast<Kind>(kind), QStringLiteral("Spend"));
    pane.resize(700, 300);
    if (!later) {
        pane.setLayoutDirection(Qt::RightToLeft);
    }
    pane.show();
    pane.show_chart(chart_of(5));
    pane.setLayoutDirection(Qt::RightToLeft);
    auto& view = pane.view();
    const auto axes = view.chart()->axes(Qt::Vertical);
    QCOMPARE(axes.size(), qsizetype{1});
    QCOMPARE(axes.front()->alignment(), Qt::Alignment(Qt::AlignRight));
    QCOMPARE(view.chart()->series().front()->attachedAxes().size(), qsizetype{2});
    auto* across = qobject_cast<QCategoryAxis*>(view.chart()->axes(Qt::Horizontal).front());
    QCOMPARE(across->categoriesLabels().front(), QStringLiteral("5"));
    QTest::keyClick(&view, Qt::Key_Home);
    QTest::keyClick(&view, Qt::Key_Left);
    QCOMPARE(view.point(), 1);
    QTest::keyClick(&view, Qt::Key_Right);
    QCOMPARE(view.point(), 0);
    QSignalSpy chosen(&pane, &ChartPane::chosen);
    const QRectF plot = view.chart()->mapToScene(view.chart()->plotArea()).boundingRect();
    const QPointF at_right(plot.right() - plot.width() / 12, plot.center().y());
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.mapFromScene(at_right));
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().at(0).toInt(), 0);
    if (kind == static_cast<int>(Kind::bars)) {
        const auto* bars = qobject_cast<QStackedBarSeries*>(view.chart()->series().front());
        QCOMPARE(bars->barSets().front()->at(0), 400.0); // the newest is drawn at the left
    } else {
        const auto* line = qobject_cast<QLineSeries*>(view.chart()->series().front());
        QCOMPARE(line->at(0).y(), 400.0);
    }
}

/// Not in the hours of today that are still to come.
void TestCharts::the_keyboard_begins_where_something_is() {
    ChartPane pane(Kind::bars, QStringLiteral("Spend"));
    pane.resize(700, 300);
    models::series::Chart day = chart_of(24);
    for (models::series::Line& line : day.lines) {
        for (std::size_t hour = 10; hour < line.values.size(); ++hour) {
            line.values[hour].position = hour == 12 ? std::numeric_limits<double>::quiet_NaN() : 0;
        }
    }
    pane.show_chart(day);
    pane.show();
    QTRY_VERIFY(pane.isVisible());
    pane.view().setFocus(Qt::TabFocusReason);
    QTRY_COMPARE(pane.view().point(), 9);
}

void TestCharts::what_is_read_is_the_accessible_name() {
    ChartPane pane(Kind::bars, QStringLiteral("Spend"));
    pane.show_chart(chart_of(4));
    QCOMPARE(pane.view().accessibleName(), QStringLiteral("Spend"));
    pane.view().set_cursor(1, 0);
    QCOMPARE(pane.view().accessibleName(), QStringLiteral("Spend. 2 March, Confirm: EUR 1.00 (1 orders)"));
    QVERIFY(pane.table().accessibleName().contains(QStringLiteral("table")));
    const QList<QToolButton*> buttons = pane.findChildren<QToolButton*>(QString(), Qt::FindDirectChildrenOnly);
    QCOMPARE(buttons.size(), qsizetype{2});
    for (const QToolButton* button : buttons) {
        QVERIFY(!button->accessibleName().isEmpty());
    }
}

void TestCharts::the_twin_is_one_key_away_and_stands_at_the_same_value() {
    ChartPane pane(Kind::bars, QStringLiteral("Spend"));
    pane.resize(700, 300);
    pane.show();
    QVERIFY(QTest::qWaitForWindowExposed(&pane, support::patience_ms));
    pane.activateWindow();
    pane.show_chart(chart_of(4));
    pane.view().setFocus();
    pane.view().set_cursor(2, 1);
    QTest::keyClick(&pane.view(), Qt::Key_T, Qt::ControlModifier);
    QTRY_VERIFY(pane.is_table());
    QCOMPARE(pane.table().currentIndex().row(), 2);
    QCOMPARE(pane.table().currentIndex().data().toString(), QStringLiteral("EUR 2.00"));
    pane.table().setCurrentIndex(pane.twin().index(0, 1));
    pane.show_as_table(false);
    QCOMPARE(pane.view().reading(), QStringLiteral("1 March, Confirm: EUR 0.00 (0 orders)"));
}

void TestCharts::a_choice_in_the_twin_is_a_choice_in_the_chart() {
    ChartPane pane(Kind::bars, QStringLiteral("Spend"));
    pane.show_chart(chart_of(4));
    QSignalSpy chosen(&pane, &ChartPane::chosen);
    Q_EMIT pane.table().activated(pane.twin().index(3, 2));
    QCOMPARE(chosen.first().at(0).toInt(), 3);
    QCOMPARE(chosen.first().at(1).toInt(), 1);
}

void TestCharts::pictures_and_numbers_are_saved() {
    ChartPane pane(Kind::bars, QStringLiteral("Spend"));
    pane.resize(600, 300);
    pane.show();
    auto chart = chart_of(2);
    chart.full_points[0] = QStringLiteral("=1+1"); // a spreadsheet must not compute it
    pane.show_chart(chart);
    const std::string csv = pane.csv();
    QVERIFY(csv.starts_with("Day,Confirm,Sign-off,Total\r\n"));
    QVERIFY(csv.ends_with("\r\n\"2 March\",1.00,1.00,2.00\r\n"));
    QVERIFY(csv.find("'=1+1") != std::string::npos && csv.find("\n=1+1") == std::string::npos);
    const QTemporaryDir folder;
    QVERIFY(pane.save_numbers(folder.filePath(QStringLiteral("a.csv"))).ok());
    QVERIFY(pane.save_picture(folder.filePath(QStringLiteral("a.png"))).ok());
    const QImage image(folder.filePath(QStringLiteral("a.png")));
    QCOMPARE(image.width(), pane.view().width() * 2);
    const QRgb background = image.pixel(2, 2);
    bool drawn = false;
    for (int x = 0; x < image.width() && !drawn; ++x) {
        drawn = image.pixel(x, image.height() / 2) != background;
    }
    QVERIFY(drawn);
}

void TestCharts::a_file_that_cannot_be_written_is_said() {
    ChartPane pane(Kind::bars, QStringLiteral("Spend"));
    pane.show_chart(chart_of(2));
    const QString nowhere = QStringLiteral("/proc/no/such/folder/a");
    QCOMPARE(pane.save_numbers(nowhere).fault().code, base::FaultCode::unreadable);
    QCOMPARE(pane.save_picture(nowhere).fault().code, base::FaultCode::unreadable);
}

void TestCharts::a_cursor_stays_while_values_change_and_goes_with_its_points() {
    ChartPane pane(Kind::bars, QStringLiteral("Spend"));
    pane.show_chart(chart_of(4));
    pane.view().set_cursor(3, 0);
    auto changed = chart_of(4);
    changed.lines[0].values[3].shown = QStringLiteral("EUR 99.00");
    pane.show_chart(changed);
    QCOMPARE(pane.view().reading(), QStringLiteral("4 March, Confirm: EUR 99.00 (3 orders)"));
    pane.show_chart(chart_of(2));
    QCOMPARE(pane.view().point(), -1);
    pane.show_chart({});
    QVERIFY(pane.view().reading().isEmpty());
    QTest::keyClick(&pane.view(), Qt::Key_Right); // nothing to read, nothing to break
    QVERIFY(pane.view().reading().isEmpty());
}

void TestCharts::long_lines_are_decimated_to_the_pixels() {
    ChartPane pane(Kind::lines, QStringLiteral("Share"));
    pane.resize(600, 300);
    pane.show();
    auto chart = chart_of(20'000);
    chart.totals.clear();
    chart.lines[1].values[5].position = std::nan("");
    pane.show_chart(chart);
    QVERIFY(pane.view().drawn_points() > 100);
    QVERIFY(pane.view().drawn_points() <= 2 * 4 * 600);
}

void TestCharts::marks_are_round_and_hold_everything_data() {
    QTest::addColumn<double>("least");
    QTest::addColumn<double>("greatest");
    QTest::newRow("nothing at all") << 0.0 << 0.0;
    QTest::newRow("a few") << 0.0 << 7.0;
    QTest::newRow("refunds below") << -1234.0 << 98765.0;
    QTest::newRow("only refunds") << -55.0 << 0.0;
    QTest::newRow("more than money can be") << -9e18 << 9e18;
}
void TestCharts::marks_are_round_and_hold_everything() {
    QFETCH(double, least);
    QFETCH(double, greatest);
    const auto marks = ui::charts::ticks(least, greatest);
    QVERIFY(marks.size() >= 2 && marks.size() <= 9);
    QVERIFY(std::is_sorted(marks.begin(), marks.end()));
    QVERIFY(std::count(marks.begin(), marks.end(), 0) == 1);
    if (greatest < 4e18) {
        QVERIFY(static_cast<double>(marks.front()) <= least && static_cast<double>(marks.back()) >= greatest);
    }
}

QTEST_MAIN(TestCharts)
#include "tst_charts.moc"
