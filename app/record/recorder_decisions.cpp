// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/record/decision_step.h"
#include "app/record/lookup.h"
#include "app/record/recorder_impl.h"

#include "app/domain/names.h"

#include <optional>

namespace record {

using domain::DecisionState;

namespace {

/// What the fold of cases needs to know of a decision.
domain::Decision outline(const store::DecisionRow& row) {
    domain::Decision decision;
    decision.id = row.id;
    decision.source = row.source;
    decision.transaction = row.transaction;
    decision.verb = row.verb;
    return decision;
}

store::DecisionRow row_of(const domain::SignedDecision& signed_decision, base::Instant now) {
    const domain::Decision& decision = signed_decision.decision;
    store::DecisionRow row;
    row.id = decision.id;
    row.source = decision.source;
    row.transaction = decision.transaction;
    row.version = decision.version;
    row.agent = decision.agent;
    row.verb = decision.verb;
    row.person = decision.person;
    row.signed_bytes = signed_decision.signed_bytes;
    row.key = signed_decision.key;
    row.signature = signed_decision.signature;
    row.not_before = decision.not_before;
    row.not_after = decision.not_after;
    row.created = row.changed = now;
    return row;
}

bool same_bytes(const store::DecisionRow& row, const domain::SignedDecision& other) {
    return row.signed_bytes == other.signed_bytes && row.key == other.key && row.signature == other.signature;
}

bool may_begin_in(DecisionState state) {
    return state == DecisionState::drafted || domain::may_follow(DecisionState::drafted, state);
}

base::Fault other_bytes(const domain::DecisionId& id) {
    return base::Fault{base::FaultCode::conflict, "a decision with this id and other content is recorded", id.bytes()};
}

std::optional<DecisionState> state_after(domain::ReceiptOutcome outcome) {
    switch (outcome) {
    case domain::ReceiptOutcome::accepted: return DecisionState::accepted;
    case domain::ReceiptOutcome::awaiting_second: return DecisionState::accepted; // taken; another has to follow
    case domain::ReceiptOutcome::refused: return DecisionState::refused_by_gateway;
    case domain::ReceiptOutcome::executed: return DecisionState::executed;
    case domain::ReceiptOutcome::failed: return DecisionState::failed;
    case domain::ReceiptOutcome::not_applied: return DecisionState::not_applied;
    }
    return std::nullopt;
}

} // namespace

base::Result<store::DecisionRow*> Recorder::Impl::decision_in(Batch& batch, const domain::DecisionId& id) {
    const auto held = batch.decisions.find(id.bytes());
    if (held != batch.decisions.end()) {
        return &held->second;
    }
    auto found = store_->decision(id);
    if (!found) {
        return found.fault();
    }
    if (!*found) {
        return static_cast<store::DecisionRow*>(nullptr);
    }
    return &batch.decisions.emplace(id.bytes(), std::move(**found)).first->second;
}

/// One step of the table: the leaf, the row, the case.
base::Done Recorder::Impl::step_to(Batch& batch, store::DecisionRow& row, DecisionState to, const std::string& cause) {
    if (!domain::may_follow(row.state, to)) {
        return base::Fault{base::FaultCode::refused,
                           "a decision does not go from " + std::string(domain::name_of(row.state)) + " to " +
                               std::string(domain::name_of(to)),
                           row.id.bytes()};
    }
    Draft draft;
    draft.body = write(DecisionStep{row.state, to, cause});
    draft.header.kind = store::EntryKind::decision_state;
    draft.header.source = row.source;
    draft.header.id = domain::EventId(row.id.bytes());
    draft.header.transaction = row.transaction;
    draft.header.version = row.version;
    draft.header.agent = row.agent;
    REEVE_TRY(add_draft(batch, std::move(draft)));
    const store::Entry& header = batch.drafts.back().header;
    row.state = to;
    row.cause = cause;
    row.changed = header.received;
    batch.decision_steps.push_back(row);
    Lookup lookup(*this, batch);
    return cases_.fold(outline(row), to, header.index, header.time, lookup);
}

/// What stays here is judged here: between the review and this commit the case may have moved on.
base::Done Recorder::Impl::may_acknowledge(const domain::Decision& decision, DecisionState state) {
    if (state != DecisionState::signed_) {
        return base::Fault{base::FaultCode::invalid_argument, "an acknowledgement is recorded signed and at once",
                           std::string(domain::name_of(state))};
    }
    const store::CaseRow* found = cases_.open_case({decision.source, decision.transaction});
    if (found == nullptr || found->state != store::CaseState::raised) {
        return base::Fault{base::FaultCode::refused, "nothing of ours is open about this order", "not_raised"};
    }
    if (found->version != decision.version || found->digest != decision.subject_digest) {
        return base::Fault{base::FaultCode::stale, "the order was amended while it was being looked at",
                           "version " + std::to_string(found->version)};
    }
    return {};
}

base::Done Recorder::Impl::add_decision(Batch& batch, const domain::SignedDecision& decision, DecisionState state) {
    if (!may_begin_in(state) || decision.decision.id.empty() || decision.signed_bytes.empty()) {
        return base::Fault{base::FaultCode::invalid_argument, "a decision is not recorded in this state first",
                           std::string(domain::name_of(state))};
    }
    const auto held = decision_in(batch, decision.decision.id);
    if (!held) {
        return held.fault();
    }
    const bool known = *held != nullptr;
    if (!known && domain::stays_here(decision.decision.verb)) {
        REEVE_TRY(may_acknowledge(decision.decision, state));
    }
    if (known && (*held)->state != DecisionState::drafted) {
        const bool again = same_bytes(**held, decision);
        batch.decisions.erase(decision.decision.id.bytes()); // nothing changes
        return again ? base::Done() : base::Done(other_bytes(decision.decision.id));
    }
    if (known && (*held)->source != decision.decision.source) {
        return other_bytes(decision.decision.id);
    }
    if (known && state == DecisionState::drafted && same_bytes(**held, decision)) {
        batch.decisions.erase(decision.decision.id.bytes());
        return {};
    }
    Draft draft;
    draft.body = decision.signed_bytes;
    draft.header.kind = store::EntryKind::decision;
    draft.header.source = decision.decision.source;
    draft.header.id = domain::EventId(decision.decision.id.bytes());
    draft.header.transaction = decision.decision.transaction;
    draft.header.version = decision.decision.version;
    draft.header.agent = decision.decision.agent;
    draft.header.amount = decision.decision.amount;
    REEVE_TRY(add_draft(batch, std::move(draft)));
    store::DecisionRow row = row_of(decision, batch.drafts.back().header.received);
    row.index = batch.drafts.back().header.index;
    if (known) {
        row.created = (*held)->created;
        batch.signed_drafts.push_back(row);
    } else {
        batch.new_decisions.push_back(row);
    }
    store::DecisionRow& kept = batch.decisions.insert_or_assign(row.id.bytes(), std::move(row)).first->second;
    if (state == DecisionState::drafted) {
        return {};
    }
    REEVE_TRY(step_to(batch, kept, state, {}));
    const bool done = domain::stays_here(kept.verb) && state == DecisionState::signed_;
    return done ? step_to(batch, kept, DecisionState::executed, "on_record") : base::Done();
}

base::Done Recorder::Impl::add_move(Batch& batch, const DecisionMove& move) {
    const auto held = decision_in(batch, move.decision);
    if (!held) {
        return held.fault();
    }
    if (*held == nullptr) {
        return base::Fault{base::FaultCode::not_found, "no such decision", move.decision.bytes()};
    }
    store::DecisionRow& row = **held;
    const store::DecisionRow before = row;
    row.next_attempt = move.next_attempt;
    row.attempts += move.attempted ? 1 : 0;
    if (row.state == move.to && move.attempted) { // sent again: an attempt, not a change
        row.changed = clock_.now();
        row.cause = move.cause;
        batch.decision_steps.push_back(row);
        return {};
    }
    auto done = step_to(batch, row, move.to, move.cause);
    if (!done) {
        row = before;
    }
    return done;
}

base::Done Recorder::Impl::add_receipt(Batch& batch, const domain::Receipt& receipt) {
    const auto held = decision_in(batch, receipt.decision);
    if (!held) {
        return held.fault();
    }
    if (*held == nullptr) {
        return base::Fault{base::FaultCode::not_found, "a receipt for a decision that is not ours",
                           receipt.decision.bytes()};
    }
    store::DecisionRow& row = **held;
    if (sha_.of(row.signed_bytes) != receipt.decision_digest) {
        return base::Fault{base::FaultCode::conflict, "the receipt is for other bytes than the decision's",
                           receipt.decision.bytes()};
    }
    const auto known = store_->has_receipt(receipt.id);
    if (!known || *known) {
        batch.decisions.erase(receipt.decision.bytes());
        return known ? base::Done() : base::Done(known.fault());
    }
    Draft draft;
    draft.body = receipt.signed_bytes;
    draft.header.kind = store::EntryKind::receipt;
    draft.header.source = row.source;
    draft.header.id = domain::EventId(receipt.id.bytes());
    draft.header.time = receipt.issued;
    draft.header.transaction = row.transaction;
    draft.header.version = row.version;
    draft.header.agent = row.agent;
    REEVE_TRY(add_draft(batch, std::move(draft)));
    row.receipt_index = batch.drafts.back().header.index;
    row.next_attempt.reset();
    batch.receipts.push_back(store::ReceiptRow{*row.receipt_index, receipt});
    batch.decision_steps.push_back(row);
    const auto to = state_after(receipt.outcome);
    if (!to || row.state == *to) {
        return {};
    }
    // An answer may overtake the note that the decision was sent.
    if (!domain::may_follow(row.state, *to) && domain::may_follow(row.state, DecisionState::sent)) {
        REEVE_TRY(step_to(batch, row, DecisionState::sent, "receipt"));
    }
    // A late or repeated answer that tells nothing new is kept and moves nothing.
    return domain::may_follow(row.state, *to) ? step_to(batch, row, *to, receipt.code) : base::Done();
}

base::Result<PublishedPtr> Recorder::decide(const domain::SignedDecision& decision, DecisionState state) {
    return impl_->in_one_commit([&](Batch& batch) { return impl_->add_decision(batch, decision, state); });
}

base::Result<PublishedPtr> Recorder::move_decision(const DecisionMove& move) {
    return impl_->in_one_commit([&](Batch& batch) { return impl_->add_move(batch, move); });
}

base::Result<PublishedPtr> Recorder::keep_receipt(const domain::Receipt& receipt) {
    return impl_->in_one_commit([&](Batch& batch) { return impl_->add_receipt(batch, receipt); });
}

base::Result<std::vector<store::DecisionRow>> Recorder::unsettled() const {
    return impl_->store_->unsettled_decisions();
}

} // namespace record
