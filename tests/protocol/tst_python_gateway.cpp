// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/crypto/digest.h"
#include "app/crypto/signing.h"
#include "tests/protocol/gateway_fixture.h"

#include <QTest>

using base::FaultCode;
using domain::EventType;

namespace {

const domain::TransactionId held_order("order-2");
const domain::TransactionId done_order("order-1");

QStringList administrator_option(const crypto::SigningKey& key) {
    return {QStringLiteral("--administrator"), QString::fromStdString(base::to_base64(base::Bytes(key.public_key())))};
}

} // namespace

/// Our own link against the example gateway of the protocol: two implementations that share no code.
class TestPythonGateway : public GatewayFixture {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void it_says_who_it_is();
    void its_events_are_ours();
    void a_reader_resumes_behind_what_it_has();
    void a_wrong_token_is_refused();
    void a_roster_of_somebody_else_is_refused();
    void a_claim_fences();
    void a_decision_is_refused_for_its_reason_data();
    void a_decision_is_refused_for_its_reason();
    void a_decision_runs_once_and_answers_alike();
    void what_was_done_is_rolled_back_by_plan();
    void the_fleet_is_stopped();
    void all_of_it_was_told_on_the_feed();
};

void TestPythonGateway::initTestCase() {
    const auto started = gateway_.start(administrator_option(administrator_));
    QVERIFY2(started.ok(), started.ok() ? "" : base::describe(started.fault()).c_str());
    client_ = std::make_unique<uplink::GatewayClient>(gateway_.endpoint(), scheduler_, std::chrono::seconds(20));

    domain::Member member;
    member.id = ada;
    member.role = "manager";
    member.key = person_.public_key();
    member.permissions = {domain::Permission::view, domain::Permission::decide, domain::Permission::stop};
    member.limits = {{1'000'000, domain::Currency::from_code("EUR").value()}};
    member.highest_tier = domain::Tier::dual_sign_off;
    member.not_after = clock_.now() + std::chrono::hours(24);
    domain::SignedRoster roster;
    roster.roster.version = 1;
    roster.roster.members = {member};
    roster.roster.issued = clock_.now();
    roster.signed_bytes = wire::roster_bytes(roster.roster);
    roster.key = administrator_.public_key();
    roster.signature = administrator_.sign(roster.signed_bytes).value();
    const auto put = answer<void>([&](auto reply) { client_->put_roster(roster, this, reply); });
    QVERIFY2(put.ok(), put.ok() ? "" : base::describe(put.fault()).c_str());
    const auto in_force = answer<domain::SignedRoster>([&](auto reply) { client_->roster(this, reply); });
    QVERIFY(in_force.ok());
    QCOMPARE(*in_force, roster);
}

void TestPythonGateway::cleanupTestCase() {
    client_.reset();
    QVERIFY2(gateway_.end(), "it ends by itself when its standard input closes");
}

void TestPythonGateway::it_says_who_it_is() {
    const auto info = answer<wire::GatewayInfo>([&](auto reply) { client_->info(this, reply); });
    QVERIFY(info.ok());
    QCOMPARE(info->source, gateway_.announcement().source);
    QCOMPARE(info->gateway_key, gateway_.announcement().gateway_key);
    QCOMPARE(info->administrator_key, std::optional(administrator_.public_key()));
    QCOMPARE(info->roster_version, 1);
}

void TestPythonGateway::its_events_are_ours() {
    const auto all = events(0, [](const domain::Event& event) { return event.type == EventType::roster_published; });
    QVERIFY(all.size() > 8);
    for (std::size_t at = 0; at < all.size(); ++at) {
        QCOMPARE(all[at].sequence, at + 1);
        if (const auto* version = std::get_if<domain::TransactionVersion>(&all[at].payload)) {
            QCOMPARE(version->digest, crypto::sha256(wire::subject_bytes(*version)));
        }
    }
    const wire::Ack ack{gateway_.announcement().source, all.back().sequence};
    QVERIFY(answer<void>([&](auto reply) { client_->acknowledge(ack, this, reply); }).ok());
    const wire::Ack beyond{gateway_.announcement().source, 1'000'000};
    QVERIFY(!answer<void>([&](auto reply) { client_->acknowledge(beyond, this, reply); }).ok());
}

void TestPythonGateway::a_reader_resumes_behind_what_it_has() {
    const auto rest = events(5, [](const domain::Event& event) { return event.sequence >= 8; });
    QVERIFY(!rest.empty());
    QCOMPARE(rest.front().sequence, 6U);
}

