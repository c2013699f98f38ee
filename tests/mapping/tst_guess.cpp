// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mapping/guess.h"
#include "app/mapping/reader.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

namespace {

QString column_of(const mapping::Guess& guess, const char* field) {
    const auto found = std::find_if(guess.columns.begin(), guess.columns.end(),
                                    [field](const mapping::GuessedColumn& column) { return column.field == field; });
    return found == guess.columns.end() ? QString() : QString::fromStdString(found->column);
}

QString write(const QTemporaryDir& folder, const QByteArray& text) {
    const QString path = folder.filePath(QStringLiteral("bank-2024-05.csv"));
    QFile file(path);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(text);
    }
    return path;
}

} // namespace

class TestGuess : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void knows_every_known_header();
    void knows_the_layouts_of_later_years_data();
    void knows_the_layouts_of_later_years();
    void offers_a_mapping_for_a_german_bank_statement();
    void says_what_it_does_not_know();
    void does_not_take_words_for_dates();
    void finds_the_delimiter_data();
    void finds_the_delimiter();
};

void TestGuess::knows_every_known_header() {
    const QString folder = QStringLiteral(REEVE_SOURCE_DIR "/../shared/data/birmingham-pcard");
    const auto files = QDir(folder).entryList({QStringLiteral("*.csv")});
    if (files.isEmpty()) {
        QSKIP("the purchase-card files are not beside the source; nothing to guess");
    }
    for (const QString& file : files) {
        const auto guess = mapping::guess_file(QString(folder + QLatin1Char('/') + file).toStdString());
        QVERIFY(guess.ok());
        QCOMPARE(guess->shipped, std::string("purchase-card"));
        QCOMPARE(column_of(*guess, "amount"), QStringLiteral("ORIGINAL GROSS AMT"));
        QVERIFY2(!guess->columns.empty() && guess->missing.empty(), qPrintable(file));
    }
}

void TestGuess::knows_the_layouts_of_later_years_data() {
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QString>("owner");
    QTest::newRow("14 columns with two currencies")
        << QByteArray("TRANS DATE,TRANS VAT DESC,ORIGINAL GROSS AMT,ORIGINAL CUR,BILLING GROSS AMT,BILLING CUR CODE,"
                      "MERCHANT NAME,CARD NUMBER,TRANS CAC CODE 1,TRANS CAC DESC 1,TRANS CAC CODE 2,TRANS CAC DESC 2,"
                      "TRANS CAC CODE 3,Directorates")
        << QByteArray("05/04/2017,VR,100.00,USD,80.25,GBP,m,****1,K,k,R,r,A,d") << QStringLiteral("Directorates");
    QTest::newRow("16 columns with the currency twice")
        << QByteArray("TRANS DATE,TRANS VAT DESC,ORIGINAL GROSS AMT,ORIGINAL CUR,BILLING GROSS AMT,BILLING CUR CODE,"
                      "MERCHANT NAME,CARD NUMBER,BILLING CUR CODE,TRANS TAX AMT,TRANS CAC CODE 1,TRANS CAC DESC 1,"
                      "TRANS CAC CODE 2,TRANS CAC DESC 2,TRANS CAC CODE 3,Directorate ")
        << QByteArray("05/04/2017,VR,100.00,USD,80.25,GBP,m,****1,GBP,0.00,K,k,R,r,A,d")
        << QStringLiteral("Directorate ");
}

void TestGuess::knows_the_layouts_of_later_years() {
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, row);
    QFETCH(QString, owner);
    QTemporaryDir folder;
    const QString path = write(folder, header + "\r\n" + row + "\r\n");
    const auto guess = mapping::guess_file(path.toStdString());
    QVERIFY(guess.ok());
    QCOMPARE(guess->shipped, std::string("purchase-card"));
    QCOMPARE(column_of(*guess, "amount"), QStringLiteral("BILLING GROSS AMT"));
    QCOMPARE(column_of(*guess, "owner"), owner);
    const auto summary = mapping::survey(path.toStdString(), guess->mapping);
    QVERIFY(summary.ok());
    QCOMPARE(domain::to_decimal(summary->event_sums.at("GBP")), std::string("80.25"));
}

