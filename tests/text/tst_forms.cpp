// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/forms.h"
#include "tests/text/hostile_text.h"

#include <QRegularExpression>
#include <QTest>

using domain::UntrustedText;

namespace {

/// What a CSV reader takes out of a single field; fails the test on a field that is not whole.
QByteArray unquoted(const QByteArray& field) {
    if (!field.startsWith('"')) {
        return field;
    }
    QByteArray content = field.mid(1, field.size() - 2);
    return content.replace("\"\"", "\"");
}

bool is_one_field(const QByteArray& field) {
    if (field.startsWith('"')) {
        const QByteArray content = field.mid(1, field.size() - 2);
        return field.size() >= 2 && field.endsWith('"') && !QByteArray(content).replace("\"\"", "").contains('"');
    }
    return !field.contains(',') && !field.contains(';') && !field.contains('\n') && !field.contains('\r') &&
           !field.contains('"') && !field.contains('\t');
}

/// As a spreadsheet judges: a number, or the beginning of a formula.
bool is_formula(const QByteArray& content) {
    static const QRegularExpression number(QStringLiteral("^-?[0-9]([0-9.,]*[0-9])?$"));
    const QString text = QString::fromUtf8(content).trimmed();
    static const QString starters = QString::fromUtf16(u"=+-@\t\r＝＋－＠");
    const bool raw = !content.isEmpty() && (content.front() == '\t' || content.front() == '\r');
    return raw || (!text.isEmpty() && starters.contains(text.front()) && !number.match(text).hasMatch());
}

void check_export(const QByteArray& hostile) {
    const QByteArray name = hostile.left(100).toPercentEncoding();
    const QByteArray csv = QByteArray::fromStdString(text::for_csv_field(hostile.toStdString()));
    QVERIFY2(is_one_field(csv), name.constData());
    QVERIFY2(!is_formula(unquoted(csv)), name.constData());
    QVERIFY2(hostile.isEmpty() == csv.isEmpty(), name.constData());
    const QByteArray tsv = QByteArray::fromStdString(text::for_tsv_field(hostile.toStdString()));
    QVERIFY2(!tsv.contains('\t') && !tsv.contains('\n') && !tsv.contains('\r') && !tsv.startsWith('"'),
             name.constData());
    QVERIFY2(!is_formula(tsv), name.constData());
    QVERIFY2(QString::fromUtf8(csv).size() < 33'000, name.constData());
    const QString copied = text::for_clipboard(UntrustedText(hostile.toStdString()));
    for (const char16_t hidden : {u'\u202E', u'\u2066', u'\u2069', u'\u200B', u'\u00AD', u'\u0000', u'\u001B'}) {
        QVERIFY2(!copied.contains(QChar(hidden)), name.constData());
        QVERIFY2(!QString::fromUtf8(csv).contains(QChar(hidden)), name.constData());
    }
}

} // namespace

class TestForms : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void writes_csv_fields_data();
    void writes_csv_fields();
    void writes_tsv_fields();
    void amounts_stay_numbers();
    void copies_lines_and_shows_what_is_hidden();
    void cuts_a_cell_that_a_spreadsheet_would_cut();
    void exports_every_hostile_string_safely();
    void exports_what_attackers_published_safely();
    void buttons_show_an_ampersand();
};

