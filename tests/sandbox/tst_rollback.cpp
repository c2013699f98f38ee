// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox_world.h"

#include <QTest>

using domain::TransactionState;
using domain::Verb;

class TestRollback : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_plan_shows_every_step_before_anybody_decides();
    void an_executed_order_is_undone_step_by_step();
    void a_failed_step_ends_partly_undone_and_loud();
    void a_plan_that_is_out_of_date_is_refused();
    void what_was_not_executed_is_not_rolled_back();
    void goods_on_the_way_go_back_to_stock();
    void a_part_is_given_back_and_the_order_stays();
    void what_is_no_part_of_the_amount_is_refused_data();
    void what_is_no_part_of_the_amount_is_refused();
    void a_rollback_is_not_begun_twice();
};

namespace {

domain::TransactionId completed(SandboxWorld& world, const char* scenario, int seconds) {
    world.play(scenario, seconds);
    const auto done = world.in_state(TransactionState::completed);
    return done.empty() ? domain::TransactionId("none is completed") : done.front();
}

domain::Decision roll_back(SandboxWorld& world, const domain::TransactionId& id) {
    domain::Decision decision = world.draft(id, Verb::roll_back);
    decision.plan_digest = world.platform.plan(id).value().digest;
    return decision;
}

} // namespace

void TestRollback::a_plan_shows_every_step_before_anybody_decides() {
    SandboxWorld world;
    world.play("large-commitment");
    const auto id = world.only_held();
    const auto plan = world.platform.plan(id);
    QVERIFY(plan.ok());
    QVERIFY(plan->steps.size() >= 3);
    for (const domain::Step& step : plan->steps) {
        QVERIFY(!step.party.empty() && !step.description.empty() && step.deadline.has_value());
        QVERIFY(step.reversible != domain::Reversibility::unknown);
    }
    QVERIFY(plan->steps.front().action == domain::StepAction::withdraw_change);
    QCOMPARE(world.count(domain::EventType::plan_made), std::size_t{1});
    QVERIFY(world.platform.plan(id).value() == *plan); // asked again: the same plan, not another one
    QCOMPARE(world.count(domain::EventType::plan_made), std::size_t{1});
    QVERIFY(world.status(id).plan == *plan);
}

void TestRollback::an_executed_order_is_undone_step_by_step() {
    SandboxWorld world;
    const auto id = completed(world, "routine-reorder", 15);
    const domain::Decision decision = roll_back(world, id);
    const std::size_t before = world.events.size();
    QCOMPARE(world.decide(decision), std::string("accepted"));
    world.advance(120);
    const std::string story = world.story(id, before);
    QVERIFY2(story.starts_with("step.taken=running step.taken=done"), story.c_str());
    QVERIFY2(story.ends_with("step.taken=done returned"), story.c_str());
    QVERIFY(world.status(id).state == TransactionState::returned);
    QVERIFY(domain::state_of(*world.status(id).plan) == domain::PlanState::undone);
    QCOMPARE(world.receipts(decision.id), std::string("accepted executed"));
    const auto last = world.payloads<domain::TransactionStep>().back();
    QCOMPARE(last.amount->minor, -world.status(id).subject.gross.minor);
}

void TestRollback::a_failed_step_ends_partly_undone_and_loud() {
    SandboxWorld world;
    const auto id = completed(world, "failing-rollback", 300);
    const domain::Decision decision = roll_back(world, id);
    QCOMPARE(world.decide(decision), std::string("accepted"));
    world.advance(120);
    const auto plan = *world.status(id).plan;
    QVERIFY(domain::state_of(plan) == domain::PlanState::partly_undone);
    QVERIFY(plan.steps.back().state == domain::StepState::skipped);
    QVERIFY(world.status(id).state == TransactionState::completed); // undone and done never look alike
    QCOMPARE(world.receipts(decision.id), std::string("accepted failed:partly_undone"));
}

void TestRollback::a_plan_that_is_out_of_date_is_refused() {
    SandboxWorld world;
    const auto id = completed(world, "routine-reorder", 15);
    const domain::Decision decision = roll_back(world, id); // while nothing was shipped
    world.advance(200);                                     // now the goods are here
    QVERIFY(world.platform.plan(id).ok());
    domain::Decision late = decision;
    late.not_after += std::chrono::minutes(10);
    QCOMPARE(world.decide(late), std::string("refused wrong_plan"));
}

