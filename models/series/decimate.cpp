// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/decimate.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace models::series {

namespace {

/// What one column of pixels keeps.
struct Column {
    QPointF first, least, greatest, last;

    explicit Column(const QPointF& point)
        : first(point)
        , least(point)
        , greatest(point)
        , last(point) {}
    void add(const QPointF& point) {
        least = point.y() < least.y() ? point : least;
        greatest = point.y() > greatest.y() ? point : greatest;
        last = point;
    }
    void write(QList<QPointF>& into) const {
        const bool down = greatest.x() < least.x();
        for (const QPointF& point : {first, down ? greatest : least, down ? least : greatest, last}) {
            if (into.isEmpty() || into.back() != point) {
                into.append(point);
            }
        }
    }
};

} // namespace

QList<QPointF> decimate(std::span<const QPointF> points, double from, double to, int columns) {
    if (columns < 1 || points.size() <= static_cast<std::size_t>(columns) * 2 || !(to > from)) {
        return {points.begin(), points.end()};
    }
    QList<QPointF> kept;
    const double scale = columns / (to - from);
    std::optional<Column> column;
    double number = 0;
    for (const QPointF& point : points) {
        const double of_point = std::floor((point.x() - from) * scale);
        if (column && of_point == number) {
            column->add(point);
            continue;
        }
        if (column) {
            column->write(kept);
        }
        column.emplace(point);
        number = of_point;
    }
    if (column) {
        column->write(kept);
    }
    return kept;
}

void Pyramid::append(double value) {
    if (levels_.empty()) {
        levels_.emplace_back();
    }
    levels_.front().push_back({value, value});
    for (std::size_t level = 1; levels_[level - 1].size() > 1; ++level) {
        if (levels_.size() == level) {
            levels_.emplace_back();
            levels_[level].push_back({std::min(levels_[level - 1][0].least, levels_[level - 1][1].least),
                                      std::max(levels_[level - 1][0].greatest, levels_[level - 1][1].greatest)});
            continue;
        }
        std::vector<Range>& above = levels_[level];
        if ((levels_[level - 1].size() + 1) / 2 > above.size()) {
            above.push_back(levels_[level - 1].back());
        } else {
            above.back().least = std::min(above.back().least, value);
            above.back().greatest = std::max(above.back().greatest, value);
        }
    }
}

Pyramid::Range Pyramid::range(std::size_t from, std::size_t to) const {
    Range found = levels_.front()[from];
    std::size_t level = 0;
    const auto take = [&](std::size_t at) {
        found.least = std::min(found.least, levels_[level][at].least);
        found.greatest = std::max(found.greatest, levels_[level][at].greatest);
    };
    while (from < to) {
        if ((from & 1) != 0) {
            take(from++);
        }
        if ((to & 1) != 0) {
            take(--to);
        }
        from /= 2;
        to /= 2;
        ++level;
    }
    return found;
}

QList<QPointF> Pyramid::columns(std::size_t from, std::size_t to, int columns) const {
    QList<QPointF> points;
    const auto parts = std::min(static_cast<std::size_t>(std::max(columns, 1)), to - from);
    for (std::size_t part = 0; part < parts; ++part) {
        const std::size_t begin = from + (to - from) * part / parts;
        const std::size_t end = from + (to - from) * (part + 1) / parts;
        const Range found = range(begin, end);
        points.append({static_cast<double>(begin), found.least});
        points.append({static_cast<double>(begin), found.greatest});
    }
    return points;
}

} // namespace models::series
