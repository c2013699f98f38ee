// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/budgets.h"
#include "sandbox_world.h"

#include <QTest>

#include <algorithm>

class TestBudgets : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void what_is_carried_out_is_gone_and_what_comes_back_is_there();
    void a_month_begins_with_the_whole_budget();
    void only_what_is_bought_in_the_budgets_currency_counts();
    void a_budget_grows_with_the_traffic_and_never_shrinks();
    void an_order_beyond_the_budget_is_held_and_says_what_is_left();
    void a_rejected_order_costs_nothing();
};

namespace {

const base::Instant march = base::from_rfc3339("2026-03-31T23:59:59Z").value();
const base::Instant april = base::from_rfc3339("2026-04-01T00:00:00Z").value();

sandbox::Budgets with_budget(std::int64_t minor) {
    domain::Agent agent;
    agent.id = domain::AgentId("bot");
    agent.budget = sandbox::money(minor, "EUR");
    sandbox::Budgets budgets;
    budgets.take(agent);
    return budgets;
}

domain::Subject order(const char* currency = "EUR") {
    domain::Subject subject;
    subject.agent = domain::AgentId("bot");
    subject.gross = sandbox::money(6'000, currency);
    return subject;
}

/// The finding of the newest assessment with this code.
std::string finding(const SandboxWorld& world, const std::string& code) {
    for (const domain::Assessment& made : world.payloads<domain::Assessment>()) {
        for (const domain::Finding& each : made.findings) {
            if (each.code == code) {
                return each.text.bytes();
            }
        }
    }
    return {};
}

} // namespace

void TestBudgets::what_is_carried_out_is_gone_and_what_comes_back_is_there() {
    sandbox::Budgets budgets = with_budget(10'000);
    QCOMPARE(budgets.left(order(), march)->minor, std::int64_t{10'000});
    budgets.spend(order(), 6'000, march);
    QCOMPARE(budgets.left(order(), march)->minor, std::int64_t{4'000});
    budgets.spend(order(), 6'000, march);
    QCOMPARE(budgets.left(order(), march)->minor, std::int64_t{-2'000});
    budgets.spend(order(), -6'000, march);
    QCOMPARE(budgets.left(order(), march)->minor, std::int64_t{4'000});
}

void TestBudgets::a_month_begins_with_the_whole_budget() {
    sandbox::Budgets budgets = with_budget(10'000);
    budgets.spend(order(), 9'000, march);
    QCOMPARE(budgets.left(order(), march)->minor, std::int64_t{1'000});
    QCOMPARE(budgets.left(order(), april)->minor, std::int64_t{10'000});
    budgets.spend(order(), 500, april);
    QCOMPARE(budgets.left(order(), april)->minor, std::int64_t{9'500});
}

void TestBudgets::only_what_is_bought_in_the_budgets_currency_counts() {
    sandbox::Budgets budgets = with_budget(10'000);
    budgets.spend(order("GBP"), 6'000, march);
    QVERIFY(!budgets.left(order("GBP"), march));
    domain::Subject sale = order();
    sale.side = domain::Side::selling;
    budgets.spend(sale, 6'000, march);
    QVERIFY(!budgets.left(sale, march));
    QCOMPARE(budgets.left(order(), march)->minor, std::int64_t{10'000});
    domain::Subject stranger = order();
    stranger.agent = domain::AgentId("nobody");
    QVERIFY(!budgets.left(stranger, march));
}

void TestBudgets::a_budget_grows_with_the_traffic_and_never_shrinks() {
    for (const sandbox::Machine& each : sandbox::machines()) {
        QCOMPARE(sandbox::budget_for(each, 0), each.budget);
        const std::int64_t slow = sandbox::budget_for(each, 0.0001);
        const std::int64_t fast = sandbox::budget_for(each, 2);
        QVERIFY(slow >= each.budget && fast >= slow);
        QCOMPARE(fast == 0, each.budget == 0); // the one that sells has none
    }
}

void TestBudgets::an_order_beyond_the_budget_is_held_and_says_what_is_left() {
    SandboxWorld world;
    world.play("unusual-amount"); // 480 kg of coffee by a machine with 2,500 pounds a month
    const std::string text = finding(world, "over_budget");
    QVERIFY2(text.starts_with("Only ") && text.ends_with(" GBP of this month's budget is left"), text.c_str());
    QCOMPARE(world.in_state(domain::TransactionState::held).size(), std::size_t{1});
}

void TestBudgets::a_rejected_order_costs_nothing() {
    SandboxWorld world;
    world.play("unusual-amount");
    const std::string before = finding(world, "over_budget");
    const auto id = world.only_held();
    QCOMPARE(world.decide(world.draft(id, domain::Verb::reject)), std::string("accepted"));
    world.advance(10);
    world.play("routine-reorder", 15); // another agent, with a budget of its own
    QVERIFY(world.in_state(domain::TransactionState::held).empty());
    QCOMPARE(finding(world, "over_budget"), before);
}

QTEST_APPLESS_MAIN(TestBudgets)
#include "tst_budgets.moc"
