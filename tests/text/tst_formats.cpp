// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/formats.h"

#include <QTest>

#include <limits>

using domain::Currency;
using domain::Money;

namespace {

Money money(std::int64_t minor, const QByteArray& code) {
    return Money{minor, Currency::from_code(code.toStdString()).value()};
}

/// Locales separate with blanks of several widths; the tests read them all as one space.
QString plain(QString shown) {
    return shown.replace(QChar(0x00A0), QLatin1Char(' ')).replace(QChar(0x202F), QLatin1Char(' '));
}

text::Formats formats(const char* locale, const char* zone) {
    return {QLocale(QString::fromLatin1(locale)), QTimeZone(QByteArray(zone))};
}

base::Instant instant(const char* rfc3339) {
    return base::from_rfc3339(rfc3339).value();
}

} // namespace

class TestFormats : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void shows_money_exactly_data();
    void shows_money_exactly();
    void an_unset_amount_is_not_zero();
    void shows_numbers_in_the_locale();
    void keeps_the_digits_of_a_quantity();
    void shows_times_in_the_zone_data();
    void shows_times_in_the_zone();
    void knows_when_the_clocks_change();
};

void TestFormats::shows_money_exactly_data() {
    QTest::addColumn<qint64>("minor");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("locale");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char* name, qint64 minor, const char* code, const char* locale, const char16_t* shown) {
        QTest::newRow(name) << minor << QByteArray(code) << QByteArray(locale) << QString::fromUtf16(shown);
    };
    row("euro in German", 123450, "EUR", "de_DE", u"1.234,50 EUR");
    row("euro in English", 123450, "EUR", "en_GB", u"EUR 1,234.50");
    row("pounds that come back", -19974109, "GBP", "en_GB", u"-GBP 199,741.09");
    row("negative in German", -5, "EUR", "de_DE", u"-0,05 EUR");
    row("yen have no decimals", 88000, "JPY", "de_DE", u"88.000 JPY");
    row("dinars have three", 1, "KWD", "en_US", u"KWD 0.001");
    row("unidades de fomento have four", 12345, "CLF", "en_US", u"CLF 1.2345");
    row("Swiss francs", 123456789, "CHF", "de_CH", u"CHF 1’234’567.89");
    row("forints keep the digits of ISO 4217", 100, "HUF", "de_DE", u"1,00 HUF");
    row("the largest amount", std::numeric_limits<qint64>::max(), "EUR", "de_DE", u"92.233.720.368.547.758,07 EUR");
    row("the lowest amount", std::numeric_limits<qint64>::min(), "EUR", "en_US", u"-EUR 92,233,720,368,547,758.08");
    row("one cent beyond what a double holds", 9007199254740993, "EUR", "en_US", u"EUR 90,071,992,547,409.93");
}

void TestFormats::shows_money_exactly() {
    QFETCH(qint64, minor);
    QFETCH(QByteArray, code);
    QFETCH(QByteArray, locale);
    QFETCH(QString, shown);
    const text::Formats kept = formats(locale.constData(), "UTC");
    QCOMPARE(plain(kept.money(money(minor, code))), shown);
    QCOMPARE(plain(kept.money(money(minor, code))), shown); // also from the kept formatter
    QCOMPARE(plain(text::money(money(minor, code), QLocale(QString::fromLatin1(locale)))), shown);
    QString bare = shown;
    QCOMPARE(plain(kept.amount(money(minor, code))), bare.remove(QString::fromLatin1(code)).remove(QLatin1Char(' ')));
}

void TestFormats::an_unset_amount_is_not_zero() {
    QCOMPARE(formats("de_DE", "UTC").money(Money{}), QString::fromUtf16(u"—"));
    QCOMPARE(text::money(Money{5, {}}, QLocale::c()), QString::fromUtf16(u"—"));
}

void TestFormats::shows_numbers_in_the_locale() {
    QCOMPARE(formats("de_DE", "UTC").number(-1234567), QStringLiteral("-1.234.567"));
    QCOMPARE(formats("en_US", "UTC").number(std::numeric_limits<std::int64_t>::max()),
             QStringLiteral("9,223,372,036,854,775,807"));
    QCOMPARE(plain(formats("de_DE", "UTC").permille(873)), QStringLiteral("87,3 %"));
    QCOMPARE(formats("en_US", "UTC").permille(1000), QStringLiteral("100.0%"));
}

void TestFormats::keeps_the_digits_of_a_quantity() {
    const text::Formats german = formats("de_DE", "UTC");
    QCOMPARE(german.decimal("0.750"), QStringLiteral("0,750"));
    QCOMPARE(german.decimal("12"), QStringLiteral("12"));
    QCOMPARE(german.decimal("-12345678901234567890.123456789"),
             QStringLiteral("-12.345.678.901.234.567.890,123456789"));
    for (const char* not_a_number : {"", "-", ".5", "5.", "1e3", "1,5", "0x1", "NaN", "1.2.3", " 1"}) {
        QCOMPARE(german.decimal(not_a_number), QString::fromUtf16(u"—"));
    }
}

void TestFormats::shows_times_in_the_zone_data() {
    QTest::addColumn<QByteArray>("locale");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("date_time");
    QTest::addColumn<QString>("date");
    QTest::addColumn<QString>("time");
    const auto row = [](const char* name, const char* locale, const char* zone, const char16_t* date_time,
                        const char16_t* date, const char16_t* time) {
        QTest::newRow(name) << QByteArray(locale) << QByteArray(zone) << QString::fromUtf16(date_time)
                            << QString::fromUtf16(date) << QString::fromUtf16(time);
    };
    row("German in Berlin", "de_DE", "Europe/Berlin", u"01.03.2026, 18:55:07 MEZ", u"01.03.2026", u"18:55:07");
    row("British in UTC", "en_GB", "UTC", u"01/03/2026, 17:55:07 UTC", u"01/03/2026", u"17:55:07");
    row("a zone without a name", "de_DE", "UTC+05:30", u"01.03.2026, 23:25:07 GMT+5:30", u"01.03.2026", u"23:25:07");
}

void TestFormats::shows_times_in_the_zone() {
    QFETCH(QByteArray, locale);
    QFETCH(QByteArray, zone);
    QFETCH(QString, date_time);
    QFETCH(QString, date);
    QFETCH(QString, time);
    const text::Formats kept = formats(locale.constData(), zone.constData());
    const base::Instant when = instant("2026-03-01T17:55:07.999999Z");
    QCOMPARE(plain(kept.date_time(when)), date_time);
    QCOMPARE(plain(kept.date(when)), date);
    QCOMPARE(plain(kept.time(when)), time);
}

void TestFormats::knows_when_the_clocks_change() {
    const text::Formats berlin = formats("de_DE", "Europe/Berlin");
    QCOMPARE(berlin.time(instant("2026-03-29T00:59:59Z")), QStringLiteral("01:59:59"));
    QCOMPARE(berlin.time(instant("2026-03-29T01:00:00Z")), QStringLiteral("03:00:00"));
    QCOMPARE(formats("de_DE", "Nowhere/Land").time(instant("2026-03-29T01:00:00Z")), QStringLiteral("01:00:00"));
}

QTEST_GUILESS_MAIN(TestFormats)
#include "tst_formats.moc"