void TestPythonGateway::a_wrong_token_is_refused() {
    uplink::Endpoint endpoint = gateway_.endpoint();
    endpoint.token = "guessed";
    uplink::GatewayClient stranger(endpoint, scheduler_);
    QVERIFY(!answer<wire::GatewayInfo>([&](auto reply) { stranger.info(this, reply); }).ok());
}

void TestPythonGateway::a_roster_of_somebody_else_is_refused() {
    domain::SignedRoster roster;
    roster.roster.version = 2;
    roster.roster.issued = clock_.now();
    roster.signed_bytes = wire::roster_bytes(roster.roster);
    roster.key = person_.public_key();
    roster.signature = person_.sign(roster.signed_bytes).value();
    QVERIFY(!answer<void>([&](auto reply) { client_->put_roster(roster, this, reply); }).ok());
    roster.key = administrator_.public_key(); // and with a signature that is not its own
    QVERIFY(!answer<void>([&](auto reply) { client_->put_roster(roster, this, reply); }).ok());
}

void TestPythonGateway::a_claim_fences() {
    const auto ask = [this](const wire::ClaimRequest& request) {
        return answer<wire::Claim>([&](auto reply) { client_->claim(request, this, reply); });
    };
    const auto first = ask({held_order, ada, 0});
    QVERIFY(first.ok());
    QCOMPARE(first->epoch, 1);
    QVERIFY(!ask({held_order, domain::PersonId("bob"), 0}).ok());
    QCOMPARE(ask({held_order, ada, 1})->epoch, 1);
    QVERIFY(answer<void>([&](auto reply) { client_->release(held_order, 1, this, reply); }).ok());
    QCOMPARE(ask({held_order, domain::PersonId("bob"), 0})->epoch, 2);
    QVERIFY(!ask({held_order, ada, 1}).ok());
    QVERIFY(answer<void>([&](auto reply) { client_->release(held_order, 2, this, reply); }).ok());
    QCOMPARE(ask({held_order, ada, 0})->epoch, 3);
}

void TestPythonGateway::a_decision_is_refused_for_its_reason_data() {
    using Change = void (*)(domain::Decision&);
    QTest::addColumn<Change>("change");
    const auto row = [](const char* code, Change change) { QTest::newRow(code) << change; };
    row("unknown_member", [](domain::Decision& d) { d.person = domain::PersonId("eve"); });
    row("stale_roster", [](domain::Decision& d) { d.roster_version = 2; });
    row("expired", [](domain::Decision& d) { d.not_after = d.not_after - std::chrono::hours(1); });
    row("too_early", [](domain::Decision& d) { d.not_before = d.not_after; });
    row("wrong_source", [](domain::Decision& d) { d.source = domain::SourceId("urn:other"); });
    row("wrong_transaction", [](domain::Decision& d) { d.transaction = domain::TransactionId("order-9"); });
    row("wrong_version", [](domain::Decision& d) { d.version = 2; });
    row("wrong_digest", [](domain::Decision& d) { d.subject_digest.fill(1); });
    row("not_executed", [](domain::Decision& d) { d.verb = domain::Verb::roll_back; });
    row("not_in_doubt", [](domain::Decision& d) { d.verb = domain::Verb::resolve; });
    row("not_raised", [](domain::Decision& d) { d.verb = domain::Verb::acknowledge; });
    row("stale_claim", [](domain::Decision& d) { d.claim_epoch = 1; });
    row("amount_missing", [](domain::Decision& d) { d.amount.reset(); });
    row("wrong_amount", [](domain::Decision& d) { d.amount->minor -= 1; });
    row("wrong_currency", [](domain::Decision& d) { d.amount->currency = domain::Currency::from_code("USD").value(); });
    row("not_reduced", [](domain::Decision& d) { d.verb = domain::Verb::approve_reduced; });
    row("bad_delegation", [](domain::Decision& d) { d.delegation = "D-9"; });
    row("payee_changed", [](domain::Decision& d) { d.payee->account = "DE99"; });
}

void TestPythonGateway::a_decision_is_refused_for_its_reason() {
    using Change = void (*)(domain::Decision&);
    QFETCH(Change, change);
    const std::string code = QTest::currentDataTag();
    domain::Decision decision = decision_on(status(held_order), domain::Verb::approve, ("refused-" + code).c_str());
    change(decision);
    const auto receipt = post(signed_by(person_, decision));
    QVERIFY2(receipt.ok(), receipt.ok() ? "" : base::describe(receipt.fault()).c_str());
    QCOMPARE(receipt->outcome, domain::ReceiptOutcome::refused);
    QCOMPARE(receipt->code, code);
    QCOMPARE(status(held_order).state, domain::TransactionState::held);
}

