// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/domain/event.h"
#include "app/store/case_row.h"
#include "app/store/entry.h"
#include "app/store/rows.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace record {

/// Sequence numbers from `first` to `last`, both included; zeros: not known.
struct SequenceRange {
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    friend bool operator==(const SequenceRange&, const SequenceRange&) = default;
};

/// What could be said of input that the transport or a mapping could not read; it is never decoded, but kept in the
/// quarantine for this very reason.
struct Unreadable {
    base::Fault reason; ///< `where`: the place within what Frame::place names, a column for instance
    /// Its own identity where it has one: equal bytes with another id (two equal rows of a file) are two entries.
    domain::EventId id;
    std::optional<domain::Money> amount; ///< where it could be read all the same, so that sums can be reconciled
    friend bool operator==(const Unreadable&, const Unreadable&) = default;
};

/// Raw input as it came: one CloudEvents JSON object, or an array of them; or what could not be read, and why.
struct Frame {
    std::string bytes;
    base::Instant received{};
    domain::SourceId feed;  ///< what brought it; names the source of what cannot be read
    std::string place;      ///< for the quarantine list: file:line, number in the feed
    std::int64_t batch = 0; ///< import, see Recorder::begin_batch()
    /// What the framing says that `bytes` carry: what arrives and cannot be read is not missing.
    SequenceRange carries = {};
    std::optional<Unreadable> unreadable = std::nullopt;
    /// What the source was asked for again and did not give, up to this frame. A frame without bytes may carry only
    /// this.
    std::vector<SequenceRange> given_up = {};
};

/// An event that is durable now, at its place in the record.
struct RecordedEvent {
    std::uint64_t index = 0;
    domain::Event event;
    base::Instant received{};
    std::int64_t batch = 0;
    bool suspected = false; ///< of a suspected duplicate batch: outside of spend and baselines
};

/// An entry that we make ourselves. `header` needs kind, source, id, time and whatever filters shall find; index,
/// received, salt and leaf are set by the recorder.
struct Draft {
    store::Entry header;
    std::string body;
};

/// A change of a decision's state.
struct DecisionMove {
    domain::DecisionId decision;
    domain::DecisionState to{};
    std::string cause; ///< machine-readable: network_lost, code of a refusal, id of the outcome's event
    std::optional<base::Instant> next_attempt;
    bool attempted = false; ///< counts one delivery attempt
};

struct Counts {
    std::uint64_t events = 0;
    std::uint64_t duplicates = 0;
    std::uint64_t conflicts = 0;
    std::uint64_t quarantined = 0;
    std::uint64_t gaps = 0; ///< new holes in sequences
    friend bool operator==(const Counts&, const Counts&) = default;
};

/// What one commit made durable: immutable, shared between threads.
struct Published {
    std::vector<RecordedEvent> events;         ///< new ones only, in the order of the record
    std::vector<store::Entry> own;             ///< verdicts, decisions, receipts, …; without bodies
    std::vector<store::CaseRow> cases;         ///< those that changed, as they are now
    std::vector<store::DecisionRow> decisions; ///< those that changed, as they are now
    std::vector<store::SourceRow> sources;     ///< those that this commit touched: acknowledge `settled`
    std::vector<store::QuarantineRow> quarantined;
    std::vector<store::ConflictRow> conflicts;
    Counts counts;
    std::uint64_t size = 0; ///< entries in the record after this commit
};

using PublishedPtr = std::shared_ptr<const Published>;

} // namespace record
