// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spend/period.h"

#include <QDateTime>

#include <algorithm>

namespace ui::spend {

namespace {

QDateTime local(base::Instant instant, const QTimeZone& zone) {
    const auto milliseconds = std::chrono::floor<std::chrono::milliseconds>(instant.time_since_epoch()).count();
    return QDateTime::fromMSecsSinceEpoch(milliseconds, zone);
}

base::Instant instant(const QDateTime& time) {
    const base::Instant exact{std::chrono::milliseconds(time.toMSecsSinceEpoch())};
    constexpr std::chrono::minutes quarter{15};
    return base::Instant{exact.time_since_epoch() / quarter * quarter}; // zones of long ago had odd seconds
}

class Maker {
public:
    Maker(const QTimeZone& zone, const QLocale& locale)
        : zone_(zone)
        , locale_(locale) {}

    void add(const QDateTime& from, const QString& label, const QString& full) {
        const base::Instant edge = instant(from);
        if (!span_.edges.empty() && edge <= span_.edges.back()) {
            return; // the hour that a change of clocks swallows
        }
        span_.edges.push_back(edge);
        span_.labels.append(label);
        span_.full_labels.append(full);
    }
    void hours(const QDate& day) {
        const QDateTime midnight = day.startOfDay(zone_);
        const QDateTime end = day.addDays(1).startOfDay(zone_);
        for (QDateTime hour = midnight; hour < end; hour = hour.addSecs(3600)) {
            const QString zone = hour.timeZoneAbbreviation();
            const bool plain = locale_.language() == QLocale::C; // whose short form has seconds
            const QString time =
                plain ? hour.time().toString(u"HH:mm") : locale_.toString(hour.time(), QLocale::ShortFormat);
            const QString label = span_.labels.contains(time) ? time + u' ' + zone : time;
            add(hour, label, locale_.toString(hour.date(), QLocale::ShortFormat) + u' ' + label);
        }
        end_ = end;
    }
    void days(const QDate& first, int count) {
        for (int i = 0; i < count; ++i) {
            const QDate day = first.addDays(i);
            add(day.startOfDay(zone_),
                count <= 7 ? locale_.dayName(day.dayOfWeek(), QLocale::ShortFormat) + u' ' + QString::number(day.day())
                           : QString::number(day.day()) + u' ' + locale_.monthName(day.month(), QLocale::ShortFormat),
                locale_.toString(day, QLocale::ShortFormat));
        }
        end_ = first.addDays(count).startOfDay(zone_);
    }
    void months(const QDate& first, int count) {
        for (int i = 0; i < count; ++i) {
            const QDate month = first.addMonths(i);
            const QString name =
                locale_.standaloneMonthName(month.month(), QLocale::ShortFormat) + u' ' + QString::number(month.year());
            add(month.startOfDay(zone_), name, name);
        }
        end_ = first.addMonths(count).startOfDay(zone_);
    }
    void years(int first, int count) {
        for (int i = 0; i < count; ++i) {
            add(QDate(first + i, 1, 1).startOfDay(zone_), QString::number(first + i), QString::number(first + i));
        }
        end_ = QDate(first + count, 1, 1).startOfDay(zone_);
    }
    [[nodiscard]] Span take() {
        span_.edges.push_back(instant(end_));
        return std::move(span_);
    }

private:
    const QTimeZone& zone_;
    const QLocale& locale_;
    Span span_;
    QDateTime end_;
};

constexpr int most_days = 62;
constexpr int most_months = 60;

void whole(Maker& maker, const QDate& first, const QDate& last) {
    const int months = (last.year() - first.year()) * 12 + last.month() - first.month() + 1;
    if (first.daysTo(last) < most_days) {
        maker.days(first, static_cast<int>(first.daysTo(last)) + 1);
    } else if (months <= most_months) {
        maker.months(QDate(first.year(), first.month(), 1), months);
    } else {
        maker.years(first.year(), std::min(last.year() - first.year() + 1, 400));
    }
}

} // namespace

Span span_of(Period period, base::Instant now, const QTimeZone& zone, const QLocale& locale,
             std::optional<base::Instant> earliest, std::optional<base::Instant> latest) {
    const QDate today = local(now, zone).date();
    Maker maker(zone, locale);
    switch (period) {
    case Period::today: maker.hours(today); break;
    case Period::week: maker.days(today.addDays(-6), 7); break;
    case Period::month: maker.days(today.addDays(-29), 30); break;
    case Period::year: maker.months(QDate(today.year(), today.month(), 1).addMonths(-11), 12); break;
    case Period::all:
        whole(maker, earliest ? local(*earliest, zone).date() : today, latest ? local(*latest, zone).date() : today);
        break;
    case Period::chosen: {
        const QDate first = earliest ? local(*earliest, zone).date() : today;
        const QDate last = latest ? local(*latest, zone).date() : first;
        first == last ? maker.hours(first) : whole(maker, first, last);
        break;
    }
    }
    return maker.take();
}

base::Instant day_of(base::Instant now, const QTimeZone& zone) {
    return instant(local(now, zone).date().startOfDay(zone));
}

base::Instant month_of(base::Instant now, const QTimeZone& zone) {
    const QDate today = local(now, zone).date();
    return instant(QDate(today.year(), today.month(), 1).startOfDay(zone));
}

} // namespace ui::spend
