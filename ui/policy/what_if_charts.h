// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/what_if.h"
#include "app/text/formats.h"
#include "ui/charts/chart_pane.h"

#include <QComboBox>
#include <QWidget>

#include <map>

namespace ui::policy {

/// Each week's orders by their tiers, by the policy in force above and by the draft below, to the same scale: how many,
/// or what they come to in one currency.
class WhatIfCharts final : public QWidget {
    Q_OBJECT
public:
    explicit WhatIfCharts(const text::Formats& formats, QWidget* parent = nullptr);

    void show_result(const domain::WhatIf& made);
    /// Both sides are the same policy: one chart is enough.
    void show_own(bool own) { after_->setVisible(!own); }
    [[nodiscard]] charts::ChartPane& before() const { return *before_; }
    [[nodiscard]] charts::ChartPane& after() const { return *after_; }
    [[nodiscard]] QComboBox& measure() const { return *measure_; }

Q_SIGNALS:
    /// A picture or numbers were not saved.
    void failed(const base::Fault& fault);

private:
    using Side = std::array<domain::Flow, domain::tier_count> domain::WeekTiers::*;

    void offer_measures();
    void draw();
    [[nodiscard]] models::series::Chart chart_of(const QString& title, Side side) const;
    [[nodiscard]] models::series::Value value_of(const domain::Flow& flow) const;
    [[nodiscard]] double top_of(Side side) const;
    /// Nothing: orders are counted.
    [[nodiscard]] std::optional<domain::Currency> currency() const;

    const text::Formats& formats_;
    std::vector<domain::WeekTiers> weeks_;
    QComboBox* measure_;
    charts::ChartPane* before_;
    charts::ChartPane* after_;
};

} // namespace ui::policy