void TestRollback::what_was_not_executed_is_not_rolled_back() {
    SandboxWorld world;
    world.play("expired-contract");
    const auto id = world.only_held();
    QCOMPARE(world.decide(roll_back(world, id)), std::string("refused not_executed"));
    QVERIFY(world.platform.plan(domain::TransactionId("T-0")).fault().code == base::FaultCode::not_found);
    QCOMPARE(world.decide(world.draft(id, Verb::reject)), std::string("accepted"));
    QVERIFY(world.platform.plan(id).fault().code == base::FaultCode::refused);
}

void TestRollback::goods_on_the_way_go_back_to_stock() {
    SandboxWorld world;
    const auto id = completed(world, "routine-reorder", 300);
    const auto plan = world.platform.plan(id).value();
    QVERIFY(plan.steps.front().action == domain::StepAction::restock);
    QVERIFY(plan.steps.front().cost->minor > 0);
    QVERIFY(!plan.steps.back().cost); // unknown is not free
}

void TestRollback::a_part_is_given_back_and_the_order_stays() {
    SandboxWorld world;
    const auto id = completed(world, "routine-reorder", 15);
    const domain::Money gross = world.status(id).subject.gross;
    const domain::Money part{gross.minor / 4, gross.currency};
    const auto whole = world.platform.plan(id).value();
    const auto plan = world.platform.plan(id, part);
    QVERIFY(plan.ok());
    QCOMPARE(plan->amount, std::optional(part));
    QVERIFY(plan->digest != whole.digest);
    QCOMPARE(plan->steps.size(), std::size_t{2}); // nothing is cancelled, nothing sent back
    QVERIFY(plan->steps.front().action == domain::StepAction::refund);
    QVERIFY(world.platform.plan(id, part).value() == *plan);
    domain::Decision decision = world.draft(id, Verb::roll_back);
    decision.plan_digest = plan->digest;
    decision.amount = gross;
    QCOMPARE(world.decide(decision), std::string("refused wrong_amount"));
    decision.id = domain::DecisionId("the part");
    decision.amount = part;
    QCOMPARE(world.decide(decision), std::string("accepted"));
    world.advance(120);
    QCOMPARE(world.receipts(decision.id), std::string("accepted executed"));
    const auto last = world.payloads<domain::TransactionStep>().back();
    QCOMPARE(last.code, std::string("partly_refunded"));
    QCOMPARE(last.amount, std::optional(domain::Money{-part.minor, part.currency}));
}

void TestRollback::what_is_no_part_of_the_amount_is_refused_data() {
    QTest::addColumn<qint64>("minor");
    QTest::addColumn<QByteArray>("currency");
    QTest::newRow("nothing") << qint64{0} << QByteArray("GBP");
    QTest::newRow("the other direction") << qint64{-1} << QByteArray("GBP");
    QTest::newRow("more than was paid") << qint64{100'000'000} << QByteArray("GBP");
    QTest::newRow("another currency") << qint64{1} << QByteArray("EUR");
}

void TestRollback::what_is_no_part_of_the_amount_is_refused() {
    QFETCH(qint64, minor);
    QFETCH(QByteArray, currency);
    SandboxWorld world;
    const auto id = completed(world, "routine-reorder", 15);
    const auto plan = world.platform.plan(id, sandbox::money(minor, currency.constData()));
    QVERIFY(!plan.ok());
    QCOMPARE(plan.fault().code, base::FaultCode::invalid_argument);
}

void TestRollback::a_rollback_is_not_begun_twice() {
    SandboxWorld world;
    const auto id = completed(world, "routine-reorder", 15);
    const domain::Decision first = roll_back(world, id);
    domain::Decision second = first;
    second.id = domain::DecisionId("again");
    QCOMPARE(world.decide(first), std::string("accepted"));
    QCOMPARE(world.decide(second), std::string("refused already_decided"));
}

QTEST_APPLESS_MAIN(TestRollback)
#include "tst_rollback.moc"
