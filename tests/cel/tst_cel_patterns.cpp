// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cel/pattern.h"

#include <QTest>

class TestPatterns : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void patterns_data() {
        QTest::addColumn<QByteArray>("pattern");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("fits");
        const auto row = [](const char* name, const char* pattern, const char* text, bool fits) {
            QTest::newRow(name) << QByteArray(pattern) << QByteArray(text) << fits;
        };
        row("somewhere inside", "ubb", "hubba", true);
        row("not there", "ubx", "hubba", false);
        row("the whole text", "^hubba$", "hubba", true);
        row("only the beginning of it", "^hub$", "hubba", false);
        row("any character but a line break", "a.c", "a\nc", false);
        row("a character of two bytes is one", "^a.c$",
            "a\xC3\xBC"
            "c",
            true);
        row("one of two", "^gr(a|e)y$", "grey", true);
        row("an empty choice", "^a(|b)c$", "ac", true);
        row("none or more", "^ba(na)*$", "banana", true);
        row("one or more needs one", "^ab+$", "a", false);
        row("one or none", "^colou?r$", "color", true);
        row("exactly two", "^(ab){2}$", "ababab", false);
        row("two to three", "^a{2,3}$", "aaa", true);
        row("two to three and not four", "^a{2,3}$", "aaaa", false);
        row("at least two", "^a{2,}$", "aaaaa", true);
        row("a brace that counts nothing", "^a{b}$", "a{b}", true);
        row("lazy is the same question", "^a+?$", "aaa", true);
        row("a class", "^[a-c_]+$", "ab_c", true);
        row("a class that excludes", "^[^0-9]+$", "ab1", false);
        row("a bracket in a class", "^[]a]+$", "]a", true);
        row("a dash at the end of a class", "^[a-]+$", "a-a", true);
        row("a class in a class", "^[\\d.]+$", "3.14", true);
        row("digits", "^\\d{4}-\\d\\d$", "2026-03", true);
        row("no digits", "^\\D+$", "a1", false);
        row("word and blank", "^\\w+\\s\\w+$", "two words", true);
        row("a word's end", "\\bcat\\b", "a cat sat", true);
        row("inside of a word", "\\bcat\\b", "concatenate", false);
        row("not at a word's end", "\\Bcat", "concat", true);
        row("without regard to case", "(?i)^invoice$", "InVoice", true);
        row("without regard to case in one group", "^a(?i:b)c$", "aBc", true);
        row("case counts again behind that group", "^a(?i:b)c$", "aBC", false);
        row("a group with a name", "^(?P<year>\\d+)$", "2026", true);
        row("an escaped sign", "^1\\.5\\$$", "1.5$", true);
        row("a code point in hexadecimal", "^\\x{1F600}\\x41$",
            "\xF0\x9F\x98\x80"
            "A",
            true);
        row("an empty pattern fits everything", "", "cows", true);
        row("an end in the middle", "a$b", "ab", false);
        row("a loop over nothing", "^(()*)*$", "", true);
        row("bytes that are not UTF-8 end the search", "b",
            "\xFF"
            "b",
            false);
    }
    void patterns() {
        QFETCH(QByteArray, pattern);
        QFETCH(QByteArray, text);
        const auto compiled = cel::Pattern::compile(pattern.toStdString());
        QVERIFY(compiled.has_value());
        QTEST(compiled->matches(text.toStdString()), "fits");
    }

    void what_is_wrong_or_outside_is_refused_data() {
        QTest::addColumn<QByteArray>("pattern");
        for (const char* pattern :
             {"(", ")", "[", "[a", "*a", "a**", "a+*", "(?=a)", "(?<!a)", "\\1", "\\p{L}", "[[:alpha:]]", "\\", "[z-a]",
              "a{2,1}", "a{1001}", "\\x{110000}", "\xFF", "(?x)a"}) {
            QTest::newRow(QByteArray(pattern).toPercentEncoding().constData()) << QByteArray(pattern);
        }
    }
    void what_is_wrong_or_outside_is_refused() {
        QFETCH(QByteArray, pattern);
        QVERIFY(!cel::Pattern::compile(pattern.toStdString()));
    }

    void patterns_that_explode_are_refused() {
        QVERIFY(!cel::Pattern::compile("((a{900}){900}){900}"));
        QVERIFY(!cel::Pattern::compile("((((){900}){900}){900}){900}"));
        QVERIFY(!cel::Pattern::compile(std::string(2000, 'a')));
    }

    void a_pattern_that_ruins_backtracking_engines_is_quick() {
        const auto pattern = cel::Pattern::compile("^(a|a)*(a|a)*(a|a)*$");
        QVERIFY(pattern->matches(std::string(20'000, 'a')));
        QVERIFY(!pattern->matches(std::string(20'000, 'a') + "b"));
    }
};

QTEST_APPLESS_MAIN(TestPatterns)
#include "tst_cel_patterns.moc"