void TestForms::writes_csv_fields_data() {
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<QByteArray>("field");
    const auto row = [](const char* name, const char* said, const char* field) {
        QTest::newRow(name) << QByteArray(said) << QByteArray(field);
    };
    row("a word", "chairs", "chairs");
    row("nothing", "", "");
    row("a comma", "chairs, blue", "\"chairs, blue\"");
    row("the separator of a German spreadsheet", "a;b", "\"a;b\"");
    row("a quotation mark", "12\" pipe", "\"12\"\" pipe\"");
    row("a line break stays", "a\nb", "\"a\nb\"");
    row("a formula", "=1+1", "'=1+1");
    row("a formula with a separator", "=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
    row("a formula after blanks", "  =1", "\"'  =1\"");
    row("a formula in quotation marks", "\"=1\"", "\"'\"\"=1\"\"\"");
    row("a formula behind a second field", "a,=1", "\"a,=1\"");
    row("a plus sign", "+49 30 1234", "\"'+49 30 1234\"");
    row("a sum that begins with a minus sign", "-1+2", "'-1+2");
    row("an at sign", "@SUM(A1)", "'@SUM(A1)");
    row("a tab before a formula", "\t=1", "\"'\t=1\"");
    row("a full-width equals sign",
        "\xEF\xBC\x9D"
        "1",
        "'\xEF\xBC\x9D"
        "1");
    row("a negative number stays one", "-12.50", "-12.50");
    row("a negative number with groups", "-1,234.50", "\"-1,234.50\"");
    row("a positive number", "12.50", "12.50");
    row("a lone minus sign", "-", "'-");
    row("a range that begins with a minus sign", "-1-", "'-1-");
    row("a hidden override",
        "a\xE2\x80\xAE"
        "b",
        "a\xE2\x9F\xA6U+202E\xE2\x9F\xA7"
        "b");
}

void TestForms::writes_csv_fields() {
    QFETCH(QByteArray, said);
    QFETCH(QByteArray, field);
    QCOMPARE(QByteArray::fromStdString(text::for_csv_field(said.toStdString())), field);
    QCOMPARE(QByteArray::fromStdString(text::for_csv_field(UntrustedText(said.toStdString()))), field);
}

void TestForms::writes_tsv_fields() {
    QCOMPARE(QString::fromStdString(text::for_tsv_field("a\tb\nc")), QString::fromUtf16(u"a⇥b⏎c"));
    QCOMPARE(text::for_tsv_field("=1"), std::string("'=1"));
    QCOMPARE(text::for_tsv_field("-5.00"), std::string("-5.00"));
    QCOMPARE(text::for_tsv_field("\"open"), std::string("'\"open"));
    QCOMPARE(text::for_tsv_field(UntrustedText("plain")), std::string("plain"));
}

void TestForms::amounts_stay_numbers() {
    const domain::Money back{-1050, domain::Currency::from_code("EUR").value()};
    QCOMPARE(text::for_csv_field(back), std::string("-10.50"));
    QCOMPARE(text::for_tsv_field(back), std::string("-10.50"));
}

void TestForms::copies_lines_and_shows_what_is_hidden() {
    QCOMPARE(text::for_clipboard(UntrustedText("one\r\ntwo\t3  4\xE2\x80\x8B")),
             QString::fromUtf16(u"one\ntwo\t3  4⟦U+200B⟧"));
}

void TestForms::cuts_a_cell_that_a_spreadsheet_would_cut() {
    const QString field = QString::fromStdString(text::for_csv_field(std::string(100'000, 'x')));
    QVERIFY(field.size() < 32'767);
    QVERIFY(field.endsWith(QString::fromUtf16(u"…⟦+%1⟧").arg(100'000 - field.count(QLatin1Char('x')))));
}

void TestForms::exports_every_hostile_string_safely() {
    for (const QByteArray& hostile : hostile::own_strings()) {
        check_export(hostile);
        if (QTest::currentTestFailed()) {
            return;
        }
    }
}

void TestForms::exports_what_attackers_published_safely() {
    const QList<QByteArray> strings = hostile::shared_strings();
    if (strings.isEmpty()) {
        QSKIP(hostile::absent);
    }
    for (const QByteArray& hostile : strings) {
        check_export(hostile);
        if (QTest::currentTestFailed()) {
            return;
        }
    }
}

void TestForms::buttons_show_an_ampersand() {
    QCOMPARE(text::for_button(text::safe("Salt & Sons")), QString::fromUtf16(u"\u2068Salt && Sons\u2069"));
}

QTEST_GUILESS_MAIN(TestForms)
#include "tst_forms.moc"
