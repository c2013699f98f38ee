// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/queue/queue_model.h"
#include "models/queue/urgency.h"

#include "app/domain/names.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <sstream>

using models::queue::QueueModel;
using ports::CaseState;

namespace {

const char* const state_names[] = {"open",    "decided", "second",      "doubt",  "executed", "rejected",
                                   "expired", "failed",  "rolled_back", "partly", "withdrawn"};

/// One case drawn as "name tier state opened expires", times in minutes, "-" for no deadline, "!" behind the name for
/// versions that contradict each other.
ports::CaseRow drawn(const std::string& line) {
    std::istringstream in(line);
    std::string name;
    std::string tier;
    std::string state;
    int opened = 0;
    std::string expires;
    in >> name >> tier >> state >> opened >> expires;
    ports::CaseRow row;
    row.conflict = name.back() == '!';
    row.key = {domain::SourceId("s"), domain::TransactionId(row.conflict ? name.substr(0, name.size() - 1) : name)};
    row.tier = domain::from_name<domain::Tier>(tier).value();
    for (std::size_t i = 0; i < std::size(state_names); ++i) {
        if (state == state_names[i]) {
            row.state = static_cast<CaseState>(i);
        }
    }
    row.opened = base::Instant{std::chrono::minutes(opened)};
    if (expires != "-") {
        row.expires = base::Instant{std::chrono::minutes(std::stoi(expires))};
    }
    return row;
}

std::vector<ports::CaseRow> drawn_all(const std::string& lines) {
    std::vector<ports::CaseRow> rows;
    std::istringstream in(lines);
    for (std::string line; std::getline(in, line);) {
        if (!line.empty()) {
            rows.push_back(drawn(line));
        }
    }
    return rows;
}

QString draw(const QueueModel& model) {
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row) {
        names += QString::fromUtf8(model.index(row).data(models::queue::transaction_role).toByteArray());
    }
    return names.join(QLatin1Char(' '));
}

models::queue::Words words() {
    return {[](const ports::CaseRow& row) { return QString::fromStdString(row.key.id.bytes()); }};
}

} // namespace

class TestQueueModel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void urgent_cases_come_first_data();
    void urgent_cases_come_first();
    void new_cases_wait_while_somebody_works();
    void a_changed_case_stays_where_it_is();
    void settled_cases_leave_only_when_asked();
    void the_cursor_stays_on_its_case();
    void what_settled_before_anybody_saw_it_is_not_shown();
    void counts_speak_of_what_waits_too();
    void every_state_is_either_open_or_not();
};

void TestQueueModel::urgent_cases_come_first_data() {
    QTest::addColumn<QString>("cases");
    QTest::addColumn<QString>("order");
    QTest::newRow("the higher tier first") << "a confirm open 0 50\nb dual_sign_off open 0 50\nc sign_off open 0 50"
                                           << "b c a";
    QTest::newRow("then the nearer deadline") << "a confirm open 0 50\nb confirm open 0 20\nc confirm open 0 -"
                                              << "b a c";
    QTest::newRow("then the longer wait") << "a confirm open 9 50\nb confirm open 3 50\nc confirm open 5 50"
                                          << "b c a";
    QTest::newRow("what is in doubt before any tier") << "a blocked open 0 1\nb confirm doubt 0 90"
                                                      << "b a";
    QTest::newRow("contradictions before any tier") << "a blocked open 0 1\nb! confirm open 0 90"
                                                    << "b a";
    QTest::newRow("half undone before any tier") << "a blocked open 0 1\nb confirm partly 0 90"
                                                 << "b a";
    QTest::newRow("what needs nobody last") << "a blocked executed 0 1\nb confirm open 0 90\nc blocked decided 0 2"
                                            << "b a c";
    QTest::newRow("equal cases by name") << "b confirm open 0 1\na confirm open 0 1"
                                         << "a b";
}

void TestQueueModel::urgent_cases_come_first() {
    QFETCH(QString, cases);
    QueueModel model(words());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.set_cases(drawn_all(cases.toStdString()));
    QTEST(draw(model), "order");
}

