// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox_world.h"

#include "app/crypto/digest.h"
#include "app/domain/names.h"

#include <QTest>

#include <map>

using domain::TransactionState;
using domain::Verb;

/// What a decision does, from its arrival to its outcome.
class TestDesk : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void an_approved_order_is_carried_out();
    void a_rejected_order_is_cancelled_with_its_reason();
    void a_reduced_order_is_amended_and_adds_up();
    void a_question_is_answered_by_the_agent();
    void a_hold_is_extended();
    void an_escalation_raises_the_tier();
    void nobody_decided_is_said_so();
    void receipts_are_signed_and_about_exactly_these_bytes();
    void the_same_bytes_get_the_same_receipt_and_act_once();
    void another_content_under_the_same_id_is_a_conflict();
    void a_forged_decision_uses_nothing_up();
    void a_refusal_is_kept_and_says_how_to_resubmit();
    void a_decision_before_the_roster_is_not_taken();
    void the_colleague_signs_second();
    void the_colleague_does_not_sign_what_is_suspicious();
    void an_amendment_voids_the_first_signature();
    void a_blocked_order_can_only_be_refused();
    void in_doubt_is_resolved_either_way_data();
    void in_doubt_is_resolved_either_way();
    void what_went_wrong_after_an_approval_is_told_when_it_is_resolved_data();
    void what_went_wrong_after_an_approval_is_told_when_it_is_resolved();
    void a_stopped_tier_holds_everything_until_it_goes_on();
    void a_stopped_tier_is_not_approved_but_can_be_rejected();
    void a_stop_finds_its_end_whatever_comes_between();
    void only_what_there_is_is_stopped_and_only_what_is_stopped_goes_on();
    void an_agent_that_was_stopped_alone_stays_so_when_the_fleet_goes_on();
    void a_stopped_agent_does_not_order();
    void a_stopped_fleet_does_not_order();
    void claims_keep_others_out();
    void what_cannot_be_made_durable_is_not_answered();
};

void TestDesk::an_approved_order_is_carried_out() {
    SandboxWorld world;
    world.play("above-contract-price");
    const auto id = world.only_held();
    QCOMPARE(world.story(id), std::string("requested held"));
    const domain::Decision decision = world.draft(id, Verb::approve);
    QCOMPARE(world.decide(decision), std::string("accepted"));
    world.advance(600);
    QCOMPARE(world.story(id), std::string("requested held hold.released started completed shipped delivered invoiced"));
    QCOMPARE(world.receipts(decision.id), std::string("accepted executed"));
    QVERIFY(world.status(id).state == TransactionState::completed);
}

void TestDesk::a_rejected_order_is_cancelled_with_its_reason() {
    SandboxWorld world;
    world.play("above-contract-price");
    const auto id = world.only_held();
    domain::Decision decision = world.draft(id, Verb::reject);
    decision.reason_code = "too_expensive";
    QCOMPARE(world.decide(decision), std::string("accepted"));
    world.advance(600);
    QCOMPARE(world.story(id), std::string("requested held hold.released cancelled"));
    const auto steps = world.payloads<domain::TransactionStep>();
    QCOMPARE(steps.back().code, std::string("too_expensive"));
    QVERIFY(steps.back().decision == decision.id);
    QCOMPARE(world.receipts(decision.id), std::string("accepted executed"));
}

void TestDesk::a_reduced_order_is_amended_and_adds_up() {
    SandboxWorld world;
    world.play("above-contract-price");
    const auto id = world.only_held();
    domain::Decision decision = world.draft(id, Verb::approve_reduced);
    decision.amount->minor = 100'000;
    QCOMPARE(world.decide(decision), std::string("accepted"));
    world.advance(600);
    const auto status = world.status(id);
    QCOMPARE(status.version, 2);
    QVERIFY(status.state == TransactionState::completed);
    QVERIFY(status.subject.gross == *decision.amount);
    QCOMPARE(status.subject.net.minor + status.subject.tax.minor, status.subject.gross.minor);
    std::int64_t lines = 0;
    for (const domain::Line& line : status.subject.lines) {
        lines += line.net.minor;
    }
    QCOMPARE(lines, status.subject.net.minor);
    QCOMPARE(world.receipts(decision.id), std::string("accepted executed"));
}

