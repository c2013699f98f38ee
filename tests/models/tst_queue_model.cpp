// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/queue/queue_model.h"
#include "models/queue/urgency.h"

#include "app/domain/names.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <set>
#include <sstream>

using models::queue::QueueModel;
using ports::CaseState;

namespace {

const char* const state_names[] = {"open",    "decided", "second",      "doubt",  "executed", "rejected",
                                   "expired", "failed",  "rolled_back", "partly", "withdrawn"};

/// One case drawn as "name tier state opened expires", times in minutes, "-" for no deadline, "50/20" where the policy
/// wants an answer at 20, "!" behind the name for
/// versions that contradict each other.
ports::CaseRow drawn(const std::string& line) {
    std::istringstream in(line);
    std::string name;
    std::string tier;
    std::string state;
    int opened = 0;
    std::string expires;
    ports::CaseRow row;
    in >> name >> tier >> state >> opened >> expires;
    if (std::string agent; in >> agent) { // and the agent, where alike cases matter
        row.agent = domain::AgentId(agent);
        row.counterpart = domain::UntrustedText("Nordlicht");
        row.codes = {"over_contract_price"};
        row.gross = domain::from_decimal("10.50", domain::Currency::from_code("EUR").value()).value();
    }
    row.conflict = name.back() == '!';
    row.key = {domain::SourceId("s"), domain::TransactionId(row.conflict ? name.substr(0, name.size() - 1) : name)};
    row.tier = domain::from_name<domain::Tier>(tier).value();
    for (std::size_t i = 0; i < std::size(state_names); ++i) {
        if (state == state_names[i]) {
            row.state = static_cast<CaseState>(i);
        }
    }
    row.opened = base::Instant{std::chrono::minutes(opened)};
    if (const std::size_t slash = expires.find('/'); slash != std::string::npos) {
        row.answer_by = base::Instant{std::chrono::minutes(std::stoi(expires.substr(slash + 1)))};
        expires.resize(slash);
    }
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
        const models::queue::Group* group = model.group_at(row);
        names += group != nullptr
                     ? QStringLiteral("[%1]").arg(group->count)
                     : QString::fromUtf8(model.index(row).data(models::queue::transaction_role).toByteArray());
    }
    return names.join(QLatin1Char(' '));
}

models::queue::Words words() {
    return {[](const ports::CaseRow& row) { return QString::fromStdString(row.key.id.bytes()); },
            [](const models::queue::Group& group) { return QString::number(group.count); }};
}

/// Lines of as many alike cases of one agent as wanted.
std::string alike(const std::string& agent, int count, const std::string& tier = "confirm") {
    std::string lines;
    for (int i = 0; i < count; ++i) {
        lines +=
            agent + std::to_string(100 + i) + " " + tier + " open " + std::to_string(10 + i) + " 50 " + agent + "\n";
    }
    return lines;
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
    void the_order_can_be_chosen_data();
    void the_order_can_be_chosen();
    void alike_cases_are_one_row_and_the_worst_stands_alone();
    void cases_of_one_matter_are_one_row_from_three_on();
    void a_group_says_how_many_and_how_much();
    void a_group_opens_and_closes_where_it_stands();
    void what_is_in_doubt_is_never_hidden_in_a_group();
    void a_flood_of_one_agent_is_one_row();
    void a_hidden_case_can_be_revealed();
    void a_group_is_chosen_whole_from_its_head_and_from_its_members();
    void a_chosen_group_knows_what_is_alike_and_not_among_it();
    void a_group_says_how_many_nobody_holds();
    void the_cursor_stays_on_its_group();
    void a_random_shift_keeps_the_model_whole();
    void fifty_thousand_cases_are_all_there();
};

void TestQueueModel::the_order_can_be_chosen_data() {
    QTest::addColumn<int>("order");
    QTest::addColumn<QString>("rows");
    QTest::newRow("by risk") << static_cast<int>(models::queue::Order::risk) << "b c a d";
    QTest::newRow("by waiting time") << static_cast<int>(models::queue::Order::waiting) << "a c b d";
    QTest::newRow("by deadline") << static_cast<int>(models::queue::Order::deadline) << "c b a d";
}

