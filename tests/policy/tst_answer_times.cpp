// SPDX-License-Identifier: GPL-3.0-or-later
//
// Working time by a calendar, over nights, holidays and days on which clocks are changed.
#include "app/policy/answer_times.h"
#include "app/policy/vocabulary.h"

#include <QTest>

namespace {

policy::Calendar berlin(int from_hour = 8, int to_hour = 18, bool every_day = false) {
    policy::Calendar calendar;
    calendar.zone = "Europe/Berlin";
    calendar.days = {every_day, true, true, true, true, true, every_day};
    calendar.from_minute = from_hour * 60;
    calendar.to_minute = to_hour * 60;
    calendar.holidays = {"2026-12-25", "2026-12-28"};
    return calendar;
}

base::Instant at(const QByteArray& time) {
    return base::from_rfc3339(time.toStdString()).value();
}

} // namespace

class TestAnswerTimes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void time_to_answer_is_working_time_data() {
        QTest::addColumn<policy::Calendar>("calendar");
        QTest::addColumn<QByteArray>("since");
        QTest::addColumn<int>("minutes");
        QTest::addColumn<QByteArray>("by");
        const auto row = [](const char* name, policy::Calendar calendar, const char* since, int minutes,
                            const char* by) {
            QTest::newRow(name) << std::move(calendar) << QByteArray(since) << minutes << QByteArray(by);
        };
        // Berlin is UTC+1 in winter, UTC+2 in summer.
        row("an hour in the middle of a working day", berlin(), "2026-03-02T09:00:00Z", 60, "2026-03-02T10:00:00Z");
        row("seconds are kept", berlin(), "2026-03-02T09:00:12.5Z", 60, "2026-03-02T10:00:12.5Z");
        row("what comes at night waits for the morning", berlin(), "2026-03-02T22:00:00Z", 60, "2026-03-03T08:00:00Z");
        row("what comes before work waits for its beginning", berlin(), "2026-03-02T05:00:00Z", 60,
            "2026-03-02T08:00:00Z");
        row("the last minute of work", berlin(), "2026-03-02T16:00:00Z", 60, "2026-03-02T17:00:00Z");
        row("a minute more goes into the next day", berlin(), "2026-03-02T16:00:00Z", 61, "2026-03-03T07:01:00Z");
        row("half of it in the evening, half in the morning", berlin(), "2026-03-02T16:30:00Z", 60,
            "2026-03-03T07:30:00Z");
        row("over a weekend", berlin(), "2026-03-06T16:30:00Z", 60, "2026-03-09T07:30:00Z");
        row("over Christmas, a weekend and a holiday behind it", berlin(), "2026-12-24T16:30:00Z", 60,
            "2026-12-29T07:30:00Z");
        row("over a weekend on which clocks are put forward", berlin(), "2026-03-27T16:30:00Z", 60,
            "2026-03-30T06:30:00Z");
        row("over a weekend on which clocks are put back", berlin(), "2026-10-23T15:30:00Z", 60,
            "2026-10-26T07:30:00Z");
        row("on the day on which an hour is left out", berlin(0, 24, true), "2026-03-29T00:30:00Z", 60,
            "2026-03-29T01:30:00Z");
        row("a day of 23 hours has that much working time", berlin(0, 24, true), "2026-03-28T23:00:00Z", 23 * 60,
            "2026-03-29T22:00:00Z");
        row("a day of 25 hours has that much working time", berlin(0, 24, true), "2026-10-24T22:00:00Z", 25 * 60,
            "2026-10-25T23:00:00Z");
        row("work in the hour that is left out does not count", berlin(2, 4, true), "2026-03-29T00:00:00Z", 90,
            "2026-03-30T00:30:00Z");
        row("work in the hour that comes twice counts twice", berlin(2, 3, true), "2026-10-25T00:00:00Z", 120,
            "2026-10-25T02:00:00Z");
        row("several days", berlin(), "2026-03-02T07:00:00Z", 25 * 60, "2026-03-04T12:00:00Z");
    }
    void time_to_answer_is_working_time() {
        QFETCH(policy::Calendar, calendar);
        QFETCH(QByteArray, since);
        QFETCH(int, minutes);
        QFETCH(QByteArray, by);
        const auto made = policy::answer_by(calendar, at(since), std::chrono::minutes(minutes));
        QVERIFY(made.has_value());
        QCOMPARE(base::to_rfc3339(*made), base::to_rfc3339(at(by)));
        // The last moment before is working time as every condition of the policy knows it.
        QCOMPARE(policy::working(calendar, *made - base::Microseconds(1)), std::optional(true));
    }

    void without_a_calendar_every_minute_counts() {
        QCOMPARE(policy::answer_by({}, at("2026-12-25T23:00:00Z"), std::chrono::minutes(120)),
                 std::optional(at("2026-12-26T01:00:00Z")));
    }

    void nobody_answers_where_nobody_ever_works() {
        policy::Calendar calendar = berlin();
        calendar.days.fill(false);
        QCOMPARE(policy::answer_by(calendar, at("2026-03-02T09:00:00Z"), std::chrono::minutes(1)),
                 std::optional<base::Instant>());
        calendar = berlin();
        calendar.zone = "Mars/Olympus";
        QCOMPARE(policy::answer_by(calendar, at("2026-03-02T09:00:00Z"), std::chrono::minutes(1)),
                 std::optional<base::Instant>());
    }

    void terms_are_those_of_the_tier() {
        policy::Document document;
        document.answer_within[domain::Tier::sign_off] = std::chrono::minutes(240);
        document.when_unanswered[domain::Tier::sign_off] = {
            domain::WhenUnanswered::escalate, domain::PersonId("ann"), {}};
        const auto terms = policy::answer_terms(document, domain::Tier::sign_off, at("2026-03-02T09:00:00Z"));
        QCOMPARE(terms.by, std::optional(at("2026-03-02T13:00:00Z")));
        QCOMPARE(terms.then->person.bytes(), std::string("ann"));
        const auto none = policy::answer_terms(document, domain::Tier::confirm, at("2026-03-02T09:00:00Z"));
        QVERIFY(!none.by && !none.then);
    }
};

QTEST_GUILESS_MAIN(TestAnswerTimes)
#include "tst_answer_times.moc"