void TestDesk::a_question_is_answered_by_the_agent() {
    SandboxWorld world;
    world.play("expired-contract");
    const auto id = world.only_held();
    domain::Decision decision = world.draft(id, Verb::ask);
    decision.reason_text = domain::UntrustedText("Why now?");
    const std::size_t turns = world.count(domain::EventType::turn_taken);
    QCOMPARE(world.decide(decision), std::string("accepted"));
    world.advance(30);
    const auto said = world.payloads<domain::Turn>();
    QCOMPARE(said.size(), turns + 2);
    QVERIFY(said[turns].party == domain::Party::supervisor && said[turns].text.bytes() == "Why now?");
    QVERIFY(said[turns + 1].party == domain::Party::agent && said[turns + 1].transaction == id);
    QCOMPARE(said[turns + 1].number, said[turns].number + 1);
    QVERIFY(world.status(id).state == TransactionState::held);
    QCOMPARE(world.receipts(decision.id), std::string("accepted executed")); // it was put to the agent
}

void TestDesk::a_hold_is_extended() {
    SandboxWorld world;
    world.play("expired-contract");
    const auto id = world.only_held();
    const auto before = *world.status(id).expires;
    const domain::Decision decision = world.draft(id, Verb::hold);
    QCOMPARE(world.decide(decision), std::string("accepted"));
    QCOMPARE(world.receipts(decision.id), std::string("accepted executed"));
    QVERIFY(*world.status(id).expires == before + std::chrono::minutes(30));
    world.advance(1800);
    QVERIFY(world.status(id).state == TransactionState::held);
    world.advance(1800);
    QVERIFY(world.status(id).state == TransactionState::expired);
}

void TestDesk::an_escalation_raises_the_tier() {
    SandboxWorld world;
    world.play("expired-contract");
    const auto id = world.only_held();
    const auto tier = world.payloads<domain::Assessment>().back().tier;
    const domain::Decision decision = world.draft(id, Verb::escalate);
    QCOMPARE(world.decide(decision), std::string("accepted"));
    QCOMPARE(world.receipts(decision.id), std::string("accepted executed"));
    const auto raised = world.payloads<domain::Assessment>().back();
    QVERIFY(tier == domain::Tier::sign_off && raised.tier == domain::Tier::dual_sign_off);
    QVERIFY(raised.transaction == id && raised.expires == world.status(id).expires);
    QCOMPARE(world.decide(world.draft(id, Verb::approve)), std::string("awaiting_second"));
}

void TestDesk::nobody_decided_is_said_so() {
    SandboxWorld world;
    world.play("expired-contract");
    const auto id = world.only_held();
    const domain::Decision late = world.draft(id, Verb::approve);
    world.advance(1801);
    QVERIFY(world.story(id).ends_with("expired"));
    QCOMPARE(world.payloads<domain::TransactionStep>().back().code, std::string("nobody_decided"));
    domain::Decision decision = late;
    decision.not_after = world.timeline.now() + std::chrono::minutes(1);
    QCOMPARE(world.decide(decision), std::string("refused not_held"));
}

void TestDesk::receipts_are_signed_and_about_exactly_these_bytes() {
    SandboxWorld world;
    world.play("expired-contract");
    const auto envelope = world.people.signed_decision(world.draft(world.only_held(), Verb::reject));
    const auto receipt = world.platform.decide(envelope);
    QVERIFY(receipt.ok());
    QVERIFY(receipt->key == world.identity.gateway_key.public_key());
    QVERIFY(crypto::verify(receipt->key, receipt->signed_bytes, receipt->signature).ok());
    QVERIFY(receipt->decision_digest == crypto::sha256(envelope.signed_bytes));
    QVERIFY(wire::decode_receipt(receipt->signed_bytes).ok());
    QVERIFY(world.payloads<domain::SignedDecision>().back().signed_bytes == envelope.signed_bytes);
}

