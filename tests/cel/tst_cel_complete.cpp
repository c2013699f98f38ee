// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cel/complete.h"

#include <QTest>

namespace {

using cel::Kind;
using cel::Type;

cel::Environment names() {
    static const auto line = std::make_shared<const cel::RecordShape>(
        cel::RecordShape{"line", {{"item", Kind::string, {}}, {"net", Kind::money, {}}}});
    cel::Environment all;
    all.declare("gross", Kind::money, "Net and tax");
    all.declare("supplier.id", Kind::string);
    all.declare("supplier.standing", Kind::string);
    all.declare("lines", Type::list(Type::record(line)), "The positions");
    return all;
}

/// The texts offered at the "|".
QStringList offered(const char* text) {
    std::string source(text);
    const std::size_t cursor = source.find('|');
    source.erase(cursor, 1);
    QStringList all;
    for (const cel::Completion& one : cel::complete(source, cursor, names()).all) {
        all.append(QString::fromStdString(one.text));
    }
    return all;
}

} // namespace

class TestComplete : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void at_the_beginning_everything_that_can_stand_there() {
        const QStringList all = offered("|");
        for (const char* name : {"gross", "supplier.", "lines", "money(", "has(", "true", "size("}) {
            QVERIFY2(all.contains(QString::fromLatin1(name)), name);
        }
        QVERIFY(!all.contains(QStringLiteral("startsWith(")));
        QCOMPARE(all.count(QStringLiteral("supplier.")), 1);
    }

    void letters_narrow_the_choice_data() {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QStringList>("texts");
        const auto row = [](const char* name, const char* source, const QStringList& texts) {
            QTest::newRow(name) << QByteArray(source) << texts;
        };
        row("a name", "gr|", {QStringLiteral("gross")});
        row("without regard to case", "GR|", {QStringLiteral("gross")});
        row("behind an operator", "gross > mon|", {QStringLiteral("money(")});
        row("the next part of a name", "supplier.|", {QStringLiteral("id"), QStringLiteral("standing")});
        row("the next part, begun", "supplier.st|", {QStringLiteral("standing")});
        row("functions of text", "supplier.id.sta|", {QStringLiteral("startsWith(")});
        row("functions of money", "gross.c|", {QStringLiteral("currency(")});
        row("macros of a list", "lines.ex|", {QStringLiteral("exists("), QStringLiteral("exists_one(")});
        row("the variable of a loop", "lines.exists(line_now, li|",
            {QStringLiteral("line_now"), QStringLiteral("lines")});
        row("fields of the variable of a loop", "lines.exists(l, l.i|", {QStringLiteral("item")});
        row("functions of a field", "lines.exists(l, l.item.ends|", {QStringLiteral("endsWith(")});
        row("behind a loop its variable is gone", "lines.all(l, true) && l|", {QStringLiteral("lines")});
        row("behind a call", "string(gross).low|", {QStringLiteral("lowerAscii(")});
        row("behind an index", "lines[0].n|", {QStringLiteral("net")});
        row("behind a text", "'abc'.up|", {QStringLiteral("upperAscii(")});
        row("inside of a text that is open", "supplier.id == 'gr|", {});
        row("behind a number", "12|", {});
        row("in the middle of a text", "gr| > money('1 EUR')", {QStringLiteral("gross")});
    }
    void letters_narrow_the_choice() {
        QFETCH(QByteArray, source);
        QTEST(offered(source.constData()), "texts");
    }

    void what_was_typed_is_replaced() {
        const auto completions = cel::complete("true && supplier.st", 19, names());
        QCOMPARE(completions.replaces, (cel::Place{17, 19}));
        QCOMPARE(completions.all.front().shape, std::string("string"));
    }

    void a_cursor_outside_of_the_text_is_its_end() {
        QCOMPARE(cel::complete("gr", 99, names()).all.size(), std::size_t{1});
    }

    void a_choice_says_what_it_is() {
        const auto completions = cel::complete("gro", 3, names());
        QCOMPARE(completions.all.front().description, std::string("Net and tax"));
        QCOMPARE(completions.all.front().shape, std::string("money"));
        QCOMPARE(cel::complete("supplier.id.startsW", 19, names()).all.front().shape,
                 std::string("startsWith(string) -> bool"));
    }
};

QTEST_APPLESS_MAIN(TestComplete)
#include "tst_cel_complete.moc"
