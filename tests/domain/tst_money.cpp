// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/money.h"

#include <QFile>
#include <QTest>

#include <limits>

using domain::Currency;
using domain::Money;

namespace {

Money money(std::int64_t minor, const char* code) {
    return Money{minor, Currency::from_code(code).value()};
}

constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();

} // namespace

class TestMoney : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void writes_and_reads_the_same_decimal_data();
    void writes_and_reads_the_same_decimal();
    void refuses_what_is_not_exact_data();
    void refuses_what_is_not_exact();
    void does_not_mix_currencies();
    void does_not_wrap_around();
    void knows_every_current_currency();
};

void TestMoney::writes_and_reads_the_same_decimal_data() {
    QTest::addColumn<qint64>("minor");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("decimal");
    QTest::newRow("euro and cents") << qint64{1050} << QByteArray("EUR") << QByteArray("10.50");
    QTest::newRow("less than one euro") << qint64{-5} << QByteArray("EUR") << QByteArray("-0.05");
    QTest::newRow("nothing") << qint64{0} << QByteArray("EUR") << QByteArray("0.00");
    QTest::newRow("yen have no decimals") << qint64{88000} << QByteArray("JPY") << QByteArray("88000");
    QTest::newRow("dinars have three") << qint64{1} << QByteArray("KWD") << QByteArray("0.001");
    QTest::newRow("unidades de fomento have four") << qint64{12345} << QByteArray("CLF") << QByteArray("1.2345");
    QTest::newRow("the largest number") << qint64{most} << QByteArray("EUR") << QByteArray("92233720368547758.07");
    QTest::newRow("the lowest number") << qint64{least} << QByteArray("EUR") << QByteArray("-92233720368547758.08");
}

void TestMoney::writes_and_reads_the_same_decimal() {
    QFETCH(qint64, minor);
    QFETCH(QByteArray, code);
    QFETCH(QByteArray, decimal);
    const Money amount = money(minor, code.constData());
    QCOMPARE(domain::to_decimal(amount), decimal.toStdString());
    const auto read = domain::from_decimal(decimal.toStdString(), amount.currency);
    QVERIFY(read.ok());
    QCOMPARE(read->minor, minor);
}

void TestMoney::refuses_what_is_not_exact_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("code");
    const auto row = [](const char* text, base::FaultCode code) {
        QTest::newRow(*text == '\0' ? "nothing" : text) << QByteArray(text) << static_cast<int>(code);
    };
    for (const char* text :
         {"", "-", ".", "1.", ".5", "1,000.00", "1.005", "1e3", "+1", "--1", "1.2.3", " 1", "0x10", "NaN"}) {
        row(text, base::FaultCode::malformed);
    }
    row("92233720368547758.08", base::FaultCode::too_large);
    row("-92233720368547758.09", base::FaultCode::too_large);
    row("99999999999999999999999999", base::FaultCode::too_large);
}

void TestMoney::refuses_what_is_not_exact() {
    QFETCH(QByteArray, text);
    QFETCH(int, code);
    const auto read = domain::from_decimal(text.toStdString(), Currency::from_code("EUR").value());
    QVERIFY(!read.ok());
    QCOMPARE(static_cast<int>(read.fault().code), code);
}

void TestMoney::does_not_mix_currencies() {
    const auto sum = domain::add(money(1, "EUR"), money(1, "USD"));
    QVERIFY(!sum.ok());
    QCOMPARE(sum.fault().code, base::FaultCode::invalid_argument);
    QVERIFY(!(money(1, "EUR") == money(1, "USD")));
}

void TestMoney::does_not_wrap_around() {
    QCOMPARE(domain::add(money(most, "EUR"), money(1, "EUR")).fault().code, base::FaultCode::too_large);
    QCOMPARE(domain::subtract(money(least, "EUR"), money(1, "EUR")).fault().code, base::FaultCode::too_large);
    QCOMPARE(domain::multiply(money(most / 2 + 1, "EUR"), 2).fault().code, base::FaultCode::too_large);
    QCOMPARE(domain::add(money(most - 1, "EUR"), money(1, "EUR"))->minor, most);
}

void TestMoney::knows_every_current_currency() {
    QFile file(QStringLiteral(REEVE_SOURCE_DIR "/../shared/data/iso4217/data/codes-all.csv"));
    if (!file.open(QIODevice::ReadOnly)) {
        QSKIP("the ISO 4217 list is not beside the project (../shared/data/iso4217)");
    }
    int checked = 0;
    while (!file.atEnd()) {
        // From the right, because names may hold commas: code, number, minor unit, withdrawal date.
        const QList<QByteArray> fields = file.readLine().trimmed().split(',');
        if (fields.size() < 6 || !fields.back().isEmpty()) {
            continue;
        }
        const QByteArray code = fields.at(fields.size() - 4);
        bool has_units = false;
        const int exponent = fields.at(fields.size() - 2).toInt(&has_units);
        if (code.size() != 3) {
            continue;
        }
        const auto currency = Currency::from_code(code.toStdString());
        QCOMPARE(currency.ok(), has_units);
        if (has_units) {
            QCOMPARE(currency->exponent(), exponent);
            ++checked;
        }
    }
    QVERIFY2(checked > 150, "the list holds more than 150 currencies in use");
}

QTEST_APPLESS_MAIN(TestMoney)
#include "tst_money.moc"
