// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spend/spend_charts.h"

#include "app/domain/share.h"
#include "app/text/fill.h"
#include "ui/look/words.h"

#include <limits>

namespace ui::spend {

using models::series::Chart;
using models::series::Line;
using models::series::Value;
using ports::Spent;

namespace {

Value value_of(const Spent& spent, const text::Formats& formats) {
    // Only where a pixel is wanted does money become a double.
    return {static_cast<double>(spent.money.minor), SpendCharts::money(spent, formats),
            spent.beyond ? std::string() : domain::to_decimal(spent.money), SpendCharts::orders(spent.orders)};
}

Chart frame_of(const Span& span, const QString& title, const QString& header) {
    Chart chart;
    chart.title = title;
    chart.header = header;
    chart.points = span.labels;
    chart.full_points = span.full_labels;
    return chart;
}

Spent sum_of(const ports::SpendBucket& bucket, const domain::Currency& currency) {
    Spent sum{{0, currency}, false, 0};
    for (const Spent& part : bucket.handling) {
        sum.orders += part.orders;
        const auto added = domain::add(sum.money, part.money);
        sum.beyond = sum.beyond || part.beyond || !added;
        sum.money = added ? *added : sum.money;
    }
    return sum;
}

} // namespace

std::optional<std::int32_t> permille(std::int64_t part, std::int64_t whole) {
    return whole <= 0 || part < 0 ? std::nullopt
                                  : std::optional(static_cast<std::int32_t>(domain::permille_of(part, whole)));
}

QString SpendCharts::money(const Spent& spent, const text::Formats& formats) {
    if (!spent.beyond) {
        return formats.money(spent.money);
    }
    //: %1 is the greatest amount that can be shown
    return text::fill(spent.money.minor < 0 ? tr("below %1") : tr("above %1"), {formats.money(spent.money)});
}

QString SpendCharts::tier(std::size_t slot, ports::TierBy by) {
    const auto tier = ports::tier_of(slot);
    if (tier) {
        return look::Words::of(*tier);
    }
    switch (by) {
    case ports::TierBy::policy: return tr("Not judged yet");
    case ports::TierBy::platform: return tr("Not assessed");
    }
    return {};
}

QString SpendCharts::handling(ports::Handling handling) {
    switch (handling) {
    case ports::Handling::machine: return tr("Machines alone");
    case ports::Handling::human: return tr("Decided by a person");
    }
    return {};
}

QString SpendCharts::orders(std::int64_t count) {
    return tr("%Ln order(s)", nullptr,
              static_cast<int>(std::min<std::int64_t>(count, std::numeric_limits<int>::max())));
}

Chart SpendCharts::tiers(const ports::SpendAnswer& answer, ports::TierBy by, const Span& span,
                         const text::Formats& formats) {
    const bool own = by == ports::TierBy::policy;
    const QString title = own ? tr("Spend per tier by our policy") : tr("Spend per tier by the platform");
    const std::string_view code = answer.currency.code();
    const QString unit = QLatin1String(code.data(), static_cast<qsizetype>(code.size()));
    Chart chart = frame_of(span, unit.isEmpty() ? title : text::fill(QStringLiteral("%1, %2"), {title, unit}),
                           own ? tr("Time (our policy)") : tr("Time (platform)"));
    chart.unit = unit;
    for (std::size_t slot = 0; slot < ports::tier_slots; ++slot) {
        Line line{tier(slot, by), {}};
        for (const ports::SpendBucket& bucket : answer.buckets) {
            line.values.push_back(value_of(bucket.tiers[slot], formats));
        }
        chart.lines.push_back(std::move(line));
    }
    for (const ports::SpendBucket& bucket : answer.buckets) {
        chart.totals.push_back(value_of(sum_of(bucket, answer.currency), formats));
    }
    chart.tick = [&formats, currency = answer.currency](std::int64_t minor) {
        return currency.valid() ? formats.amount({minor, currency}) : QString::number(minor);
    };
    return chart;
}

Chart SpendCharts::handling(const ports::SpendAnswer& answer, const Span& span, const text::Formats& formats) {
    Chart chart = frame_of(span, tr("Who let orders pass"), tr("Time"));
    for (const ports::Handling who : {ports::Handling::machine, ports::Handling::human}) {
        Line line{handling(who), {}};
        for (const ports::SpendBucket& bucket : answer.buckets) {
            const std::int64_t part = bucket.handling[static_cast<std::size_t>(who)].orders;
            const auto share = permille(part, bucket.handling[0].orders + bucket.handling[1].orders);
            Value value{std::numeric_limits<double>::quiet_NaN(), QStringLiteral("—"), {}, {}};
            if (share) {
                value = {static_cast<double>(*share), formats.permille(*share),
                         std::to_string(*share / 10) + "." + std::to_string(*share % 10), orders(part)};
            }
            line.values.push_back(std::move(value));
        }
        chart.lines.push_back(std::move(line));
    }
    chart.tick = [&formats](std::int64_t share) { return formats.permille(static_cast<std::int32_t>(share)); };
    return chart;
}

} // namespace ui::spend