void TestDesk::the_same_bytes_get_the_same_receipt_and_act_once() {
    SandboxWorld world;
    world.play("expired-contract");
    const auto id = world.only_held();
    const auto envelope = world.people.signed_decision(world.draft(id, Verb::approve));
    const auto first = world.platform.decide(envelope);
    world.advance(600);
    const std::size_t events = world.events.size();
    const auto again = world.platform.decide(envelope);
    QVERIFY(first.ok() && again.ok());
    QVERIFY(*first == *again);
    QCOMPARE(world.events.size(), events);
    QVERIFY(world.platform.receipt_of(first->decision)->outcome == domain::ReceiptOutcome::executed);
}

void TestDesk::another_content_under_the_same_id_is_a_conflict() {
    SandboxWorld world;
    world.play("expired-contract");
    const auto id = world.only_held();
    domain::Decision decision = world.draft(id, Verb::ask);
    QCOMPARE(world.decide(decision), std::string("accepted"));
    decision.verb = Verb::reject;
    QCOMPARE(world.decide(decision), std::string("conflict"));
    QVERIFY(world.status(id).state == TransactionState::held);
}

void TestDesk::a_forged_decision_uses_nothing_up() {
    SandboxWorld world;
    world.play("expired-contract");
    const auto id = world.only_held();
    const domain::Decision decision = world.draft(id, Verb::approve);
    wire::Envelope forged = world.people.signed_decision(decision);
    forged.signature[7] ^= 1U;
    const std::size_t events = world.events.size();
    const auto refused = world.platform.decide(forged);
    QVERIFY(refused.ok());
    QCOMPARE(refused->code, std::string("bad_signature"));
    QCOMPARE(world.events.size(), events);
    QVERIFY(!world.platform.receipt_of(decision.id).ok());
    QCOMPARE(world.decide(decision), std::string("accepted"));
}

void TestDesk::a_refusal_is_kept_and_says_how_to_resubmit() {
    SandboxWorld world;
    world.play("expired-contract");
    domain::Decision decision = world.draft(world.only_held(), Verb::approve);
    decision.amount->minor -= 1;
    QCOMPARE(world.decide(decision), std::string("refused wrong_amount"));
    const auto kept = world.platform.receipt_of(decision.id);
    QVERIFY(kept.ok());
    QVERIFY(!kept->advice.empty());
    QCOMPARE(world.receipts(decision.id), std::string("refused:wrong_amount"));
}

void TestDesk::a_decision_before_the_roster_is_not_taken() {
    SandboxWorld world(false);
    world.play("expired-contract");
    QCOMPARE(world.decide(world.draft(world.only_held(), Verb::reject)), std::string("not_found"));
    QVERIFY(world.platform.put_roster(world.people.signed_roster(world.people.roster(1))).ok());
    QVERIFY(world.identity.administrator == world.people.administrator()); // trusted on first use, kept from then on
    QCOMPARE(world.decide(world.draft(world.only_held(), Verb::reject)), std::string("accepted"));
}

void TestDesk::the_colleague_signs_second() {
    SandboxWorld world;
    world.play("large-commitment");
    const auto id = world.only_held();
    domain::Decision decision = world.draft(id, Verb::approve);
    const auto claim = world.platform.claim({id, decision.person, 0});
    QVERIFY(claim.ok());
    decision.claim_epoch = claim->epoch;
    QCOMPARE(world.decide(decision), std::string("awaiting_second"));
    QVERIFY(world.status(id).state == TransactionState::held);
    world.advance(60);
    QCOMPARE(world.receipts(decision.id), std::string("awaiting_second:needs_second accepted executed"));
    const auto second = world.payloads<domain::SignedDecision>().back();
    QCOMPARE(second.decision.person.bytes(), std::string("colleague"));
    QVERIFY(second.key == world.identity.colleague_key.public_key());
    QVERIFY(world.status(id).state == TransactionState::completed);
}

