// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/filter/drawn_table.h"

#include <QTest>

using drawn::at;
using drawn::money;

namespace {

const base::Instant now = at("2026-03-03T10:00:00Z");

drawn::Orders orders() {
    return drawn::Orders({
        {"bot-7", 2, money(1'240'000, "EUR"), at("2026-03-03T09:30:00Z"), "open", false},
        {"bot-8", 1, money(1'000'000, "EUR"), at("2026-03-03T07:00:00.000001Z"), "open", false},
        {"Bot-9", 4, money(2'000'000, "GBP"), at("2026-03-02T10:00:00Z"), "in_doubt", true},
        {"", {}, {}, {}, "", false},
        {"bot-7", 0, money(-500, "EUR"), at("2026-03-03T10:00:00Z"), "open", false},
    });
}

/// "y" passes, "n" does not, "-" has no value, "c" compares two currencies, "f" failed.
QString told(const std::vector<filter::Answer>& answers) {
    QString text;
    for (const filter::Answer answer : answers) {
        text += (answer & filter::failed) != 0           ? u'f'
                : (answer & filter::not_comparable) != 0 ? u'c'
                : (answer & filter::no_value) != 0       ? u'-'
                : answer == filter::yes                  ? u'y'
                                                         : u'n';
    }
    return text;
}

} // namespace

class TestFilterExpression final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answers_data() {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<bool>("slow");

