// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/wire/samples.h"

#include "app/wire/event_codec.h"
#include "app/wire/signed_bytes.h"

namespace samples {

using domain::UntrustedText;

domain::Money money(std::int64_t minor, const char* code) {
    return {minor, domain::Currency::from_code(code).value()};
}

base::Instant at(const char* rfc3339) {
    return base::from_rfc3339(rfc3339).value();
}

domain::Subject subject(Extent extent) {
    domain::Subject subject;
    subject.agent = domain::AgentId("agent-7");
    subject.supplier.id = domain::SupplierId("supplier-3");
    subject.net = money(10000);
    subject.tax = money(1900);
    subject.gross = money(11900);
    if (extent == Extent::minimal) {
        return subject;
    }
    subject.kind = domain::TransactionKind::renewal;
    subject.side = domain::Side::selling;
    subject.owner = domain::OwnerId("owner-1");
    subject.supplier.name = UntrustedText("M\xC3\xBCller & S\xC3\xB6hne \"GmbH\"");
    subject.payee = {UntrustedText("M\xC3\xBCller"), "DE02120300000000202051"};
    subject.po_number = "PO-4711";
    subject.cost_centre = "4100";
    subject.category = "44121500";
    subject.purpose = UntrustedText("line one\nline two \xE2\x80\xAE reversed");
    domain::Line line{"1",           "SKU-9",      UntrustedText("envelopes"),      "0.750", "KGM",
                      money(-13333), money(10000), domain::ContractId("contract-2")};
    domain::Line bare;
    bare.line_id = "2";
    bare.quantity = "1";
    bare.unit_price = money(0);
    bare.net = money(0);
    subject.lines = {line, bare};
    subject.mandate = domain::MandateId("mandate-1");
    subject.contract = domain::ContractId("contract-2");
    subject.term_months = 36;
    subject.total_commitment = money(428400);
    subject.batch = domain::BatchId("batch-1");
    subject.conversation = domain::ConversationId("talk-1");
    subject.needed_by = at("2026-04-01T00:00:00Z");
    subject.attachments = {
        {UntrustedText("offer \xE2\x80\xAE fdp.exe"), "application/pdf", 184220, bytes<domain::Digest>(3)},
        {UntrustedText(), {}, 0, bytes<domain::Digest>(4)}};
    return subject;
}

domain::Decision decision(Extent extent) {
    domain::Decision decision;
    decision.id = domain::DecisionId("decision-1");
    decision.source = domain::SourceId("urn:test:platform");
    decision.transaction = domain::TransactionId("order-1");
    decision.version = 2;
    decision.subject_digest = bytes<domain::Digest>(1);
    decision.verb = domain::Verb::reject;
    decision.person = domain::PersonId("person-1");
    decision.not_after = at("2026-03-02T12:00:00Z");
    if (extent == Extent::minimal) {
        return decision;
    }
    decision.agent = domain::AgentId("agent-7");
    decision.verb = domain::Verb::roll_back;
    decision.amount = money(-11900);
    decision.payee = domain::Payee{UntrustedText("Supplier"), "DE02"};
    decision.plan_digest = bytes<domain::Digest>(2);
    decision.reason_code = "wrong_price";
    decision.reason_text = UntrustedText("twice the contract's price");
    decision.role = "manager";
    decision.claim_epoch = 9'007'199'254'740'993; // more than a double holds
    decision.delegation = "holiday-mara";
    decision.policy_version = "7";
    decision.roster_version = 3;
    decision.not_before = at("2026-03-01T12:00:05.000001Z");
    decision.checkpoint = "AAAA";
    return decision;
}

domain::SignedDecision signed_decision(Extent extent) {
    const domain::Decision unsigned_decision = decision(extent);
    return {unsigned_decision, wire::decision_bytes(unsigned_decision), bytes<domain::PublicKey>(3),
            bytes<domain::Signature>(4)};
}

domain::Receipt receipt(Extent extent) {
    domain::Receipt receipt;
    receipt.id = domain::ReceiptId("receipt-1");
    receipt.decision = domain::DecisionId("decision-1");
    receipt.decision_digest = bytes<domain::Digest>(5);
    receipt.outcome = domain::ReceiptOutcome::accepted;
    receipt.issued = at("2026-03-01T12:00:06Z");
    if (extent == Extent::full) {
        receipt.outcome = domain::ReceiptOutcome::refused;
        receipt.code = "over_limit";
        receipt.advice = UntrustedText("ask someone with a limit of 119.00 EUR");
        receipt.claim_epoch = 4;
    }
    receipt.signed_bytes = wire::receipt_bytes(receipt);
    receipt.key = bytes<domain::PublicKey>(6);
    receipt.signature = bytes<domain::Signature>(7);
    return receipt;
}

domain::SignedRoster signed_roster(Extent extent) {
    domain::Roster roster;
    roster.version = 1;
    roster.issued = at("2026-03-01T00:00:00Z");
    if (extent == Extent::full) {
        domain::Member member;
        member.id = domain::PersonId("person-1");
        member.name = UntrustedText("A. Supervisor");
        member.role = "manager";
        member.key = bytes<domain::PublicKey>(8);
        member.permissions = {domain::Permission::view, domain::Permission::export_};
        member.limits = {money(500000), money(900000, "JPY")};
        member.highest_tier = domain::Tier::dual_sign_off;
        member.simulated = true;
        member.not_after = at("2027-01-01T00:00:00Z");
        roster.members = {member};
        roster.solo = true;
        roster.solo_delay_seconds = 600;
    }
    return {roster, wire::roster_bytes(roster), bytes<domain::PublicKey>(9), bytes<domain::Signature>(10)};
}

domain::Plan plan(Extent extent) {
    domain::Plan plan;
    plan.id = domain::PlanId("plan-1");
    plan.transaction = domain::TransactionId("order-1");
    plan.digest = bytes<domain::Digest>(11);
    if (extent == Extent::full) {
        plan.version = 2;
        domain::Step step;
        step.id = domain::StepId("step-1");
        step.action = domain::StepAction::refund;
        step.description = UntrustedText("give back what was paid");
        step.party = UntrustedText("the supplier");
        step.reversible = domain::Reversibility::partly;
        step.deadline = at("2026-03-08T00:00:00Z");
        step.cost = money(250);
        step.state = domain::StepState::failed;
        step.result = UntrustedText("the card was closed");
        domain::Step bare;
        bare.id = domain::StepId("step-2");
        plan.steps = {step, bare};
    }
    return plan;
}

bool same(const domain::Event& left, const domain::Event& right) {
    return left.source == right.source && left.id == right.id && left.type == right.type &&
           left.sequence == right.sequence && left.time == right.time && left.payload == right.payload;
}

} // namespace samples
