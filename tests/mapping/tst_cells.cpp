// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mapping/amounts.h"
#include "app/mapping/dates.h"
#include "app/mapping/text_tools.h"

#include <QTest>

using mapping::DecimalRule;

class TestCells : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void reads_dates_data();
    void reads_dates();
    void refuses_formats_that_mean_nothing_data();
    void refuses_formats_that_mean_nothing();
    void reads_amounts_data();
    void reads_amounts();
    void folds_names();
};

void TestCells::reads_dates_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<QByteArray>("expected"); // empty: refused
    const auto row = [](const char* name, const char* text, const char* format, const char* expected) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(format) << QByteArray(expected);
    };
    row("day first", "29/04/2014", "dd/MM/yyyy", "2014-04-29T00:00:00.000000Z");
    row("month first", "04/29/2014", "MM/dd/yyyy", "2014-04-29T00:00:00.000000Z");
    row("one digit where one is allowed", "9.4.2014", "d.M.yyyy", "2014-04-09T00:00:00.000000Z");
    row("one digit where two are asked", "9/4/2014", "dd/MM/yyyy", "");
    row("name of the month", "01 Feb 2020", "dd MMM yyyy", "2020-02-01T00:00:00.000000Z");
    row("two digits of the year", "01/02/69", "dd/MM/yy", "2069-02-01T00:00:00.000000Z");
    row("two digits of the last century", "01/02/70", "dd/MM/yy", "1970-02-01T00:00:00.000000Z");
    row("with a time", "2020-02-29 23:59:58", "yyyy-MM-dd HH:mm:ss", "2020-02-29T23:59:58.000000Z");
    row("with a T", "2020-02-29T01:02:03", "yyyy-MM-ddTHH:mm:ss", "2020-02-29T01:02:03.000000Z");
    row("29 February of a common year", "29/02/2015", "dd/MM/yyyy", "");
    row("the 31st of April", "31/04/2015", "dd/MM/yyyy", "");
    row("month 13", "01/13/2015", "dd/MM/yyyy", "");
    row("text behind the date", "01/02/2015x", "dd/MM/yyyy", "");
    row("half a date", "01/02", "dd/MM/yyyy", "");
    row("nothing", "", "dd/MM/yyyy", "");
    row("hour 24", "2020-02-29 24:00:00", "yyyy-MM-dd HH:mm:ss", "");
    row("before 1970", "01/02/1969", "dd/MM/yyyy", "");
}

void TestCells::reads_dates() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, format);
    QFETCH(QByteArray, expected);
    QVERIFY(mapping::check_date_format(format.toStdString()).ok());
    const auto time = mapping::read_date(text.toStdString(), format.toStdString());
    QCOMPARE(time.ok(), !expected.isEmpty());
    if (time) {
        QCOMPARE(base::to_rfc3339(*time), expected.toStdString());
    } else {
        QCOMPARE(time.fault().code, base::FaultCode::malformed);
    }
}

void TestCells::refuses_formats_that_mean_nothing_data() {
    QTest::addColumn<QByteArray>("format");
    for (const char* format : {"mm/dd/yyyy", "dd/MM", "yyyy", "", "dd/MM/yyyyy", "DD/MM/yyyy", "dd/dd/yyyy"}) {
        QTest::newRow(*format == '\0' ? "nothing" : format) << QByteArray(format);
    }
}

void TestCells::refuses_formats_that_mean_nothing() {
    QFETCH(QByteArray, format);
    const auto checked = mapping::check_date_format(format.toStdString());
    QVERIFY(!checked.ok());
    QCOMPARE(checked.fault().code, base::FaultCode::invalid_argument);
}

void TestCells::reads_amounts_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<char>("point");
    QTest::addColumn<char>("grouping");
    QTest::addColumn<bool>("reversed");
    QTest::addColumn<bool>("parentheses");
    QTest::addColumn<QByteArray>("expected"); // empty: refused
    const auto row = [](const char* name, const char* text, char point, char grouping, bool reversed, bool parentheses,
                        const char* expected) {
        QTest::newRow(name) << QByteArray(text) << point << grouping << reversed << parentheses << QByteArray(expected);
    };
    row("plain", "52.32", '.', '\0', false, false, "52.32");
    row("money back", "-486980.09", '.', '\0', false, false, "-486980.09");
    row("blanks around it", " 7 ", '.', '\0', false, false, "7.00");
    row("groups of three", "1,234,567.80", '.', ',', false, false, "1234567.80");
    row("groups are allowed, not asked for", "1234567.80", '.', ',', false, false, "1234567.80");
    row("a group of two", "1,23,456.00", '.', ',', false, false, "");
    row("a group behind the point", "1.234,5", '.', ',', false, false, "");
    row("a group where none is allowed", "1,234.00", '.', '\0', false, false, "");
    row("decimal comma", "1.234,56", ',', '.', false, false, "1234.56");
    row("a decimal comma that is not one", "1,234", '.', ',', false, false, "1234.00");
    row("money spent is negative", "-12.50", '.', '\0', true, false, "12.50");
    row("and money back positive", "12.50", '.', '\0', true, false, "-12.50");
    row("nothing has no sign", "-0.00", '.', '\0', false, false, "0.00");
    row("parentheses", "(12.50)", '.', '\0', false, true, "-12.50");
    row("parentheses that the mapping does not know", "(12.50)", '.', '\0', false, false, "");
    row("finer than a penny", "1.005", '.', '\0', false, false, "");
    row("finer, but with nothing there", "1.500", '.', '\0', false, false, "1.50");
    row("a plus sign", "+1.00", '.', '\0', false, false, "");
    row("an exponent", "1e3", '.', '\0', false, false, "");
    row("a currency sign", "£5", '.', '\0', false, false, "");
    row("a word", "n/a", '.', '\0', false, false, "");
    row("nothing", "", '.', '\0', false, false, "");
    row("only a sign", "-", '.', '\0', false, false, "");
    row("only a point", ".", '.', '\0', false, false, "");
    row("no digit behind the point", "5.", '.', '\0', false, false, "");
    row("beyond 64 bits", "92233720368547758.08", '.', '\0', false, false, "");
}

void TestCells::reads_amounts() {
    QFETCH(QByteArray, text);
    QFETCH(char, point);
    QFETCH(char, grouping);
    QFETCH(bool, reversed);
    QFETCH(bool, parentheses);
    QFETCH(QByteArray, expected);
    const DecimalRule rule{point, grouping, reversed, parentheses};
    const auto amount = mapping::read_amount(text.toStdString(), rule, domain::Currency::from_code("GBP").value());
    QCOMPARE(amount.ok(), !expected.isEmpty());
    if (amount) {
        QCOMPARE(domain::to_decimal(*amount), expected.toStdString());
    }
}

void TestCells::folds_names() {
    QCOMPARE(mapping::folded("  TRANS \t DATE "), std::string("trans date"));
    QCOMPARE(mapping::folded("\xC2\xA0"
                             "Directorate\xC2\xA0"),
             std::string("directorate"));
    QCOMPARE(mapping::folded("   "), std::string());
    QCOMPARE(mapping::trimmed("\xC2\xA0 \xC2\xA0"), std::string_view());
}

QTEST_GUILESS_MAIN(TestCells)
#include "tst_cells.moc"
