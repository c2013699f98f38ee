// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/rehearsal.h"

#include "app/crypto/digest.h"
#include "app/domain/stop_target.h"
#include "app/sandbox/fleet.h"

#include <array>

namespace sandbox {

using domain::Decision;
using domain::TransactionState;
using domain::Verb;

namespace {

constexpr auto pause = std::chrono::seconds(3);
constexpr std::array verbs = {Verb::approve,  Verb::reject, Verb::ask,     Verb::approve_reduced,
                              Verb::escalate, Verb::hold,   Verb::approve, Verb::approve};

domain::Member manager_with(const domain::PublicKey& key) {
    domain::Member member;
    member.id = domain::PersonId("rehearsal-manager");
    member.name = domain::UntrustedText("Rehearsal Manager");
    member.role = "manager";
    member.key = key;
    member.permissions = {domain::Permission::view, domain::Permission::decide, domain::Permission::stop};
    for (const char* currency : {"EUR", "GBP", "USD", "JPY", "KWD"}) {
        member.limits.push_back(money(100'000'000, currency));
    }
    member.highest_tier = domain::Tier::dual_sign_off;
    return member;
}

} // namespace

base::Result<std::unique_ptr<Rehearsal>> Rehearsal::make(std::uint64_t seed, Press& press, Book& book, Agenda& agenda,
                                                         Desk& desk, Compensation& compensation) {
    auto administrator =
        crypto::SigningKey::from_seed(crypto::sha256("rehearsal administrator " + std::to_string(seed)));
    auto manager = crypto::SigningKey::from_seed(crypto::sha256("rehearsal manager " + std::to_string(seed)));
    if (!administrator || !manager) {
        return base::Fault{base::FaultCode::internal, "no key from the seed", "rehearsal"};
    }
    return std::unique_ptr<Rehearsal>(
        new Rehearsal(std::move(*administrator), std::move(*manager), press, book, agenda, desk, compensation));
}

void Rehearsal::begin(const domain::PublicKey& colleague) {
    publish_roster(colleague);
    agenda_.at(press_.clock().now() + pause, [this] { look(); });
}

void Rehearsal::publish_roster(const domain::PublicKey& colleague) {
    domain::Roster roster;
    roster.version = 1;
    roster.issued = press_.clock().now();
    domain::Member human = manager_with(manager_.public_key());
    human.not_after = press_.clock().now() + std::chrono::days(365);
    domain::Member simulated = human;
    simulated.id = domain::PersonId("rehearsal-colleague");
    simulated.name = domain::UntrustedText("Simulated Colleague");
    simulated.key = colleague;
    simulated.simulated = true;
    roster.members = {human, simulated};
    wire::Envelope envelope;
    envelope.signed_bytes = wire::roster_bytes(roster);
    envelope.key = administrator_.public_key();
    if (const auto signature = administrator_.sign(envelope.signed_bytes)) {
        envelope.signature = *signature;
        (void)desk_.take_roster(envelope, envelope.key); // a refusal shows in the run: no decision follows
    }
}

void Rehearsal::look() {
    ++looks_;
    if (looks_ % 8 == 0) {
        decide_on_agents();
    } else if (looks_ % 5 == 0) {
        roll_something_back();
    } else {
        for (const domain::TransactionId& id : book_.open_orders()) {
            const Order* order = book_.order(id);
            const bool waits = order->state == TransactionState::held || order->state == TransactionState::in_doubt;
            // One in five is left to lapse, so that nobody deciding is seen as well.
            const bool left_alone =
                order->state == TransactionState::held && (id.bytes().back() == '5' || id.bytes().back() == '0');
            if (waits && !left_alone && book_.spent().first(id, order->current.version) == nullptr) {
                decide_on(*order);
                break;
            }
        }
    }
    agenda_.at(press_.clock().now() + pause, [this] { look(); });
}

Decision Rehearsal::blank(Verb verb) {
    const base::Instant now = press_.clock().now();
    Decision decision;
    decision.id = domain::DecisionId("rehearsed-" + std::to_string(++decisions_));
    decision.source = press_.source();
    decision.verb = verb;
    decision.reason_code = "rehearsed";
    decision.person = domain::PersonId("rehearsal-manager");
    decision.role = "manager";
    decision.policy_version = book_.policy_version();
    decision.roster_version = 1;
    decision.not_before = now;
    decision.not_after = now + std::chrono::minutes(10);
    return decision;
}

Decision Rehearsal::draft(const Order& order, Verb verb) {
    Decision decision = blank(verb);
    decision.transaction = order.current.key.id;
    decision.version = order.current.version;
    decision.subject_digest = order.current.digest;
    decision.agent = order.current.subject.agent;
    return decision;
}

void Rehearsal::submit(const Decision& decision) {
    wire::Envelope envelope;
    envelope.signed_bytes = wire::decision_bytes(decision);
    envelope.key = manager_.public_key();
    if (const auto signature = manager_.sign(envelope.signed_bytes)) {
        envelope.signature = *signature;
        (void)desk_.submit(envelope); // the receipt is on the feed
    }
}

void Rehearsal::decide_on(const Order& order) {
    const domain::TransactionId id = order.current.key.id;
    if (order.state == TransactionState::in_doubt) {
        Decision decision = draft(order, Verb::resolve);
        decision.reason_code = decisions_ % 2 == 0 ? authority::money_moved : authority::money_did_not_move;
        submit(decision);
        return;
    }
    authority::ClaimBook claims = book_.claims();
    const auto claim = claims.take(id, domain::PersonId("rehearsal-manager"), press_.clock().now());
    if (!claim) {
        return;
    }
    press_.emit(domain::EventType::claim_changed,
                domain::ClaimChanged{id, claim->person, claim->epoch, claim->expires});
    const Verb verb = order.tier == domain::Tier::blocked ? Verb::reject : verbs.at(decisions_ % verbs.size());
    Decision decision = draft(order, verb);
    decision.claim_epoch = claim->epoch;
    if (verb == Verb::approve || verb == Verb::approve_reduced) {
        decision.amount = order.current.subject.gross;
        decision.payee = order.current.subject.payee;
    }
    if (verb == Verb::approve_reduced) {
        decision.amount->minor /= 2;
    }
    if (verb == Verb::approve && looks_ % 6 == 1) {
        decision.amount->minor += 1; // a slip, so that a refusal is seen as well
    }
    submit(decision);
}

void Rehearsal::roll_something_back() {
    for (const domain::TransactionId& id : book_.open_orders()) {
        const Order* order = book_.order(id);
        const bool fits = order->state == TransactionState::completed && !order->rolling_back && !order->plan;
        if (!fits) {
            continue;
        }
        // Every second time only a half comes back.
        domain::Money amount = order->current.subject.gross;
        amount.minor /= looks_ % 2 == 0 ? 2 : 1;
        const auto plan = compensation_.plan_for(id, amount);
        if (plan) {
            Decision decision = draft(*book_.order(id), Verb::roll_back);
            decision.plan_digest = plan->digest;
            decision.amount = amount;
            submit(decision);
        }
        return;
    }
}

void Rehearsal::decide_on_agents() {
    // An agent is stopped and goes on, then a tier.
    const bool tier = (looks_ - 8) / 16 % 2 == 1;
    const domain::AgentId target = tier ? domain::target_of(domain::Tier::confirm) : domain::AgentId("chat-hotel");
    Decision decision = blank(book_.target(target).stopped ? Verb::resume : Verb::stop);
    decision.agent = target;
    submit(decision);
}

} // namespace sandbox
