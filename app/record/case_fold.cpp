// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/record/case_fold.h"

#include <algorithm>
#include <utility>

namespace record {

using domain::TransactionState;
using store::CaseRow;
using store::CaseState;

namespace {

/// Adds a machine-readable word to the blank-separated list, once. Blanks inside of a word become '_'.
void add_code(CaseRow& row, std::string_view code) {
    std::string word(code);
    std::replace(word.begin(), word.end(), ' ', '_');
    if (word.empty() || (' ' + row.codes + ' ').find(' ' + word + ' ') != std::string::npos) {
        return;
    }
    if (row.codes.size() + word.size() > 1000) { // a platform that finds a thousand things is not believed further
        return;
    }
    row.codes += (row.codes.empty() ? "" : " ") + word;
}

/// What has to be looked into is not covered up by ordinary progress.
bool is_loud(CaseState state) {
    return state == CaseState::conflicted || state == CaseState::in_doubt || state == CaseState::troubled;
}

void set_quiet(CaseRow& row, CaseState state) {
    if (!is_loud(row.state)) {
        row.state = state;
    }
}

bool escalates(const domain::Assessment& assessment) {
    return assessment.tier != domain::Tier::automatic || !assessment.escalation.empty();
}

} // namespace

void CaseFold::load(CaseRow row) {
    auto key = row.key;
    open_.insert_or_assign(std::move(key), std::move(row));
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

CaseRow& CaseFold::open_new(const domain::TransactionKey& key, const Change& change, CaseState state) {
    CaseRow row;
    row.key = key;
    row.state = state;
    row.origin = state == CaseState::waiting ? store::CaseOrigin::requested : store::CaseOrigin::raised;
    row.version = 0;
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
    CaseRow& row = open_new(key, change, state);
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
    return {};
}

base::Done CaseFold::on_version(const RecordedEvent& recorded, const domain::TransactionVersion& version,
                                SubjectLookup& lookup) {
    if (CaseRow* row = find(version.key, {recorded.index, recorded.event.time})) {
        if (version.version == row->version + 1) {
            on_next_version(*row, recorded, version, lookup);
        } else if (version.version == row->version && version.digest != row->digest) {
            return contradict(recorded, version, row->subject_index, "version_contradiction", lookup);
        } else if (version.version > row->version) {
            return contradict(recorded, version, row->subject_index, "version_gap", lookup);
        }
        return {}; // an old version that comes late changes nothing
    }
    const auto known = lookup.newest(version.key, recorded.index);
    if (!known) {
        return known.fault();
    }
    const std::int32_t last = *known ? (*known)->version.version : 0;
    if (version.version > last + 1) {
        return contradict(recorded, version, *known ? (*known)->index : recorded.index, "version_gap", lookup);
    }
    if (version.version == last && version.digest != (*known)->version.digest) {
        return contradict(recorded, version, (*known)->index, "version_contradiction", lookup);
    }
    return {};
}

void CaseFold::on_next_version(CaseRow& row, const RecordedEvent& recorded, const domain::TransactionVersion& version,
                               SubjectLookup& lookup) {
    if (row.state == CaseState::decided) {
        row.state = CaseState::waiting; // what was decided is void, it was about another version
    }
    add_code(row, "amended");
    take_subject(row, KnownSubject{recorded.index, recorded.event.time, recorded.suspected, version,
                                   lookup.digest_holds(recorded.event)});
}

base::Done CaseFold::contradict(const RecordedEvent& recorded, const domain::TransactionVersion& version,
                                std::uint64_t other, const char* code, SubjectLookup& lookup) {
    auto row = find_or_open(version.key, {recorded.index, recorded.event.time}, CaseState::conflicted, lookup);
    if (!row) {
        return row.fault();
    }
    if ((*row)->version == 0) { // nothing came before it: show at least what this one says
        take_subject(**row, KnownSubject{recorded.index, recorded.event.time, recorded.suspected, version,
                                         lookup.digest_holds(recorded.event)});
    }
    (*row)->state = CaseState::conflicted;
    add_code(**row, code);
    if (other != recorded.index) {
        contradictions_.push_back(Contradiction{recorded.index, other, version.key});
    }
    return {};
}

base::Done CaseFold::on_assessment(const RecordedEvent& recorded, const domain::Assessment& assessment,
                                   SubjectLookup& lookup) {
    const domain::TransactionKey key{recorded.event.source, assessment.transaction};
    const Change change{recorded.index, recorded.event.time};
    CaseRow* row = find(key, change);
    if (row == nullptr) {
        if (!escalates(assessment)) {
            return {};
        }
        const bool waits = assessment.moment == domain::Moment::before_execution;
        auto opened = find_or_open(key, change, waits ? CaseState::waiting : CaseState::raised, lookup);
        if (!opened) {
            return opened.fault();
        }
        row = *opened;
    }
    if (assessment.version > row->version && row->version > 0) {
        row->state = CaseState::conflicted;
        add_code(*row, "version_gap");
    }
    if (assessment.version < row->version) {
        return {}; // about a version that is gone
    }
    row->tier = assessment.tier;
    row->moment = assessment.moment;
    row->escalation = assessment.escalation;
    row->if_nobody_acts = assessment.if_nobody_acts;
    if (assessment.expires) {
        row->expires = assessment.expires;
    }
    for (const domain::Finding& finding : assessment.findings) {
        add_code(*row, finding.code);
    }
    return {};
}

base::Done CaseFold::on_step(const RecordedEvent& recorded, const domain::TransactionStep& step,
                             SubjectLookup& lookup) {
    if (!recorded.event.type) {
        return {};
    }
    const domain::TransactionKey key{recorded.event.source, step.transaction};
    const Change change{recorded.index, recorded.event.time};
    using enum domain::EventType;
    const domain::EventType type = *recorded.event.type;
    if (type == transaction_held || type == transaction_doubted) {
        const bool held = type == transaction_held;
        auto row = find_or_open(key, change, held ? CaseState::waiting : CaseState::in_doubt, lookup);
        if (!row) {
            return row.fault();
        }
        (*row)->transaction_state = held ? TransactionState::held : TransactionState::in_doubt;
        if (!held) {
            (*row)->state = CaseState::in_doubt;
        } else if (step.expires) {
            (*row)->expires = step.expires;
        }
        add_code(**row, step.code);
    } else if (type == transaction_started) {
        if (CaseRow* row = find(key, change)) {
            row->transaction_state = TransactionState::executing;
            set_quiet(*row, CaseState::decided);
        }
    } else if (type == transaction_completed || type == transaction_failed || type == transaction_returned ||
               type == transaction_cancelled || type == transaction_expired) {
        return on_end(recorded, step, lookup);
    }
    return {}; // shipping, delivery and invoice are for other folds
}

base::Done CaseFold::on_end(const RecordedEvent& recorded, const domain::TransactionStep& step, SubjectLookup& lookup) {
    const domain::TransactionKey key{recorded.event.source, step.transaction};
    const Change change{recorded.index, recorded.event.time};
    CaseRow* row = find(key, change);
    const bool failed = recorded.event.type == domain::EventType::transaction_failed;
    if (row == nullptr && failed && step.decision) {
        auto opened = find_or_open(key, change, CaseState::troubled, lookup);
        if (!opened) {
            return opened.fault();
        }
        row = *opened;
    }
    if (row == nullptr) {
        return {};
    }
    add_code(*row, step.code);
    if (failed) {
        const bool behind_decision =
            step.decision || row->state == CaseState::decided || row->state == CaseState::troubled;
        row->transaction_state = TransactionState::failed;
        row->state = behind_decision ? CaseState::troubled : CaseState::undone;
        return {};
    }
    if (recorded.event.type == domain::EventType::transaction_completed) {
        row->transaction_state = TransactionState::completed;
        if (row->decision.empty() && !step.decision) {
            add_code(*row, "undecided");
        }
        row->state = CaseState::executed;
    } else if (recorded.event.type == domain::EventType::transaction_expired) {
        row->transaction_state = TransactionState::expired;
        row->state = CaseState::expired;
    } else {
        const bool returned = recorded.event.type == domain::EventType::transaction_returned;
        row->transaction_state = returned ? TransactionState::returned : TransactionState::cancelled;
        row->state = CaseState::undone;
    }
    return {};
}

base::Done CaseFold::on_hold(const RecordedEvent& recorded, const domain::HoldChanged& hold, SubjectLookup& lookup) {
    const domain::TransactionKey key{recorded.event.source, hold.transaction};
    const Change change{recorded.index, recorded.event.time};
    if (recorded.event.type == domain::EventType::hold_released) {
        if (CaseRow* row = find(key, change)) {
            row->transaction_state = TransactionState::requested;
            row->expires.reset();
            add_code(*row, "hold_released");
            if (row->state == CaseState::waiting) {
                row->state = CaseState::raised; // nothing waits any more
            }
        }
        return {};
    }
    auto row = find_or_open(key, change, CaseState::waiting, lookup);
    if (!row) {
        return row.fault();
    }
    (*row)->transaction_state = TransactionState::held;
    (*row)->expires = hold.expires ? hold.expires : (*row)->expires;
    if ((*row)->state == CaseState::raised) {
        (*row)->state = CaseState::waiting;
    }
    add_code(**row, hold.code);
    return {};
}

base::Done CaseFold::on_compensation(const RecordedEvent& recorded, const domain::StepTaken& step,
                                     SubjectLookup& lookup) {
    const domain::TransactionKey key{recorded.event.source, step.transaction};
    const Change change{recorded.index, recorded.event.time};
    if (step.state != domain::StepState::failed) {
        static_cast<void>(find(key, change)); // moves the time of the last change
        return {};
    }
    auto row = find_or_open(key, change, CaseState::troubled, lookup);
    if (!row) {
        return row.fault();
    }
    (*row)->state = CaseState::troubled;
    add_code(**row, "step_failed");
    return {};
}

void CaseFold::on_claim(const RecordedEvent& recorded, const domain::ClaimChanged& claim) {
    CaseRow* row = find({recorded.event.source, claim.transaction}, {recorded.index, recorded.event.time});
    if (row == nullptr || claim.epoch < row->claim_epoch) {
        return;
    }
    row->claimed_by = claim.person;
    row->claim_epoch = claim.epoch;
    row->claim_expires = claim.expires;
}

base::Done CaseFold::fold(const domain::Decision& decision, domain::DecisionState state, std::uint64_t index,
                          base::Instant time, SubjectLookup& lookup) {
    using enum domain::DecisionState;
    if (decision.transaction.empty() || state == drafted || state == refused) {
        return {};
    }
    const domain::TransactionKey key{decision.source, decision.transaction};
    const bool settles = decision.verb != domain::Verb::ask && decision.verb != domain::Verb::hold &&
                         decision.verb != domain::Verb::escalate;
    switch (state) {
    case signed_:
    case held:
    case awaiting_second: {
        auto row = find_or_open(key, {index, time}, CaseState::decided, lookup);
        if (!row) {
            return row.fault();
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
                row->state = state == failed ? CaseState::troubled : CaseState::waiting;
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

std::vector<CaseRow> CaseFold::changed() const {
    std::vector<CaseRow> rows;
    rows.reserve(order_.size());
    for (const auto& key : order_) {
        rows.push_back(next_.at(key));
    }
    return rows;
}

void CaseFold::adopt() {
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
}

} // namespace record
