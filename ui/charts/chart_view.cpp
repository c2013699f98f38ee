// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_view.h"

#include "app/text/fill.h"
#include "app/text/forms.h"
#include "ui/look/theme.h"

#include <QAccessible>
#include <QCategoryAxis>
#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QLegend>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <limits>

namespace ui::charts {

using models::series::Chart;
using models::series::Value;

namespace {

/// Where something is drawn, so that the keyboard does not begin in hours that are still to come; else the last point.
int last_with_a_value(const models::series::Chart& chart) {
    const auto last = static_cast<int>(chart.points.size()) - 1;
    for (int point = last; point >= 0; --point) {
        const auto at = static_cast<std::size_t>(point);
        for (const models::series::Line& line : chart.lines) {
            if (at < line.values.size() && !std::isnan(line.values[at].position) && line.values[at].position != 0) {
                return point;
            }
        }
    }
    return last;
}

} // namespace

ChartView::ChartView(Kind kind, QWidget* parent)
    : QChartView(parent)
    , kind_(kind)
    , across_(new QCategoryAxis)
    , upright_(new QCategoryAxis) {
    setRenderHint(QPainter::Antialiasing, false);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setFrameShape(QFrame::NoFrame);
    chart()->setAnimationOptions(QChart::NoAnimation);
    chart()->setMargins({look::gap::tight, look::gap::tight, look::gap::tight, look::gap::tight});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setBackgroundRoundness(0);
    chart()->legend()->setAlignment(Qt::AlignTop);
    for (QCategoryAxis* axis : {across_, upright_}) {
        axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
        axis->setTruncateLabels(false);
    }
    across_->setGridLineVisible(false);
    chart()->addAxis(across_, Qt::AlignBottom);
    chart()->addAxis(upright_, Qt::AlignLeft);
    place_axes();
    colour();
}

void ChartView::show_chart(const Chart& chart_now) {
    const bool same_lines =
        std::equal(chart_.lines.begin(), chart_.lines.end(), chart_now.lines.begin(), chart_now.lines.end(),
                   [](const auto& left, const auto& right) { return left.name == right.name; });
    const bool same_points = chart_.full_points == chart_now.full_points;
    chart_ = chart_now;
    if (!same_lines || (kind_ == Kind::bars ? bars_ == nullptr : curves_.empty())) {
        make_series();
    }
    if (!same_points) {
        point_ = -1;
        hovered_ = -1;
    }
    write_axes();
    kind_ == Kind::bars ? write_bars() : write_lines();
    set_cursor(point_, line_);
}

int ChartView::drawn_points() const {
    int sum = 0;
    for (const QLineSeries* curve : curves_) {
        sum += curve->count();
    }
    return sum;
}

QAbstractSeries* ChartView::any_series() const {
    return chart()->series().isEmpty() ? nullptr : chart()->series().constFirst();
}

int ChartView::point_at(const QPointF& position) const {
    if (any_series() == nullptr || !chart()->plotArea().contains(chart()->mapFromScene(position))) {
        return -1;
    }
    const double x = chart()->mapToValue(chart()->mapFromScene(position), any_series()).x();
    const auto point = static_cast<int>(std::lround(x));
    return point >= 0 && point < static_cast<int>(chart_.points.size()) ? mirrored(point) : -1;
}

/// The part of the stack, or the nearest line, at a place; -1 above and below all of them.
int ChartView::line_at(int point, const QPointF& position) const {
    const double y = chart()->mapToValue(chart()->mapFromScene(position), any_series()).y();
    const auto at = static_cast<std::size_t>(point);
    double above = 0;
    double below = 0;
    double nearest = std::numeric_limits<double>::infinity();
    int found = -1;
    for (int line = 0; line < lines(); ++line) {
        const double value = chart_.lines[static_cast<std::size_t>(line)].values[at].position;
        if (kind_ == Kind::lines) {
            if (std::abs(value - y) < nearest) {
                nearest = std::abs(value - y);
                found = line;
            }
            continue;
        }
        double& end = value < 0 ? below : above;
        if (value != 0 && y >= std::min(end, end + value) && y <= std::max(end, end + value)) {
            return line;
        }
        end += value;
    }
    return found;
}

QString ChartView::reading_at(int point, int line) const {
    if (point < 0 || point >= static_cast<int>(chart_.full_points.size()) || lines() == 0) {
        return {};
    }
    const auto at = static_cast<std::size_t>(point);
    const bool total = line < 0 && !chart_.totals.empty();
    const auto& part = chart_.lines[static_cast<std::size_t>(std::clamp(line, 0, lines() - 1))];
    const Value& value = total ? chart_.totals[at] : part.values[at];
    const QString name = total ? tr("Total") : part.name;
    //: a point of a chart: 1 its time, 2 what is counted, 3 the value
    const QString read = text::fill(tr("%1, %2: %3"), {chart_.full_points[point], name, value.shown});
    return value.remark.isEmpty() ? read : text::fill(tr("%1 (%2)"), {read, value.remark});
}

QString ChartView::reading() const {
    return reading_at(point_, line_);
}

void ChartView::set_cursor(int point, int line) {
    const int last = static_cast<int>(chart_.points.size()) - 1;
    point_ = std::min(point, last);
    line_ = std::clamp(line, chart_.totals.empty() ? 0 : -1, std::max(lines() - 1, 0));
    const QString read = reading();
    const QString name = read.isEmpty() ? chart_.title : text::fill(tr("%1. %2"), {chart_.title, read});
    if (accessibleName() != name) {
        setAccessibleName(name);
        QAccessibleEvent event(this, QAccessible::NameChanged);
        QAccessible::updateAccessibility(&event);
    }
    viewport()->update();
    Q_EMIT cursor_moved();
}

/// On or back in time; the first key comes to the newest point.
void ChartView::step(int by) {
    const int last = static_cast<int>(chart_.points.size()) - 1;
    set_cursor(point_ < 0 ? last : std::max(point_ + by, 0), line_);
}

void ChartView::keyPressEvent(QKeyEvent* event) {
    const int last = static_cast<int>(chart_.points.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Left: step(is_mirrored() ? 1 : -1); return;
    case Qt::Key_Right: step(is_mirrored() ? -1 : 1); return;
    case Qt::Key_Up: set_cursor(std::max(point_, 0), line_ + 1); return;
    case Qt::Key_Down: set_cursor(std::max(point_, 0), line_ - 1); return;
    case Qt::Key_Home: set_cursor(std::min(0, last), line_); return;
    case Qt::Key_End: set_cursor(last, line_); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (point_ >= 0) {
            Q_EMIT chosen(point_, line_);
        }
        return;
    default: QWidget::keyPressEvent(event);
    }
}

void ChartView::mouseMoveEvent(QMouseEvent* event) {
    const int point = point_at(event->position());
    if (point != hovered_) {
        hovered_ = point;
        viewport()->update();
    }
    if (point >= 0) {
        const QString read = reading_at(point, line_at(point, event->position()));
        QToolTip::showText(event->globalPosition().toPoint(), text::for_tooltip(read), viewport());
    }
    QChartView::mouseMoveEvent(event);
}

void ChartView::mousePressEvent(QMouseEvent* event) {
    const int point = point_at(event->position());
    if (event->button() == Qt::LeftButton && point >= 0) {
        set_cursor(point, line_at(point, event->position()));
        Q_EMIT chosen(point_, line_);
    }
    QChartView::mousePressEvent(event);
}

void ChartView::leaveEvent(QEvent* event) {
    hovered_ = -1;
    viewport()->update();
    QChartView::leaveEvent(event);
}

void ChartView::resizeEvent(QResizeEvent* event) {
    QChartView::resizeEvent(event);
    if (any_series() != nullptr) {
        write_axes();
        if (kind_ == Kind::lines) {
            write_lines();
        }
    }
}

void ChartView::changeEvent(QEvent* event) {
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        colour();
    }
    if (event->type() == QEvent::LayoutDirectionChange) {
        place_axes();
        if (any_series() != nullptr) {
            write_axes();
            kind_ == Kind::bars ? write_bars() : write_lines();
        }
    }
}