void TestDesk::the_colleague_does_not_sign_what_is_suspicious() {
    SandboxWorld world;
    world.play("invoice-injection");
    const auto id = world.only_held();
    const domain::Decision decision = world.draft(id, Verb::approve);
    QCOMPARE(world.decide(decision), std::string("awaiting_second"));
    world.advance(60);
    QCOMPARE(world.receipts(decision.id), std::string("awaiting_second:needs_second not_applied:rejected"));
    QVERIFY(world.payloads<domain::SignedDecision>().back().decision.verb == Verb::reject);
    QVERIFY(world.status(id).state == TransactionState::cancelled);
}

void TestDesk::an_amendment_voids_the_first_signature() {
    auto options = SandboxWorld::quiet();
    options.colleague = false;
    options.scenarios = {"changed-payee"};
    SandboxWorld world(true, options);
    world.advance(6); // ordered and held, the new account is still to come
    const auto id = world.only_held();
    domain::Decision decision = world.draft(id, Verb::escalate);
    if (world.payloads<domain::Assessment>().back().tier != domain::Tier::dual_sign_off) {
        (void)world.decide(decision);
        decision = world.draft(id, Verb::escalate);
        (void)world.decide(decision);
    }
    decision = world.draft(id, Verb::approve);
    QCOMPARE(world.decide(decision), std::string("awaiting_second"));
    world.advance(60);
    QCOMPARE(world.status(id).version, 2);
    QCOMPARE(world.receipts(decision.id), std::string("awaiting_second:needs_second not_applied:amended"));
    domain::Decision late = decision;
    late.id = domain::DecisionId("late");
    late.person = domain::PersonId("second");
    QCOMPARE(world.decide(late), std::string("refused wrong_version"));
}

void TestDesk::a_blocked_order_can_only_be_refused() {
    SandboxWorld world;
    world.play("imitated-supplier");
    const auto id = world.only_held();
    QCOMPARE(world.decide(world.draft(id, Verb::approve)), std::string("refused blocked_tier"));
    QCOMPARE(world.decide(world.draft(id, Verb::reject)), std::string("accepted"));
}

void TestDesk::in_doubt_is_resolved_either_way_data() {
    QTest::addColumn<QByteArray>("reason");
    QTest::addColumn<QByteArray>("end");
    QTest::newRow("the money had moved") << QByteArray("moved") << QByteArray("completed");
    QTest::newRow("the money had not moved") << QByteArray("not_moved") << QByteArray("failed");
}

void TestDesk::in_doubt_is_resolved_either_way() {
    QFETCH(QByteArray, reason);
    QFETCH(QByteArray, end);
    SandboxWorld world;
    world.play("network-loss");
    const auto doubted = world.in_state(TransactionState::in_doubt);
    QCOMPARE(doubted.size(), std::size_t{1});
    QCOMPARE(world.decide(world.draft(doubted[0], Verb::approve)), std::string("refused in_doubt"));
    domain::Decision decision = world.draft(doubted[0], Verb::resolve);
    decision.reason_code = reason.toStdString();
    QCOMPARE(world.decide(decision), std::string("accepted"));
    QCOMPARE(std::string(domain::name_of(world.status(doubted[0]).state)), end.toStdString());
    QCOMPARE(world.receipts(decision.id), std::string("accepted executed"));
}

void TestDesk::a_stopped_agent_does_not_order() {
    SandboxWorld world;
    world.play("agent-gone-wild", 30);
    const domain::Decision stop = world.draft_stop("chat-helpdesk", Verb::stop);
    QCOMPARE(world.decide(stop), std::string("accepted"));
    const std::size_t orders = world.count(domain::EventType::transaction_requested);
    QVERIFY(orders > 10);
    world.advance(300);
    QCOMPARE(world.count(domain::EventType::transaction_requested), orders);
    QCOMPARE(world.count(domain::EventType::stop_acknowledged), std::size_t{1});
    QCOMPARE(world.receipts(stop.id), std::string("accepted executed"));
    QVERIFY(world.payloads<domain::AgentUpdated>().back().status == domain::AgentStatus::stopped);
    const domain::Decision resume = world.draft_stop("chat-helpdesk", Verb::resume);
    QCOMPARE(world.decide(resume), std::string("accepted"));
    QVERIFY(world.payloads<domain::AgentUpdated>().back().status == domain::AgentStatus::active);
    world.play("agent-gone-wild", 30);
    QVERIFY(world.count(domain::EventType::transaction_requested) > orders);
}

