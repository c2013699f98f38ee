// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mapping/csv_reader.h"

#include <QTest>

using mapping::CsvReader;
using mapping::CsvRow;
using mapping::CsvRules;

namespace {

std::vector<CsvRow> read(const std::string& text, std::size_t piece, CsvRules rules = {}) {
    CsvReader reader(rules);
    std::vector<CsvRow> rows;
    for (std::size_t at = 0; at < text.size(); at += piece) {
        reader.feed(std::string_view(text).substr(at, piece), rows);
    }
    reader.finish(rows);
    return rows;
}

/// Rows as "row:line:offset[field|field]" or "row:line:offset!code".
QString drawn(const std::vector<CsvRow>& rows) {
    QStringList out;
    for (const CsvRow& row : rows) {
        QString text = QStringLiteral("%1:%2:%3").arg(row.row).arg(row.line).arg(row.offset);
        if (row.fault) {
            out << text + QLatin1Char('!') + QLatin1String(base::name_of(row.fault->code));
            continue;
        }
        QStringList fields;
        for (const std::string& field : row.fields) {
            fields << QString::fromStdString(field);
        }
        out << text + QLatin1Char('[') + fields.join(QLatin1Char('|')) + QLatin1Char(']');
    }
    return out.join(QLatin1Char(' '));
}

} // namespace

class TestCsvReader : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void takes_records_apart_data();
    void takes_records_apart();
    void says_what_is_wrong_and_where_data();
    void says_what_is_wrong_and_where();
    void bounds_what_it_holds();
    void takes_a_field_of_a_whole_mebibyte();
    void keeps_the_raw_bytes();
};

void TestCsvReader::takes_records_apart_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const QByteArray& text, const char* expected) {
        QTest::newRow(name) << text << QString::fromUtf8(expected);
    };
    row("nothing is no record", "", "");
    row("one field without a line end", "a", "1:1:0[a]");
    row("records end with CRLF", "a,b\r\nc,d\r\n", "1:1:0[a|b] 2:2:5[c|d]");
    row("records end with LF", "a,b\nc,d\n", "1:1:0[a|b] 2:2:4[c|d]");
    row("records end with CR alone", "a,b\rc,d\r", "1:1:0[a|b] 2:2:4[c|d]");
    row("a byte order mark is no content",
        "\xEF\xBB\xBF"
        "a,b\n",
        "1:1:3[a|b]");
    row("half a byte order mark is content that is not UTF-8", "\xEF\xBB", "1:1:0!malformed");
    row("empty fields are fields", ",\n,,\n", "1:1:0[|] 2:2:2[||]");
    row("an empty line is a record with one empty field", "a\n\nb\n", "1:1:0[a] 2:2:2[] 3:3:3[b]");
    row("quotes keep delimiters", "\"a,b\",c\n", "1:1:0[a,b|c]");
    row("quotes keep line ends, and lines are counted", "\"a\r\nb\nc\",d\ne\n", "1:1:0[a\r\nb\nc|d] 2:4:11[e]");
    row("two quotes are one", "\"say \"\"hi\"\"\"\n", "1:1:0[say \"hi\"]");
    row("a quoted empty field", "\"\",x\n", "1:1:0[|x]");
    row("a quoted field at the end of the file", "a,\"b\"", "1:1:0[a|b]");
    row("blanks belong to fields", " a , b \n", "1:1:0[ a | b ]");
    row("text beyond ASCII", "Müller,日本\n", "1:1:0[Müller|日本]");
}

void TestCsvReader::takes_records_apart() {
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    for (const std::size_t piece : {1U, 2U, 3U, 7U, 4096U}) {
        QCOMPARE(drawn(read(text.toStdString(), piece)), expected);
    }
}

