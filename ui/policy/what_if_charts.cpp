// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/policy/what_if_charts.h"

#include "app/text/fill.h"
#include "ui/look/words.h"

#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>
#include <set>

namespace ui::policy {

using models::series::Chart;
using models::series::Line;
using models::series::Value;

namespace {

QString code_of(const domain::Currency& currency) {
    return QLatin1String(currency.code().data(), static_cast<qsizetype>(currency.code().size()));
}

} // namespace

WhatIfCharts::WhatIfCharts(const text::Formats& formats, QWidget* parent)
    : QWidget(parent)
    , formats_(formats)
    , measure_(new QComboBox(this))
    , before_(new charts::ChartPane(charts::Kind::bars, tr("Orders per week and tier, policy in force"), this))
    , after_(new charts::ChartPane(charts::Kind::bars, tr("Orders per week and tier, draft"), this)) {
    measure_->setAccessibleName(tr("What the charts count"));
    auto* label = new look::Label(look::Type::small, tr("Count:"), this);
    label->setWordWrap(false);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(look::gap::small, look::gap::small, look::gap::small, 0);
    bar->setSpacing(look::gap::small);
    bar->addWidget(label);
    bar->addWidget(measure_);
    bar->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addWidget(before_, 1);
    column->addWidget(after_, 1);
    connect(measure_, &QComboBox::currentIndexChanged, this, &WhatIfCharts::draw);
    for (charts::ChartPane* pane : {before_, after_}) {
        connect(pane, &charts::ChartPane::failed, this, &WhatIfCharts::failed);
    }
    show_result({});
}

void WhatIfCharts::show_result(const domain::WhatIf& made) {
    weeks_ = made.weeks;
    offer_measures();
    draw();
}

/// Orders first, then each currency that is there; the choice stays where it can.
void WhatIfCharts::offer_measures() {
    std::set<QString> codes;
    for (const domain::WeekTiers& week : weeks_) {
        for (const domain::Flow& flow : week.before) { // the same orders stand on both sides
            for (const auto& [currency, minor] : flow.minor) {
                codes.insert(code_of(currency));
            }
        }
    }
    const QSignalBlocker quiet(measure_);
    const QString chosen = measure_->currentData().toString();
    measure_->clear();
    measure_->addItem(tr("Orders"), QString());
    for (const QString& code : codes) {
        measure_->addItem(text::fill(tr("Amount in %1"), {code}), code);
    }
    measure_->setCurrentIndex(std::max(measure_->findData(chosen), 0));
}

std::optional<domain::Currency> WhatIfCharts::currency() const {
    const auto currency = domain::Currency::from_code(measure_->currentData().toString().toStdString());
    return currency ? std::optional(*currency) : std::nullopt;
}

Value WhatIfCharts::value_of(const domain::Flow& flow) const {
    const auto orders = static_cast<std::int64_t>(flow.orders);
    const auto by = currency();
    if (!by) {
        return {static_cast<double>(orders), formats_.number(orders), std::to_string(orders), {}};
    }
    if (flow.beyond) {
        return {0, tr("more than can be counted"), {}, {}};
    }
    const auto found = flow.minor.find(*by);
    const domain::Money money{found == flow.minor.end() ? 0 : found->second, *by};
    return {static_cast<double>(money.minor), formats_.money(money), domain::to_decimal(money), {}};
}

Chart WhatIfCharts::chart_of(const QString& title, Side side) const {
    Chart chart;
    chart.title = title;
    chart.header = tr("Week from");
    for (const domain::WeekTiers& week : weeks_) {
        const QString day = formats_.date(week.from);
        chart.points.append(day);
        chart.full_points.append(day);
        domain::Flow all;
        for (const domain::Flow& flow : week.*side) {
            all.add(flow);
        }
        chart.totals.push_back(value_of(all));
    }
    for (std::size_t tier = 0; tier < domain::tier_count; ++tier) {
        Line line{look::Words::of(static_cast<domain::Tier>(tier)), {}};
        for (const domain::WeekTiers& week : weeks_) {
            line.values.push_back(value_of((week.*side)[tier]));
        }
        chart.lines.push_back(std::move(line));
    }
    chart.tick = [this, by = currency()](std::int64_t position) {
        return by ? formats_.amount({position, *by}) : formats_.number(position);
    };
    return chart;
}

/// The highest stack.
double WhatIfCharts::top_of(Side side) const {
    double top = 0;
    for (const domain::WeekTiers& week : weeks_) {
        double stack = 0;
        for (const domain::Flow& flow : week.*side) {
            stack += std::max(value_of(flow).position, 0.0);
        }
        top = std::max(top, stack);
    }
    return top;
}

void WhatIfCharts::draw() {
    const double top = std::max({top_of(&domain::WeekTiers::before), top_of(&domain::WeekTiers::after), 1.0});
    before_->view().set_ceiling(top);
    after_->view().set_ceiling(top);
    before_->show_chart(chart_of(tr("Orders per week and tier, policy in force"), &domain::WeekTiers::before));
    after_->show_chart(chart_of(tr("Orders per week and tier, draft"), &domain::WeekTiers::after));
}

} // namespace ui::policy
