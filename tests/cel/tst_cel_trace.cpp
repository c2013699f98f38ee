// SPDX-License-Identifier: GPL-3.0-or-later
//
// The trace is the explanation: every sub-expression with what it saw, failed of, or was spared.
#include "app/cel/evaluator.h"

#include <QTest>

namespace {

using cel::Kind;
using cel::Type;
using cel::Value;

class Subject {
public:
    Subject() {
        shape_ = std::make_shared<const cel::RecordShape>(
            cel::RecordShape{"line", {{"item", Kind::string, {}}, {"pieces", Kind::integer, {}}}});
        names_.declare("gross", Kind::money);
        names_.declare("supplier.id", Kind::string);
        names_.declare("supplier.orders", Kind::integer);
        names_.declare("lines", Type::list(Type::record(shape_)));
        const Value first[] = {Value::string("A"), Value::integer(2)};
        const Value second[] = {Value::string("B"), Value::integer(7)};
        const Value third[] = {Value::string("C"), Value()};
        const Value lines[] = {arena_.record(*shape_, first), arena_.record(*shape_, second),
                               arena_.record(*shape_, third)};
        row_ = {Value::money({1'240'000, domain::Currency::from_code("EUR").value()}), Value(), Value::integer(4),
                arena_.list(lines)};
    }

    /// One line for each step that is no literal: "  " by depth, the text, what it came to.
    QStringList explain(const char* source, Value* whole = nullptr) {
        const auto made = cel::compile(source, names_);
        if (!made.ok()) {
            return {QString::fromStdString(cel::describe(made.problems.front()))};
        }
        cel::Trace trace;
        const Value value = evaluator_.evaluate(*made.program, row_, trace);
        if (whole != nullptr) {
            *whole = value;
        }
        QStringList lines;
        for (const cel::Step& step : trace.steps(*made.program)) {
            if (step.literal) {
                continue;
            }
            const std::string text = made.program->source().substr(step.place.begin, step.place.end - step.place.begin);
            const QString outcome = step.outcome == cel::Step::Outcome::skipped
                                        ? QStringLiteral("skipped")
                                        : QString::fromStdString(cel::to_text(step.value));
            lines.append(QString(step.depth * 2, u' ') + QString::fromStdString(text) + QStringLiteral(" = ") +
                         outcome);
        }
        return lines;
    }

private:
    cel::Arena arena_;
    std::shared_ptr<const cel::RecordShape> shape_;
    cel::Environment names_;
    std::vector<Value> row_;
    cel::Evaluator evaluator_;
};

} // namespace

class TestTrace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void every_part_has_its_value() {
        Subject subject;
        QCOMPARE(
            subject.explain("gross > money('10000.00 EUR') && supplier.orders < 3 + 2"),
            (QStringList{QStringLiteral("gross > money('10000.00 EUR') && supplier.orders < 3 + 2 = true"),
                         QStringLiteral("  gross > money('10000.00 EUR') = true"),
                         QStringLiteral("    gross = 12400.00 EUR"), QStringLiteral("  supplier.orders < 3 + 2 = true"),
                         QStringLiteral("    supplier.orders = 4"), QStringLiteral("    3 + 2 = 5")}));
    }

    void what_the_other_side_decided_is_skipped() {
        Subject subject;
        QCOMPARE(
            subject.explain("supplier.orders > 9 && gross > money('1 EUR')"),
            (QStringList{QStringLiteral("supplier.orders > 9 && gross > money('1 EUR') = false"),
                         QStringLiteral("  supplier.orders > 9 = false"), QStringLiteral("    supplier.orders = 4"),
                         QStringLiteral("  gross > money('1 EUR') = skipped"), QStringLiteral("    gross = skipped")}));
    }

    void an_error_is_shown_where_it_arose_and_may_be_absorbed() {
        Subject subject;
        Value whole;
        QCOMPARE(
            subject.explain("supplier.id == 'x' || supplier.orders == 4", &whole),
            (QStringList{QStringLiteral("supplier.id == 'x' || supplier.orders == 4 = true"),
                         QStringLiteral("  supplier.id == 'x' = error: unknown_value"),
                         QStringLiteral("    supplier.id = error: unknown_value"),
                         QStringLiteral("  supplier.orders == 4 = true"), QStringLiteral("    supplier.orders = 4")}));
        QVERIFY(whole.is_true());
    }

    void an_error_that_nothing_absorbs_keeps_its_place() {
        Subject subject;
        Value whole;
        static_cast<void>(subject.explain("supplier.orders == 4 && supplier.id == 'x'", &whole));
        QCOMPARE(whole.error(), cel::ErrorCode::unknown_value);
        QCOMPARE(whole.place(), (cel::Place{24, 35}));
    }

    void a_name_without_a_value_can_be_asked_for() {
        Subject subject;
        QCOMPARE(subject.explain("has(supplier.id) || has(supplier.orders)"),
                 (QStringList{QStringLiteral("has(supplier.id) || has(supplier.orders) = true"),
                              QStringLiteral("  has(supplier.id) = false"),
                              QStringLiteral("  has(supplier.orders) = true")}));
    }

    void a_loop_shows_the_item_that_decided() {
        Subject subject;
        QCOMPARE(subject.explain("lines.exists(l, l.pieces > 5)"),
                 (QStringList{QStringLiteral("lines.exists(l, l.pieces > 5) = true"),
                              QStringLiteral("  lines = [line{item: \"A\", pieces: 2}, line{item: \"B\", pieces: 7}, "
                                             "line{item: \"C\"}]"),
                              QStringLiteral("  l.pieces > 5 = true"), QStringLiteral("    l.pieces = 7"),
                              QStringLiteral("      l = line{item: \"B\", pieces: 7}")}));
    }

    void a_field_without_a_value_is_an_error_unless_asked_for() {
        Subject subject;
        Value whole;
        static_cast<void>(subject.explain("lines.all(l, l.pieces > 0)", &whole));
        QCOMPARE(whole.error(), cel::ErrorCode::unknown_value);
        static_cast<void>(subject.explain("lines.all(l, !has(l.pieces) || l.pieces > 0)", &whole));
        QVERIFY(whole.is_true());
    }

    void only_the_branch_taken_is_looked_at() {
        Subject subject;
        QCOMPARE(subject.explain("supplier.orders > 3 ? gross : gross * 2"),
                 (QStringList{QStringLiteral("supplier.orders > 3 ? gross : gross * 2 = 12400.00 EUR"),
                              QStringLiteral("  supplier.orders > 3 = true"), QStringLiteral("    supplier.orders = 4"),
                              QStringLiteral("  gross = 12400.00 EUR"), QStringLiteral("  gross * 2 = skipped"),
                              QStringLiteral("    gross = skipped")}));
    }

    void lists_are_picked_and_changed() {
        Subject subject;
        Value whole;
        static_cast<void>(subject.explain("lines.filter(l, l.item < 'C').map(l, l.pieces * 10)", &whole));
        QCOMPARE(cel::to_text(whole), std::string("[20, 70]"));
        static_cast<void>(subject.explain("lines.map(l, has(l.pieces), l.item + '!')", &whole));
        QCOMPARE(cel::to_text(whole), std::string("[\"A!\", \"B!\"]"));
    }
};

QTEST_APPLESS_MAIN(TestTrace)
#include "tst_cel_trace.moc"
