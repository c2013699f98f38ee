// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/record/case_fold.h"
#include "app/record/case_words.h"

#include <utility>

namespace record {

using store::CaseRow;
using store::CaseState;

namespace {

constexpr std::size_t kept_of_purpose = 1000;

/// What a list shows of it. Cut before a character, never inside.
domain::UntrustedText beginning_of(const domain::UntrustedText& text) {
    const std::string& bytes = text.bytes();
    if (bytes.size() <= kept_of_purpose) {
        return text;
    }
    std::size_t end = kept_of_purpose;
    while (end > 0 && (static_cast<unsigned char>(bytes[end]) & 0xC0U) == 0x80U) {
        --end;
    }
    return domain::UntrustedText(bytes.substr(0, end));
}

/// After a decision that changed nothing: what was carried out or taken back waits for nobody, whatever became of the
/// decision to undo it; our own finding stays open until somebody has acknowledged it.
CaseState state_undecided(const CaseRow& row) {
    using enum domain::TransactionState;
    switch (row.transaction_state) {
    case completed: return has_code(row, "policy_stops") ? CaseState::raised : CaseState::executed;
    case returned:
    case cancelled: return CaseState::undone;
    case expired: return CaseState::expired;
    case failed: return CaseState::troubled;
    case in_doubt: return CaseState::in_doubt;
    case requested:
    case held:
    case executing: break;
    }
    return CaseState::waiting;
}

void take_judged(CaseRow& row, const Judged& judged) {
    row.our_tier = judged.tier;
    row.judged_version = judged.version;
    if (judged.matter) {
        add_code(row, one_matter);
    } else {
        drop_code(row, one_matter);
    }
}

} // namespace

void CaseFold::load(CaseRow row) {
    auto key = row.key;
    open_.insert_or_assign(std::move(key), std::move(row));
}

void CaseFold::load_policy(const domain::SourceId& source, std::string version) {
    policies_.insert_or_assign(source, std::move(version));
}

std::string CaseFold::policy_of(const domain::SourceId& source) const {
    for (const auto* policies : {&next_policies_, &policies_}) {
        if (const auto found = policies->find(source); found != policies->end()) {
            return found->second;
        }
    }
    return {};
}

/// The open case, copied into the next state; nothing when there is none.
CaseRow* CaseFold::find(const domain::TransactionKey& key, const Change& change) {
    auto found = next_.find(key);
    if (found == next_.end()) {
        const auto held = open_.find(key);
        if (held == open_.end()) {
            return nullptr;
        }
        found = next_.emplace(key, held->second).first;
        order_.push_back(key);
    } else if (!is_open(found->second.state)) {
        return nullptr;
    }
    found->second.changed = change.time;
    found->second.changed_index = change.index;
    return &found->second;
}

const CaseRow* CaseFold::open_case(const domain::TransactionKey& key) const {
    if (const auto next = next_.find(key); next != next_.end()) {
        return is_open(next->second.state) ? &next->second : nullptr;
    }
    const auto held = open_.find(key);
    return held == open_.end() ? nullptr : &held->second;
}

CaseRow& CaseFold::open_new(const domain::TransactionKey& key, const Change& change, CaseState state) {
    CaseRow row;
    row.key = key;
    row.state = state;
    row.origin = state == CaseState::waiting ? store::CaseOrigin::requested : store::CaseOrigin::raised;
    row.version = 0;
    row.policy_version = policy_of(key.source);
    row.opened = row.changed = change.time;
    row.opened_index = row.changed_index = change.index;
    if (!next_.contains(key)) {
        order_.push_back(key);
    }
    return next_.insert_or_assign(key, std::move(row)).first->second;
}

base::Result<CaseRow*> CaseFold::find_or_open(const domain::TransactionKey& key, const Change& change, CaseState state,
                                              SubjectLookup& lookup) {
    if (CaseRow* row = find(key, change)) {
        return row;
    }
    const auto subject = lookup.newest(key, change.index);
    if (!subject) {
        return subject.fault();
    }
    const auto judged = lookup.judged(key, change.index);
    if (!judged) {
        return judged.fault();
    }
    CaseRow& row = open_new(key, change, state);
    if (*judged) {
        take_judged(row, **judged);
    }
    if (*subject) {
        take_subject(row, **subject);
    } else {
        add_code(row, "no_request"); // the request is missing, perhaps in a gap: nothing to decide about
        row.state = CaseState::conflicted;
    }
    return &row;
}

void CaseFold::take_subject(CaseRow& row, const KnownSubject& subject) {
    const domain::Subject& content = subject.version.subject;
    row.version = subject.version.version;
    row.digest = subject.version.digest;
    row.agent = content.agent;
    row.owner = content.owner;
    row.supplier = content.supplier;
    row.category = content.category;
    row.purpose = beginning_of(content.purpose);
    row.amount = content.gross;
    row.subject_index = subject.index;
    row.suspected_duplicate = subject.suspected;
    if (!subject.digest_holds) {
        add_code(row, "wrong_digest");
        row.state = CaseState::conflicted;
    }
}

base::Done CaseFold::fold(const RecordedEvent& recorded, SubjectLookup& lookup) {
    const domain::Payload& payload = recorded.event.payload;
    if (const auto* version = std::get_if<domain::TransactionVersion>(&payload)) {
        return on_version(recorded, *version, lookup);
    }
    if (const auto* step = std::get_if<domain::TransactionStep>(&payload)) {
        return on_step(recorded, *step, lookup);
    }
    if (const auto* assessment = std::get_if<domain::Assessment>(&payload)) {
        return on_assessment(recorded, *assessment, lookup);
    }
    if (const auto* hold = std::get_if<domain::HoldChanged>(&payload)) {
        return on_hold(recorded, *hold, lookup);
    }
    if (const auto* step = std::get_if<domain::StepTaken>(&payload)) {
        return on_compensation(recorded, *step, lookup);
    }
    if (const auto* claim = std::get_if<domain::ClaimChanged>(&payload)) {
        on_claim(recorded, *claim);
    }
    if (const auto* policy = std::get_if<domain::PolicyPublished>(&payload)) {
        next_policies_.insert_or_assign(recorded.event.source, policy->version);
    }
    return {};
}

base::Done CaseFold::fold(const domain::Decision& decision, domain::DecisionState state, std::uint64_t index,
                          base::Instant time, SubjectLookup& lookup) {
    using enum domain::DecisionState;
    if (decision.transaction.empty() || state == drafted || state == refused) {
        return {};
    }
    const domain::TransactionKey key{decision.source, decision.transaction};
    if (domain::stays_here(decision.verb)) {
        if (CaseRow* row = find(key, {index, time}); row != nullptr && state == signed_) {
            row->decision = decision.id;
            row->state = row->state == CaseState::raised ? CaseState::acknowledged : row->state;
        }
        return {};
    }
    const bool settles = decision.verb != domain::Verb::ask && decision.verb != domain::Verb::hold &&
                         decision.verb != domain::Verb::escalate;
    switch (state) {
    case signed_:
    case held:
    case awaiting_second: {
        const bool opens = open_case(key) == nullptr;
        auto row = find_or_open(key, {index, time}, CaseState::decided, lookup);
        if (!row) {
            return row.fault();
        }
        if (opens) { // something that was over is decided about: it stands where it stood
            const auto stands = lookup.reported(key, index);
            if (!stands) {
                return stands.fault();
            }
            (*row)->transaction_state = *stands;
        }
        (*row)->decision = decision.id;
        if (settles && state != awaiting_second && (*row)->state != CaseState::conflicted) {
            (*row)->state = CaseState::decided;
        }
        return {};
    }
    case withdrawn:
    case refused_by_gateway:
    case void_:
    case not_applied:
    case failed:
        if (CaseRow* row = find(key, {index, time}); row != nullptr && row->decision == decision.id) {
            if (row->state == CaseState::decided) {
                row->state = state == failed ? CaseState::troubled : state_undecided(*row);
            }
            add_code(*row, state == refused_by_gateway ? "refused_by_gateway" : "");
        }
        return {};
    case drafted:
    case refused:
    case sent:
    case accepted:
    case in_doubt:
    case executed: return {}; // the outcome on the feed closes the case
    }
    return {};
}

Judged judged_in(const store::Entry& verdict) {
    return {verdict.index,
            verdict.time,
            {verdict.source, verdict.transaction},
            verdict.version,
            verdict.tier.value_or(domain::Tier::blocked),
            !verdict.category.empty(),
            verdict.category.ends_with(matter_mark)};
}

base::Done CaseFold::fold(const Judged& judged, SubjectLookup& lookup) {
    const Change change{judged.index, judged.time};
    CaseRow* row = find(judged.key, change);
    if (row == nullptr && judged.raises) {
        const auto stands = lookup.reported(judged.key, judged.index);
        if (!stands) {
            return stands.fault();
        }
        if (domain::is_final(*stands)) {
            return {}; // nothing can be stopped any more; the verdict stays in its history
        }
        auto opened = find_or_open(judged.key, change, CaseState::raised, lookup);
        if (!opened) {
            return opened.fault();
        }
        row = *opened;
        row->transaction_state = *stands;
        add_code(*row, "policy_stops");
    }
    if (row != nullptr && judged.version >= row->judged_version) {
        take_judged(*row, judged);
    }
    return {};
}

std::vector<CaseRow> CaseFold::changed() const {
    std::vector<CaseRow> rows;
    rows.reserve(order_.size());
    for (const auto& key : order_) {
        rows.push_back(next_.at(key));
    }
    return rows;
}

void CaseFold::adopt() {
    for (auto& [source, version] : next_policies_) {
        policies_.insert_or_assign(source, std::move(version));
    }
    for (const auto& key : order_) {
        CaseRow& row = next_.at(key);
        if (is_open(row.state)) {
            open_.insert_or_assign(key, std::move(row));
        } else {
            open_.erase(key);
        }
    }
    discard();
}

void CaseFold::discard() {
    next_.clear();
    order_.clear();
    contradictions_.clear();
    next_policies_.clear();
}

} // namespace record
