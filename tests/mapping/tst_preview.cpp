// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mapping/encoding.h"
#include "app/mapping/guess.h"
#include "app/mapping/preview.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

namespace {

const auto always = [] { return true; };

struct Folder {
    QTemporaryDir dir;

    std::filesystem::path write(const QByteArray& text, const char* name = "cards-2026-03.csv") const {
        QFile file(dir.filePath(QLatin1String(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
            qFatal("the test cannot write its file");
        }
        return file.fileName().toStdString();
    }
};

/// As it is guessed, with a constant for what no column says.
domain::FileLook look_at(const std::filesystem::path& file) {
    const auto guess = mapping::guess_file(file);
    if (!guess) {
        return {};
    }
    mapping::Mapping mapping = guess->mapping;
    if (mapping.csv->currency.columns.empty()) {
        mapping.csv->currency.constant = "EUR";
    }
    if (mapping.csv->agent.columns.empty()) {
        mapping.csv->agent.constant = "card";
    }
    const auto look = mapping::preview(file, mapping, {{}, "2026-03"}, always);
    return look ? *look : domain::FileLook();
}

QString values(const domain::SeenColumn& column) {
    QStringList texts;
    for (const auto& value : column.values) {
        texts += QString::fromStdString(value.text.bytes());
    }
    return texts.join(QLatin1Char('|'));
}

} // namespace

class TestPreview : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void shows_three_values_and_what_they_are_read_as();
    void counts_what_an_import_would_set_aside();
    void counts_rows_that_are_no_rows();
    void says_what_could_be_meant_otherwise();
    void reads_a_german_export_in_western_letters();
    void a_few_broken_rows_do_not_hide_the_form();
    void ends_when_nobody_wants_it();
    void says_what_is_no_table_data();
    void says_what_is_no_table();
    void reads_western_letters_data();
    void reads_western_letters();
    void agrees_with_the_import_of_real_files();
};

void TestPreview::shows_three_values_and_what_they_are_read_as() {
    const Folder folder;
    const auto look = look_at(folder.write("Date,Supplier,Amount,Currency,Card\n"
                                           "2026-03-02,Nord,48.90,EUR,c1\n2026-03-02,Nord,1,EUR,c1\n"
                                           "2026-03-05,,2.50,EUR,c1\n2026-03-06,Cafe,3.00,EUR,c2\n"
                                           "2026-03-07,Zoo,3.00,EUR,c2\n"));
    QCOMPARE(look.rows, std::uint64_t{5});
    QCOMPARE(look.orders, std::uint64_t{5});
    QCOMPARE(look.columns.size(), std::size_t{5});
    QCOMPARE(values(look.columns[0]), QStringLiteral("2026-03-02|2026-03-05|2026-03-06"));
    QVERIFY(look.columns[0].values[0].time.has_value());
    QCOMPARE(values(look.columns[1]), QStringLiteral("Nord|Cafe|Zoo"));
    QCOMPARE(look.columns[1].empty, std::uint64_t{1});
    QCOMPARE(look.columns[1].filled, std::uint64_t{4});
    QCOMPARE(*look.columns[2].values[0].decimal, std::string("48.90"));
    QCOMPARE(look.sums.at("EUR").minor, std::int64_t{5840});
}

void TestPreview::counts_what_an_import_would_set_aside() {
    const Folder folder;
    const auto look = look_at(folder.write("Date,Supplier,Amount,Currency,Card\n"
                                           "2026-03-02,Nord,48.90,EUR,c1\n2026-03-03,Nord,12.00,EUR,c1\n"
                                           "2026-03-04,Nord,12.00,EUR,c1\n2026-03-05,Nord,12.00,EUR,c1\n"
                                           "soon,Nord,12.00,EUR,c1\n2026-03-06,Nord,n/a,EUR,c1\n"
                                           "2026-03-07,Nord,\"1,2,3\",EUR,c1\n2026-03-08,Nord,5.00,EUR,\n"
                                           "2026-03-09,Nord,5.00,EUR,c1\n2026-03-09,Nord,5.00,EUR,c1\n"
                                           "2026-03-09,Nord,5.00,EUR,c1\n2026-03-09,Nord,5.00,EUR,c1\n"));
    QCOMPARE(look.rows, std::uint64_t{12});
    QCOMPARE(look.orders, std::uint64_t{8});
    QCOMPARE(look.set_aside, std::uint64_t{4});
    QCOMPARE(look.repeated, std::uint64_t{3});
    QCOMPARE(look.columns[0].unreadable, std::uint64_t{1});
    QCOMPARE(look.columns[0].first_unreadable, std::uint64_t{6});
    QCOMPARE(look.columns[0].unreadable_text.bytes(), std::string("soon"));
    QCOMPARE(look.columns[2].unreadable, std::uint64_t{2});
    QCOMPARE(look.columns[2].unreadable_text.bytes(), std::string("n/a"));
    QCOMPARE(look.columns[4].unreadable, std::uint64_t{1}); // no card
}

void TestPreview::counts_rows_that_are_no_rows() {
    const Folder folder;
    const auto look = look_at(folder.write("Date,Amount,Currency,Card\n"
                                           ",,,\n2026-03-02,1.00,EUR,c1\n2026-03-03,2.00,EUR\n"
                                           "2026-03-04,3.00,EUR,c1,more\n2026-03-05,4.00,EUR,caf\xE9\n"
                                           "2026-03-06,4.00,EUR,z\xC3\xA9ro\n2026-03-07,\"4\"x,EUR,c1\n"));
    QCOMPARE(look.rows, std::uint64_t{7});
    QCOMPARE(look.orders, std::uint64_t{2});
    QCOMPARE(look.bad.size(), domain::row_trouble_count);
    QCOMPARE(look.bad[0].trouble, domain::RowTrouble::blank);
    QCOMPARE(look.bad[0].first, std::uint64_t{2});
    QCOMPARE(look.bad[1].trouble, domain::RowTrouble::field_count);
    QCOMPARE(look.bad[1].count, std::uint64_t{2});
    QCOMPARE(look.bad[2].trouble, domain::RowTrouble::letters);
    QCOMPARE(look.bad[3].trouble, domain::RowTrouble::broken);
}

void TestPreview::says_what_could_be_meant_otherwise() {
    const Folder folder;
    const auto look =
        look_at(folder.write("Date,Amount,Currency,Card\n"
                             "03/04/2026,1.00,EUR,c1\n05/05/2026,1.50,EUR,c1\n06/04/2026,\"1,234\",EUR,c1\n"));
    QCOMPARE(look.columns[0].unclear, std::uint64_t{2}); // the fifth of May is the fifth of May
    QCOMPARE(look.columns[0].settled, std::uint64_t{0});
    QCOMPARE(look.columns[1].settled, std::uint64_t{2});
    QCOMPARE(look.columns[1].unclear, std::uint64_t{1});
    const auto clear =
        look_at(folder.write("Date,Amount,Currency,Card\n03/04/2026,1.00,EUR,c1\n29/04/2026,1.50,EUR,c1\n"));
    QCOMPARE(clear.columns[0].unclear, std::uint64_t{1});
    QCOMPARE(clear.columns[0].settled, std::uint64_t{1});
}

void TestPreview::reads_a_german_export_in_western_letters() {
    const Folder folder;
    const auto file = folder.write("Buchungstag;H\xE4ndler;Betrag;W\xE4hrung;Kartennummer\r\n"
                                   "02.03.2026;B\xE4"
                                   "ckerei Stra\xDF"
                                   "e;1.234,56;EUR;0419\r\n"
                                   "17.03.2026;Caf\xE9;12,00;EUR;0419\r\n");
    const auto guess = mapping::guess_file(file);
    QVERIFY(guess.ok());
    QCOMPARE(guess->mapping.csv->encoding, mapping::Encoding::windows_1252);
    QVERIFY(std::find(guess->doubts.begin(), guess->doubts.end(), "letters_are_western") != guess->doubts.end());
    QVERIFY2(guess->missing.empty(), "every column was recognised");
    const auto again = mapping::parse(mapping::to_json(guess->mapping));
    QVERIFY(again.ok());
    QCOMPARE(again->csv->encoding, mapping::Encoding::windows_1252);
    const auto look = look_at(file);
    QCOMPARE(look.orders, std::uint64_t{2});
    QCOMPARE(look.sums.at("EUR").minor, std::int64_t{124656});
    QCOMPARE(values(look.columns[1]), QStringLiteral("Bäckerei Straße|Café"));
}

void TestPreview::a_few_broken_rows_do_not_hide_the_form() {
    const Folder folder;
    QByteArray text = "Date,Amount,Currency,Card\n";
    for (int day = 10; day < 28; ++day) {
        text += QByteArray::number(day) + "/04/2026," + QByteArray::number(day) + ".50,EUR,c1\n";
    }
    const auto look = look_at(folder.write(text + "Total,,,\nn/a,1.00,EUR,c1\n"));
    QCOMPARE(look.orders, std::uint64_t{18});
    QCOMPARE(look.set_aside, std::uint64_t{2});
}

void TestPreview::ends_when_nobody_wants_it() {
    const Folder folder;
    const auto file = folder.write("Date,Amount,Currency,Card\n2026-03-02,1.00,EUR,c1\n");
    const auto guess = mapping::guess_file(file);
    const auto look = mapping::preview(file, guess->mapping, {}, [] { return false; });
    QVERIFY(!look.ok());
    QCOMPARE(look.fault().code, base::FaultCode::cancelled);
}

void TestPreview::says_what_is_no_table_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("where");
    QTest::newRow("a workbook") << QByteArray("PK\x03\x04rest") << QStringLiteral("workbook");
    QTest::newRow("an old workbook") << QByteArray("\xD0\xCF\x11\xE0rest") << QStringLiteral("workbook");
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFE"
                                          "D\0a\0",
                                          6)
                            << QStringLiteral("utf-16");
}

