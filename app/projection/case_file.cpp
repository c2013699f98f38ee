// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/projection/case_file.h"

#include "app/domain/event_meaning.h"
#include "app/projection/feed_row.h"
#include "app/wire/event_codec.h"
#include "app/wire/signed_bytes.h"

#include <algorithm>
#include <tuple>

namespace projection {

namespace {

/// Adds one event to the file. Overloads for what a case shows in a place of its own; the rest is timeline only.
struct Fold {
    ports::CaseFile& file;
    const ports::FeedRow& row;

    void operator()(const domain::TransactionVersion& version) const {
        file.versions.push_back(ports::Version{version, row.time, row.index});
    }
    void operator()(const domain::Assessment& assessment) const { file.assessments.push_back(assessment); }
    void operator()(const domain::Turn& turn) const { file.turns.push_back({turn, row.time, row.index}); }
    void operator()(const domain::Plan& plan) const { file.plan = plan; }
    void operator()(const domain::StepTaken& taken) const {
        if (!file.plan || file.plan->id != taken.plan) {
            return;
        }
        for (domain::Step& step : file.plan->steps) {
            if (step.id == taken.step) {
                step.state = taken.state;
                step.result = taken.result;
                step.cost = taken.cost ? taken.cost : step.cost;
            }
        }
    }
    template <class Other>
    void operator()(const Other&) const {}
};

/// Machine-readable cause and deciding decision, where a payload has them.
struct Cause {
    ports::TimelineEntry& entry;

    void operator()(const domain::TransactionStep& step) const {
        entry.code = step.code;
        entry.note = step.note;
        entry.decision = step.decision;
    }
    void operator()(const domain::HoldChanged& hold) const {
        entry.code = hold.code;
        entry.decision = hold.decision;
    }
    void operator()(const domain::SignedDecision& decision) const {
        entry.code = domain::name_of(decision.decision.verb);
        entry.note = decision.decision.reason_text;
        entry.decided_by = decision.decision.person;
        entry.decision = decision.decision.id;
    }
    void operator()(const domain::Receipt& receipt) const {
        entry.code = receipt.code;
        entry.note = receipt.advice;
        entry.decision = receipt.decision;
    }
    void operator()(const domain::Assessment& assessment) const {
        entry.code = assessment.escalation;
        entry.note = entry.row.summary;
    }
    template <class Other>
    void operator()(const Other&) const {
        entry.note = entry.row.summary;
    }
};

/// A decision that stays here has no event: its own entry is the step.
std::optional<ports::TimelineEntry> acknowledgement(const store::Entry& entry) {
    const auto decision = entry.kind == store::EntryKind::decision
                              ? wire::decode_decision(entry.body)
                              : base::Result<domain::Decision>(base::Fault{base::FaultCode::not_found, {}, {}});
    if (!decision || !domain::stays_here(decision->verb)) {
        return std::nullopt;
    }
    ports::TimelineEntry line{{}, decision->reason_code, decision->reason_text, decision->id};
    line.row.index = entry.index;
    line.row.time = entry.time;
    line.row.received = entry.received;
    line.row.source = entry.source;
    line.row.transaction = entry.transaction;
    line.row.version = entry.version;
    line.acknowledged_by = decision->person;
    return line;
}

void sort_turns(std::vector<ports::SaidTurn>& turns) {
    std::stable_sort(turns.begin(), turns.end(), [](const domain::Turn& left, const domain::Turn& right) {
        return std::tie(left.conversation, left.number) < std::tie(right.conversation, right.number);
    });
}

} // namespace

base::Result<ports::CaseFile> case_file(const std::vector<store::Entry>& entries) {
    ports::CaseFile file;
    wire::Decoder decoder;
    for (const store::Entry& entry : entries) {
        if (auto line = acknowledgement(entry)) {
            file.timeline.push_back(std::move(*line));
        }
        if (entry.kind != store::EntryKind::event) {
            continue;
        }
        auto event = decoder.decode(entry.body);
        if (!event) {
            return base::Fault{base::FaultCode::corrupt, "a stored event cannot be read: " + event.fault().detail,
                               "entry " + std::to_string(entry.index)};
        }
        const ports::FeedRow row = feed_row(*event, entry.index, entry.received);
        std::visit(Fold{file, row}, event->payload);
        ports::TimelineEntry line{row, {}, {}, {}};
        std::visit(Cause{line}, event->payload);
        file.timeline.push_back(std::move(line));
    }
    sort_turns(file.turns);
    return file;
}

void add_turns(std::vector<ports::SaidTurn> turns, ports::CaseFile& file) {
    for (ports::SaidTurn& turn : turns) {
        const bool known = std::any_of(file.turns.begin(), file.turns.end(), [&turn](const domain::Turn& other) {
            return other.conversation == turn.conversation && other.number == turn.number;
        });
        if (!known) {
            file.turns.push_back(std::move(turn));
        }
    }
    sort_turns(file.turns);
}

ports::CaseRow ordinary_row(const domain::TransactionKey& key, const ports::CaseFile& file) {
    ports::CaseRow row;
    row.key = key;
    if (!file.versions.empty()) {
        const domain::TransactionVersion& current = file.versions.back().version;
        row.version = current.version;
        row.digest = current.digest;
        row.agent = current.subject.agent;
        row.counterpart = current.subject.supplier.name;
        row.purpose = current.subject.purpose;
        row.gross = current.subject.gross;
        row.opened = file.versions.front().time;
    }
    row.tier = file.assessments.empty() ? domain::Tier::automatic : file.assessments.back().tier;
    row.moment = file.assessments.empty() ? domain::Moment::observed_only : file.assessments.back().moment;
    for (const ports::TimelineEntry& line : file.timeline) {
        const auto state = line.row.type ? domain::meaning_of(*line.row.type).transaction : std::nullopt;
        row.transaction_state = state.value_or(row.transaction_state);
    }
    row.state = row.transaction_state == domain::TransactionState::completed ? ports::CaseState::executed
                                                                             : ports::CaseState::open;
    return row;
}

} // namespace projection
