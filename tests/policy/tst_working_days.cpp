// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/policy/working_days.h"

#include <QTest>

namespace {

base::Instant at(const char* text) {
    return base::from_rfc3339(text).value();
}

policy::Calendar berlin() {
    policy::Calendar calendar;
    calendar.zone = "Europe/Berlin";
    calendar.days = {false, true, true, true, true, true, false};
    calendar.holidays = {"2026-04-03", "2026-04-06"}; // Good Friday, Easter Monday
    return calendar;
}

QStringList days_of(const std::vector<base::Instant>& days) {
    QStringList all;
    for (const base::Instant day : days) {
        all.append(QString::fromStdString(base::to_rfc3339(day)));
    }
    return all;
}

} // namespace

class TestWorkingDays : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Half past midnight in Berlin, which is still the day before in UTC; the clocks went forward on 29 March.
    void days_are_those_of_the_zone_without_weekends_and_holidays() {
        const auto days = policy::days_around(berlin(), at("2026-04-01T22:30:00Z"), 6, 6);
        QVERIFY(days.has_value());
        QCOMPARE(base::to_rfc3339(days->today), base::to_rfc3339(at("2026-04-01T22:00:00Z")));
        QCOMPARE(base::to_rfc3339(days->month_from), base::to_rfc3339(at("2026-03-31T22:00:00Z")));
        QCOMPARE(base::to_rfc3339(days->month_to), base::to_rfc3339(at("2026-04-30T22:00:00Z")));
        QCOMPARE(days_of(days->past),
                 days_of({at("2026-03-27T23:00:00Z") - std::chrono::hours(24), at("2026-03-29T22:00:00Z"),
                          at("2026-03-30T22:00:00Z"), at("2026-03-31T22:00:00Z")}));
        QCOMPARE(days_of(days->later), days_of({at("2026-04-06T22:00:00Z"), at("2026-04-07T22:00:00Z")}));
    }

    void a_zone_that_nobody_knows_has_no_days() {
        policy::Calendar calendar = berlin();
        calendar.zone = "Mars/Olympus";
        QVERIFY(!policy::days_around(calendar, at("2026-04-01T22:30:00Z"), 5, 6));
    }

    void a_calendar_without_a_working_day_has_none() {
        policy::Calendar calendar = berlin();
        calendar.days.fill(false);
        const auto days = policy::days_around(calendar, at("2026-04-01T22:30:00Z"), 28, 31);
        QVERIFY(days.has_value());
        QVERIFY(days->past.empty() && days->later.empty());
    }
};

QTEST_GUILESS_MAIN(TestWorkingDays)
#include "tst_working_days.moc"