void TestPreview::says_what_is_no_table() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, where);
    const Folder folder;
    const auto sample = mapping::sample_of(folder.write(bytes));
    QVERIFY(!sample.ok());
    QCOMPARE(sample.fault().code, base::FaultCode::unsupported);
    QCOMPARE(QString::fromStdString(sample.fault().where), where);
}

void TestPreview::reads_western_letters_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("letters of Latin-1") << QByteArray("\xE4\xF6\xFC\xDF\xE9") << QStringLiteral("äöüßé");
    QTest::newRow("signs where Latin-1 has controls")
        << QByteArray("\x80 \x93quoted\x94 \x96") << QStringLiteral("€ “quoted” –");
    QTest::newRow("plain text") << QByteArray("abc") << QStringLiteral("abc");
    QTest::newRow("a byte that is no letter") << QByteArray("a\x81") << QString();
}

void TestPreview::reads_western_letters() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    const auto read = mapping::from_windows_1252(bytes.toStdString());
    QCOMPARE(read.has_value(), !text.isNull());
    QCOMPARE(QString::fromStdString(read.value_or(std::string())), text.isNull() ? QString() : text);
}

void TestPreview::agrees_with_the_import_of_real_files() {
    const QDir folder(QStringLiteral(REEVE_SOURCE_DIR "/../shared/data/birmingham-pcard"));
    const QString name = QStringLiteral("bcc-pcard-2016-04.csv");
    if (!folder.exists(name)) {
        QSKIP("the purchase-card files are not beside the source; nothing to look at");
    }
    const std::filesystem::path file = folder.filePath(name).toStdString();
    const auto guess = mapping::guess_file(file);
    QVERIFY(guess.ok());
    const auto look = mapping::preview(file, guess->mapping, {}, always);
    const auto whole = mapping::survey(file, guess->mapping, {});
    QVERIFY(look.ok() && whole.ok());
    QCOMPARE(look->rows, whole->rows);
    QCOMPARE(look->orders, whole->transactions);
    QCOMPARE(look->set_aside, whole->quarantined);
    std::uint64_t told = 0;
    for (const auto& bad : look->bad) {
        told += bad.count;
    }
    for (const auto& column : look->columns) {
        told += column.unreadable;
        QVERIFY(column.values.size() <= 3);
    }
    QCOMPARE(told, look->set_aside); // every row that is set aside is told with its reason
}

QTEST_GUILESS_MAIN(TestPreview)
#include "tst_preview.moc"
