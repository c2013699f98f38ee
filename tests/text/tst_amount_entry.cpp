// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/amount_entry.h"
#include "app/text/formats.h"

#include <QTest>

using text::AmountFlaw;

namespace {

domain::Currency currency(const QString& code) {
    return domain::Currency::from_code(code.toStdString()).value();
}

} // namespace

class TestAmountEntry : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void an_amount_is_read_as_its_locale_writes_it_data();
    void an_amount_is_read_as_its_locale_writes_it();
    void what_could_mean_two_things_is_refused_data();
    void what_could_mean_two_things_is_refused();
    void what_is_shown_can_be_typed_back_data();
    void what_is_shown_can_be_typed_back();
};

void TestAmountEntry::an_amount_is_read_as_its_locale_writes_it_data() {
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("code");
    QTest::addColumn<qint64>("minor");
    const auto row = [](const char* name, const char* locale, const char* typed, const char* code, qint64 minor) {
        QTest::newRow(name) << QString::fromLatin1(locale) << QString::fromUtf8(typed) << QString::fromLatin1(code)
                            << minor;
    };
    row("plain digits", "en", "1250", "EUR", 125000);
    row("cents in English", "en", "23.80", "EUR", 2380);
    row("cents in German", "de", "23,80", "EUR", 2380);
    row("one decimal place", "en", "23.8", "EUR", 2380);
    row("groups in English", "en", "1,234,567.89", "EUR", 123456789);
    row("groups in German", "de", "1.234.567,89", "EUR", 123456789);
    row("groups of India", "en-IN", "12,34,567.00", "INR", 123456700);
    row("a plain space for the French one", "fr", "1 234,50", "EUR", 123450);
    row("a plain apostrophe for the Swiss one", "de-CH", "1'234.50", "CHF", 123450);
    row("yen have no decimal places", "ja", "8,800", "JPY", 8800);
    row("dinars of Kuwait have three", "en", "12.345", "KWD", 12345);
    row("digits of Egypt", "ar-EG", "\xD9\xA1\xD9\xA2\xD9\xAB\xD9\xA5\xD9\xA0", "EUR", 1250);
    row("ASCII digits in Egypt", "ar-EG",
        "12\xD9\xAB"
        "50",
        "EUR", 1250);
    row("blanks around it", "en", "  7.00 ", "EUR", 700);
    row("nought is an amount", "en", "0", "EUR", 0);
    row("the largest amount", "en", "92233720368547758.07", "EUR", 9223372036854775807);
}

void TestAmountEntry::an_amount_is_read_as_its_locale_writes_it() {
    QFETCH(QString, locale);
    QFETCH(QString, typed);
    QFETCH(QString, code);
    QFETCH(qint64, minor);
    const auto entry = text::read_amount(typed, QLocale(locale), currency(code));
    QCOMPARE(entry.flaw, AmountFlaw::none);
    QVERIFY(entry.amount.has_value());
    QCOMPARE(static_cast<qint64>(entry.amount->minor), minor);
    QVERIFY(entry.amount->currency == currency(code));
}

void TestAmountEntry::what_could_mean_two_things_is_refused_data() {
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("flaw");
    const auto row = [](const char* name, const char* locale, const char* typed, const char* code, AmountFlaw flaw) {
        QTest::newRow(name) << QString::fromLatin1(locale) << QString::fromUtf8(typed) << QString::fromLatin1(code)
                            << static_cast<int>(flaw);
    };
    row("nothing", "en", "", "EUR", AmountFlaw::empty);
    row("blanks", "en", "   ", "EUR", AmountFlaw::empty);
    row("a German comma in English", "en", "23,80", "EUR", AmountFlaw::misgrouped);
    row("an English point in German", "de", "23.80", "EUR", AmountFlaw::misgrouped);
    row("English groups in German", "de", "1,234.50", "EUR", AmountFlaw::misgrouped);
    row("a group that is too long", "en", "1234,567", "EUR", AmountFlaw::misgrouped);
    row("a group that is empty", "en", "1,,234", "EUR", AmountFlaw::misgrouped);
    row("two decimal points", "en", "1.2.3", "EUR", AmountFlaw::misgrouped);
    row("a point of French habit", "fr", "23.80", "EUR", AmountFlaw::misgrouped);
    row("a third decimal place", "en", "23.805", "EUR", AmountFlaw::too_fine);
    row("a third decimal place of nought", "en", "23.800", "EUR", AmountFlaw::too_fine);
    row("cents of yen", "en", "8800.50", "JPY", AmountFlaw::too_fine);
    row("a sign", "en", "-5", "EUR", AmountFlaw::not_a_number);
    row("an exponent", "en", "1e3", "EUR", AmountFlaw::not_a_number);
    row("a word", "en", "ten", "EUR", AmountFlaw::not_a_number);
    row("a currency sign", "en", "$5", "EUR", AmountFlaw::not_a_number);
    row("only a point", "en", ".", "EUR", AmountFlaw::not_a_number);
    row("nothing behind the point", "en", "5.", "EUR", AmountFlaw::not_a_number);
    row("nothing before the point", "en", ".50", "EUR", AmountFlaw::not_a_number);
    row("a control that reorders", "en",
        "\xE2\x80\xAE"
        "5",
        "EUR", AmountFlaw::not_a_number);
    row("one cent too much for 64 bits", "en", "92233720368547758.08", "EUR", AmountFlaw::too_large);
}

void TestAmountEntry::what_could_mean_two_things_is_refused() {
    QFETCH(QString, locale);
    QFETCH(QString, typed);
    QFETCH(QString, code);
    QFETCH(int, flaw);
    const auto entry = text::read_amount(typed, QLocale(locale), currency(code));
    QCOMPARE(static_cast<int>(entry.flaw), flaw);
    QVERIFY(!entry.amount);
}

void TestAmountEntry::what_is_shown_can_be_typed_back_data() {
    QTest::addColumn<QString>("locale");
    for (const char* locale : {"en", "en-GB", "en-IN", "de", "de-CH", "de-AT", "fr", "fr-CH", "es", "it", "pl", "sv",
                               "ja", "ar-EG", "fa", "hi", "pt-BR", "nb", "ru"}) {
        QTest::newRow(locale) << QString::fromLatin1(locale);
    }
}

void TestAmountEntry::what_is_shown_can_be_typed_back() {
    QFETCH(QString, locale);
    const text::Formats formats(QLocale(locale), QTimeZone::utc());
    for (const char* code : {"EUR", "JPY", "KWD"}) {
        for (const std::int64_t minor : {1LL, 2380LL, 238000LL, 123456789LL, 98765432109LL}) {
            const domain::Money money{minor, currency(QString::fromLatin1(code))};
            const auto entry = text::read_amount(formats.amount(money), QLocale(locale), money.currency);
            QVERIFY2(entry.amount == std::optional(money), qPrintable(formats.amount(money)));
        }
    }
}

QTEST_APPLESS_MAIN(TestAmountEntry)
#include "tst_amount_entry.moc"
