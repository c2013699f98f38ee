// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/verdicts/answer_clock.h"

#include "app/policy/answer_times.h"

#include <algorithm>

namespace verdicts {

namespace {

bool waits(const ports::CaseRow& row) {
    const bool open = row.state == ports::CaseState::open || row.state == ports::CaseState::awaiting_second;
    return open && !row.raised && !row.conflict;
}

} // namespace

void AnswerClock::apply(const store::Reader& reader, const store::CaseRow& stored, ports::CaseRow& row) {
    if (!waits(row)) {
        return;
    }
    const auto [found, is_new] = lines_.try_emplace(row.key.source);
    if (is_new) {
        if (auto line = AnswerLine::read(reader, row.key.source)) {
            found->second = std::move(line).value();
        }
    }
    const AnswerLine::Terms* by = found->second ? found->second->at(stored.subject_index) : nullptr;
    if (by == nullptr) {
        return;
    }
    const policy::AnswerTerms terms = policy::answer_terms(by->document, row.tier, row.opened);
    row.unanswered = terms.then;
    row.escalated = std::find(row.codes.begin(), row.codes.end(), domain::nobody_answered) != row.codes.end();
    row.answer_policy = by->version;
    row.answer_policy_overtaken = by != found->second->now();
    if (!row.escalated) {
        row.answer_by = terms.by; // the time of whoever has it now is the gateway's
    }
}

void AnswerClock::published(const record::Published& published) {
    const bool another = std::any_of(published.own.begin(), published.own.end(), [](const store::Entry& entry) {
        return entry.kind == store::EntryKind::policy || entry.kind == store::EntryKind::configuration;
    });
    if (another) {
        lines_.clear();
    }
}

} // namespace verdicts
