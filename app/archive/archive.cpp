// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/archive.h"

#include "app/archive/aside.h"
#include "app/archive/feed_search.h"
#include "app/archive/own_tiers.h"
#include "app/ports/case_level.h"
#include "app/projection/case_cards.h"
#include "app/projection/case_file.h"
#include "app/projection/case_row.h"
#include "app/projection/decision_row.h"
#include "app/verdicts/answer_clock.h"
#include "app/verdicts/approving.h"
#include "app/verdicts/explain.h"
#include "app/verdicts/instead.h"
#include "app/verdicts/noted_view.h"
#include "app/wire/event_codec.h"

#include <algorithm>

namespace archive {

namespace {

using base::Result;
using store::Reader;

constexpr std::uint32_t cases_at_once = 500;
/// More than any person reads; the oldest come first.
constexpr std::uint32_t most_turns = 2'000;

Result<domain::Event> event_at(const Reader& reader, std::uint64_t index, wire::Decoder& decoder,
                               base::Instant& received) {
    auto entry = reader.entry(index);
    if (!entry) {
        return entry.fault();
    }
    received = entry->received;
    return decoder.decode(entry->body);
}

/// The newest decision about a case, nothing where there is none.
Result<std::optional<store::DecisionRow>> newest_decision(const Reader& reader, const store::CaseRow& row) {
    if (row.decision.empty()) {
        return std::optional<store::DecisionRow>();
    }
    auto decision = reader.decision(row.decision);
    if (!decision) {
        return decision.fault();
    }
    return std::optional(std::move(decision).value());
}

Result<ports::CaseRow> row_of(const Reader& reader, const store::CaseRow& stored, verdicts::AnswerClock& answers) {
    const auto decision = newest_decision(reader, stored);
    if (!decision) {
        return decision.fault();
    }
    ports::CaseRow row = projection::case_row(stored, decision->has_value() ? &**decision : nullptr);
    answers.apply(reader, stored, row);
    return row;
}

Result<ports::CaseChanges> read_open_cases(const Reader& reader) {
    ports::CaseChanges changes;
    verdicts::AnswerClock answers;
    std::optional<std::uint64_t> after;
    for (;;) {
        const auto rows = reader.open_cases(after, cases_at_once);
        if (!rows) {
            return rows.fault();
        }
        for (const store::CaseRow& stored : *rows) {
            auto row = row_of(reader, stored, answers);
            if (!row) {
                return row.fault();
            }
            changes.changed.push_back(std::move(row).value());
            after = stored.opened_index;
        }
        if (rows->size() < cases_at_once) {
            return changes;
        }
    }
}

/// The newest event of a type from or about an agent, nothing where there is none.
template <class Payload>
Result<std::optional<Payload>> newest(const Reader& reader, const domain::AgentId& agent, domain::EventType type) {
    store::EntryFilter filter;
    filter.kind = store::EntryKind::event;
    filter.agent = agent;
    filter.type = type;
    const auto page = reader.entries(filter, store::PageRequest{{}, store::Direction::backward, 1});
    if (!page) {
        return page.fault();
    }
    if (page->entries.empty()) {
        return std::optional<Payload>();
    }
    wire::Decoder decoder;
    base::Instant received{};
    auto event = event_at(reader, page->entries.front().index, decoder, received);
    if (!event) {
        return event.fault();
    }
    if (auto* payload = std::get_if<Payload>(&event->payload)) {
        return std::optional<Payload>(std::move(*payload));
    }
    return std::optional<Payload>();
}

base::Done add_decisions(const Reader& reader, const domain::TransactionKey& key, ports::CaseFile& file) {
    store::DecisionFilter filter;
    filter.transaction = key;
    const auto decisions = reader.decisions(filter);
    if (!decisions) {
        return decisions.fault();
    }
    for (const store::DecisionRow& stored : *decisions) {
        const auto receipts = reader.receipts(stored.id);
        if (!receipts) {
            return receipts.fault();
        }
        const auto receipt = receipts->empty() ? std::optional<domain::Receipt>() : receipts->back().receipt;
        auto row = projection::decision_row(stored, receipt);
        if (!row) {
            return row.fault();
        }
        row->instead = verdicts::instead_of(reader, *row);
        file.decisions.push_back(std::move(row).value());
    }
    return {};
}

/// Where the newest event of a type about an agent stands in the record; nothing where there is none.
Result<std::optional<std::uint64_t>> newest_place(const Reader& reader, const domain::AgentId& agent,
                                                  domain::EventType type) {
    store::EntryFilter filter;
    filter.kind = store::EntryKind::event;
    filter.agent = agent;
    filter.type = type;
    const auto page = reader.entries(filter, store::PageRequest{{}, store::Direction::backward, 1});
    if (!page) {
        return page.fault();
    }
    return page->entries.empty() ? std::nullopt : std::optional(page->entries.front().index);
}

/// A stop is in force until it is lifted for the same target: the agent, or the whole fleet.
Result<bool> is_stopped(const Reader& reader, const domain::AgentId& agent) {
    for (const domain::AgentId& target : {agent, domain::AgentId("*")}) {
        const auto ordered = newest_place(reader, target, domain::EventType::stop_ordered);
        const auto lifted = newest_place(reader, target, domain::EventType::stop_lifted);
        if (!ordered || !lifted) {
            return ordered ? lifted.fault() : ordered.fault();
        }
        if (*ordered > *lifted) { // nothing is less than any place
            return true;
        }
    }
    return false;
}

base::Done add_master_data(const Reader& reader, ports::CaseFile& file) {
    if (file.versions.empty()) {
        return {};
    }
    const domain::Subject& subject = file.versions.back().version.subject;
    auto agent = newest<domain::Agent>(reader, subject.agent, domain::EventType::agent_registered);
    if (!agent) {
        return agent.fault();
    }
    file.agent = std::move(agent).value();
    const auto stopped = is_stopped(reader, subject.agent);
    if (!stopped) {
        return stopped.fault();
    }
    file.agent_stopped = *stopped;
    auto mandate = newest<domain::Mandate>(reader, subject.agent, domain::EventType::mandate_granted);
    if (!mandate) {
        return mandate.fault();
    }
    if (subject.mandate && mandate->has_value() && (*mandate)->id == *subject.mandate) {
        file.mandate = std::move(mandate).value();
    }
    return {};
}

/// The turns of the conversation that led to the order; most were said before the order had an id.
base::Done add_conversation(const Reader& reader, const domain::SourceId& source, ports::CaseFile& file) {
    if (file.versions.empty() || !file.versions.back().version.subject.conversation) {
        return {};
    }
    store::EntryFilter filter;
    filter.kind = store::EntryKind::event;
    filter.source = source;
    filter.type = domain::EventType::turn_taken;
    filter.category = file.versions.back().version.subject.conversation->bytes();
    const auto page = reader.entries(filter, store::PageRequest{{}, store::Direction::forward, most_turns});
    if (!page) {
        return page.fault();
    }
    wire::Decoder decoder;
    std::vector<ports::SaidTurn> turns;
    for (const store::Entry& entry : page->entries) {
        base::Instant received{};
        auto event = event_at(reader, entry.index, decoder, received);
        if (!event) {
            return event.fault();
        }
        if (auto* turn = std::get_if<domain::Turn>(&event->payload)) {
            turns.push_back({std::move(*turn), event->time, entry.index});
        }
    }
    projection::add_turns(std::move(turns), file);
    return {};
}

/// The views that persons noted, also as steps of the timeline.
void add_views(std::vector<ports::NotedView> views, ports::CaseFile& file) {
    for (const ports::NotedView& view : views) {
        ports::TimelineEntry entry;
        entry.row.index = view.index;
        entry.row.time = entry.row.received = view.time;
        entry.row.version = view.version;
        entry.view = view;
        const auto behind =
            std::find_if(file.timeline.begin(), file.timeline.end(),
                         [&view](const ports::TimelineEntry& other) { return other.row.index > view.index; });
        file.timeline.insert(behind, std::move(entry));
    }
    file.views = std::move(views);
}

/// By the policy that judged the newest version, or the one in force where that says nothing.
base::Done ask_for_own_view(const Reader& reader, ports::CaseFile& file) {
    const domain::Tier tier = ports::level_of(file.row);
    if (!file.is_case || !verdicts::wants_own_view(file.row.key, tier, 100)) {
        return {};
    }
    std::optional<std::int32_t> percent;
    if (!file.judgements.empty() && file.judgements.back().version == file.row.version) {
        percent = file.judgements.back().own_view_percent;
    }
    if (!percent) {
        const auto policy = verdicts::in_force(reader, file.row.key.source);
        if (!policy) {
            return policy.fault();
        }
        percent = policy->book.document().own_view_percent;
    }
    file.wants_own_view = verdicts::wants_own_view(file.row.key, tier, *percent);
    return {};
}

/// Who may approve it; asked for while it waits for somebody.
base::Done add_authority(const Reader& reader, base::Instant now, ports::CaseFile& file) {
    const bool open = file.row.state == ports::CaseState::open || file.row.state == ports::CaseState::awaiting_second;
    if (!open || file.row.raised) {
        return {};
    }
    const auto law = verdicts::approval_law(reader, file.row.key.source);
    if (!law) {
        return law.fault();
    }
    file.authority = verdicts::authority_over(*law, file, now);
    return {};
}

Result<ports::CaseFile> read_case_file(const Reader& reader, const domain::TransactionKey& key, base::Instant now) {
    const auto entries = reader.transaction(key);
    if (!entries) {
        return entries.fault();
    }
    auto file = projection::case_file(*entries);
    if (!file) {
        return file.fault();
    }
    const auto stored = reader.find_case(key);
    if (!stored) {
        return stored.fault();
    }
    if (entries->empty() && !stored->has_value()) {
        return base::Fault{base::FaultCode::not_found, "no such transaction in the record", key.id.bytes()};
    }
    REEVE_TRY(add_decisions(reader, key, *file));
    REEVE_TRY(add_master_data(reader, *file));
    REEVE_TRY(add_conversation(reader, key.source, *file));
    auto judgements = verdicts::explain_all(reader, *entries);
    if (!judgements) {
        return judgements.fault();
    }
    file->judgements = std::move(judgements).value();
    file->is_case = stored->has_value();
    add_views(verdicts::views_in(*entries), *file);
    if (file->is_case) {
        verdicts::AnswerClock answers;
        auto row = row_of(reader, **stored, answers);
        if (!row) {
            return row.fault();
        }
        file->row = std::move(row).value();
    } else {
        file->row = projection::ordinary_row(key, *file);
    }
    if (!file->versions.empty()) {
        file->row.purpose = file->versions.back().version.subject.purpose;
    }
    REEVE_TRY(ask_for_own_view(reader, *file));
    REEVE_TRY(add_authority(reader, now, *file));
    const auto status = reader.status();
    if (!status) {
        return status.fault();
    }
    file->as_of = status->entries;
    file->cards = projection::case_cards(*file);
    return file;
}

} // namespace

template <class T, class Answer>
void Archive::ask(ports::Reply<T> reply, Answer answer) {
    pool_.ask([reply = std::move(reply), answer = std::move(answer)](base::Result<Reader*> reader) {
        if (reader.ok()) {
            reply(answer(**reader));
        } else {
            reply(reader.fault());
        }
    });
}

void Archive::page(ports::FeedQuery query, ports::Reply<ports::FeedPage> reply) {
    ask(std::move(reply), [query = std::move(query)](const Reader& reader) { return read_feed(reader, query); });
}

void Archive::own_tiers(std::uint64_t first, std::uint64_t last, ports::Reply<ports::OwnTiers> reply) {
    ask(std::move(reply), [first, last](const Reader& reader) { return read_own_tiers(reader, first, last); });
}

void Archive::open_cases(ports::Reply<ports::CaseChanges> reply) {
    ask(std::move(reply), [](const Reader& reader) { return read_open_cases(reader); });
}

void Archive::case_file(domain::TransactionKey key, ports::Reply<ports::CaseFile> reply) {
    ask(std::move(reply), [this, key = std::move(key)](const Reader& reader) {
        return read_case_file(reader, key, clock_ != nullptr ? clock_->now() : base::SystemClock().now());
    });
}

void Archive::original(std::uint64_t index, ports::Reply<domain::UntrustedText> reply) {
    ask(std::move(reply), [index](const Reader& reader) -> Result<domain::UntrustedText> {
        auto entry = reader.entry(index);
        if (!entry) {
            return entry.fault();
        }
        return domain::UntrustedText(std::move(entry->body));
    });
}

void Archive::quarantine(ports::AsideQuery query, ports::Reply<ports::QuarantinePage> reply) {
    ask(std::move(reply), [query](const Reader& reader) { return read_quarantine(reader, query); });
}

void Archive::conflicts(ports::AsideQuery query, ports::Reply<ports::ConflictPage> reply) {
    ask(std::move(reply), [query](const Reader& reader) { return read_conflicts(reader, query); });
}

void Archive::gaps(ports::GapQuery query, ports::Reply<ports::GapPage> reply) {
    ask(std::move(reply), [query = std::move(query)](const Reader& reader) { return read_gaps(reader, query); });
}

} // namespace archive
