// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/record/case_fold.h"
#include "app/record/case_words.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace record {

using domain::TransactionState;
using store::CaseRow;
using store::CaseState;

namespace {

/// More versions than any platform makes; beyond it a gap stays one.
constexpr std::int32_t most_healed_versions = 1000;

/// Where a case stands by what its transaction reported, once nothing contradicts any more.
CaseState state_without_conflict(const CaseRow& row) {
    switch (row.transaction_state) {
    case TransactionState::held: return CaseState::waiting;
    case TransactionState::in_doubt: return CaseState::in_doubt;
    case TransactionState::failed: return CaseState::troubled;
    case TransactionState::executing: return CaseState::decided;
    case TransactionState::requested:
    case TransactionState::completed:
    case TransactionState::returned:
    case TransactionState::cancelled:
    case TransactionState::expired: break;
    }
    const bool waits = !row.escalation.empty() || row.tier != domain::Tier::automatic;
    return waits && row.moment == domain::Moment::before_execution ? CaseState::waiting : CaseState::raised;
}

} // namespace

base::Done CaseFold::on_version(const RecordedEvent& recorded, const domain::TransactionVersion& version,
                                SubjectLookup& lookup) {
    if (CaseRow* row = find(version.key, {recorded.index, recorded.event.time})) {
        if (version.version == row->version && version.digest != row->digest) {
            return contradict(recorded, version, row->subject_index, "version_contradiction", lookup);
        }
        if (version.version > row->version + 1) {
            return contradict(recorded, version, row->subject_index, "version_gap", lookup);
        }
        const KnownSubject arrived{recorded.index, recorded.event.time, recorded.suspected, version,
                                   lookup.digest_holds(recorded.event)};
        if (version.version == row->version + 1) {
            on_next_version(*row, arrived);
        } // an old version that comes late changes nothing by itself
        return heal(*row, arrived, lookup);
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

void CaseFold::on_next_version(CaseRow& row, const KnownSubject& arrived) {
    if (row.state == CaseState::decided) {
        row.state = CaseState::waiting; // what was decided is void, it was about another version
    }
    if (row.version > 0) {
        add_code(row, "amended");
    }
    take_subject(row, arrived);
}

base::Done CaseFold::heal(CaseRow& row, const KnownSubject& arrived, SubjectLookup& lookup) {
    const bool gap = row.awaited > 0;
    if ((!gap && !has_code(row, "no_request")) || row.awaited > most_healed_versions) {
        return {};
    }
    std::optional<KnownSubject> newest;
    for (std::int32_t number = 1; number <= row.awaited; ++number) {
        if (number == arrived.version.version) {
            newest.emplace(arrived);
            continue;
        }
        auto known = lookup.newest(row.key, arrived.index, number);
        if (!known) {
            return known.fault();
        }
        if (!*known) {
            return {}; // something is still missing
        }
        newest.emplace(std::move(**known));
    }
    if (newest && newest->version.version > row.version) {
        take_subject(row, *newest);
    }
    row.awaited = 0;
    drop_code(row, "no_request");
    if (gap) {
        drop_code(row, "version_gap");
        add_code(row, "version_gap_closed");
    }
    if (row.state == CaseState::conflicted && !has_code(row, "version_contradiction") &&
        !has_code(row, "wrong_digest")) {
        row.state = state_without_conflict(row);
    }
    return {};
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
    if (code == std::string_view("version_gap")) {
        (*row)->awaited = std::max((*row)->awaited, version.version);
    }
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
        row->awaited = std::max(row->awaited, assessment.version);
        add_code(*row, "version_gap");
    }
    if (assessment.version < row->version) {
        return {}; // about a version that is gone
    }
    const bool waits = escalates(assessment) && assessment.moment == domain::Moment::before_execution;
    if (row->state == CaseState::raised && waits && row->transaction_state == TransactionState::requested) {
        wait_if_raised(*row);
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
        if (held) {
            wait_if_raised(**row);
        }
        if (!held) {
            (*row)->state = CaseState::in_doubt;
        } else if (step.expires) {
            (*row)->expires = step.expires;
        }
        add_code(**row, step.code);
    } else if (type == transaction_started) {
        if (CaseRow* row = find(key, change)) {
            row->transaction_state = TransactionState::executing;
            if (!is_own_finding(*row)) {
                set_quiet(*row, CaseState::decided);
            }
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
        if (is_own_finding(*row)) {
            return {}; // nobody has looked at it yet: it can be rolled back, and it is acknowledged
        }
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
    wait_if_raised(**row);
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

} // namespace record
