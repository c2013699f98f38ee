// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/fault.h"
#include "app/domain/event.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace mapping {

/// Where in the input something stands.
struct Place {
    std::uint64_t row = 0;    ///< CSV: record from 1, header included; agent runs: run from 1
    std::uint64_t line = 0;   ///< physical line from 1
    std::uint64_t offset = 0; ///< first byte
    std::string column;       ///< CSV: header of the column; agent runs: JSON pointer; empty: the whole row
    friend bool operator==(const Place&, const Place&) = default;
};

/// "row 12, line 14, column ORIGINAL GROSS AMT", for logs, `--json` and the quarantine list.
[[nodiscard]] std::string describe(const Place& place);

/// A piece of input that became no event, with the reason. Nothing is ever dropped silently.
struct Quarantined {
    domain::SourceId source;
    domain::EventId id; ///< digest of the raw bytes and their ordinal, so that a second import finds it again
    Place place;
    base::Fault reason;
    std::string raw;                     ///< the bytes as they stand in the file (CSV cut at 1 MiB)
    std::optional<domain::Money> amount; ///< where it could be read all the same, so that sums can be reconciled
};

/// What somebody said afterwards about an agent run (reward, label, expected actions). Kept apart from events on
/// purpose: it is an answer sheet, and neither judge nor screen may see it as part of the run.
struct Outcome {
    domain::SourceId source;
    domain::ConversationId conversation;
    std::string json; ///< canonical JSON object, JSON pointer -> value
};

/// One thing that came out of the input, in input order. Events carry `raw` (their canonical JSON) and sequences from
/// 1 without gaps in their source.
struct Item {
    Place place;
    std::variant<domain::Event, Quarantined, Outcome> what;
};

struct Progress {
    std::uint64_t bytes_read = 0;
    std::uint64_t bytes_total = 0; ///< 0: not known (a pipe)
    std::uint64_t rows = 0;        ///< records (without the header) or runs taken
    std::uint64_t events = 0;
    std::uint64_t quarantined = 0;
};

/// What a whole input was, known when it has been read to its end.
struct Summary {
    domain::SourceId source;
    std::string dataset;
    std::string period;
    std::uint64_t rows = 0;
    std::uint64_t events = 0;
    std::uint64_t transactions = 0;
    std::uint64_t agents = 0;
    std::uint64_t quarantined = 0;
    std::uint64_t repeated_rows = 0; ///< rows equal to an earlier one of the same input; they are kept
    /// SHA-256 over the sorted ids of all rows, without source and period: two inputs with the same digest hold the
    /// same rows, whatever they are called (a suspected duplicate batch).
    domain::Digest content{};
    std::map<std::string, domain::Money> event_sums;      ///< by currency, gross of transaction.requested
    std::map<std::string, domain::Money> quarantine_sums; ///< by currency, where an amount could be read
    std::vector<std::string> notes;                       ///< what a person should know, e.g. a column without a name
};

} // namespace mapping
