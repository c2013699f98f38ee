// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/fills.h"

#include <array>

namespace ui::charts {

Look look_of(int slot, const look::Colours& colours) {
    struct Row {
        look::Level level;
        Qt::BrushStyle pattern;
    };
    static constexpr std::array<Row, 6> rows{{{look::Level::normal, Qt::SolidPattern},
                                              {look::Level::standby, Qt::Dense3Pattern},
                                              {look::Level::caution, Qt::BDiagPattern},
                                              {look::Level::serious, Qt::DiagCrossPattern},
                                              {look::Level::critical, Qt::CrossPattern},
                                              {look::Level::off, Qt::Dense6Pattern}}};
    const Row& row = rows[static_cast<std::size_t>(slot) % rows.size()];
    const QColor& colour = colours.of(row.level);
    return {QBrush(colour, row.pattern), QPen(colour, 1)};
}

} // namespace ui::charts