void TestCsvReader::says_what_is_wrong_and_where_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("where");
    const auto row = [](const char* name, const QByteArray& text, const char* expected, const char* where) {
        QTest::newRow(name) << text << QString::fromUtf8(expected) << QString::fromUtf8(where);
    };
    row("a quote in the middle of a field", "a,b\nc\"d,e\nf,g\n", "1:1:0[a|b] 2:2:4!malformed 3:3:10[f|g]",
        "row 2, line 2, field 1");
    row("text behind a closing quote", "\"a\"b,c\nd,e\n", "1:1:0!malformed 2:2:7[d|e]", "row 1, line 1, field 1");
    row("bytes that are not UTF-8", "a,b\n\xFF,c\nd,e\n", "1:1:0[a|b] 2:2:4!malformed 3:3:8[d|e]",
        "row 2, line 2, field 1");
    row("a surrogate in UTF-8", "a,\xED\xA0\x80\n", "1:1:0!malformed", "row 1, line 1, field 2");
    row("a NUL byte", QByteArray("a,\0b\nc,d\n", 9), "1:1:0!malformed 2:2:5[c|d]", "row 1, line 1, field 2");
    row("a NUL byte inside quotes", QByteArray("\"a\0b\"\nc\n", 8), "1:1:0!malformed 2:2:6[c]",
        "row 1, line 1, field 1");
    row("a quote that never closes", "a,b\nc,\"d\ne,f\n", "1:1:0[a|b] 2:2:4!malformed", "row 2, line 4, field 2");
}

void TestCsvReader::says_what_is_wrong_and_where() {
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    QFETCH(QString, where);
    for (const std::size_t piece : {1U, 3U, 4096U}) {
        const auto rows = read(text.toStdString(), piece);
        QCOMPARE(drawn(rows), expected);
        for (const CsvRow& row : rows) {
            if (row.fault) {
                QCOMPARE(QString::fromStdString(row.fault->where), where);
                QVERIFY(!row.fault->detail.empty());
            }
        }
    }
}

void TestCsvReader::bounds_what_it_holds() {
    const CsvRules rules{.delimiter = ',', .max_field_bytes = 10, .max_record_bytes = 20, .max_fields = 3};
    QCOMPARE(drawn(read("1234567890,x\n", 4, rules)), QStringLiteral("1:1:0[1234567890|x]"));
    QCOMPARE(drawn(read("12345678901,x\nb\n", 4, rules)), QStringLiteral("1:1:0!too_large 2:2:14[b]"));
    QCOMPARE(drawn(read("a,b,c,d\ne\n", 4, rules)), QStringLiteral("1:1:0!too_large 2:2:8[e]"));
    const auto rows = read(std::string(1000, 'x') + "\nb\n", 64, rules);
    QCOMPARE(rows.size(), std::size_t{2});
    QCOMPARE(rows[0].raw.size(), rules.max_record_bytes);
    QCOMPARE(drawn({rows[1]}), QStringLiteral("2:2:1001[b]"));
}

void TestCsvReader::takes_a_field_of_a_whole_mebibyte() {
    const std::string whole(std::size_t{1} << 20U, 'x');
    const auto rows = read("\"" + whole + "\",b\n" + whole + "y\n", 65536);
    QCOMPARE(rows.size(), std::size_t{2});
    QVERIFY(!rows[0].fault);
    QCOMPARE(rows[0].fields[0], whole);
    QVERIFY(rows[1].fault);
    QCOMPARE(rows[1].fault->code, base::FaultCode::too_large);
}

void TestCsvReader::keeps_the_raw_bytes() {
    const auto rows = read("\"a\"\"\n,\",b\r\nc\"d,\xFF\n", 2);
    QCOMPARE(rows.size(), std::size_t{2});
    QCOMPARE(rows[0].raw, std::string("\"a\"\"\n,\",b"));
    QCOMPARE(rows[1].raw, std::string("c\"d,\xFF"));
}

QTEST_GUILESS_MAIN(TestCsvReader)
#include "tst_csv_reader.moc"
