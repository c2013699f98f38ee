// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wire/event_codec.h"
#include "tests/wire/samples.h"

namespace samples {

namespace {

using domain::UntrustedText;

const domain::AgentId agent("agent-7");
const domain::TransactionId order("order-1");
const domain::DecisionId decided("decision-1");

domain::Agent registered(Extent extent) {
    domain::Agent value;
    value.id = agent;
    if (extent == Extent::full) {
        value.name = UntrustedText("Paper buyer");
        value.kind = domain::AgentKind::voice_bot;
        value.owner = domain::OwnerId("owner-1");
        value.owner_name = UntrustedText("Office services");
        value.group = "office";
        value.model = "buyer 2.1";
        value.budget = money(1000000);
        value.heartbeat_seconds = 60;
        value.holds_orders = false;
    }
    return value;
}

domain::Mandate granted(Extent extent) {
    domain::Mandate value;
    value.id = domain::MandateId("mandate-1");
    value.agent = agent;
    value.not_after = at("2027-01-01T00:00:00Z");
    if (extent == Extent::full) {
        value.owner = domain::OwnerId("owner-1");
        value.purpose = UntrustedText("office supplies");
        value.categories = {"44121500", "44121600"};
        value.suppliers = {domain::SupplierId("supplier-3")};
        value.per_transaction = money(50000);
        value.per_month = money(200000);
        value.not_before = at("2026-01-01T00:00:00Z");
    }
    return value;
}

domain::Turn turn(Extent extent) {
    domain::Turn value;
    value.conversation = domain::ConversationId("talk-1");
    if (extent == Extent::full) {
        value.number = 4;
        value.channel = domain::Channel::voice;
        value.party = domain::Party::counterpart;
        value.speaker = domain::Speaker::human;
        value.speaker_name = UntrustedText("Sales desk");
        value.text = UntrustedText("dreiundzwanzig achtzig");
        value.confidence_permille = 612;
        value.alternatives = {{UntrustedText("2380"), 601}, {UntrustedText("23,80"), 388}};
        value.amounts = {{UntrustedText("23,80"), money(238000), UntrustedText("2380 euros")},
                         {UntrustedText("twelve"), money(1200), std::nullopt}};
        value.transaction = order;
    }
    return value;
}

domain::TransactionVersion version(Extent extent) {
    domain::TransactionVersion value;
    value.key = {domain::SourceId("urn:test:platform"), order};
    value.version = extent == Extent::full ? 2 : 1;
    value.subject = subject(extent);
    value.digest = bytes<domain::Digest>(12);
    return value;
}

domain::TransactionStep step(Extent extent) {
    domain::TransactionStep value;
    value.transaction = order;
    if (extent == Extent::full) {
        value.version = 2;
        value.agent = agent;
        value.amount = money(11900);
        value.code = "partial_quantity";
        value.note = UntrustedText("three of four boxes");
        value.reference = "TRACK-1";
        value.expires = at("2026-03-03T00:00:00Z");
        value.decision = decided;
    }
    return value;
}

domain::Assessment assessed(Extent extent) {
    domain::Assessment value;
    value.transaction = order;
    if (extent == Extent::full) {
        value.version = 2;
        value.tier = domain::Tier::dual_sign_off;
        value.moment = domain::Moment::after_execution;
        value.escalation = "requires_buyer_review";
        value.findings = {{"over_contract_price", UntrustedText("19 % above")}, {"new_payee", UntrustedText()}};
        value.expires = at("2026-03-02T00:00:00Z");
        value.if_nobody_acts = UntrustedText("the order is cancelled");
    }
    return value;
}

domain::ConfirmationGiven confirmed(Extent extent) {
    domain::ConfirmationGiven value;
    value.transaction = order;
    value.subject_digest = bytes<domain::Digest>(13);
    value.reviewer = "reviewer-2";
    value.key = bytes<domain::PublicKey>(14);
    value.signature = bytes<domain::Signature>(15);
    if (extent == Extent::full) {
        value.version = 2;
        value.confirms = true;
        value.note = UntrustedText("price and quantity match the contract");
    }
    return value;
}

domain::StepTaken step_taken(Extent extent) {
    domain::StepTaken value;
    value.plan = domain::PlanId("plan-1");
    value.transaction = order;
    value.step = domain::StepId("step-1");
    if (extent == Extent::full) {
        value.state = domain::StepState::done;
        value.result = UntrustedText("refunded");
        value.cost = money(250);
    }
    return value;
}

domain::HoldChanged hold(Extent extent) {
    domain::HoldChanged value;
    value.transaction = order;
    if (extent == Extent::full) {
        value.version = 2;
        value.code = "policy";
        value.expires = at("2026-03-02T00:00:00Z");
        value.decision = decided;
    }
    return value;
}

domain::StopChanged stop(Extent extent) {
    domain::StopChanged value;
    value.stop = domain::StopId("stop-1");
    value.agent = domain::AgentId("*");
    if (extent == Extent::full) {
        value.ordered_by = domain::PersonId("person-1");
        value.note = UntrustedText("200 escalations in a minute");
        value.decision = decided;
    }
    return value;
}

domain::Contract contract(Extent extent) {
    domain::Contract value;
    value.id = domain::ContractId("contract-2");
    value.supplier.id = domain::SupplierId("supplier-3");
    value.not_after = at("2027-01-01T00:00:00Z");
    if (extent == Extent::full) {
        value.supplier.name = UntrustedText("Supplier");
        value.title = UntrustedText("Frame contract for paper");
        value.not_before = at("2026-01-01T00:00:00Z");
        value.prices = {{"SKU-9", UntrustedText("envelopes"), "C62", money(13), "5000.5"},
                        {"SKU-10", UntrustedText(), "", money(14), std::nullopt}};
    }
    return value;
}

domain::CataloguePrice price(Extent extent) {
    domain::CataloguePrice value;
    value.supplier.id = domain::SupplierId("supplier-3");
    value.item_id = "SKU-9";
    value.unit_price = money(1234, "KWD");
    if (extent == Extent::full) {
        value.supplier.name = UntrustedText("Supplier");
        value.description = UntrustedText("envelopes");
        value.unit = "C62";
    }
    return value;
}

domain::StockCounted stock(Extent extent) {
    const bool full = extent == Extent::full;
    return {"SKU-9", full ? "store 4" : "", "-12.5", full ? "C62" : ""};
}

domain::PolicyPublished policy(Extent extent) {
    domain::PolicyPublished value{"7", bytes<domain::Digest>(16), {}, std::nullopt};
    if (extent == Extent::full) {
        value.published_by = domain::PersonId("person-1");
        value.policy = domain::PolicyEnvelope{"reeve-policy/v1\n{}",
                                              {{bytes<domain::PublicKey>(3), bytes<domain::Signature>(4)},
                                               {bytes<domain::PublicKey>(5), bytes<domain::Signature>(6)}}};
    }
    return value;
}

domain::ClaimChanged claim(Extent extent) {
    domain::ClaimChanged value;
    value.transaction = order;
    value.epoch = 12;
    if (extent == Extent::full) {
        value.person = domain::PersonId("person-1");
        value.expires = at("2026-03-01T12:05:00Z");
    }
    return value;
}

domain::Payload payload(domain::EventType type, Extent extent) {
    using enum domain::EventType;
    const bool full = extent == Extent::full;
    switch (type) {
    case agent_registered: return registered(extent);
    case agent_updated:
        return domain::AgentUpdated{agent, full ? domain::AgentStatus::degraded : domain::AgentStatus::active,
                                    UntrustedText(full ? "slow" : "")};
    case heartbeat_sent: return domain::HeartbeatSent{agent};
    case probation_changed: return domain::ProbationChanged{agent, !full, UntrustedText(full ? "passed" : "")};
    case mandate_granted: return granted(extent);
    case mandate_revoked:
        return domain::MandateRevoked{domain::MandateId("mandate-1"), UntrustedText(full ? "left" : "")};
    case turn_taken: return turn(extent);
    case transaction_requested:
    case transaction_amended: return version(extent);
    case transaction_held:
    case transaction_started:
    case transaction_completed:
    case transaction_failed:
    case transaction_doubted:
    case transaction_shipped:
    case transaction_delayed:
    case transaction_delivered:
    case transaction_shorted:
    case transaction_invoiced:
    case transaction_returned:
    case transaction_cancelled:
    case transaction_expired: return step(extent);
    case assessment_made: return assessed(extent);
    case confirmation_given: return confirmed(extent);
    case decision_taken: return signed_decision(extent);
    case receipt_issued: return receipt(extent);
    case plan_made: return plan(extent);
    case step_taken: return samples::step_taken(extent);
    case hold_placed:
    case hold_released: return hold(extent);
    case stop_ordered:
    case stop_acknowledged:
    case stop_lifted: return stop(extent);
    case contract_published: return contract(extent);
    case price_published: return price(extent);
    case stock_counted: return stock(extent);
    case policy_published: return policy(extent);
    case roster_published: return signed_roster(extent);
    case claim_changed: return claim(extent);
    }
    return domain::UnknownPayload{};
}

} // namespace

domain::Event event(domain::EventType type, Extent extent) {
    domain::Event event;
    event.source = domain::SourceId("urn:test:platform");
    event.id = domain::EventId("event-1");
    event.type = type;
    event.sequence = extent == Extent::full ? 18'446'744'073'709'551'615U : 1U;
    event.time = at("2026-03-01T12:00:00.000001Z");
    event.payload = payload(type, extent);
    event.raw = wire::encode_event(event);
    return event;
}

} // namespace samples
