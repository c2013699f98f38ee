// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/filter/form.h"
#include "tests/filter/drawn_table.h"

#include <QTest>

class TestFilterForm final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void expressions_become_lines_and_back_data() {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("written"); ///< empty: the same
        QTest::addColumn<int>("lines");
        const auto row = [](const char* name, const char* source, int lines, const char* written = "") {
            QTest::newRow(name) << source << written << lines;
        };
        row("one comparison", "tier >= sign_off", 1);
        row("an amount", "amount > money(\"10000.00 EUR\")", 1);
        row("an amount in two words", "amount > money(\"10000.00\", \"EUR\")", 1, "amount > money(\"10000.00 EUR\")");
        row("all of them", "tier >= sign_off && agent.contains(\"bot\") && !agent.contains(\"test\")", 3);
        row("one of them", "state == \"open\" || conflict", 2);
        row("brackets that change nothing", "(tier == blocked && (conflict && has(amount)))", 3,
            "tier == blocked && conflict && has(amount)");
        row("a list", "state in [\"open\", \"in_doubt\"]", 1);
        row("a list of ranks", "tier in [confirm, blocked]", 1);
        row("a time and a span of text", "time >= timestamp(\"2026-03-01T00:00:00Z\")", 1);
        row("missing", "!has(amount)", 1);
        row("a flag that is not set", "!conflict", 1);
        row("a flag compared", "conflict == false", 1, "!conflict");
        row("text with quotes in it", "agent == \"say \\\"no\\\"\"", 1);
        row("a number below zero", "version > -3", 1);
    }

    void expressions_become_lines_and_back() {
        QFETCH(const QString, source);
        QFETCH(const QString, written);
        QFETCH(const int, lines);
        const filter::Language language = drawn::language();
        const auto form = filter::form_of(source.toStdString(), language);
        QVERIFY(form.has_value());
        QCOMPARE(static_cast<int>(form->lines.size()), lines);
        const std::string text = filter::text_of(*form, language);
        QCOMPARE(QString::fromStdString(text), written.isEmpty() ? source : written);
        QCOMPARE(filter::form_of(text, language), form);
        QVERIFY(language.read(text, {}).ok());
    }

    void what_lines_cannot_say_is_left_alone_data() {
        QTest::addColumn<QString>("source");
        QTest::newRow("and within or") << "conflict || (tier == blocked && version == 1)";
        QTest::newRow("two columns compared") << "version > tier";
        QTest::newRow("a function that has no line") << "agent.matches(\"^b\")";
        QTest::newRow("a choice") << "conflict ? true : false";
        QTest::newRow("not around several") << "!(conflict && has(amount))";
        QTest::newRow("an unknown name") << "agnet == \"a\"";
        QTest::newRow("something that cannot be read") << "tier >=";
        QTest::newRow("a number where a word is") << "agent == 7";
    }

    void what_lines_cannot_say_is_left_alone() {
        QFETCH(const QString, source);
        QVERIFY(!filter::form_of(source.toStdString(), drawn::language()).has_value());
    }

    void what_cannot_be_read_says_where() {
        const filter::Language language = drawn::language();
        const filter::Form form{filter::Joined::all, {{2, filter::Verb::more, {"lots"}}}};
        const std::string text = filter::text_of(form, language);
        QCOMPARE(QString::fromStdString(text), QStringLiteral("amount > money(\"lots\")"));
        const auto reading = language.read(text, {});
        QVERIFY(!reading.ok());
        QCOMPARE(static_cast<int>(reading.problems.front().place.begin), 9);
    }

    void a_value_cannot_leave_its_line() {
        const filter::Language language = drawn::language();
        const filter::Form form{filter::Joined::all, {{0, filter::Verb::is, {"x\" || true || agent == \"y"}}}};
        const auto again = filter::form_of(filter::text_of(form, language), language);
        QVERIFY(again.has_value());
        QCOMPARE(*again, form);
        const filter::Form number{filter::Joined::all, {{6, filter::Verb::is, {"1 || true"}}}};
        QVERIFY(filter::text_of(number, language).find("|| true") > filter::text_of(number, language).find('"'));
    }

    void every_verb_of_every_kind_can_be_read() {
        const filter::Language language = drawn::language();
        const std::map<filter::What, std::string> values = {
            {filter::What::text, "bot"},        {filter::What::choice, "open"},
            {filter::What::rank, "sign_off"},   {filter::What::number, "3"},
            {filter::What::money, "10.00 EUR"}, {filter::What::time, "2026-03-01T00:00:00Z"},
            {filter::What::span, "36h"},        {filter::What::flag, "true"}};
        for (std::size_t column = 0; column < language.columns().size(); ++column) {
            const filter::What what = language.columns()[column].what;
            for (const filter::Verb verb : filter::verbs_of(what)) {
                filter::Line line{column, verb, {}};
                if (filter::takes_value(verb)) {
                    line.values.push_back(values.at(what));
                }
                const filter::Form form{filter::Joined::any, {line}};
                const std::string text = filter::text_of(form, language);
                QVERIFY2(language.read(text, {}).ok(), text.c_str());
                const auto again = filter::form_of(text, language);
                QVERIFY2(again && again->lines == form.lines, text.c_str());
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestFilterForm)
#include "tst_filter_form.moc"