void TestQueueModel::the_order_can_be_chosen() {
    QFETCH(int, order);
    QueueModel model(words());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.set_cases(drawn_all("a confirm open 1 -\nb blocked open 9 60\nc sign_off open 5 20\nd blocked executed 0 1"));
    model.set_order(static_cast<models::queue::Order>(order), model.row_at(3).key);
    QTEST(draw(model), "rows");
}

void TestQueueModel::alike_cases_are_one_row_and_the_worst_stands_alone() {
    QueueModel model(words());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.set_cases(drawn_all(alike("x", 6) + "x999 blocked open 40 50 x\n" + alike("y", 3) + "z sign_off open 1 2"));
    // The blocked one is of the same kind and not among them; three are too few for a group.
    QCOMPARE(draw(model), QStringLiteral("x999 z [6] y100 y101 y102"));
}

void TestQueueModel::cases_of_one_matter_are_one_row_from_three_on() {
    const auto of_matter = [](const std::string& lines) {
        auto rows = drawn_all(lines);
        for (std::size_t row = 0; row < rows.size(); ++row) {
            rows[row].codes = row % 2 == 0 ? std::vector<std::string>{"policy_stops", "one_matter"}
                                           : std::vector<std::string>{"amount_over_tier", "one_matter"};
        }
        return rows;
    };
    QueueModel model(words());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.set_cases(of_matter(alike("x", 3) + alike("y", 2)));   // the platform's own findings may differ
    QCOMPARE(draw(model), QStringLiteral("x100 y100 [2] y101")); // at the place of the worst in it
    QCOMPARE(model.group_at(2)->code, std::string("one_matter"));
    model.toggle_group(2);
    QCOMPARE(draw(model), QStringLiteral("x100 y100 [2] x101 x102 y101")); // nothing of it is hidden
}

void TestQueueModel::a_group_says_how_many_and_how_much() {
    QueueModel model(words());
    model.set_cases(drawn_all(alike("x", 5)));
    model.hold_new_back(true);
    const models::queue::Group* group = model.group_at(1);
    QVERIFY(group != nullptr && model.group_at(0) == nullptr);
    QCOMPARE(group->count, 4);
    QCOMPARE(group->sums.size(), std::size_t{1});
    QCOMPARE(domain::to_decimal(group->sums.front()), std::string("42.00"));
    QCOMPARE(group->code, std::string("over_contract_price"));
    QCOMPARE(group->agent.bytes(), std::string("x"));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.apply({drawn_all("x103 confirm rejected 13 50 x")}); // settled by somebody, inside of the group
    QCOMPARE(model.group_at(1)->count, 3);
    QCOMPARE(domain::to_decimal(model.group_at(1)->sums.front()), std::string("31.50"));
    QCOMPARE(changed.count(), 1);
    model.show_new();
    QCOMPARE(draw(model), QStringLiteral("x100 [3]"));
}

void TestQueueModel::a_group_opens_and_closes_where_it_stands() {
    QueueModel model(words());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.set_cases(drawn_all(alike("x", 4) + "z confirm open 90 95"));
    QCOMPARE(draw(model), QStringLiteral("x100 [3] z"));
    model.toggle_group(0); // a case has nothing to open
    model.toggle_group(1);
    QCOMPARE(draw(model), QStringLiteral("x100 [3] x101 x102 x103 z"));
    QVERIFY(model.is_member(2) && !model.is_member(0) && !model.is_member(5));
    model.toggle_group(1);
    QCOMPARE(draw(model), QStringLiteral("x100 [3] z"));
}

void TestQueueModel::what_is_in_doubt_is_never_hidden_in_a_group() {
    QueueModel model(words());
    model.set_cases(drawn_all(alike("x", 5) + "x777 confirm doubt 90 95 x\nx778! confirm open 91 95 x"));
    QCOMPARE(draw(model), QStringLiteral("x777 x778 x100 [4]"));
    model.hold_new_back(true);
    model.apply({drawn_all("x104 confirm doubt 14 50 x")}); // while it is hidden in the closed group
    QCOMPARE(model.group_at(3)->count, 3);
    QCOMPARE(model.new_count(), 1);
    model.show_new();
    QCOMPARE(draw(model), QStringLiteral("x104 x777 x778 x100 [3]"));
}

