// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/filter/typed.h"
#include "tests/filter/drawn_table.h"

#include <QTest>

namespace {

QStringList words(std::initializer_list<const char*> all) {
    QStringList list;
    for (const char* word : all) {
        list.append(QString::fromUtf8(word));
    }
    return list;
}

} // namespace

class TestFilterTyping final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void plain_words_stay_words_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("kind");
        const auto row = [](const char* name, const char* typed, filter::Typed kind) {
            QTest::newRow(name) << typed << static_cast<int>(kind);
        };
        using enum filter::Typed;
        row("nothing", "", nothing);
        row("blanks", "  \t", nothing);
        row("a word", "pump", words);
        row("a word that is also a column", "agent", words);
        row("a company's country", "Acme (UK)", words);
        row("a question", "why? wow! now!", words);
        row("in a sentence", "seal in pump house", words);
        row("a name with an apostrophe", "O'Brien && sons", expression);
        row("an apostrophe alone", "O'Brien", words);
        row("a simple term", "agent:bot-7", words);
        row("simple terms with a word", "tier>=sign_off pump", words);
        row("quotes keep signs together", "\"a && b\"", words);
        row("a comparison with room", "tier >= sign_off", expression);
        row("room on one side", "tier >=sign_off", expression);
        row("not equal needs no room", "agent!=\"bot-7\"", expression);
        row("two conditions", "a&&b", expression);
        row("a call", "agent.contains(\"x\")", expression);
        row("a list", "agent in [\"x\"]", expression);
        row("not", "!conflict", expression);
        row("not in front of brackets", "!(conflict)", expression);
        row("half a condition is one already", "amount > ", expression);
    }

    void plain_words_stay_words() {
        QFETCH(const QString, typed);
        QFETCH(const int, kind);
        QCOMPARE(static_cast<int>(filter::kind_of(typed.toStdString())), kind);
    }

    void completion_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("offered"); ///< among others, unless the first is "only"
        QTest::addColumn<int>("replaces");
        QTest::newRow("the beginning of a column") << "am" << words({"amount"}) << 0;
        QTest::newRow("ranks beside columns") << "s" << words({"state", "sign_off"}) << 0;
        QTest::newRow("operators behind a number-like column")
            << "amount " << words({"only", "==", "!=", "<", "<=", ">", ">="}) << 7;
        QTest::newRow("operators behind a text") << "agent " << words({"only", "==", "!=", "in ["}) << 6;
        QTest::newRow("names of a rank behind a comparison")
            << "tier >= " << words({"only", "automatic", "confirm", "sign_off", "dual_sign_off", "blocked"}) << 8;
        QTest::newRow("half a name of a rank") << "tier >= si" << words({"only", "sign_off"}) << 8;
        QTest::newRow("quoted choices") << "state == " << words({"only", "\"open\"", "\"in_doubt\""}) << 9;
        QTest::newRow("half a choice inside of its quotes") << "state == \"in" << words({"only", "\"in_doubt\""}) << 9;
        QTest::newRow("half a choice inside of a list")
            << "state in [\"open\", 'in" << words({"only", "'in_doubt'"}) << 18;
        QTest::newRow("nothing inside of a free text") << "agent == \"am" << words({"only"}) << 12;
        QTest::newRow("how it goes on behind a value") << "tier >= sign_off " << words({"only", "&&", "||"}) << 17;
        QTest::newRow("what a text can do") << "agent." << words({"contains(", "startsWith("}) << 6;
        QTest::newRow("the second condition") << "tier >= sign_off && am" << words({"amount"}) << 20;
        QTest::newRow("functions") << "mon" << words({"money("}) << 0;
    }

    void completion() {
        QFETCH(const QString, typed);
        QFETCH(QStringList, offered);
        QFETCH(const int, replaces);
        const std::string source = typed.toStdString();
        const cel::Completions made = drawn::language().complete(source, source.size());
        QStringList all;
        for (const cel::Completion& one : made.all) {
            all.append(QString::fromStdString(one.text));
        }
        const bool only = !offered.isEmpty() && offered.front() == QStringLiteral("only");
        if (only) {
            offered.removeFirst();
            QCOMPARE(all, offered);
        } else {
            for (const QString& one : std::as_const(offered)) {
                QVERIFY2(all.contains(one), qPrintable(all.join(u' ')));
            }
        }
        QCOMPARE(static_cast<int>(made.replaces.begin), replaces);
    }
};

QTEST_GUILESS_MAIN(TestFilterTyping)
#include "tst_filter_typing.moc"