void TestGuess::offers_a_mapping_for_a_german_bank_statement() {
    QTemporaryDir folder;
    const QString path = write(folder, "Buchungstag;Betrag;Währung;Kartennummer;Kostenstelle;Händler;Belegnummer\n"
                                       "13.05.2024;1.234,50;EUR;****1;4711;Bäcker;A1\n"
                                       "14.05.2024;-20,00;EUR;****1;4711;Bäcker;A2\n"
                                       "15.05.2024;7,25;EUR;****2;4711;Metzger;A3\n");
    const auto guess = mapping::guess_file(path.toStdString());
    QVERIFY(guess.ok());
    QVERIFY(guess->shipped.empty());
    QCOMPARE(guess->missing, std::vector<std::string>{});
    QCOMPARE(guess->doubts, std::vector<std::string>{});
    QCOMPARE(column_of(*guess, "time"), QStringLiteral("Buchungstag"));
    QCOMPARE(column_of(*guess, "amount"), QStringLiteral("Betrag"));
    QCOMPARE(column_of(*guess, "currency"), QStringLiteral("Währung"));
    QCOMPARE(column_of(*guess, "agent"), QStringLiteral("Kartennummer"));
    QCOMPARE(column_of(*guess, "supplier"), QStringLiteral("Händler"));
    QCOMPARE(column_of(*guess, "cost_centre"), QStringLiteral("Kostenstelle"));
    QCOMPARE(column_of(*guess, "reference"), QStringLiteral("Belegnummer"));
    for (const auto& column : guess->columns) {
        QVERIFY(column.confidence_permille > 0 && column.confidence_permille <= 1000);
        QVERIFY2(!column.reasons.empty(), column.field.c_str());
    }
    const auto again = mapping::parse(mapping::to_json(guess->mapping));
    QVERIFY(again.ok() && *again == guess->mapping);
    const auto summary = mapping::survey(path.toStdString(), guess->mapping);
    QVERIFY(summary.ok());
    QCOMPARE(summary->quarantined, std::uint64_t{0});
    QCOMPARE(domain::to_decimal(summary->event_sums.at("EUR")), std::string("1221.75"));
}

void TestGuess::says_what_it_does_not_know() {
    const auto guess = mapping::guess({"When was it", "Amount", "Date"},
                                      {{"x", "1,234", "01/02/2024"}, {"y", "-5,000", "03/04/2024"}});
    QCOMPARE(guess.missing, (std::vector<std::string>{"currency", "agent"}));
    QCOMPARE(guess.doubts, (std::vector<std::string>{"day_and_month_ambiguous", "decimal_point_ambiguous"}));
    const auto settled = mapping::guess({"Date", "Amount"}, {{"01/02/2024", "-1.50"}, {"13/02/2024", "-2.00"}});
    QCOMPARE(settled.mapping.csv->date_formats, std::vector<std::string>{"dd/MM/yyyy"});
    QVERIFY(settled.mapping.csv->decimal.reversed);
    QCOMPARE(settled.doubts, std::vector<std::string>{"amounts_mostly_negative"});
}

void TestGuess::does_not_take_words_for_dates() {
    const auto guess = mapping::guess({"Date", "Total"}, {{"soon", "a lot"}, {"later", "more"}});
    QVERIFY(column_of(guess, "time").isEmpty());
    QVERIFY(column_of(guess, "amount").isEmpty());
    QCOMPARE(guess.missing.size(), std::size_t{4});
}

void TestGuess::finds_the_delimiter_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<char>("delimiter");
    QTest::newRow("commas") << QByteArray("a,b\n1,2\n") << ',';
    QTest::newRow("semicolons with decimal commas") << QByteArray("a;b\n1,5;2\n1,7;3\n") << ';';
    QTest::newRow("tabs") << QByteArray("a\tb\n1, 2\t3\n") << '\t';
    QTest::newRow("bars") << QByteArray("a|b|c\n1|2|3\n") << '|';
    QTest::newRow("one column only") << QByteArray("a\n1\n") << ',';
    QTest::newRow("nothing") << QByteArray() << ',';
}

void TestGuess::finds_the_delimiter() {
    QFETCH(QByteArray, text);
    QFETCH(char, delimiter);
    QCOMPARE(mapping::guess_delimiter(text.toStdString()), delimiter);
}

QTEST_GUILESS_MAIN(TestGuess)
#include "tst_guess.moc"
