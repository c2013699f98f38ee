// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/decisions/drafting.h"

#include "app/base/encoding.h"
#include "app/crypto/digest.h"
#include "app/domain/stop_target.h"
#include "app/wire/signed_bytes.h"

#include <algorithm>

namespace decisions {

namespace {

base::Result<domain::DecisionId> new_id() {
    auto random = crypto::random_bytes(16);
    if (!random) {
        return random.fault();
    }
    return domain::DecisionId("d-" + base::to_hex(*random));
}

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

/// Only an approval of the confirm tier waits for second thoughts, and its refusal costs the same.
bool can_be_undone(const ports::Draft& draft, const Facts& facts) {
    return !is_about_agent(draft.verb) && facts.row && facts.row->tier <= domain::Tier::confirm &&
           (draft.verb == domain::Verb::approve || draft.verb == domain::Verb::reject);
}

base::Done check_pin(const ports::Draft& draft, const Facts& facts) {
    if (facts.file.versions.empty()) {
        return base::Fault{base::FaultCode::not_found, "no such transaction in the record", draft.key.id.bytes()};
    }
    const domain::TransactionVersion& current = facts.file.versions.back().version;
    if (current.version != draft.version || current.digest != draft.digest) {
        return base::Fault{base::FaultCode::stale, "the order was amended while it was being looked at",
                           "version " + std::to_string(current.version)};
    }
    return {};
}

base::Fault wrong(const char* detail, const char* where) {
    return {base::FaultCode::invalid_argument, detail, where};
}

/// What the draft has to bring for its verb, and what it must not.
base::Done check_parts(const ports::Draft& draft) {
    using domain::Verb;
    const bool takes_amount = draft.verb == Verb::approve_reduced || draft.verb == Verb::roll_back;
    if (draft.amount && !takes_amount) {
        return wrong("only a reduced approval and a rollback name an amount", "amount");
    }
    if (draft.verb == Verb::approve_reduced && !draft.amount) {
        return wrong("a reduced approval needs the amount that it is reduced to", "amount");
    }
    if (draft.verb == Verb::ask && is_blank(draft.reason_text.bytes())) {
        return wrong("asking needs a question", "reason_text");
    }
    if (is_about_agent(draft.verb) && (draft.agent.empty() || domain::is_broken_target(draft.agent))) {
        return wrong("this names no agent, no tier and not the fleet", "agent");
    }
    return {};
}

/// The amount that moves: the whole, or the part as drafted; none where nothing moves.
std::optional<domain::Money> amount_of(const ports::Draft& draft, const domain::Subject& subject) {
    switch (draft.verb) {
    case domain::Verb::approve:
    case domain::Verb::resolve: return subject.gross;
    case domain::Verb::roll_back: return draft.amount.value_or(subject.gross);
    case domain::Verb::approve_reduced: return draft.amount;
    case domain::Verb::ask:
    case domain::Verb::hold:
    case domain::Verb::reject:
    case domain::Verb::escalate:
    case domain::Verb::stop:
    case domain::Verb::resume:
    case domain::Verb::acknowledge: return std::nullopt;
    }
    return std::nullopt;
}

void describe_subject(const ports::Draft& draft, const Facts& facts, domain::Decision& decision) {
    const domain::TransactionVersion& current = facts.file.versions.back().version;
    decision.transaction = current.key.id;
    decision.version = current.version;
    decision.subject_digest = current.digest;
    decision.agent = current.subject.agent;
    decision.amount = amount_of(draft, current.subject);
    if (decision.amount) {
        decision.payee = current.subject.payee;
    }
    if (facts.plan) {
        decision.plan_digest = facts.plan->digest;
    }
}

/// Whose authority the first of two signatures stands on; empty where none waits, as far as our record knows.
domain::PersonId first_holder(const Facts& facts) {
    for (const store::DecisionRow& row : facts.earlier) {
        const auto decision = row.state == domain::DecisionState::awaiting_second
                                  ? wire::decode_decision(row.signed_bytes)
                                  : base::Result<domain::Decision>(base::Fault{});
        if (decision && decision->version == facts.file.versions.back().version.version) {
            return authority::holder_behind(facts.approvals.matrix, *decision);
        }
    }
    return {};
}

/// The delegation under which the person may approve; empty where their own authority does, or nothing.
std::string delegation_for(const domain::Decision& decision, const Facts& facts, const Signer& signer,
                           base::Instant now) {
    const bool approves = decision.verb == domain::Verb::approve || decision.verb == domain::Verb::approve_reduced;
    if (!approves || !decision.amount || !facts.approvals.matrix.limits()) {
        return {};
    }
    const auto asked =
        authority::commitment_of(facts.file.versions.back().version.subject, *decision.amount, facts.group);
    if (!asked) {
        return {};
    }
    const auto standing =
        authority::standing_of(facts.approvals, facts.roster.roster, signer.member, *asked, now, first_holder(facts));
    return standing.by ? standing.by->delegation : std::string();
}

/// Keeps the first of two signatures where lent authority may stand behind it: the law compares the two then.
void remember_first(const store::DecisionRow& row, const Facts& facts, authority::Spent& spent) {
    if (row.state != domain::DecisionState::awaiting_second || !facts.approvals.matrix.limits()) {
        return;
    }
    const auto decision = wire::decode_decision(row.signed_bytes);
    if (!decision) {
        return;
    }
    const domain::Member* member = authority::member_of(facts.roster.roster, decision->person);
    spent.sign_first(row.transaction, row.version,
                     {row.id, decision->person, row.key, decision->verb, decision->amount,
                      member != nullptr && member->simulated,
                      authority::holder_behind(facts.approvals.matrix, *decision)});
}

/// What was used up already, as far as our record knows; the gateway knows it for sure.
authority::Spent spent_of(const Facts& facts, const domain::DecisionId& own) {
    authority::Spent spent;
    for (const store::DecisionRow& row : facts.earlier) {
        if (row.id == own) {
            continue;
        }
        spent.use(row.id);
        const bool took = row.state == domain::DecisionState::accepted || row.state == domain::DecisionState::executed;
        if (took && authority::settles(row.verb)) {
            spent.settle(row.transaction, row.version);
        }
        remember_first(row, facts, spent);
    }
    return spent;
}

authority::Case case_of(const Facts& facts) {
    authority::Case about;
    about.current = facts.file.versions.back().version;
    about.state = facts.file.row.transaction_state;
    about.tier = facts.file.row.tier;
    about.held_since = facts.file.row.opened;
    about.group = facts.group;
    about.raised = facts.row && facts.row->state == store::CaseState::raised;
    if (facts.plan) {
        about.plan_digest = facts.plan->digest;
        about.plan_amount = facts.plan->amount;
    }
    if (facts.row && facts.row->claim_epoch > 0) {
        about.claim = authority::Claim{facts.row->key.id, facts.row->claimed_by, facts.row->claim_epoch,
                                       facts.row->claim_expires.value_or(base::Instant{})};
    }
    return about;
}

} // namespace

bool needs_plan(domain::Verb verb) {
    return verb == domain::Verb::roll_back;
}

bool is_about_agent(domain::Verb verb) {
    return verb == domain::Verb::stop || verb == domain::Verb::resume;
}

base::Result<domain::Decision> compose(const ports::Draft& draft, const Facts& facts, const Signer& signer,
                                       base::Instant now) {
    REEVE_TRY(check_parts(draft));
    auto id = new_id();
    if (!id) {
        return id.fault();
    }
    domain::Decision decision;
    decision.id = std::move(id).value();
    decision.source = draft.key.source;
    decision.verb = draft.verb;
    if (is_about_agent(draft.verb)) {
        decision.agent = draft.agent;
    } else {
        REEVE_TRY(check_pin(draft, facts));
        describe_subject(draft, facts, decision);
        decision.delegation = delegation_for(decision, facts, signer, now);
        // A lease that ran out is no lease; claims about what is over are not kept in its row, so the newest may be
        // old.
        if (facts.row && facts.row->claimed_by == signer.member.id && facts.row->claim_expires.value_or(now) >= now) {
            decision.claim_epoch = facts.row->claim_epoch;
        }
    }
    decision.reason_code = draft.reason_code;
    decision.reason_text = draft.reason_text;
    decision.person = signer.member.id;
    decision.role = signer.member.role;
    decision.roster_version = signer.roster_version;
    decision.checkpoint = facts.checkpoint;
    decision.not_before = can_be_undone(draft, facts) ? now + undo_window : now;
    decision.not_after = decision.not_before + validity;
    return decision;
}

authority::Ruling ask_the_law(const domain::SignedDecision& decision, const Facts& facts, bool admits_simulated,
                              const authority::Verifier& verify, base::Instant now) {
    const authority::Site site{decision.decision.source, admits_simulated, &facts.approvals};
    const authority::Spent spent = spent_of(facts, decision.decision.id);
    // The undo window is ours: the law is asked for the moment at which the decision is sent.
    const base::Instant then = std::max(now, decision.decision.not_before);
    if (is_about_agent(decision.decision.verb)) {
        return authority::rule_on_agent(decision, facts.roster.roster, spent, site, verify, then);
    }
    return authority::rule(case_of(facts), decision, facts.roster.roster, spent, site, verify, then);
}

} // namespace decisions
