// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/domain/event_type.h"
#include "app/domain/ids.h"
#include "app/domain/money.h"
#include "app/domain/tier.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace store {

/// What a record entry is. The numbers are stored and committed to by leaves: never reused, new ones at the end.
enum class EntryKind : unsigned char {
    event = 1,          ///< of a feed, body = the bytes as received
    verdict = 2,        ///< our own judgement of a version
    decision = 3,       ///< a signed decision, body = the signed bytes
    receipt = 4,        ///< the gateway's signed answer, body = the signed bytes
    decision_state = 5, ///< a decision went from one state to another
    view = 6,           ///< somebody looked at evidence
    configuration = 7,
    roster = 8,      ///< body = the signed bytes
    plan = 9,        ///< a plan for rolling back, as fetched
    quarantine = 10, ///< input that could not be read, body = its first bytes
    conflict = 11,   ///< a second, contradicting copy; kept aside, folded into nothing
    batch = 12,      ///< begin, end or resolution of an import
    export_ = 13,
    note = 14,
    policy = 15, ///< an edition of the policy was proposed, published or taken back (verdicts/policy_entry.h)
};

/// "event", "export", … ; from_name's counterpart is entry_kind().
[[nodiscard]] std::string_view name_of(EntryKind kind);
[[nodiscard]] std::optional<EntryKind> entry_kind(std::string_view name);

using Salt = std::array<std::uint8_t, 16>;

/// One entry of the record. `index` is dense from 0 and is the index of its Merkle leaf. Everything between `kind` and
/// `received`, and tier, amount and currency, is committed to by the leaf in clear; the body only through
/// SHA-256(salt || body), so that a body can be erased later while the proof stays. Agent, transaction, version,
/// supplier and category are taken from the body when it is written and serve filters.
struct Entry {
    std::uint64_t index = 0;
    EntryKind kind = EntryKind::event;
    domain::SourceId source;
    std::uint64_t sequence = 0; ///< 0: none (everything that is not from a feed)
    domain::EventId id;         ///< event id; for other kinds the id of the decision, receipt, … ; may be empty
    std::optional<domain::EventType> type;
    base::Instant time{};     ///< when it happened, as its author says
    base::Instant received{}; ///< when it reached us
    domain::AgentId agent;
    domain::TransactionId transaction;
    std::int32_t version = 0; ///< of the transaction; 0: none
    domain::SupplierId supplier;
    std::string category; ///< of the goods; for a turn the id of its conversation
    std::optional<domain::Tier> tier;
    std::optional<domain::Money> amount;
    std::int64_t batch = 0; ///< import that it came with; 0: none
    std::string body_key_id;
    Salt salt{};
    domain::Digest leaf{}; ///< RFC 9162 leaf hash
    std::string body;      ///< empty in pages that do not ask for bodies
};

/// What to list. Empty members do not restrict; the others all hold (AND). Times are half open [from, to).
struct EntryFilter {
    std::optional<EntryKind> kind;
    std::optional<domain::SourceId> source;
    std::optional<domain::EventId> event; ///< entries of kind event only
    std::optional<domain::EventType> type;
    std::optional<domain::AgentId> agent;
    std::optional<domain::TransactionId> transaction;
    std::optional<domain::SupplierId> supplier;
    std::optional<std::string> category;
    std::optional<domain::Tier> tier;
    std::optional<domain::Tier> tier_least; ///< this one or a stricter one
    std::optional<domain::Currency> currency;
    std::optional<std::int64_t> amount_least; ///< minor units, inclusive; name a currency beside it
    std::optional<std::int64_t> amount_most;  ///< inclusive
    std::optional<base::Instant> time_from;
    std::optional<base::Instant> time_to;
    std::optional<std::int64_t> batch;
    bool without_suspected = false; ///< leaves out batches that are suspected duplicates or were discarded
};

enum class Direction { forward, backward };

/// A page by keyset: `from` is the last index of the page before (exclusive); nothing starts at the first or last one.
struct PageRequest {
    std::optional<std::uint64_t> from;
    Direction direction = Direction::backward;
    std::uint32_t limit = 200; ///< 1 to 10,000
    bool bodies = false;       ///< entries come with their bodies
};

struct EntryPage {
    std::vector<Entry> entries; ///< in the asked direction
    bool more = false;          ///< another page follows; its `from` is the last entry's index
};

} // namespace store