void TestQueueModel::new_cases_wait_while_somebody_works() {
    QueueModel model(words());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.set_cases(drawn_all("a confirm open 5 50\nb confirm open 6 50"));
    model.hold_new_back(true);
    model.apply({drawn_all("c blocked open 7 8\nd confirm open 1 50")});
    model.apply({drawn_all("c blocked open 7 9")}); // changed while it waits
    QCOMPARE(draw(model), QStringLiteral("a b"));
    QCOMPARE(model.new_count(), 2);
    model.show_new();
    QCOMPARE(draw(model), QStringLiteral("c d a b"));
    QCOMPARE(model.new_count(), 0);
    model.hold_new_back(false);
    model.apply({drawn_all("e dual_sign_off open 8 50")});
    QCOMPARE(draw(model), QStringLiteral("c e d a b")); // nobody at work: sorted in at once
}

void TestQueueModel::a_changed_case_stays_where_it_is() {
    QueueModel model(words());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.set_cases(drawn_all("a sign_off open 5 50\nb confirm open 6 50"));
    model.hold_new_back(true);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy moved(&model, &QAbstractItemModel::layoutChanged);
    model.apply({drawn_all("b blocked open 6 7")});
    QCOMPARE(draw(model), QStringLiteral("a b"));
    QCOMPARE(model.row_at(1).tier, domain::Tier::blocked);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(moved.count(), 0);
    model.show_new();
    QCOMPARE(draw(model), QStringLiteral("b a"));
}

void TestQueueModel::settled_cases_leave_only_when_asked() {
    QueueModel model(words());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.set_cases(drawn_all("a confirm open 1 50\nb confirm open 2 50\nc confirm open 3 50"));
    model.hold_new_back(true);
    model.apply({drawn_all("a confirm executed 1 50\nb confirm rejected 2 50")});
    QCOMPARE(draw(model), QStringLiteral("a b c"));
    QCOMPARE(model.settled_count(), 2);
    model.show_new(model.row_at(1).key);
    QCOMPARE(draw(model), QStringLiteral("c b")); // the one that is looked at stays, at its place in the order
}

void TestQueueModel::the_cursor_stays_on_its_case() {
    QueueModel model(words());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.set_cases(drawn_all("a confirm open 1 50\nb confirm open 2 50"));
    const QPersistentModelIndex cursor = model.index(1);
    model.hold_new_back(true);
    model.apply({drawn_all("c blocked open 3 50\nd sign_off open 4 50")});
    model.show_new();
    QCOMPARE(draw(model), QStringLiteral("c d a b"));
    QVERIFY(cursor.isValid());
    QCOMPARE(cursor.row(), 3);
    QCOMPARE(model.row_of(model.row_at(3).key), std::optional<int>(3));
}

void TestQueueModel::what_settled_before_anybody_saw_it_is_not_shown() {
    QueueModel model(words());
    model.hold_new_back(true);
    model.apply({drawn_all("a confirm open 1 50")});
    model.apply({drawn_all("a confirm expired 1 50")});
    QCOMPARE(model.new_count(), 0);
    model.show_new();
    QCOMPARE(model.rowCount(), 0);
}

void TestQueueModel::counts_speak_of_what_waits_too() {
    QueueModel model(words());
    model.set_cases(drawn_all("a confirm open 1 50\nb confirm executed 2 50"));
    model.hold_new_back(true);
    model.apply({drawn_all("c confirm open 30 50\nd confirm open 31 50")});
    QCOMPARE(model.open_count(), 3);
    QCOMPARE(model.opened_since(base::Instant{std::chrono::minutes(30)}), 2);
}

void TestQueueModel::every_state_is_either_open_or_not() {
    for (int state = 0; state <= static_cast<int>(CaseState::withdrawn); ++state) {
        const auto each = static_cast<CaseState>(state);
        QVERIFY(!(models::queue::needs_person(each) && models::queue::is_settled(each)));
    }
}

QTEST_GUILESS_MAIN(TestQueueModel)
#include "tst_queue_model.moc"
