// SPDX-License-Identifier: GPL-3.0-or-later
//
// The public conformance cases (github.com/google/cel-spec). What is outside of the subset is listed by name and reason
// in outside_the_subset.txt; a case that is listed and works, or fails and is not listed, fails here.
#include "app/cel/evaluator.h"
#include "tests/cel/conformance_case.h"

#include <QFile>
#include <QTest>

namespace {

QHash<QString, QString> outside() {
    QHash<QString, QString> reasons;
    QFile file(QStringLiteral(REEVE_SOURCE_DIR "/tests/cel/outside_the_subset.txt"));
    if (file.open(QIODevice::ReadOnly)) {
        for (const QString& line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
            if (!line.startsWith(u'#')) {
                reasons[line.section(u'\t', 0, 0)] = line.section(u'\t', 1);
            }
        }
    }
    return reasons;
}

/// What went wrong, or nothing.
QString run(const ConformanceCase& one) {
    cel::Arena arena;
    cel::Environment environment;
    std::vector<cel::Value> row;
    declare(one, environment, row, arena);
    cel::CompileOptions options;
    options.check_types = one.check_types;
    const cel::Compilation made = cel::compile(one.expression, environment, options);
    if (!made.ok()) {
        return QStringLiteral("does not compile: ") + QString::fromStdString(cel::describe(made.problems.back()));
    }
    cel::Evaluator evaluator;
    const cel::Value value = evaluator.evaluate(*made.program, row);
    const cel::Value expected = value_from(one.expected, arena);
    const QString shown = QString::fromStdString(cel::to_text(value));
    if (one.expects_error) {
        return value.is_error() ? QString() : QStringLiteral("no error but ") + shown;
    }
    if (!identical(value, expected)) {
        return shown + QStringLiteral(" instead of ") + QString::fromStdString(cel::to_text(expected));
    }
    // With a trace it must be the same value.
    cel::Trace trace;
    const cel::Value again = evaluator.evaluate(*made.program, row, trace);
    return identical(again, expected) ? QString() : QStringLiteral("another value with a trace");
}

} // namespace

class TestConformance : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        cases_ = conformance_cases(QStringLiteral(REEVE_SOURCE_DIR "/../shared/data/cel-conformance"));
        if (cases_.empty()) {
            QSKIP("the public conformance cases are not on this machine (../shared/data/cel-conformance)");
        }
        QCOMPARE(cases_.size(), std::size_t{929});
    }

    void at_least_95_of_100_cases_without_messages_pass() {
        const QHash<QString, QString> listed = outside();
        int needed = 0;
        int passed = 0;
        int messages = 0;
        QStringList surprises;
        for (const ConformanceCase& one : cases_) {
            const QString trouble = run(one);
            needed += one.needs_messages ? 0 : 1;
            messages += one.needs_messages ? 1 : 0;
            passed += !one.needs_messages && trouble.isEmpty() ? 1 : 0;
            if (trouble.isEmpty() == listed.contains(one.name)) {
                surprises.append(one.name + QStringLiteral(": ") +
                                 (trouble.isEmpty() ? QStringLiteral("works, but is listed as outside") : trouble));
            }
        }
        qInfo("%zu cases: %d need protobuf messages or wrapper types (outside), %d do not: %d of them pass, %d do not",
              cases_.size(), messages, needed, passed, needed - passed);
        QVERIFY2(surprises.isEmpty(), qPrintable(u'\n' + surprises.join(u'\n')));
        QVERIFY(needed > 800);
        QVERIFY(passed * 100 >= needed * 95);
    }

    void every_name_on_the_list_is_a_case_and_has_a_reason() {
        const QHash<QString, QString> listed = outside();
        QVERIFY(!listed.isEmpty());
        for (auto entry = listed.begin(); entry != listed.end(); ++entry) {
            QVERIFY2(!entry.value().trimmed().isEmpty(), qPrintable(entry.key()));
            QVERIFY2(
                std::any_of(cases_.begin(), cases_.end(), [&](const auto& one) { return one.name == entry.key(); }),
                qPrintable(entry.key()));
        }
    }

private:
    std::vector<ConformanceCase> cases_;
};

QTEST_APPLESS_MAIN(TestConformance)
#include "tst_cel_conformance.moc"
