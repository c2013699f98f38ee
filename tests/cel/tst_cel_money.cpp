// SPDX-License-Identifier: GPL-3.0-or-later
//
// Amounts are exact, and two currencies meet only at a rate of a dated table.
#include "app/cel/evaluator.h"
#include "app/cel/rates.h"

#include <QTest>

#include <limits>

namespace {

using cel::Value;

domain::Currency currency(const char* code) {
    return domain::Currency::from_code(code).value();
}

cel::RateTable table() {
    cel::RateTable rates{"ECB reference rates", "2026-03-02", {}};
    rates.rates.push_back(cel::rate_from(currency("USD"), currency("EUR"), "0.8").value());
    rates.rates.push_back(cel::rate_from(currency("EUR"), currency("JPY"), "160.5").value());
    return rates;
}

std::string result(const QByteArray& source, const cel::RateTable* rates) {
    cel::Environment names;
    names.declare("huge", cel::Kind::money);
    names.declare("lowest", cel::Kind::money);
    const auto made = cel::compile(source.toStdString(), names);
    if (!made.ok()) {
        return cel::describe(made.problems.front());
    }
    const Value row[] = {Value::money({std::numeric_limits<std::int64_t>::max(), currency("EUR")}),
                         Value::money({std::numeric_limits<std::int64_t>::min(), currency("EUR")})};
    cel::Evaluator evaluator;
    return cel::to_text(evaluator.evaluate(*made.program, row, rates));
}

} // namespace

class TestMoney : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void amounts_data() {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QByteArray>("alone");
        QTest::addColumn<QByteArray>("with_rates");
        const auto row = [](const char* name, const char* source, const char* alone, const char* with_rates = nullptr) {
            QTest::newRow(name) << QByteArray(source) << QByteArray(alone)
                                << QByteArray(with_rates == nullptr ? alone : with_rates);
        };
        row("one cent more is more", "money('10000.01 EUR') > money('10000.00 EUR')", "true");
        row("the same amount written in two ways", "money('10 EUR') == money('10.00', 'EUR')", "true");
        row("a sum to the cent", "money('0.10 EUR') + money('0.20 EUR')", "0.30 EUR");
        row("a difference below zero", "money('1.00 EUR') - money('2.50 EUR')", "-1.50 EUR");
        row("a multiple on either side", "3 * money('1.05 EUR') == money('1.05 EUR') * 3", "true");
        row("a currency without minor units", "money('700 JPY') * 2", "1400 JPY");
        row("the other sign", "-money('1.05 EUR')", "-1.05 EUR");
        row("without its sign", "money('-1.05 EUR').abs()", "1.05 EUR");
        row("cents as a number", "money('1.05 EUR').minorUnits()", "105");
        row("the code of the currency", "money('1.05 EUR').currency()", "\"EUR\"");
        row("as text", "string(money('-1.05 EUR'))", "\"-1.05 EUR\"");
        row("its type", "type(money('1 EUR')) == money", "true");
        row("a sum beyond 64 bits", "huge + money('0.01 EUR')", "error: overflow");
        row("a multiple beyond 64 bits", "huge * 2", "error: overflow");
        row("the other sign of the lowest amount", "-lowest", "error: overflow");
        row("the lowest number divided by the highest", "(-9223372036854775808) / 9223372036854775807", "-1");
        row("the lowest amount without its sign", "lowest.abs()", "error: overflow");
        row("two currencies compared", "money('10.00 USD') > money('7.99 EUR')", "error: two_currencies", "true");
        row("two currencies compared the other way", "money('8.00 EUR') == money('10.00 USD')", "error: two_currencies",
            "true");
        row("two currencies to the last cent", "money('10.00 USD') > money('8.00 EUR')", "error: two_currencies",
            "false");
        row("a large amount at a rate", "huge > money('10.00 USD')", "error: two_currencies", "true");
        row("two currencies added", "money('1.00 EUR') + money('1.00 USD')", "error: two_currencies", "1.80 EUR");
        row("two currencies added, the other first", "money('1.00 USD') + money('1.00 EUR')", "error: two_currencies",
            "2.25 USD");
        row("into a currency without minor units", "money('1.01 EUR').to('JPY')", "error: two_currencies", "162 JPY");
        row("half a minor unit away from zero", "money('1 JPY').to('EUR')", "error: two_currencies", "0.01 EUR");
        row("into its own currency", "money('1.01 EUR').to('EUR')", "1.01 EUR");
        row("two currencies that no rate joins", "money('1.00 GBP') < money('1.00 EUR')", "error: two_currencies");
        row("rates are not chained", "money('1.00 USD') < money('1 JPY')", "error: two_currencies");
        row("two currencies in a list", "money('1.00 USD') in [money('1.00 EUR')]", "error: two_currencies", "false");
        row("what is equal first decides", "money('1.00 USD') in [money('1.00 GBP'), money('1.00 USD')]", "true");
        row("too much to convert", "huge.to('JPY')", "error: two_currencies", "error: overflow");
        row("money beside a number that nobody knows", "dyn(money('1 EUR')) == dyn(1)", "false");
        row("money ordered with a number that nobody knows", "dyn(money('1 EUR')) < dyn(1.0)",
            "error: no_such_overload");
        row("money multiplied by a double that nobody knows", "dyn(money('1 EUR')) * dyn(1.5)",
            "error: no_such_overload");
    }
    void amounts() {
        QFETCH(QByteArray, source);
        const cel::RateTable rates = table();
        QTEST(QByteArray::fromStdString(result(source, nullptr)), "alone");
        QTEST(QByteArray::fromStdString(result(source, &rates)), "with_rates");
    }

    void the_trace_names_the_rate() {
        const cel::RateTable rates = table();
        const auto made = cel::compile("money('10.00 USD') > money('7.99 EUR')", {});
        cel::Evaluator evaluator;
        cel::Trace trace;
        QVERIFY(evaluator.evaluate(*made.program, {}, trace, &rates).is_true());
        QCOMPARE(trace.steps(*made.program).front().rate,
                 std::string("1 USD = 0.8 EUR, ECB reference rates of 2026-03-02"));
    }

    void a_rate_is_a_plain_decimal_above_zero() {
        for (const char* text :
             {"", ".", "1.", ".5", "0", "0.0", "-1", "1e3", "1.2.3", "0.1234567891", "99999999999999999999"}) {
            QVERIFY2(!cel::rate_from(currency("USD"), currency("EUR"), text).ok(), text);
        }
        QVERIFY(!cel::rate_from(currency("USD"), currency("USD"), "1").ok());
        QCOMPARE(cel::rate_from(currency("USD"), currency("EUR"), "0.8641").value().mantissa, 8641);
    }
};

QTEST_APPLESS_MAIN(TestMoney)
#include "tst_cel_money.moc"
