// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/feed.h"
#include "app/ports/reply.h"

namespace ports {

/// A page of the record by keyset: at most `limit` rows with index below `before` (newest first), or above `after`
/// (oldest first) when that is set.
struct FeedQuery {
    std::optional<std::uint64_t> before;
    std::optional<std::uint64_t> after;
    std::uint32_t limit = 200;
    std::optional<domain::AgentId> agent;
    std::optional<domain::TransactionId> transaction;
    std::optional<domain::SupplierId> supplier;
    std::optional<domain::EventType> type;
    std::optional<domain::Tier> at_least;
};

struct FeedPage {
    std::vector<FeedRow> rows;
    bool more = false;
};

/// How one version of a transaction looked.
struct Version {
    domain::TransactionVersion version;
    base::Instant time{};
    std::uint64_t index = 0;
};

/// A step in the life of a transaction, in the order of the record.
struct TimelineEntry {
    FeedRow row;
    std::string code;
    domain::UntrustedText note;
    std::optional<domain::DecisionId> decision;
};

/// A decision as the record holds it, for lists and for the case.
struct DecisionRow {
    domain::Decision decision;
    domain::DecisionState state = domain::DecisionState::drafted;
    bool simulated = false; ///< signed by the simulated colleague
    base::Instant signed_at{};
    base::Instant changed{};
    std::int32_t attempts = 0;
    std::optional<domain::Receipt> receipt;
    std::optional<base::Fault> fault; ///< of the last delivery attempt
};

/// Everything about one transaction, as of one moment of the record.
struct CaseFile {
    CaseRow row;
    bool is_case = false;          ///< false: an ordinary transaction opened from Live
    std::vector<Version> versions; ///< in order; the last is current
    std::optional<domain::Agent> agent;
    std::optional<domain::Mandate> mandate;
    std::vector<domain::Assessment> assessments;
    std::vector<domain::Turn> turns;
    std::vector<TimelineEntry> timeline;
    std::vector<DecisionRow> decisions;
    std::optional<domain::Plan> plan; ///< with the states of its steps
    std::uint64_t as_of = 0;          ///< entries in the record when this was read
};

/// Input that was kept but not understood.
struct QuarantineRow {
    std::uint64_t index = 0;
    domain::SourceId source;
    std::uint64_t sequence = 0; ///< 0 where unknown
    base::Instant received{};
    base::Fault reason;
    std::string raw; ///< what arrived, at most its first 64 KiB
};

/// History out. Answers come from reader threads, never from the one that writes.
class Archive {
public:
    virtual ~Archive() = default;

    virtual void page(FeedQuery query, Reply<FeedPage> reply) = 0;
    virtual void open_cases(Reply<CaseChanges> reply) = 0;
    /// Faults: not_found.
    virtual void case_file(domain::TransactionKey key, Reply<CaseFile> reply) = 0;
    /// The bytes of an event as they arrived. Faults: not_found.
    virtual void original(std::uint64_t index, Reply<domain::UntrustedText> reply) = 0;
    virtual void quarantine(std::optional<std::uint64_t> before, std::uint32_t limit,
                            Reply<std::vector<QuarantineRow>> reply) = 0;
};

} // namespace ports
