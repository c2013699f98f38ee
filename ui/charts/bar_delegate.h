// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/row_delegate.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace ui::charts {

/// A bar in a cell, behind its text: a part of 1000 and what it means. More than the whole is drawn full and marked.
struct Bar {
    std::int64_t permille = 0;
    look::Level level = look::Level::standby;
};

/// Rows with bars, and with little curves, in cells. The text of the cell always says the same in figures.
class BarDelegate final : public look::RowDelegate {
    Q_OBJECT
public:
    using BarOf = std::function<std::optional<Bar>(const QModelIndex&)>;
    using CurveOf = std::function<const std::vector<std::uint32_t>*(const QModelIndex&)>;

    explicit BarDelegate(QObject* parent = nullptr)
        : look::RowDelegate(parent) {}
    void set_bar_of(BarOf bar_of) { bar_of_ = std::move(bar_of); }
    void set_curve_of(CurveOf curve_of) { curve_of_ = std::move(curve_of); }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paint_bar(QPainter& painter, const QStyleOptionViewItem& option, const Bar& bar) const;
    void paint_curve(QPainter& painter, const QStyleOptionViewItem& option,
                     const std::vector<std::uint32_t>& values) const;

    BarOf bar_of_;
    CurveOf curve_of_;
};

} // namespace ui::charts