        QTest::newRow("a rank compares by its order, not by its letters") << "tier >= sign_off"
                                                                          << "yny-n" << false;
        QTest::newRow("a rank may be a number") << "tier < 2"
                                                << "nyn-y" << false;
        QTest::newRow("the constant may stand in front") << "sign_off <= tier"
                                                         << "yny-n" << false;
        QTest::newRow("amounts of another currency are not compared") << "amount > money(\"10000.00 EUR\")"
                                                                      << "ync-n" << false;
        QTest::newRow("amounts at the bound") << "amount >= money(\"10000.00 EUR\")"
                                              << "yyc-n" << false;
        QTest::newRow("amounts are compared exactly below zero") << "amount < money(\"-4.99 EUR\")"
                                                                 << "nnc-y" << false;
        QTest::newRow("equal in another currency is not comparable, never equal") << "amount == money(\"20000.00 EUR\")"
                                                                                  << "nnc-n" << false;
        QTest::newRow("what decides absorbs what cannot be said")
            << "tier == blocked || amount > money(\"10000.00 EUR\")"
            << "yny-n" << false;
        QTest::newRow("and where nothing decides the reason stays")
            << "tier == blocked && amount > money(\"10000.00 EUR\")"
            << "nnc-n" << false;
        QTest::newRow("not keeps what cannot be said") << "!(amount > money(\"10000.00 EUR\"))"
                                                       << "nyc-y" << false;
        QTest::newRow("text is compared with its case") << "agent == \"bot-9\""
                                                        << "nnnnn" << false;
        QTest::newRow("a missing text is an empty text") << "agent != \"bot-7\""
                                                         << "nyyyn" << false;
        QTest::newRow("a part of a text") << "agent.contains(\"ot-7\")"
                                          << "ynnny" << false;
        QTest::newRow("a text's beginning and end") << "agent.startsWith(\"bot\") && agent.endsWith(\"8\")"
                                                    << "nynnn" << false;
        QTest::newRow("any function of one text is asked once per text") << "agent.lowerAscii().matches(\"^bot-[89]$\")"
                                                                         << "nyynn" << false;
        QTest::newRow("presence of a text") << "has(agent)"
                                            << "yyyny" << false;
        QTest::newRow("presence of an amount") << "!has(amount)"
                                               << "nnnyn" << false;
        QTest::newRow("presence within a function of one text") << "has(agent) ? agent == \"bot-7\" : true"
                                                                << "ynnyy" << false;
        QTest::newRow("one of several choices") << "state in [\"open\", \"in_doubt\"]"
                                                << "yyy-y" << false;
        QTest::newRow("one of several ranks") << "tier in [confirm, blocked]"
                                              << "nyy-n" << false;
        QTest::newRow("a choice is a text") << "state == \"in_doubt\""
                                            << "nny-n" << false;
        QTest::newRow("a flag by itself") << "conflict || version == 1"
                                          << "ynynn" << false;
        QTest::newRow("a flag compared") << "conflict == false"
                                         << "yynyy" << false;
        QTest::newRow("time against now") << "time > now - duration(\"1h\")"
                                          << "ynn-y" << false;
        QTest::newRow("a time between two microseconds") << "time > timestamp(\"2026-03-03T07:00:00.0000005Z\")"
                                                         << "yyn-y" << false;
        QTest::newRow("a time that no microsecond equals") << "time == timestamp(\"2026-03-03T07:00:00.0000015Z\")"
                                                           << "nnn-n" << false;
        QTest::newRow("and differs from all") << "time != timestamp(\"2026-03-03T07:00:00.0000015Z\")"
                                              << "yyy-y" << false;
        QTest::newRow("two columns are asked row by row") << "version > tier"
                                                          << "nyn-y" << true;
        QTest::newRow("a row by row part is not asked where the rest decided")
            << "agent == \"bot-7\" && version + 9223372036854775807 > tier"
            << "fnnnf" << true;
        QTest::newRow("a constant") << "true"
                                    << "yyyyy" << false;
        QTest::newRow("beyond 64 bits is told as failed") << "version * 9223372036854775807 > 0"
                                                          << "yffff" << true;
        QTest::newRow("greater than the greatest number") << "version > 9223372036854775807"
                                                          << "nnnnn" << false;
        QTest::newRow("not below the least number") << "version >= -9223372036854775808"
                                                    << "yyyyy" << false;
    }

    void answers() {
        QFETCH(const QString, source);
        QFETCH(const QString, expected);
        QFETCH(const bool, slow);
        const filter::Language language = drawn::language();
        const filter::Reading reading = language.read(source.toStdString(), now);
        QVERIFY2(reading.ok(), reading.problems.empty() ? "" : cel::describe(reading.problems.front()).c_str());
        const drawn::Orders table = orders();
        QCOMPARE(told(reading.expression->ask(table)), expected);
        QCOMPARE(reading.expression->has_slow_part(), slow);
        for (std::size_t row = 0; row < table.rows(); ++row) {
            QCOMPARE(told({reading.expression->ask_row(table, row)}), expected.mid(static_cast<int>(row), 1));
        }
        QCOMPARE(told(reading.expression->ask(table, 3)), expected.mid(3));
    }

    void every_row_is_counted() {
        const filter::Language language = drawn::language();
        const auto reading = language.read("amount > money(\"10000.00 EUR\")", now);
        QVERIFY(reading.ok());
        const filter::Counts counts = filter::counted(reading.expression->ask(orders()));
        QCOMPARE(counts, (filter::Counts{5, 1, 1, 1, 0}));
        QVERIFY(filter::is_shown(filter::not_comparable, filter::Shown::incomparable));
        QVERIFY(!filter::is_shown(filter::not_comparable, filter::Shown::passing));
        QVERIFY(!filter::is_shown(filter::yes, filter::Shown::incomparable));
    }

    void a_condition_that_is_wrong_names_its_place_data() {
        QTest::addColumn<QString>("source");
        QTest::addColumn<int>("begin");
        QTest::addColumn<int>("code");
        using enum cel::ProblemCode;
        const auto row = [](const char* name, const char* source, int begin, cel::ProblemCode code) {
            QTest::newRow(name) << source << begin << static_cast<int>(code);
        };
        row("a name that is no column", "agnet == \"a\"", 0, unknown_name);
        row("an amount against a number", "amount > 10000", 0, no_overload);
        row("a text against a number", "agent == 7", 0, no_overload);
        row("no condition at all", "tier + 1", 0, wrong_type);
        row("an amount in no currency", "amount > money(\"10 XXQ\")", 9, always_fails);
        row("something missing at the end", "tier >=", 7, expected);
        row("a quote that is not closed", "agent == \"bot", 9, unterminated_text);
        row("something behind the end", "tier >= sign_off pump", 17, expected);
    }

    void a_condition_that_is_wrong_names_its_place() {
        QFETCH(const QString, source);
        QFETCH(const int, begin);
        QFETCH(const int, code);
        const auto reading = drawn::language().read(source.toStdString(), now);
        QVERIFY(!reading.ok());
        QVERIFY(!reading.problems.empty());
        const cel::Problem& problem = reading.problems.front();
        QCOMPARE(QString::fromStdString(cel::describe(problem)) + QString::number(static_cast<int>(problem.code)),
                 QString::fromStdString(cel::describe(problem)) + QString::number(code));
        QCOMPARE(static_cast<int>(problem.place.begin), begin);
    }

    /// What somebody else wrote stays one value, whatever it contains.
    void a_value_from_outside_stays_data_data() {
        QTest::addColumn<QString>("value");
        QTest::newRow("quotes and operators") << QStringLiteral("\" || true || agent == \"");
        QTest::newRow("a backslash at the end") << QStringLiteral("bot\\");
        QTest::newRow("lines and tabs") << QStringLiteral("a\n\tb\r");
        QTest::newRow("text that turns around") << QStringLiteral("a\u202Eb\u2066c");
        QTest::newRow("invisible letters") << QStringLiteral("a\u200Bb\u00ADc\uFEFF");
        QTest::newRow("letters of other scripts") << QStringLiteral("Müller 商店 🤖");
        QTest::newRow("a comment") << QStringLiteral("a // b");
    }

    void a_value_from_outside_stays_data() {
        QFETCH(const QString, value);
        const std::string text = value.toStdString();
        const std::string literal = filter::quoted(text);
        const auto reading = drawn::language().read("agent == " + literal, now);
        QVERIFY(reading.ok());
        const drawn::Orders table({{text, {}, {}, {}, "", false}, {"other", {}, {}, {}, "", false}});
        QCOMPARE(told(reading.expression->ask(table)), QStringLiteral("yn"));
        const QString shown = QString::fromStdString(literal);
        for (const QChar hidden : {QChar(0x202E), QChar(0x200B), QChar(u'\n'), QChar(0xFEFF), QChar(0xAD)}) {
            QVERIFY(!shown.contains(hidden));
        }
    }
};

QTEST_GUILESS_MAIN(TestFilterExpression)
#include "tst_filter_expression.moc"
