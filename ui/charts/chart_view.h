// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/series/chart.h"

#include <QChartView>
#include <QLineSeries>
#include <QStackedBarSeries>

#include <optional>
#include <vector>

class QCategoryAxis;

namespace ui::charts {

enum class Kind { bars, lines };

/// One chart: stacked bars, or lines, over points in time. Drawn without antialiasing from positions only; everything
/// that is read comes from the chart's exact texts. The keyboard moves a cursor: left and right over the points, up and
/// down over the lines (and the total), Home and End to the ends, Enter chooses; the value under it is the accessible
/// name, so that a screen reader says it. Under a right-to-left layout everything is mirrored: time goes to the left,
/// the upright axis stands at the right, and the left key goes on in time.
class ChartView final : public QChartView {
    Q_OBJECT
public:
    explicit ChartView(Kind kind, QWidget* parent = nullptr);

    void show_chart(const models::series::Chart& chart);
    using QWidget::show;
    /// A line across at a position of the upright axis, with its name in the legend.
    void set_target(double position, const QString& name);
    /// From 0 to here, whatever the values.
    void set_ceiling(double position) { ceiling_ = position; }

    [[nodiscard]] int point() const { return point_; } ///< -1: no cursor yet
    [[nodiscard]] int line() const { return line_; }   ///< -1: the total, or the first line where there is none
    void set_cursor(int point, int line);
    /// "1 March, Confirm: 12.50 EUR, 3 orders"; empty without a cursor.
    [[nodiscard]] QString reading() const;
    [[nodiscard]] QString reading_at(int point, int line) const;
    /// How many points the line series holds after decimation.
    [[nodiscard]] int drawn_points() const;

Q_SIGNALS:
    void cursor_moved();
    void chosen(int point, int line);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;

private:
    void make_series();
    void place_axes();
    void write_bars();
    void write_lines();
    void write_axes();
    void colour();
    void colour_series();
    [[nodiscard]] bool is_mirrored() const { return layoutDirection() == Qt::RightToLeft; }
    /// Where a point is drawn, from the left, and which point is drawn there: the same both ways.
    [[nodiscard]] int mirrored(int point) const {
        return is_mirrored() ? static_cast<int>(chart_.points.size()) - 1 - point : point;
    }
    void step(int by);
    [[nodiscard]] int point_at(const QPointF& position) const;
    [[nodiscard]] int line_at(int point, const QPointF& position) const;
    [[nodiscard]] QAbstractSeries* any_series() const;
    [[nodiscard]] int lines() const { return static_cast<int>(chart_.lines.size()); }

    Kind kind_;
    models::series::Chart chart_;
    QStackedBarSeries* bars_ = nullptr;
    std::vector<QLineSeries*> curves_;
    QLineSeries* target_ = nullptr;
    double target_position_ = 0;
    std::optional<double> ceiling_;
    QCategoryAxis* across_;
    QCategoryAxis* upright_;
    int point_ = -1;
    int line_ = -1;
    int hovered_ = -1;
};

} // namespace ui::charts
