// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/colleague.h"

#include <algorithm>

namespace sandbox {

using domain::Decision;
using domain::TransactionId;

namespace {

constexpr int attempts = 5;

/// What the colleague does not put its name to.
bool is_suspicious(const domain::Finding& finding) {
    return finding.code == "prompt_injection" || finding.code == "supplier_imitated" ||
           finding.code == "payee_changed" || finding.code == "contract_expired";
}

} // namespace

const domain::Member* Colleague::self() const {
    if (!book_.roster()) {
        return nullptr;
    }
    const auto& members = book_.roster()->roster.members;
    const auto found = std::find_if(members.begin(), members.end(), [&](const domain::Member& member) {
        return member.simulated && member.key == identity_.colleague_key.public_key();
    });
    return found == members.end() ? nullptr : &*found;
}

void Colleague::notice(const domain::SignedDecision& first) {
    const domain::Member* member = self();
    if (member == nullptr || member->id == first.decision.person) {
        return;
    }
    agenda_.at(press_.clock().now() + delay_,
               [this, id = first.decision.transaction, version = first.decision.version] { look(id, version, 1); });
}

void Colleague::notice(const domain::SignedPolicy& proposal) {
    const domain::Member* member = self();
    if (member == nullptr || member->id == proposal.edition.proposed_by) {
        return;
    }
    agenda_.at(press_.clock().now() + delay_, [this, envelope = proposal.envelope]() mutable {
        const auto signature = identity_.colleague_key.sign(envelope.signed_bytes);
        if (signature && envelope.signatures.size() == 1) {
            envelope.signatures.push_back({identity_.colleague_key.public_key(), *signature});
            static_cast<void>(policies_.take(envelope)); // without the permission it is refused and goes on waiting
        }
    });
}

Decision Colleague::second_to(const Order& order, const authority::FirstSignature& first,
                              const domain::Member& member) const {
    const auto& findings = order.findings;
    const bool refuses = std::any_of(findings.begin(), findings.end(), is_suspicious);
    const base::Instant now = press_.clock().now();
    Decision decision;
    decision.id = domain::DecisionId("colleague-" + first.id.bytes());
    decision.source = press_.source();
    decision.transaction = order.current.key.id;
    decision.version = order.current.version;
    decision.subject_digest = order.current.digest;
    decision.agent = order.current.subject.agent;
    decision.verb = refuses ? domain::Verb::reject : first.verb;
    decision.amount = first.amount;
    decision.payee = order.current.subject.payee;
    if (refuses) {
        decision.amount.reset();
    }
    decision.reason_code = refuses ? "suspicious" : "second_signature";
    decision.reason_text = domain::UntrustedText(refuses ? "Simulated colleague: a finding speaks against it"
                                                         : "Simulated colleague: nothing speaks against it");
    decision.person = member.id;
    decision.role = member.role;
    decision.policy_version = book_.policy_version();
    decision.roster_version = book_.roster()->roster.version;
    decision.not_before = now;
    decision.not_after = now + std::chrono::minutes(10);
    if (!refuses) {
        decision.delegation = borrowed_for(order, first, member);
    }
    return decision;
}

/// The delegation under which the colleague may sign second; empty where its own authority does, or none.
std::string Colleague::borrowed_for(const Order& order, const authority::FirstSignature& first,
                                    const domain::Member& member) const {
    const auto* approvals = book_.statute().approvals();
    const base::Instant now = press_.clock().now();
    const auto& subject = order.current.subject;
    const auto asked = authority::commitment_of(subject, first.amount.value_or(subject.gross),
                                                book_.statute().group_of(order.current, now));
    if (approvals == nullptr || !asked) {
        return {};
    }
    const domain::PersonId& holder = first.authority.empty() ? first.person : first.authority;
    const auto standing = authority::standing_of(*approvals, book_.roster()->roster, member, *asked, now, holder);
    return standing.by ? standing.by->delegation : std::string();
}

void Colleague::look(const TransactionId& transaction, std::int32_t version, int attempt) {
    const Order* order = book_.order(transaction);
    const authority::FirstSignature* first = book_.spent().first(transaction, version);
    const domain::Member* member = self();
    if (order == nullptr || first == nullptr || member == nullptr || order->current.version != version) {
        return;
    }
    const Decision decision = second_to(*order, *first, *member);
    wire::Envelope envelope;
    envelope.signed_bytes = wire::decision_bytes(decision);
    envelope.key = identity_.colleague_key.public_key();
    const auto signature = identity_.colleague_key.sign(envelope.signed_bytes);
    if (!signature) {
        return;
    }
    envelope.signature = *signature;
    const auto receipt = desk_.submit(envelope);
    if (receipt && receipt->code == "claimed_by_other" && attempt < attempts) {
        agenda_.at(press_.clock().now() + delay_,
                   [this, transaction, version, attempt] { look(transaction, version, attempt + 1); });
    }
}

} // namespace sandbox