void TestQueueModel::a_flood_of_one_agent_is_one_row() {
    QueueModel model(words());
    std::string lines = alike("wild", 200);
    lines += "other sign_off open 1 2 other\n";
    auto rows = drawn_all(lines);
    for (std::size_t i = 0; i < 100; ++i) {
        rows[i].codes = {"unusual_amount"}; // two kinds of problem, one agent
    }
    model.set_cases(std::move(rows));
    QCOMPARE(draw(model), QStringLiteral("other wild100 [199]"));
    const models::queue::Group* flood = model.group_at(2);
    QVERIFY(flood->key.flood && flood->code.empty());
    QCOMPARE(flood->agent.bytes(), std::string("wild"));
    QCOMPARE(domain::to_decimal(flood->sums.front()), std::string("2089.50"));
}

void TestQueueModel::a_group_is_chosen_whole_from_its_head_and_from_its_members() {
    QueueModel model(words());
    model.set_cases(drawn_all(alike("x", 4) + "z confirm open 90 95"));
    model.hold_new_back(true);
    QCOMPARE(draw(model), QStringLiteral("x100 [3] z"));
    QVERIFY(!model.group_of(0) && !model.group_of(2) && !model.group_of(-1) && !model.group_of(3));
    const auto names = [&model](int row) {
        QStringList all;
        const auto chosen = model.group_of(row);
        for (const ports::CaseRow& each : chosen->rows) {
            all += QString::fromStdString(each.key.id.bytes());
        }
        return all.join(QLatin1Char(' '));
    };
    QCOMPARE(names(1), QStringLiteral("x101 x102 x103")); // in the order of work
    model.toggle_group(1);
    QCOMPARE(names(3), QStringLiteral("x101 x102 x103"));
    QVERIFY(model.group_around(3) == model.group_at(1) && model.group_around(0) == nullptr);
    // Decided in the meantime: still told, as what it is now.
    model.apply({drawn_all("x102 confirm rejected 12 50 x")});
    QCOMPARE(names(1), QStringLiteral("x101 x103 x102"));
    QCOMPARE(model.group_of(1)->rows.back().state, CaseState::rejected);
    model.show_new();
    QVERIFY(!model.group_of(1) || names(1) == QStringLiteral("x101 x103"));
}

void TestQueueModel::a_chosen_group_knows_what_is_alike_and_not_among_it() {
    QueueModel model(words());
    model.set_cases(drawn_all(alike("x", 5)));
    model.hold_new_back(true);
    model.apply({drawn_all("x900 confirm open 70 90 x\ny900 confirm open 70 90 y")});
    const auto chosen = model.group_of(1);
    QVERIFY(chosen && chosen->rows.size() == 4);
    const auto key = [](const char* id) {
        return domain::TransactionKey{domain::SourceId("s"), domain::TransactionId(id)};
    };
    QCOMPARE(chosen->apart, std::set{key("x100")}); // the most urgent one
    QCOMPARE(chosen->waiting, std::set{key("x900")});
    QVERIFY(models::queue::is_alike(drawn("x5 confirm open 1 2 x"), *chosen->key));
    QVERIFY(!models::queue::is_alike(drawn("x5 confirm open 1 2 y"), *chosen->key));
    QVERIFY(!models::queue::is_alike(drawn("x5 confirm rejected 1 2 x"), *chosen->key));
}

void TestQueueModel::a_group_says_how_many_nobody_holds() {
    QueueModel model(words());
    auto rows = drawn_all(alike("x", 5));
    rows[2].raised = true;
    rows[3].raised = true;
    model.set_cases(rows);
    model.hold_new_back(true);
    QCOMPARE(model.group_at(1)->raised, 2);
    rows[3].state = CaseState::acknowledged;
    model.apply({{rows[3]}});
    QCOMPARE(model.group_at(1)->raised, 1);
}

void TestQueueModel::a_hidden_case_can_be_revealed() {
    QueueModel model(words());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.set_cases(drawn_all(alike("x", 5)));
    const domain::TransactionKey hidden{domain::SourceId("s"), domain::TransactionId("x103")};
    QVERIFY(!model.row_of(hidden));
    model.reveal(hidden);
    QCOMPARE(model.row_of(hidden), std::optional<int>(4));
    model.reveal({domain::SourceId("s"), domain::TransactionId("nobody")});
    QCOMPARE(model.rowCount(), 6);
}

