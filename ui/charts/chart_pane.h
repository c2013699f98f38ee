// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "models/series/chart.h"
#include "ui/charts/chart_view.h"
#include "ui/look/label.h"
#include "ui/look/table.h"

#include <QStackedWidget>
#include <QToolButton>
#include <QWidget>

#include <functional>
#include <string>

namespace ui::charts {

/// A chart with its table twin: the same numbers, one key apart, and always both reachable for a screen reader. Below
/// stands the value under the cursor. Picture and numbers can be copied and saved.
class ChartPane final : public QWidget {
    Q_OBJECT
public:
    ChartPane(Kind kind, const QString& title, QWidget* parent = nullptr);

    void show_chart(models::series::Chart chart);
    /// A widget of the caller's in the title row.
    void add_tool(QWidget* tool);
    void show_as_table(bool table);
    [[nodiscard]] bool is_table() const { return as_table_->isChecked(); }

    [[nodiscard]] ChartView& view() { return *view_; }
    [[nodiscard]] look::Table& table() { return *table_; }
    [[nodiscard]] const models::series::TwinModel& twin() const { return twin_; }

    /// The twin as CSV: RFC 4180, UTF-8, exact decimals with a point.
    [[nodiscard]] std::string csv() const;
    /// The chart at twice the size of the screen. Faults: unreadable.
    [[nodiscard]] base::Done save_picture(const QString& file);
    [[nodiscard]] base::Done save_numbers(const QString& file) const;

Q_SIGNALS:
    /// A person chose a value, in the chart or in its twin; line -1 is the total.
    void chosen(int point, int line);
    void failed(const base::Fault& fault);

private:
    void build(const QString& title);
    QToolButton* export_button();
    void ask_file(const QString& filter, const QString& suffix, const std::function<base::Done(const QString&)>& save);
    [[nodiscard]] QPixmap picture();

    models::series::TwinModel twin_;
    look::Label* title_;
    look::ElidedLabel* reading_;
    QToolButton* as_table_;
    QStackedWidget* stack_;
    ChartView* view_;
    look::Table* table_;
    QWidget* tools_;
};

} // namespace ui::charts
