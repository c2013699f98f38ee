// SPDX-License-Identifier: GPL-3.0-or-later
// How a chart becomes series, axes and colours; what a person does with it is in chart_view.cpp.
#include "models/series/decimate.h"
#include "ui/charts/chart_view.h"
#include "ui/charts/fills.h"
#include "ui/charts/scale.h"
#include "ui/look/theme.h"

#include <QBarLegendMarker>
#include <QBarSet>
#include <QCategoryAxis>
#include <QLegend>
#include <QLegendMarker>

#include <algorithm>
#include <cmath>
#include <utility>

namespace ui::charts {

using models::series::Value;

void ChartView::make_series() {
    chart()->removeAllSeries();
    bars_ = nullptr;
    target_ = nullptr;
    curves_.clear();
    if (kind_ == Kind::bars) {
        bars_ = new QStackedBarSeries;
        bars_->setBarWidth(0.8);
        for (const auto& line : chart_.lines) {
            bars_->append(new QBarSet(line.name));
        }
        chart()->addSeries(bars_);
        bars_->attachAxis(across_);
        bars_->attachAxis(upright_);
    } else {
        for (const auto& line : chart_.lines) {
            curves_.push_back(new QLineSeries);
            curves_.back()->setName(line.name);
            chart()->addSeries(curves_.back());
            curves_.back()->attachAxis(across_);
            curves_.back()->attachAxis(upright_);
        }
    }
    colour_series();
}

/// The amounts stand where reading begins, and so do the first part of a stack and its name.
void ChartView::place_axes() {
    const QList<QAbstractSeries*> all = chart()->series();
    chart()->removeAxis(upright_);
    chart()->addAxis(upright_, is_mirrored() ? Qt::AlignRight : Qt::AlignLeft);
    for (QAbstractSeries* series : all) {
        series->attachAxis(upright_);
    }
    chart()->legend()->setReverseMarkers(is_mirrored());
}

void ChartView::set_target(double position, const QString& name) {
    if (target_ == nullptr) {
        target_ = new QLineSeries;
        chart()->addSeries(target_);
        target_->attachAxis(across_);
        target_->attachAxis(upright_);
        colour_series();
    }
    target_->setName(name);
    target_position_ = position;
    const double end = static_cast<double>(std::max<qsizetype>(chart_.points.size(), 1)) - 0.5;
    target_->replace(QList<QPointF>{{-0.5, position}, {end, position}});
}

void ChartView::write_bars() {
    const QList<QBarSet*> sets = bars_->barSets();
    for (int line = 0; line < lines(); ++line) {
        std::vector<Value> values = chart_.lines[static_cast<std::size_t>(line)].values;
        if (is_mirrored()) {
            std::reverse(values.begin(), values.end());
        }
        QBarSet* set = sets.at(line);
        if (set->count() != static_cast<int>(values.size())) {
            QList<qreal> positions;
            for (const Value& value : values) {
                positions.append(value.position);
            }
            set->remove(0, set->count());
            set->append(positions);
            continue;
        }
        for (int i = 0; i < set->count(); ++i) {
            const double now = values[static_cast<std::size_t>(i)].position;
            if (set->at(i) != now) {
                set->replace(i, now);
            }
        }
    }
}

void ChartView::write_lines() {
    const int pixels = std::max(static_cast<int>(chart()->plotArea().width()), 100);
    for (int line = 0; line < lines(); ++line) {
        std::vector<Value> values = chart_.lines[static_cast<std::size_t>(line)].values;
        if (is_mirrored()) {
            std::reverse(values.begin(), values.end());
        }
        std::vector<QPointF> points;
        points.reserve(values.size());
        for (const Value& value : values) {
            points.emplace_back(static_cast<double>(points.size()), value.position);
        }
        std::erase_if(points, [](const QPointF& point) { return std::isnan(point.y()); });
        curves_[static_cast<std::size_t>(line)]->replace(
            models::series::decimate(points, 0, static_cast<double>(values.size()), pixels));
        curves_[static_cast<std::size_t>(line)]->setPointsVisible(points.size() < 64);
    }
    if (target_ != nullptr) {
        set_target(target_position_, target_->name());
    }
}

void ChartView::write_axes() {
    double least = 0;
    double greatest = 0;
    for (qsizetype point = 0; point < chart_.points.size(); ++point) {
        double below = 0;
        double above = 0;
        for (const auto& line : chart_.lines) {
            const double value = line.values[static_cast<std::size_t>(point)].position;
            if (std::isnan(value)) {
                continue;
            }
            double& end = value < 0 ? below : above;
            end = kind_ == Kind::bars ? end + value : (value < 0 ? std::min(end, value) : std::max(end, value));
        }
        least = std::min(least, below);
        greatest = std::max(greatest, above);
    }
    const auto replace_labels = [](QCategoryAxis* axis, const auto& add) {
        const QStringList old = axis->categoriesLabels();
        for (const QString& label : old) {
            axis->remove(label);
        }
        add();
    };
    const std::vector<std::int64_t> marks = ticks(least, ceiling_.value_or(greatest));
    replace_labels(upright_, [&] {
        for (const std::int64_t mark : marks) {
            upright_->append(chart_.tick ? chart_.tick(mark) : QString::number(mark), static_cast<qreal>(mark));
        }
    });
    upright_->setRange(static_cast<qreal>(marks.front()),
                       std::max(static_cast<qreal>(marks.back()), ceiling_.value_or(0)));
    const auto count = std::max<qsizetype>(chart_.points.size(), 1);
    qsizetype widest = 4;
    for (const QString& label : chart_.points) {
        widest = std::max(widest, label.size());
    }
    const int room =
        std::max(width() / std::max(fontMetrics().averageCharWidth() * static_cast<int>(widest + 3), 1), 1);
    const qsizetype every = (count + room - 1) / room;
    replace_labels(across_, [&] {
        std::vector<std::pair<int, QString>> labels; // an axis wants them rising
        for (qsizetype i = 0; i < chart_.points.size(); i += every) {
            labels.emplace_back(mirrored(static_cast<int>(i)), chart_.points[i]);
        }
        std::sort(labels.begin(), labels.end(),
                  [](const auto& one, const auto& other) { return one.first < other.first; });
        for (const auto& [place, label] : labels) {
            across_->append(label, place);
        }
    });
    across_->setRange(-0.5, static_cast<qreal>(count) - 0.5);
}

void ChartView::colour() {
    const look::Colours& colours = look::colours_for(palette());
    chart()->setBackgroundBrush(colours.base);
    chart()->setBackgroundPen(Qt::NoPen);
    setBackgroundBrush(colours.base);
    chart()->legend()->setLabelColor(colours.text);
    chart()->legend()->setFont(look::font_of(look::Type::small, font()));
    for (QCategoryAxis* axis : {across_, upright_}) {
        axis->setLabelsColor(colours.muted);
        axis->setLabelsFont(look::font_of(look::Type::small, font()));
        axis->setLinePen(QPen(colours.border, 1));
        axis->setGridLineColor(colours.border);
    }
    colour_series();
}

void ChartView::colour_series() {
    const look::Colours& colours = look::colours_for(palette());
    if (bars_ != nullptr) {
        const QList<QBarSet*> sets = bars_->barSets();
        for (int line = 0; line < sets.size(); ++line) {
            const Look look = look_of(line, colours);
            sets[line]->setBrush(look.brush);
            sets[line]->setPen(look.outline);
        }
    }
    for (std::size_t line = 0; line < curves_.size(); ++line) {
        curves_[line]->setPen(
            QPen(line == 0 ? colours.machine : colours.human, 2, line == 0 ? Qt::SolidLine : Qt::DashLine));
    }
    if (target_ != nullptr) {
        target_->setPen(QPen(colours.text, 1, Qt::DotLine));
    }
    // Qt moves the filling of a legend's mark with its line, but not the edge.
    const QList<QLegendMarker*> marks = chart()->legend()->markers();
    for (QLegendMarker* mark : marks) {
        auto* bar = qobject_cast<QBarLegendMarker*>(mark);
        mark->setPen(bar != nullptr ? bar->barset()->pen() : QPen(colours.base, 1));
    }
}

} // namespace ui::charts