void TestDesk::a_stopped_fleet_does_not_order() {
    SandboxWorld world;
    QCOMPARE(world.decide(world.draft_stop("*", Verb::stop)), std::string("accepted"));
    world.play("routine-reorder");
    world.play("honest-bulk-run");
    QCOMPARE(world.count(domain::EventType::transaction_requested), std::size_t{0});
    QCOMPARE(world.count(domain::EventType::agent_updated), sandbox::machines().size());
}

void TestDesk::what_went_wrong_after_an_approval_is_told_when_it_is_resolved_data() {
    in_doubt_is_resolved_either_way_data();
}

void TestDesk::what_went_wrong_after_an_approval_is_told_when_it_is_resolved() {
    QFETCH(QByteArray, reason);
    QFETCH(QByteArray, end);
    SandboxWorld world;
    world.stop_tier(domain::Tier::automatic, Verb::stop); // so that somebody has to decide
    world.play("network-loss");
    const auto id = world.only_held();
    const domain::Decision escalated = world.draft(id, Verb::escalate);
    QCOMPARE(world.decide(escalated), std::string("accepted"));
    const domain::Decision approval = world.draft(id, Verb::approve);
    QCOMPARE(world.decide(approval), std::string("accepted"));
    world.advance(30);
    QVERIFY(world.status(id).state == TransactionState::in_doubt);
    QCOMPARE(world.receipts(approval.id), std::string("accepted")); // nobody knows yet
    domain::Decision decision = world.draft(id, Verb::resolve);
    decision.reason_code = reason.toStdString();
    QCOMPARE(world.decide(decision), std::string("accepted"));
    QCOMPARE(world.receipts(decision.id), std::string("accepted executed"));
    QCOMPARE(world.receipts(approval.id),
             std::string(end == "completed" ? "accepted executed" : "accepted failed:resolved"));
}

void TestDesk::a_stopped_tier_holds_everything_until_it_goes_on() {
    SandboxWorld world;
    const domain::Decision stop = world.stop_tier(domain::Tier::automatic, Verb::stop);
    world.advance(5);
    QCOMPARE(world.receipts(stop.id), std::string("accepted executed"));
    world.play("routine-reorder");
    const auto id = world.only_held();
    QCOMPARE(world.payloads<domain::Assessment>().back().findings.back().code, std::string("tier_stopped"));
    QCOMPARE(world.decide(world.draft(id, Verb::approve)), std::string("refused stopped"));
    QCOMPARE(world.count(domain::EventType::agent_updated), std::size_t{0}); // no agent is stopped
    (void)world.stop_tier(domain::Tier::automatic, Verb::resume);
    world.advance(15);
    QVERIFY(world.story(id).starts_with("requested held hold.released started completed"));
}

void TestDesk::a_stopped_tier_is_not_approved_but_can_be_rejected() {
    SandboxWorld world;
    world.play("expired-contract");
    const auto id = world.only_held();
    (void)world.stop_tier(domain::Tier::sign_off, Verb::stop);
    QCOMPARE(world.decide(world.draft(id, Verb::approve)), std::string("refused stopped"));
    QCOMPARE(world.decide(world.draft(id, Verb::reject)), std::string("accepted"));
}

void TestDesk::a_stop_finds_its_end_whatever_comes_between() {
    SandboxWorld world;
    const domain::Decision first = world.draft_stop("pa-lab", Verb::stop);
    QCOMPARE(world.decide(first), std::string("accepted"));
    const domain::Decision second = world.draft_stop("pa-lab", Verb::stop);
    QCOMPARE(world.decide(second), std::string("accepted"));
    QCOMPARE(world.receipts(first.id), std::string("accepted not_applied:superseded"));
    QCOMPARE(world.decide(world.draft_stop("pa-lab", Verb::resume)), std::string("accepted"));
    QCOMPARE(world.receipts(second.id), std::string("accepted not_applied:lifted"));
    world.advance(60);
    QCOMPARE(world.count(domain::EventType::stop_acknowledged), std::size_t{0});
}

