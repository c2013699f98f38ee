// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/bar_delegate.h"

#include <QPainter>

#include <algorithm>

namespace ui::charts {

namespace {

constexpr int bar_height = 4;

} // namespace

void BarDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const std::vector<std::uint32_t>* curve = curve_of_ ? curve_of_(index) : nullptr;
    if (curve == nullptr) {
        look::RowDelegate::paint(painter, option, index);
    } else {
        // The figure stands at the side of the curve.
        QStyleOptionViewItem text = option;
        const int width = std::min(option.rect.width() / 2, option.fontMetrics.averageCharWidth() * 8);
        text.rect = QStyle::visualRect(option.direction, option.rect,
                                       option.rect.adjusted(0, 0, width - option.rect.width(), 0));
        QStyleOptionViewItem drawing = option;
        drawing.rect = QStyle::visualRect(option.direction, option.rect, option.rect.adjusted(width, 0, 0, 0));
        if (option.state.testFlag(QStyle::State_Selected)) {
            painter->fillRect(option.rect, look::colours_for(option.palette).selected);
        }
        look::RowDelegate::paint(painter, text, index);
        paint_curve(*painter, drawing, *curve);
    }
    if (const auto bar = bar_of_ ? bar_of_(index) : std::nullopt) {
        paint_bar(*painter, option, *bar);
    }
}

void BarDelegate::paint_bar(QPainter& painter, const QStyleOptionViewItem& option, const Bar& bar) const {
    const look::Colours& colours = look::colours_for(option.palette);
    const QRect whole(option.rect.left() + look::row_padding, option.rect.bottom() - bar_height - 1,
                      option.rect.width() - 2 * look::row_padding, bar_height);
    const auto length = static_cast<int>(std::clamp<std::int64_t>(bar.permille, 0, 1000) * whole.width() / 1000);
    painter.fillRect(whole, colours.border);
    painter.fillRect(QStyle::visualRect(option.direction, whole, QRect(whole.left(), whole.top(), length, bar_height)),
                     colours.of(bar.level));
}

void BarDelegate::paint_curve(QPainter& painter, const QStyleOptionViewItem& option,
                              const std::vector<std::uint32_t>& values) const {
    if (values.empty()) {
        return;
    }
    const look::Colours& colours = look::colours_for(option.palette);
    const QRect room = option.rect.adjusted(look::row_padding, 4, -look::row_padding, -4);
    const std::uint32_t most = std::max<std::uint32_t>(*std::max_element(values.begin(), values.end()), 1);
    const int step = std::max(room.width() / static_cast<int>(values.size()), 1);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const int height = static_cast<int>(std::uint64_t{values[i]} * static_cast<unsigned>(room.height()) / most);
        const int left = room.left() + static_cast<int>(i) * step;
        painter.fillRect(
            QRect(left, room.bottom() - std::max(height, 1) + 1, std::max(step - 1, 1), std::max(height, 1)),
            values[i] == 0 ? colours.border : colours.accent);
    }
}

} // namespace ui::charts
