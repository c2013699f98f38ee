// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is wrong with an expression is said with its place, while it is typed and before it is used.
#include "app/cel/evaluator.h"

#include <QTest>

namespace {

using cel::Kind;
using cel::ProblemCode;
using cel::Type;

cel::Environment names() {
    static const auto line = std::make_shared<const cel::RecordShape>(
        cel::RecordShape{"line", {{"item", Kind::string, {}}, {"price", Kind::money, {}}}});
    cel::Environment all;
    all.declare("gross", Kind::money);
    all.declare("supplier.id", Kind::string);
    all.declare("supplier.orders", Kind::integer);
    all.declare("lines", Type::list(Type::record(line)));
    all.declare("ratio", Kind::real);
    return all;
}

/// "code begin-end", of the fatal problem.
QString found(const char* source) {
    cel::CompileOptions options;
    options.result = Type(Kind::boolean);
    const auto made = cel::compile(source, names(), options);
    if (made.ok()) {
        return QStringLiteral("fine");
    }
    const cel::Problem& problem = made.problems.back();
    return QStringLiteral("%1 %2-%3")
        .arg(QString::fromLatin1(cel::name_of(problem.code).data()))
        .arg(problem.place.begin)
        .arg(problem.place.end);
}

} // namespace

class TestProblems : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void a_problem_names_its_place_data() {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char* name, const char* source, const char* problem) {
            QTest::newRow(name) << QByteArray(source) << QString::fromLatin1(problem);
        };
        row("a good condition", "supplier.orders > 3 && gross > money('10.00 EUR')", "fine");
        row("nothing at all", "", "expected 0-0");
        row("only blanks and a comment", " // why\n", "expected 8-8");
        row("an operator without its right side", "supplier.orders > ", "expected 18-18");
        row("a bracket that is never closed", "(true", "expected 5-5");
        row("two values side by side", "true true", "expected 5-9");
        row("a character of no language", "true @ false", "unexpected_character 5-6");
        row("a letter from elsewhere",
            "tr\xC3\xBC"
            "e",
            "unexpected_character 2-4");
        row("text that is never closed", "supplier.id == 'abc", "unterminated_text 15-19");
        row("an unknown escape", "supplier.id == 'a\\qc'", "bad_escape 17-19");
        row("half of a surrogate pair", "supplier.id == '\\ud800'", "bad_escape 16-18");
        row("a number beyond 64 bits", "supplier.orders > 9223372036854775808", "bad_number 18-37");
        row("a number that runs into a word", "supplier.orders > 12abc", "bad_number 18-23");
        row("a reserved word", "package == 1", "reserved_word 0-7");
        row("a name that nobody declared", "groos > money('1.00 EUR')", "unknown_name 0-5");
        row("a name with dots that nobody declared", "suplier.id == ''", "unknown_name 0-10");
        row("the beginning of a name with dots", "supplier == ''", "unknown_name 0-8");
        row("a function that nobody knows", "supplier.id.beginsWith('a')", "unknown_function 12-22");
        row("a function with the wrong argument", "supplier.id.startsWith(1)", "no_overload 0-25");
        row("a field that the record has not", "lines.exists(l, l.colour == '')", "no_such_field 18-24");
        row("text compared with a number", "supplier.id > 3", "no_overload 0-15");
        row("money compared with a number", "gross > 100", "no_overload 0-11");
        row("money compared with a double", "gross > 100.0", "no_overload 0-13");
        row("money multiplied by a double", "gross * 1.1 > gross", "no_overload 0-11");
        row("money added to a double", "gross + ratio == gross", "no_overload 0-13");
        row("money multiplied by a whole number", "gross * 2 > gross", "fine");
        row("money in a list of doubles", "gross in [1.0]", "no_overload 0-14");
        row("an amount that is none", "gross > money('12,00 EUR')", "always_fails 8-26");
        row("an amount finer than a cent", "gross > money('12.005 EUR')", "always_fails 8-27");
        row("a currency that is none", "gross > money('12.00 XXX')", "always_fails 8-26");
        row("a pattern that is none", "supplier.id.matches('(')", "always_fails 20-23");
        row("a condition that is no condition", "supplier.orders + 1", "wrong_type 0-19");
        row("a condition of && that is text", "true && supplier.id", "wrong_type 8-19");
        row("two branches of two types", "(true ? 1 : 'a') == 1", "wrong_type 12-15");
        row("a loop over a number", "supplier.orders.all(x, true)", "wrong_type 0-15");
        row("a loop without a variable", "lines.all(1, true)", "wrong_arguments 6-9");
        row("has of something that is no field", "has(gross)", "wrong_arguments 4-9");
        row("a protobuf message", "Order{id: 1} == 1", "unsupported 0-5");
        row("a map whose key is a list", "{[1]: 1}.size() == 1", "wrong_type 1-4");
        row("a loop variable hides a name", "lines.all(gross, gross.item == '')", "fine");
        row("a loop variable ends with its loop", "lines.all(l, true) && l.item == ''", "unknown_name 22-28");
    }
    void a_problem_names_its_place() {
        QFETCH(QByteArray, source);
        QTEST(found(source.constData()), "problem");
    }

    void an_unknown_name_suggests_the_likeliest() {
        const auto made = cel::compile("suplier.id == ''", names());
        QCOMPARE(made.problems.front().nearby, std::string("supplier.id"));
        QCOMPARE(cel::compile("zzzzzzzz", names()).problems.front().nearby, std::string());
        QCOMPARE(cel::compile("supplier.id.startWith('')", names()).problems.front().nearby, std::string("startsWith"));
        QVERIFY(cel::describe(made.problems.front()).find("did you mean supplier.id") != std::string::npos);
    }

    void a_literal_that_can_never_be_read_is_a_warning() {
        const auto made = cel::compile("timestamp('2026-13-01T00:00:00Z') > timestamp(0)", names());
        QVERIFY(made.ok());
        QCOMPARE(made.problems.size(), std::size_t{1});
        QVERIFY(!made.problems.front().fatal);
        QCOMPARE(made.problems.front().place, (cel::Place{0, 33}));
        cel::Evaluator evaluator;
        QCOMPARE(evaluator.evaluate(*made.program, {}).error(), cel::ErrorCode::bad_conversion);
    }

    void a_place_is_a_line_and_a_column_of_characters() {
        QCOMPARE(cel::line_and_column("a\nb\xC3\xBC"
                                      "c",
                                      5),
                 std::string("2:3"));
        QCOMPARE(cel::line_and_column("", 0), std::string("1:1"));
        QCOMPARE(cel::line_and_column("abc", 99), std::string("1:4"));
    }

    void a_program_says_which_slots_it_reads() {
        const auto made = cel::compile("supplier.orders > 1 && has(supplier.id)", names());
        QCOMPARE(made.program->slots(), (std::vector<cel::Slot>{1, 2}));
    }
};

QTEST_APPLESS_MAIN(TestProblems)
#include "tst_cel_problems.moc"
