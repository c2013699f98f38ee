// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"

#include <QLocale>
#include <QString>
#include <QStringList>
#include <QTimeZone>

#include <optional>
#include <vector>

namespace ui::spend {

/// `chosen`: a stretch that a person zoomed in to.
enum class Period { today, week, month, year, all, chosen };

/// A stretch of time in pieces, by the calendar of a person's time zone. Edges lie at quarters of an hour, so that
/// every zone of today fits; labels are unique.
struct Span {
    std::vector<base::Instant> edges;
    QStringList labels;      ///< short, for an axis
    QStringList full_labels; ///< complete
};

/// `earliest` and `latest` bound Period::all (the books' first and last movement) and Period::chosen.
[[nodiscard]] Span span_of(Period period, base::Instant now, const QTimeZone& zone, const QLocale& locale,
                           std::optional<base::Instant> earliest = {}, std::optional<base::Instant> latest = {});

/// Midnight of today and of the first of the month.
[[nodiscard]] base::Instant day_of(base::Instant now, const QTimeZone& zone);
[[nodiscard]] base::Instant month_of(base::Instant now, const QTimeZone& zone);

} // namespace ui::spend
