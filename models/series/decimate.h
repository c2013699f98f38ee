// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointF>

#include <cstddef>
#include <span>
#include <vector>

namespace models::series {

/// The points that a line needs to look exactly as all of them would on `columns` columns of pixels: of each column the
/// first, the least, the greatest and the last (M4; Jugel et al., VLDB 2014). At most four points a column, in the
/// order of x. `points` rise by x. Takes one pass.
[[nodiscard]] QList<QPointF> decimate(std::span<const QPointF> points, double from, double to, int columns);

/// The least and the greatest of long ranges at once, for series that only grow: level after level of pairs. Asking for
/// a window of a million points costs about as many steps as it has columns.
class Pyramid {
public:
    struct Range {
        double least = 0;
        double greatest = 0;
    };
    void append(double value);
    [[nodiscard]] std::size_t size() const { return levels_.empty() ? 0 : levels_.front().size(); }
    /// Of values [from, to); from < to <= size().
    [[nodiscard]] Range range(std::size_t from, std::size_t to) const;
    /// Least and greatest of each of `columns` equal parts of [from, to), two points each, x counted from 0.
    [[nodiscard]] QList<QPointF> columns(std::size_t from, std::size_t to, int columns) const;

private:
    std::vector<std::vector<Range>> levels_; ///< level n: of 2^n values each; the last one may be of fewer
};

} // namespace models::series