void TestPythonGateway::a_decision_runs_once_and_answers_alike() {
    domain::Decision decision = decision_on(status(held_order), domain::Verb::approve, "approved-1");
    decision.claim_epoch = 3;
    const domain::SignedDecision taken = signed_by(person_, decision);
    QVERIFY(
        !answer<std::optional<domain::Receipt>>([&](auto reply) { client_->decision_status(decision.id, this, reply); })
             .value()
             .has_value());

    domain::SignedDecision forged = taken;
    forged.signature[5] ^= 1U;
    QVERIFY(!post(forged).ok());
    QCOMPARE(post(signed_by(administrator_, decision_on(status(held_order), domain::Verb::approve, "other-key")))->code,
             std::string("wrong_key"));

    const auto receipt = post(taken);
    QVERIFY2(receipt.ok(), receipt.ok() ? "" : base::describe(receipt.fault()).c_str());
    QCOMPARE(receipt->outcome, domain::ReceiptOutcome::accepted);
    QCOMPARE(receipt->decision_digest, crypto::sha256(taken.signed_bytes));
    QCOMPARE(receipt->key, gateway_.announcement().gateway_key);
    QVERIFY(crypto::verify(receipt->key, receipt->signed_bytes, receipt->signature).ok());

    QCOMPARE(post(taken).value(), *receipt);
    QCOMPARE(answer<std::optional<domain::Receipt>>([&](auto reply) {
                 client_->decision_status(decision.id, this, reply);
             }).value(),
             std::optional(*receipt));
    decision.reason_code = "changed";
    QCOMPARE(post(signed_by(person_, decision)).fault().code, FaultCode::conflict);
    QCOMPARE(status(held_order).state, domain::TransactionState::completed);
}

void TestPythonGateway::what_was_done_is_rolled_back_by_plan() {
    const auto plan =
        answer<domain::Plan>([&](auto reply) { client_->make_plan(done_order, std::nullopt, this, reply); });
    QVERIFY2(plan.ok(), plan.ok() ? "" : base::describe(plan.fault()).c_str());
    QCOMPARE(plan->digest, crypto::sha256(wire::plan_bytes(*plan)));
    QCOMPARE(domain::state_of(*plan), domain::PlanState::planned);
    domain::Decision decision = decision_on(status(done_order), domain::Verb::roll_back, "undo-0");
    decision.plan_digest = domain::Digest{};
    decision.plan_digest->fill(7);
    QCOMPARE(post(signed_by(person_, decision))->code, std::string("wrong_plan"));
    decision.id = domain::DecisionId("undo-1");
    decision.plan_digest = plan->digest;
    QCOMPARE(post(signed_by(person_, decision))->outcome, domain::ReceiptOutcome::accepted);
    const auto after = status(done_order);
    QCOMPARE(after.state, domain::TransactionState::returned);
    QCOMPARE(domain::state_of(after.plan.value()), domain::PlanState::undone);
}

void TestPythonGateway::the_fleet_is_stopped() {
    domain::Decision stop;
    stop.id = domain::DecisionId("stop-1");
    stop.source = gateway_.announcement().source;
    stop.agent = domain::AgentId("*");
    stop.verb = domain::Verb::stop;
    stop.person = ada;
    stop.roster_version = 1;
    stop.not_after = clock_.now() + std::chrono::minutes(5);
    QCOMPARE(post(signed_by(person_, stop))->outcome, domain::ReceiptOutcome::accepted);
}

void TestPythonGateway::all_of_it_was_told_on_the_feed() {
    // Runs last: every event of this whole test is decoded and held against its schema on the way.
    const auto all = events(0, [](const domain::Event& event) { return event.type == EventType::stop_acknowledged; });
    const auto count = [&all](EventType type) {
        return std::count_if(all.begin(), all.end(), [type](const auto& event) { return event.type == type; });
    };
    QCOMPARE(count(EventType::decision_taken), count(EventType::receipt_issued));
    QCOMPARE(count(EventType::transaction_completed), 2);
    QCOMPARE(count(EventType::transaction_returned), 1);
    QCOMPARE(count(EventType::step_taken), 4);
    QCOMPARE(count(EventType::plan_made), 1);
    QCOMPARE(count(EventType::claim_changed), 6);
}

QTEST_GUILESS_MAIN(TestPythonGateway)
#include "tst_python_gateway.moc"
