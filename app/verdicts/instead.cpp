// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/verdicts/instead.h"

#include "app/authority/code.h"
#include "app/policy/answer_times.h"
#include "app/verdicts/answer_line.h"
#include "app/wire/event_codec.h"

#include <algorithm>

namespace verdicts {

namespace {

using domain::EventType;
using domain::TransactionState;

constexpr std::uint32_t entries_at_once = 200;

/// The state that takes an order away from whoever wants to decide about it; nothing for every other event.
std::optional<TransactionState> state_behind(EventType type) {
    constexpr std::pair<EventType, TransactionState> ends[] = {
        {EventType::transaction_expired, TransactionState::expired},
        {EventType::transaction_cancelled, TransactionState::cancelled},
        {EventType::transaction_started, TransactionState::executing},
        {EventType::transaction_completed, TransactionState::completed},
        {EventType::transaction_failed, TransactionState::failed},
        {EventType::transaction_returned, TransactionState::returned},
    };
    const auto* found =
        std::find_if(std::begin(ends), std::end(ends), [type](const auto& one) { return one.first == type; });
    return found == std::end(ends) ? std::nullopt : std::optional(found->second);
}

/// The events of the order, in the order of the record.
base::Result<std::vector<store::Entry>> events_of(const store::Reader& reader, const domain::Decision& decision) {
    store::EntryFilter filter;
    filter.kind = store::EntryKind::event;
    filter.source = decision.source;
    filter.transaction = decision.transaction;
    store::PageRequest request{{}, store::Direction::forward, entries_at_once, true};
    std::vector<store::Entry> all;
    for (;;) {
        auto page = reader.entries(filter, request);
        if (!page) {
            return page.fault();
        }
        for (store::Entry& entry : page->entries) {
            request.from = entry.index;
            all.push_back(std::move(entry));
        }
        if (!page->more) {
            return all;
        }
    }
}

/// Fills in what the policy of the order said about nobody's answering.
void add_rule(const store::Reader& reader, const domain::Decision& decision, std::uint64_t place, domain::Tier tier,
              ports::Instead& instead) {
    const auto line = AnswerLine::read(reader, decision.source);
    const AnswerLine::Terms* terms = line ? line->at(place) : nullptr;
    if (terms != nullptr) {
        instead.rule = policy::answer_terms(terms->document, tier, instead.at).then;
        instead.policy = terms->version;
    }
}

} // namespace

bool came_too_late(const ports::DecisionRow& row) {
    if (row.state == domain::DecisionState::not_applied) {
        return true;
    }
    using authority::Code;
    return row.state == domain::DecisionState::refused_by_gateway && row.receipt &&
           (row.receipt->code == authority::name_of(Code::not_held) ||
            row.receipt->code == authority::name_of(Code::already_decided));
}

std::optional<ports::Instead> instead_of(const store::Reader& reader, const ports::DecisionRow& row) {
    if (!came_too_late(row) || row.decision.transaction.empty()) {
        return std::nullopt;
    }
    const auto entries = events_of(reader, row.decision);
    if (!entries) {
        return std::nullopt; // whoever opens the case is told why
    }
    wire::Decoder decoder;
    std::optional<ports::Instead> instead;
    std::uint64_t subject = 0;
    domain::Tier tier = domain::Tier::confirm;
    bool escalated = false;
    for (const store::Entry& entry : *entries) {
        if (!entry.type || (row.receipt && entry.time > row.receipt->issued)) {
            continue;
        }
        const auto event = decoder.decode(entry.body);
        if (!event) {
            continue;
        }
        if (std::holds_alternative<domain::TransactionVersion>(event->payload)) {
            subject = entry.index;
            escalated = false;
        }
        if (const auto* assessment = std::get_if<domain::Assessment>(&event->payload)) {
            tier = assessment->tier;
            escalated = std::any_of(assessment->findings.begin(), assessment->findings.end(),
                                    [](const auto& finding) { return finding.code == domain::nobody_answered; });
        }
        const auto state = state_behind(*entry.type);
        if (!state) {
            continue;
        }
        const auto* step = std::get_if<domain::TransactionStep>(&event->payload);
        const auto by = step != nullptr && step->decision ? reader.decision(*step->decision)
                                                          : base::Result<store::DecisionRow>(store::DecisionRow{});
        const bool goes_on = instead && *state != TransactionState::expired && *state != TransactionState::cancelled;
        instead = ports::Instead{*state, entry.time, goes_on ? instead->person : domain::PersonId(), escalated, {}, {}};
        if (by && !by->person.empty()) {
            instead->person = by->person;
        }
    }
    if (instead && instead->state == TransactionState::expired) {
        add_rule(reader, row.decision, subject, tier, *instead);
    }
    return instead;
}

} // namespace verdicts
