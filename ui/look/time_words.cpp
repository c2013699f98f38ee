// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/words.h"

#include "app/text/fill.h"

#include <algorithm>

namespace ui::look {

QString TimeWords::span(base::Microseconds span) {
    using namespace std::chrono;
    const auto total = std::max<std::int64_t>(0, duration_cast<seconds>(span).count());
    const auto days = total / 86'400;
    const auto hours = total / 3'600 % 24;
    const auto minutes = total / 60 % 60;
    if (days >= 2 * 365) {
        //: whole years, short
        return text::fill(tr("%1 y"), {QString::number(days / 365)});
    }
    if (days > 0) {
        //: days and hours, short
        return text::fill(tr("%1 d %2 h"), {QString::number(days), QString::number(hours)});
    }
    if (hours > 0) {
        //: hours and minutes, short
        return text::fill(tr("%1 h %2 min"),
                          {QString::number(hours), QString::number(minutes).rightJustified(2, QLatin1Char('0'))});
    }
    //: minutes or seconds, short
    return minutes > 0 ? text::fill(tr("%1 min"), {QString::number(minutes)})
                       : text::fill(tr("%1 s"), {QString::number(total)});
}

QString TimeWords::hours(std::chrono::minutes span) {
    const auto total = std::max<std::int64_t>(0, span.count());
    if (total >= 60 && total % 60 == 0) {
        //: hours, short
        return text::fill(tr("%1 h"), {QString::number(total / 60)});
    }
    return total < 60
               ? text::fill(tr("%1 min"), {QString::number(total)})
               : text::fill(tr("%1 h %2 min"), {QString::number(total / 60),
                                                QString::number(total % 60).rightJustified(2, QLatin1Char('0'))});
}

QString TimeWords::until(base::Instant then, base::Instant now) {
    //: %1 is a span of time such as "12 min"
    return then >= now ? text::fill(tr("in %1"), {span(then - now)}) : text::fill(tr("%1 ago"), {span(now - then)});
}

} // namespace ui::look
