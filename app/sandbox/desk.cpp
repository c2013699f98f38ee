// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/desk.h"

#include "app/authority/roster_rule.h"
#include "app/crypto/digest.h"

namespace sandbox {

using authority::Code;
using base::Fault;
using base::FaultCode;
using domain::Decision;
using domain::EventType;
using domain::Receipt;
using domain::ReceiptOutcome;
using domain::SignedDecision;
using domain::UntrustedText;

namespace {

/// Refusals that are forgotten: who signed is not proven, so nothing may be used up in somebody's name; or the same
/// bytes may come again later.
bool is_forgotten(Code code) {
    switch (code) {
    case Code::bad_signature:
    case Code::unknown_member:
    case Code::wrong_key:
    case Code::too_early:
    case Code::solo_delay:
    case Code::claimed_by_other:
    case Code::wrong_source:
    case Code::wrong_transaction: return true;
    default: return false;
    }
}

ReceiptOutcome outcome_of(authority::Outcome outcome) {
    switch (outcome) {
    case authority::Outcome::allowed: return ReceiptOutcome::accepted;
    case authority::Outcome::needs_second: return ReceiptOutcome::awaiting_second;
    case authority::Outcome::refused: return ReceiptOutcome::refused;
    }
    return ReceiptOutcome::refused;
}

} // namespace

Desk::Desk(Press& press, Book& book, Agenda& agenda, Orders& orders, Compensation& compensation,
           const Identity& identity)
    : press_(press)
    , book_(book)
    , agenda_(agenda)
    , orders_(orders)
    , compensation_(compensation)
    , identity_(identity) {
    orders_.set_on_end([this](const domain::DecisionId& id, ReceiptOutcome outcome, std::string_view code) {
        issue_later(id, outcome, code);
    });
}

authority::Ruling Desk::rule_on(const SignedDecision& decision) const {
    const domain::Roster& roster = book_.roster()->roster;
    const authority::Site site{press_.source(), true, book_.statute().approvals()};
    const base::Instant now = press_.clock().now();
    if (decision.decision.verb == domain::Verb::stop || decision.decision.verb == domain::Verb::resume) {
        return authority::rule_on_agent(decision, roster, book_.spent(), site, crypto::holds, now,
                                        book_.target(decision.decision.agent));
    }
    const auto about = book_.case_of(decision.decision.transaction);
    if (!about) {
        return {authority::Outcome::refused, Code::wrong_transaction, std::nullopt};
    }
    return authority::rule(*about, decision, roster, book_.spent(), site, crypto::holds, now);
}

base::Result<Receipt> Desk::submit(const wire::Envelope& envelope) {
    auto opened = wire::open_decision(envelope);
    if (!opened) {
        return opened.fault();
    }
    const SignedDecision& signed_decision = *opened;
    if (const Answered* before = book_.answered(signed_decision.decision.id)) {
        if (before->decision.signed_bytes == signed_decision.signed_bytes && before->decision.key == envelope.key) {
            return before->first;
        }
        return Fault{FaultCode::conflict, "this decision_id was used with other content",
                     signed_decision.decision.id.bytes()};
    }
    if (!book_.roster()) {
        return Fault{FaultCode::not_found, "the gateway has no roster yet", "roster"};
    }
    const authority::Ruling ruling = rule_on(signed_decision);
    const ReceiptOutcome outcome = outcome_of(ruling.outcome);
    const std::string_view name = ruling.code == Code::none ? std::string_view() : authority::name_of(ruling.code);
    const std::string_view advice = authority::advice_for(ruling.code);
    if (outcome == ReceiptOutcome::refused && is_forgotten(ruling.code)) {
        return receipt_for(signed_decision, outcome, name, advice, "refusal-" + signed_decision.decision.id.bytes());
    }
    const auto* waiting = book_.spent().first(signed_decision.decision.transaction, signed_decision.decision.version);
    const auto overruled = waiting != nullptr && signed_decision.decision.verb == domain::Verb::reject
                               ? std::optional(waiting->id)
                               : std::nullopt;
    press_.emit(EventType::decision_taken, signed_decision);
    auto receipt = issue(signed_decision, outcome, name, advice);
    if (receipt && outcome == ReceiptOutcome::accepted) {
        carry_out(signed_decision.decision);
        if (overruled) {
            issue_later(*overruled, ReceiptOutcome::not_applied, "rejected");
        }
    }
    if (receipt && outcome == ReceiptOutcome::awaiting_second && on_first_) {
        on_first_(signed_decision);
    }
    return receipt;
}

base::Result<Receipt> Desk::receipt_for(const SignedDecision& decision, ReceiptOutcome outcome, std::string_view code,
                                        std::string_view advice, std::string id) const {
    Receipt receipt;
    receipt.id = domain::ReceiptId(std::move(id));
    receipt.decision = decision.decision.id;
    receipt.decision_digest = crypto::sha256(decision.signed_bytes);
    receipt.outcome = outcome;
    receipt.code = code;
    receipt.advice = UntrustedText(std::string(advice));
    receipt.claim_epoch = decision.decision.claim_epoch;
    receipt.issued = press_.clock().now();
    receipt.signed_bytes = wire::receipt_bytes(receipt);
    receipt.key = identity_.gateway_key.public_key();
    const auto signature = identity_.gateway_key.sign(receipt.signed_bytes);
    if (!signature) {
        return signature.fault();
    }
    receipt.signature = *signature;
    return receipt;
}

base::Result<Receipt> Desk::issue(const SignedDecision& decision, ReceiptOutcome outcome, std::string_view code,
                                  std::string_view advice) {
    auto receipt = receipt_for(decision, outcome, code, advice, "receipt-" + std::to_string(book_.receipts_made() + 1));
    if (receipt) {
        press_.emit(EventType::receipt_issued, *receipt);
    }
    return receipt;
}

void Desk::issue_later(const domain::DecisionId& id, ReceiptOutcome outcome, std::string_view code) {
    if (const Answered* answered = book_.answered(id)) {
        const SignedDecision decision = answered->decision;
        (void)issue(decision, outcome, code, {});
    }
}

base::Done Desk::take_roster(const wire::Envelope& envelope, const std::optional<domain::PublicKey>& administrator) {
    auto opened = wire::open_roster(envelope);
    if (!opened) {
        return opened.fault();
    }
    REEVE_TRY(authority::accept_roster(*opened, book_.roster(), administrator, crypto::holds));
    const bool repeated = book_.roster() && book_.roster()->signed_bytes == opened->signed_bytes;
    if (!repeated) {
        press_.emit(EventType::roster_published, std::move(*opened));
    }
    return {};
}

} // namespace sandbox
