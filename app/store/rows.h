// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/fault.h"
#include "app/domain/decision.h"
#include "app/domain/ids.h"
#include "app/domain/receipt.h"
#include "app/domain/roster.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace store {

/// What was set aside because it could not be read. The entry with the same index holds the first bytes.
struct QuarantineRow {
    std::uint64_t index = 0;
    domain::SourceId source; ///< the feed or file that brought it
    base::FaultCode code{};  ///< malformed, too_large, …
    std::string detail;      ///< the reason; quotes input, so untrusted
    std::string place;       ///< file:line, event number of the feed, byte offset, JSON pointer
    std::uint64_t size = 0;  ///< bytes as received
    std::uint64_t kept = 0;  ///< bytes kept in the entry's body, at most 64 KiB
    domain::Digest digest{}; ///< SHA-256 of all bytes as received, with the id that a mapping gave them (if it did)
    std::int64_t times = 1;  ///< how often the same bytes came from this source
    base::Instant received{};
    base::Instant last_received{};
};

enum class ConflictKind {
    other_body = 1,     ///< source and id are known, the bytes differ
    other_identity = 2, ///< the sequence is taken by another id
    other_version = 3,  ///< the same version of a transaction with another digest, or a gap in versions
};
[[nodiscard]] std::string_view name_of(ConflictKind kind);

/// Two things that cannot both be true. For other_version both are events of the record.
struct ConflictRow {
    std::uint64_t index = 0; ///< entry that holds the later, contradicting copy
    std::uint64_t other = 0; ///< entry that it contradicts
    ConflictKind kind = ConflictKind::other_body;
    domain::SourceId source;
    domain::EventId id;
    std::uint64_t sequence = 0;
    domain::TransactionId transaction;
    domain::Digest digest{}; ///< SHA-256 of the later copy
    std::int64_t times = 1;
    base::Instant received{};
    base::Instant last_received{};
};

/// An event that came again, byte for byte.
struct DuplicateRow {
    std::uint64_t index = 0; ///< entry of the first copy
    domain::SourceId source;
    domain::EventId id;
    std::int64_t times = 1; ///< further copies
    base::Instant last_received{};
};

/// A run of missing sequence numbers, both ends included.
struct GapRow {
    domain::SourceId source;
    std::uint64_t from = 0;
    std::uint64_t to = 0;
    bool filled = false;
    bool given_up = false; ///< the source was asked again and does not give them
    base::Instant noticed{};
};

/// How far a source is recorded. It is complete to `contiguous`; acknowledge and resume at `settled`: what the source
/// cannot give stays listed as a gap, but does not bring back everything behind it with every connection.
struct SourceRow {
    domain::SourceId source;
    std::uint64_t highest = 0;    ///< greatest sequence seen
    std::uint64_t contiguous = 0; ///< everything up to here is recorded
    std::uint64_t settled = 0;    ///< everything up to here is recorded, or was asked for again and not given
    std::uint64_t events = 0;
    std::uint64_t duplicates = 0;
    std::uint64_t conflicts = 0;
    std::uint64_t quarantined = 0;
    std::uint64_t open_gaps = 0;
    base::Instant last_received{};
    friend bool operator==(const SourceRow&, const SourceRow&) = default;
};

/// A decision in the outbox or behind it. The signed bytes are what counts; the other columns were taken from them when
/// they were recorded. wire::decode_decision() reads them back.
struct DecisionRow {
    domain::DecisionId id;
    std::uint64_t index = 0; ///< entry of kind decision
    domain::SourceId source;
    domain::TransactionId transaction;
    std::int32_t version = 0;
    domain::AgentId agent;
    domain::Verb verb = domain::Verb::ask;
    domain::PersonId person;
    domain::DecisionState state = domain::DecisionState::drafted;
    std::string signed_bytes; ///< the bytes that are, or would be, signed
    domain::PublicKey key{};
    domain::Signature signature{};
    std::int32_t attempts = 0;
    std::optional<base::Instant> next_attempt;
    base::Instant not_before{};
    base::Instant not_after{};
    base::Instant created{};
    base::Instant changed{};
    std::string cause; ///< machine-readable reason of the last change (code of a refusal, network_lost, …)
    std::optional<std::uint64_t> receipt_index; ///< entry of the newest receipt
};

/// The gateway's answer, kept beside the decision; `signed_bytes` are its body in the record.
struct ReceiptRow {
    std::uint64_t index = 0;
    domain::Receipt receipt; ///< complete, advice included
};

struct DecisionFilter {
    std::optional<domain::DecisionState> state;
    std::optional<domain::TransactionKey> transaction;
    bool unsettled_only = false;         ///< what the courier still has to deliver or to ask about
    std::optional<std::uint64_t> before; ///< keyset: entry index of the last row of the page before
    std::uint32_t limit = 200;
};

/// Life of an import. A suspected batch has the content of another one of a different source or period, and stays
/// outside of spend and baselines until somebody keeps or discards it.
enum class BatchState { running = 1, complete = 2, suspected = 3, kept = 4, discarded = 5, interrupted = 6 };
[[nodiscard]] std::string_view name_of(BatchState state);

struct BatchRow {
    std::int64_t number = 0; ///< from 1
    domain::SourceId source;
    domain::Digest content{}; ///< digest of the content without source and period
    BatchState state = BatchState::running;
    std::optional<std::int64_t> same_as; ///< the earlier batch with identical content
    std::uint64_t events = 0;
    std::uint64_t duplicates = 0;
    base::Instant begun{};
    base::Instant ended{};
};

/// A signed statement of the tree's size and root (C2SP signed note).
struct CheckpointRow {
    std::uint64_t size = 0;
    domain::Digest root{};
    std::string note; ///< the signed note as text
    base::Instant made{};
};

struct RosterRow {
    std::uint64_t index = 0; ///< entry of kind roster
    std::int64_t version = 0;
    domain::SourceId source;     ///< gateway that it is for
    domain::SignedRoster roster; ///< signed bytes, key and signature; wire::decode_roster() reads the bytes
};

/// State of the whole store, for the status strip and `reevectl status`.
struct Status {
    int schema = 0;
    std::uint64_t entries = 0;
    std::uint64_t sealed_segments = 0;
    std::uint64_t events = 0;
    std::uint64_t duplicates = 0;
    std::uint64_t conflicts = 0;
    std::uint64_t quarantined = 0;
    std::uint64_t open_gaps = 0;
    std::uint64_t open_cases = 0;
    std::uint64_t unsettled_decisions = 0;
    std::uint64_t file_bytes = 0;
    std::uint64_t wal_bytes = 0;
    domain::Digest root{}; ///< of the tree with `entries` leaves
    std::optional<CheckpointRow> last_checkpoint;
    std::vector<SourceRow> sources;
};

} // namespace store
