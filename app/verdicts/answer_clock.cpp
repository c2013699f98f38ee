// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/verdicts/answer_clock.h"

#include "app/policy/answer_times.h"
#include "app/policy/shipped.h"
#include "app/verdicts/policy_line.h"

#include <algorithm>

namespace verdicts {

namespace {

bool waits(const ports::CaseRow& row) {
    const bool open = row.state == ports::CaseState::open || row.state == ports::CaseState::awaiting_second;
    return open && !row.raised && !row.conflict;
}

/// Only what times need: a policy may have thousands of rules, and none of them is asked here.
std::optional<policy::Document> terms_in(std::string_view text) {
    auto read = policy::read_document(text);
    if (!read) {
        return std::nullopt;
    }
    policy::Document kept;
    kept.calendar = std::move(read->calendar);
    kept.answer_within = std::move(read->answer_within);
    kept.when_unanswered = std::move(read->when_unanswered);
    return kept;
}

} // namespace

const policy::Document* AnswerClock::document(const store::Reader& reader, const domain::SourceId& source) {
    const auto [found, is_new] = documents_.try_emplace(source);
    if (is_new) {
        if (const auto line = read_line(reader, source)) {
            const std::string_view text = line->text();
            found->second = terms_in(text.empty() ? policy::shipped_policy() : text);
        }
    }
    return found->second ? &*found->second : nullptr;
}

void AnswerClock::apply(const store::Reader& reader, ports::CaseRow& row) {
    if (!waits(row)) {
        return;
    }
    const policy::Document* policy = document(reader, row.key.source);
    if (policy == nullptr) {
        return;
    }
    const policy::AnswerTerms terms = policy::answer_terms(*policy, row.tier, row.opened);
    row.unanswered = terms.then;
    row.escalated = std::find(row.codes.begin(), row.codes.end(), domain::nobody_answered) != row.codes.end();
    if (!row.escalated) {
        row.answer_by = terms.by; // the time of whoever has it now is the gateway's
    }
}

void AnswerClock::published(const record::Published& published) {
    const bool another = std::any_of(published.own.begin(), published.own.end(), [](const store::Entry& entry) {
        return entry.kind == store::EntryKind::policy || entry.kind == store::EntryKind::configuration;
    });
    if (another) {
        documents_.clear();
    }
}

} // namespace verdicts
