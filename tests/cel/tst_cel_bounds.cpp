// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every expression ends: in size, depth, steps and memory.
#include "app/cel/evaluator.h"

#include <QTest>

namespace {

using cel::ErrorCode;
using cel::ProblemCode;

std::string times(std::size_t count, const std::string& text) {
    std::string all;
    for (std::size_t index = 0; index < count; ++index) {
        all += text;
    }
    return all;
}

std::optional<ProblemCode> problem(const std::string& source) {
    const auto made = cel::compile(source, {});
    return made.ok() ? std::nullopt : std::optional(made.problems.back().code);
}

cel::Value evaluated(const std::string& source, cel::Limits limits = {}) {
    const auto made = cel::compile(source, {});
    if (!made.ok()) {
        qFatal("%s", cel::describe(made.problems.front()).c_str());
    }
    cel::Evaluator evaluator(limits);
    cel::Trace trace;
    const cel::Value traced = evaluator.evaluate(*made.program, {}, trace);
    const cel::Value plain = evaluator.evaluate(*made.program, {});
    if (traced.kind() != plain.kind()) {
        qFatal("the trace changed the value");
    }
    return plain;
}

} // namespace

class TestBounds : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void depth_is_bounded() {
        QVERIFY(!problem(times(90, "(") + "1" + times(90, ")")));
        QCOMPARE(problem(times(5000, "(") + "1" + times(5000, ")")), ProblemCode::too_deep);
        QCOMPARE(problem(times(5000, "[")), ProblemCode::too_deep);
        QCOMPARE(problem(times(5000, "!") + "true"), ProblemCode::too_deep);
        QCOMPARE(problem("1" + times(5000, " + 1")), ProblemCode::too_deep);
        QCOMPARE(problem(times(5000, "true ? 1 : ") + "1"), ProblemCode::too_deep);
        QCOMPARE(problem("'a'" + times(5000, ".trim()")), ProblemCode::too_deep);
    }

    void a_rule_of_10_kB_is_fine() {
        const std::string rule = "false" + times(1000, " || 1 == 2");
        QVERIFY(rule.size() > 10'000);
        QVERIFY(evaluated(rule).is_false());
    }

    void length_is_bounded() {
        QCOMPARE(problem(std::string(70'000, ' ') + "1"), ProblemCode::too_long);
        QCOMPARE(problem("[" + times(25'000, "1,") + "1]"), ProblemCode::too_long);
    }

    void steps_are_bounded_and_the_end_is_not_absorbed() {
        const std::string hundred = "[" + times(100, "1,") + "1]";
        const std::string loops = hundred + ".all(a, " + hundred + ".all(b, " + hundred + ".all(c, a + b + c > 0)))";
        QCOMPARE(evaluated(loops).error(), ErrorCode::too_many_steps);
        QCOMPARE(evaluated(loops + " || true").error(), ErrorCode::too_many_steps);
        QCOMPARE(evaluated("!(" + loops + ") && false").error(), ErrorCode::too_many_steps);
    }

    void memory_is_bounded() {
        const std::string doubled = "[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20].map(a, "
                                    "[1,2,3,4,5,6,7,8,9,10].map(b, ['" +
                                    std::string(1000, 'x') + "'].map(c, c + c)))";
        QCOMPARE(evaluated(doubled, {1'000'000, 64U * 1024U}).error(), ErrorCode::too_much_memory);
        QVERIFY(evaluated(doubled, {1'000'000, 4096U * 1024U}).is(cel::Kind::list));
    }

    void a_pattern_of_the_data_is_bounded() {
        const std::string text(20'000, 'a');
        QCOMPARE(evaluated("'" + text + "'.matches(['(a*)*(a*)*(a*)*b{900}'][0])").error(), ErrorCode::too_many_steps);
        QCOMPARE(evaluated("'a'.matches(['('][0])").error(), ErrorCode::bad_pattern);
    }

    void an_evaluator_is_used_again_and_again() {
        const auto made = cel::compile("['a', 'b'].map(x, x + x)", {});
        cel::Evaluator evaluator({1000, 4096});
        for (int round = 0; round < 10'000; ++round) {
            QCOMPARE(evaluator.evaluate(*made.program, {}).size(), 2U);
        }
    }

    void a_row_that_is_shorter_or_of_other_kinds_gives_errors() {
        cel::Environment names;
        names.declare("one", cel::Kind::integer);
        names.declare("two", cel::Kind::integer);
        const auto made = cel::compile("one + two", names);
        cel::Evaluator evaluator;
        const cel::Value one[] = {cel::Value::integer(1)};
        QCOMPARE(evaluator.evaluate(*made.program, one).error(), ErrorCode::unknown_value);
        const cel::Value odd[] = {cel::Value::integer(1), cel::Value::string("2")};
        QCOMPARE(evaluator.evaluate(*made.program, odd).error(), ErrorCode::no_such_overload);
        const cel::Value bad[] = {cel::Value::integer(1), cel::Value::error(ErrorCode::two_currencies)};
        QCOMPARE(evaluator.evaluate(*made.program, bad).error(), ErrorCode::two_currencies);
        QCOMPARE(evaluator.evaluate(*made.program, bad).place(), (cel::Place{6, 9}));
    }
};

QTEST_APPLESS_MAIN(TestBounds)
#include "tst_cel_bounds.moc"