void TestDesk::only_what_there_is_is_stopped_and_only_what_is_stopped_goes_on() {
    SandboxWorld world;
    QCOMPARE(world.decide(world.draft_stop("pa-labb", Verb::stop)), std::string("refused unknown_target"));
    QCOMPARE(world.decide(world.draft_stop("tier:x", Verb::stop)), std::string("refused unknown_target"));
    QCOMPARE(world.decide(world.draft_stop("pa-lab", Verb::resume)), std::string("refused not_stopped"));
    QCOMPARE(world.decide(world.draft_stop("*", Verb::resume)), std::string("refused not_stopped"));
}

void TestDesk::an_agent_that_was_stopped_alone_stays_so_when_the_fleet_goes_on() {
    SandboxWorld world;
    QCOMPARE(world.decide(world.draft_stop("dev-toner-1", Verb::stop)), std::string("accepted"));
    QCOMPARE(world.decide(world.draft_stop("*", Verb::stop)), std::string("accepted"));
    world.advance(10);
    QCOMPARE(world.decide(world.draft_stop("*", Verb::resume)), std::string("accepted"));
    std::map<std::string, domain::AgentStatus> status;
    for (const auto& update : world.payloads<domain::AgentUpdated>()) {
        status[update.agent.bytes()] = update.status;
    }
    QVERIFY(status.at("dev-toner-1") == domain::AgentStatus::stopped);
    QVERIFY(status.at("pa-lab") == domain::AgentStatus::active);
    world.play("routine-reorder"); // by dev-toner-1
    QCOMPARE(world.count(domain::EventType::transaction_requested), std::size_t{0});
}

void TestDesk::claims_keep_others_out() {
    SandboxWorld world;
    world.play("expired-contract");
    const auto id = world.only_held();
    const auto claim = world.platform.claim({id, domain::PersonId("second"), 0});
    QVERIFY(claim.ok());
    const domain::Decision decision = world.draft(id, Verb::reject);
    QCOMPARE(world.decide(decision), std::string("refused claimed_by_other"));
    QVERIFY(world.platform.claim({id, domain::PersonId("manager"), 0}).fault().code == base::FaultCode::refused);
    QVERIFY(world.platform.release(id, claim->epoch).ok());
    QCOMPARE(world.decide(decision), std::string("accepted")); // the same bytes: that refusal was not kept
    QVERIFY(world.platform.claim({domain::TransactionId("T-0"), domain::PersonId("second"), 0}).fault().code ==
            base::FaultCode::not_found);
}

void TestDesk::what_cannot_be_made_durable_is_not_answered() {
    SandboxWorld world;
    world.play("expired-contract");
    const auto id = world.only_held();
    const domain::Decision decision = world.draft(id, Verb::reject);
    world.disk_is_full = true;
    QCOMPARE(world.decide(decision), std::string("disk_full"));
    // Nothing of what was not written may be seen from outside, by whichever door.
    QVERIFY(world.platform.receipt_of(decision.id).fault().code == base::FaultCode::disk_full);
    QVERIFY(world.platform.transaction(id).fault().code == base::FaultCode::disk_full);
    QVERIFY(world.platform.plan(id).fault().code == base::FaultCode::disk_full);
    QVERIFY(world.platform.claim({id, decision.person, 0}).fault().code == base::FaultCode::disk_full);
    QVERIFY(world.platform.release(id, 1).fault().code == base::FaultCode::disk_full);
    QVERIFY(world.platform.put_roster(world.people.signed_roster(world.people.roster(2))).fault().code ==
            base::FaultCode::disk_full);
    QVERIFY(world.platform.fault().has_value()); // which ends the program
    QCOMPARE(world.count(domain::EventType::decision_taken), std::size_t{0});
}

QTEST_APPLESS_MAIN(TestDesk)
#include "tst_desk.moc"