void ChartView::focusInEvent(QFocusEvent* event) {
    QChartView::focusInEvent(event);
    if (point_ < 0 && !chart_.points.isEmpty() && event->reason() != Qt::MouseFocusReason) {
        set_cursor(last_with_a_value(chart_), line_);
    }
}

void ChartView::drawForeground(QPainter* painter, const QRectF& rect) {
    QChartView::drawForeground(painter, rect);
    const look::Colours& colours = look::colours_for(palette());
    const QRectF plot = chart()->mapToScene(chart()->plotArea()).boundingRect();
    const auto frame = [&](int point, const QPen& pen) {
        if (point < 0 || any_series() == nullptr) {
            return;
        }
        const int place = mirrored(point);
        const double left = chart()->mapToScene(chart()->mapToPosition({place - 0.5, 0}, any_series())).x();
        const double right = chart()->mapToScene(chart()->mapToPosition({place + 0.5, 0}, any_series())).x();
        painter->setPen(pen);
        painter->drawRect(QRectF(left, plot.top(), right - left, plot.height()));
    };
    painter->setBrush(Qt::NoBrush);
    frame(hovered_, QPen(colours.border, 1, Qt::DotLine));
    frame(point_, QPen(colours.accent, hasFocus() ? 2 : 1));
    if (hasFocus()) {
        painter->setPen(QPen(colours.accent, 1));
        painter->drawRect(QRectF(mapToScene(viewport()->rect()).boundingRect()).adjusted(0, 0, -1, -1));
    }
}

} // namespace ui::charts
