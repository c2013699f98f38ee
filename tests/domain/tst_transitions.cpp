// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/event_type.h"
#include "app/domain/names.h"

#include <QTest>

#include <set>

using domain::DecisionState;
using domain::TransactionState;

/// The tables of what may follow what, checked against the same rules drawn as text.
class TestTransitions : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_decision_follows_the_table();
    void final_decisions_stay();
    void what_is_in_doubt_is_settled_only_by_an_answer();
    void a_transaction_follows_the_table();
    void every_event_type_has_one_name();
    void a_rollback_is_done_only_when_every_step_is_data();
    void a_rollback_is_done_only_when_every_step_is();
};

namespace {

constexpr int decision_states = static_cast<int>(DecisionState::not_applied) + 1;
constexpr int transaction_states = static_cast<int>(TransactionState::expired) + 1;

template <class State>
std::set<std::string> followers(State from, int count) {
    std::set<std::string> names;
    for (int to = 0; to < count; ++to) {
        if (domain::may_follow(from, static_cast<State>(to))) {
            names.insert(std::string(domain::name_of(static_cast<State>(to))));
        }
    }
    return names;
}

std::set<std::string> words(const char* text) {
    std::set<std::string> all;
    for (const QByteArray& word : QByteArray(text).split(' ')) {
        if (!word.isEmpty()) {
            all.insert(word.toStdString());
        }
    }
    return all;
}

} // namespace

void TestTransitions::a_decision_follows_the_table() {
    using enum DecisionState;
    const std::pair<DecisionState, const char*> table[] = {
        {drafted, "refused awaiting_second signed held withdrawn"},
        {refused, ""},
        {awaiting_second, "signed held withdrawn void not_applied"},
        {signed_, "sent executed void not_applied"},
        {held, "withdrawn signed sent void"},
        {withdrawn, ""},
        {sent, "accepted refused_by_gateway executed failed not_applied void in_doubt"},
        {accepted, "executed failed not_applied void"},
        {refused_by_gateway, ""},
        {in_doubt, "accepted refused_by_gateway executed failed not_applied void sent"},
        {executed, ""},
        {failed, "executed"},
        {void_, ""},
        {not_applied, ""},
    };
    QCOMPARE(static_cast<int>(std::size(table)), decision_states);
    for (const auto& [from, expected] : table) {
        QCOMPARE(followers(from, decision_states), words(expected));
    }
}

void TestTransitions::final_decisions_stay() {
    for (int state = 0; state < decision_states; ++state) {
        const auto from = static_cast<DecisionState>(state);
        // A failed decision can still be mended by a retry of the platform; every other final state is the end.
        if (domain::is_final(from) && from != DecisionState::failed) {
            QVERIFY(followers(from, decision_states).empty());
        } else {
            QVERIFY(!followers(from, decision_states).empty());
        }
    }
}

void TestTransitions::what_is_in_doubt_is_settled_only_by_an_answer() {
    QVERIFY(domain::is_unsettled(DecisionState::sent));
    QVERIFY(domain::is_unsettled(DecisionState::in_doubt));
    QVERIFY(!domain::may_follow(DecisionState::in_doubt, DecisionState::withdrawn));
    QVERIFY(!domain::may_follow(DecisionState::sent, DecisionState::withdrawn));
}

void TestTransitions::a_transaction_follows_the_table() {
    using enum TransactionState;
    const std::pair<TransactionState, const char*> table[] = {
        {requested, "held executing completed failed in_doubt cancelled expired"},
        {held, "requested executing failed cancelled expired"},
        {executing, "completed failed in_doubt cancelled"},
        {completed, "returned cancelled"},
        {failed, "executing cancelled"},
        {in_doubt, "completed failed returned cancelled"},
        {returned, ""},
        {cancelled, ""},
        {expired, ""},
    };
    QCOMPARE(static_cast<int>(std::size(table)), transaction_states);
    for (const auto& [from, expected] : table) {
        QCOMPARE(followers(from, transaction_states), words(expected));
    }
}

void TestTransitions::every_event_type_has_one_name() {
    std::set<std::string_view> names;
    for (int number = 1; number <= domain::event_type_count; ++number) {
        const auto type = static_cast<domain::EventType>(number);
        names.insert(domain::type_name(type));
        QCOMPARE(domain::event_type(domain::type_name(type)), std::optional(type));
    }
    QCOMPARE(static_cast<int>(names.size()), domain::event_type_count);
    QVERIFY(!domain::event_type("dev.reeve.transaction.requested.v2"));
}

void TestTransitions::a_rollback_is_done_only_when_every_step_is_data() {
    QTest::addColumn<QByteArray>("steps");
    QTest::addColumn<QByteArray>("state");
    const auto row = [](const char* name, const char* steps, const char* state) {
        QTest::newRow(name) << QByteArray(steps) << QByteArray(state);
    };
    row("nothing began", "planned planned", "planned");
    row("one of two is done", "done planned", "running");
    row("the first is under way", "running planned", "running");
    row("all are done", "done done", "undone");
    row("what need not be done does not count", "done skipped", "undone");
    row("one failed after another was done", "done failed", "partly_undone");
    row("one failed while another is open", "done failed planned", "partly_undone");
    row("the only one failed", "failed", "failed");
}

void TestTransitions::a_rollback_is_done_only_when_every_step_is() {
    QFETCH(QByteArray, steps);
    QFETCH(QByteArray, state);
    domain::Plan plan;
    for (const QByteArray& word : steps.split(' ')) {
        domain::Step step;
        step.state = domain::from_name<domain::StepState>(word.toStdString()).value();
        plan.steps.push_back(step);
    }
    QCOMPARE(domain::name_of(domain::state_of(plan)), std::string_view(state.constData()));
}

QTEST_APPLESS_MAIN(TestTransitions)
#include "tst_transitions.moc"
