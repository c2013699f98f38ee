// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/clock.h"

#include <QTest>

class TestClock : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void reads_rfc3339_data();
    void reads_rfc3339();
    void refuses_what_is_not_rfc3339_data();
    void refuses_what_is_not_rfc3339();
    void writes_six_decimals_always();
};

void TestClock::reads_rfc3339_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("utc");
    const auto row = [](const char* name, const char* text, const char* utc) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(utc);
    };
    row("a time in UTC", "2026-03-01T17:55:00Z", "2026-03-01T17:55:00.000000Z");
    row("an offset is taken off", "2026-03-01T17:55:00+01:30", "2026-03-01T16:25:00.000000Z");
    row("a negative offset crosses the year", "2025-12-31T23:30:00-01:00", "2026-01-01T00:30:00.000000Z");
    row("one decimal is tenths", "2026-03-01T17:55:00.5Z", "2026-03-01T17:55:00.500000Z");
    row("nine decimals are cut at six", "2026-03-01T17:55:00.123456789Z", "2026-03-01T17:55:00.123456Z");
    row("the leap day of a leap year", "2024-02-29T00:00:00Z", "2024-02-29T00:00:00.000000Z");
    row("a leap second is the next second", "2016-12-31T23:59:60Z", "2017-01-01T00:00:00.000000Z");
}

void TestClock::reads_rfc3339() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, utc);
    const auto instant = base::from_rfc3339(text.toStdString());
    QVERIFY(instant.ok());
    QCOMPARE(QByteArray::fromStdString(base::to_rfc3339(*instant)), utc);
}

void TestClock::refuses_what_is_not_rfc3339_data() {
    QTest::addColumn<QByteArray>("text");
    for (const char* text :
         {"", "2026-03-01", "2026-03-01T17:55:00", "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z",
          "2026-03-01 17:55:00Z", "2026-03-01T24:00:00Z", "2026-03-01T17:55:00.Z", "2026-03-01T17:55:00.1234567890Z",
          "2026-03-01T17:55:00+0100", "2026-03-01T17:55:00Zx", "1969-12-31T23:59:59Z", "+026-03-01T17:55:00Z"}) {
        QTest::newRow(*text == '\0' ? "nothing" : text) << QByteArray(text);
    }
}

void TestClock::refuses_what_is_not_rfc3339() {
    QFETCH(QByteArray, text);
    const auto instant = base::from_rfc3339(text.toStdString());
    QVERIFY(!instant.ok());
    QCOMPARE(instant.fault().code, base::FaultCode::malformed);
}

void TestClock::writes_six_decimals_always() {
    QCOMPARE(base::to_rfc3339(base::Instant{}), std::string("1970-01-01T00:00:00.000000Z"));
}

QTEST_APPLESS_MAIN(TestClock)
#include "tst_clock.moc"