void TestQueueModel::the_cursor_stays_on_its_group() {
    QueueModel model(words());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.set_cases(drawn_all(alike("x", 5)));
    const QPersistentModelIndex cursor = model.index(1);
    model.hold_new_back(true);
    model.apply({drawn_all("new blocked open 30 50\n" + alike("y", 4, "sign_off"))});
    model.show_new();
    QCOMPARE(draw(model), QStringLiteral("new y100 [3] x100 [4]"));
    QCOMPARE(cursor.row(), 4);
}

/// Whatever comes in whatever order: no case is lost or shown twice, and the tester finds nothing.
void TestQueueModel::a_random_shift_keeps_the_model_whole() {
    QueueModel model(words());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    std::uint32_t state = 20260302;
    const auto draw_number = [&state](std::uint32_t below) {
        state = state * 1664525U + 1013904223U;
        return (state >> 8) % below;
    };
    const char* tiers[] = {"confirm", "sign_off", "blocked"};
    const char* states[] = {"open", "open", "open", "doubt", "executed", "rejected"};
    model.set_cases(drawn_all(alike("x", 12)));
    for (int turn = 0; turn < 400; ++turn) {
        model.hold_new_back(draw_number(3) != 0);
        const std::string agent(1, static_cast<char>('x' + draw_number(3)));
        model.apply({drawn_all(agent + std::to_string(100 + draw_number(40)) + " " + tiers[draw_number(3)] + " " +
                               states[draw_number(6)] + " " + std::to_string(draw_number(90)) + " 99 " + agent)});
        if (draw_number(4) == 0 && model.rowCount() > 0) {
            model.toggle_group(static_cast<int>(draw_number(static_cast<std::uint32_t>(model.rowCount()))));
        }
        if (draw_number(5) == 0) {
            model.set_order(static_cast<models::queue::Order>(draw_number(3)));
        }
        std::set<std::string> seen;
        int hidden = 0;
        for (int row = 0; row < model.rowCount(); ++row) {
            if (const auto* group = model.group_at(row)) {
                hidden += group->open ? 0 : group->count;
            } else {
                QVERIFY(seen.insert(model.row_at(row).key.id.bytes()).second);
                QCOMPARE(model.row_of(model.row_at(row).key), std::optional<int>(row));
            }
        }
        QVERIFY(static_cast<int>(seen.size()) + hidden + model.new_count() >= model.open_count());
    }
}

void TestQueueModel::fifty_thousand_cases_are_all_there() {
    QueueModel model(words());
    std::vector<ports::CaseRow> rows;
    for (int i = 0; i < 50'000; ++i) {
        ports::CaseRow row = drawn("c" + std::to_string(i) + " confirm open " + std::to_string(i % 997) + " 2000 a");
        row.agent = domain::AgentId("agent-" + std::to_string(i % 5000)); // ten of each: below a flood
        rows.push_back(std::move(row));
    }
    model.set_cases(std::move(rows));
    QCOMPARE(model.rowCount(), 10'000); // the worst of each agent, and the others in one row
    QCOMPARE(model.open_count(), 50'000);
    model.hold_new_back(true);
    for (int i = 0; i < 2'000; ++i) {
        model.apply({{drawn("n" + std::to_string(i) + " sign_off open 5 6")}});
    }
    QCOMPARE(model.new_count(), 2'000);
    model.show_new();
    QCOMPARE(model.rowCount(), 12'000);
    QCOMPARE(model.row_at(0).tier, domain::Tier::sign_off);
}

void TestQueueModel::urgent_cases_come_first_data() {
    QTest::addColumn<QString>("cases");
    QTest::addColumn<QString>("order");
    QTest::newRow("the higher tier first") << "a confirm open 0 50\nb dual_sign_off open 0 50\nc sign_off open 0 50"
                                           << "b c a";
    QTest::newRow("then the nearer deadline") << "a confirm open 0 50\nb confirm open 0 20\nc confirm open 0 -"
                                              << "b a c";
    QTest::newRow("the policy's time to answer where it is sooner than the platform's end")
        << "a confirm open 0 50\nb confirm open 0 90/20\nc confirm open 0 30/95"
        << "b c a";
    QTest::newRow("the policy's time to answer where the platform has no end")
        << "a confirm open 0 50\nb confirm open 0 -/20"
        << "b a";
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
