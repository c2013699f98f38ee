// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/store/case_row.h"
#include "app/store/connection.h"
#include "app/store/entry.h"
#include "app/store/rows.h"
#include "app/store/statements.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <vector>

/// Columns to values. Each list of columns stands beside the function that reads it.
namespace store {

// Small pieces.
[[nodiscard]] inline std::string_view view(const auto& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}
[[nodiscard]] inline std::int64_t micros(base::Instant instant) {
    return instant.time_since_epoch().count();
}
[[nodiscard]] inline base::Instant instant(std::int64_t count) {
    return base::Instant{base::Microseconds{count}};
}
[[nodiscard]] inline std::int64_t stored(std::uint64_t value) {
    return static_cast<std::int64_t>(value);
}
[[nodiscard]] inline std::uint64_t whole(const Statement& row, int column) {
    return static_cast<std::uint64_t>(row.integer(column));
}
[[nodiscard]] inline std::string copy(std::string_view text) {
    return std::string(text);
}
inline void bind_instant(Statement& statement, int at, const std::optional<base::Instant>& value) {
    if (value) {
        statement.bind(at, micros(*value));
    } else {
        statement.bind_null(at);
    }
}
inline void bind_text_or_null(Statement& statement, int at, std::string_view value) {
    if (value.empty()) {
        statement.bind_null(at);
    } else {
        statement.bind_text(at, value);
    }
}
/// Fills a fixed-size value; false when the column has another length.
template <std::size_t Size>
[[nodiscard]] bool take(std::string_view bytes, std::array<std::uint8_t, Size>& value) {
    if (bytes.size() != Size) {
        return false;
    }
    std::copy(bytes.begin(), bytes.end(), value.begin());
    return true;
}
[[nodiscard]] base::Fault damaged(std::string_view table);
[[nodiscard]] base::Result<std::optional<domain::Money>> read_money(const Statement& row, int amount, int currency);

#define REEVE_ENTRY_COLUMNS                                                                                            \
    "e.n, e.kind, s.name, e.sequence, e.id, e.type, e.time, e.received, e.agent, e.txn, e.version, e.supplier, "       \
    "e.category, e.tier, e.amount, e.currency, e.batch, e.body_key, e.salt, e.leaf, e.body"
#define REEVE_ENTRY_FROM " FROM entry e LEFT JOIN source s ON s.number = e.source "
inline constexpr int entry_body_column = 20;
[[nodiscard]] base::Result<Entry> read_entry(const Statement& row, bool with_body);

#define REEVE_CASE_COLUMNS                                                                                             \
    "s.name, c.txn, c.state, c.origin, c.version, c.digest, c.agent, c.owner, c.supplier, c.supplier_name, "           \
    "c.category, c.amount, c.currency, c.tier, c.moment, c.txn_state, c.escalation, c.codes, c.if_nobody_acts, "       \
    "c.expires, c.decision, c.claimed_by, c.claim_epoch, c.claim_expires, c.opened, c.changed, c.opened_index, "       \
    "c.changed_index, c.subject_index, c.suspected, c.purpose, c.policy_version, c.awaited, "                          \
    "c.our_tier, c.judged_version"
#define REEVE_CASE_FROM " FROM work_case c JOIN source s ON s.number = c.source "
[[nodiscard]] base::Result<CaseRow> read_case(const Statement& row);

#define REEVE_DECISION_COLUMNS                                                                                         \
    "d.id, d.n, s.name, d.txn, d.version, d.agent, d.verb, d.person, d.state, d.bytes, d.key, d.signature, "           \
    "d.attempts, d.next_attempt, d.not_before, d.not_after, d.created, d.changed, d.cause, d.receipt"
#define REEVE_DECISION_FROM " FROM decision d JOIN source s ON s.number = d.source "
[[nodiscard]] base::Result<DecisionRow> read_decision(const Statement& row);

#define REEVE_SOURCE_COLUMNS                                                                                           \
    "s.number, s.name, s.highest, s.contiguous, s.events, s.duplicates, s.conflicts, s.quarantined, s.last_received, " \
    "(SELECT count(*) FROM gap g WHERE g.source = s.number AND g.filled = 0), "                                        \
    "coalesce((SELECT min(g.low) - 1 FROM gap g WHERE g.source = s.number AND g.filled = 0 AND g.given_up = 0), "      \
    "s.highest)"
[[nodiscard]] SourceRow read_source(const Statement& row);

#define REEVE_BATCH_COLUMNS "b.number, s.name, b.content, b.state, b.same_as, b.events, b.duplicates, b.begun, b.ended"
#define REEVE_BATCH_FROM " FROM batch b JOIN source s ON s.number = b.source "
[[nodiscard]] base::Result<BatchRow> read_batch(const Statement& row);

#define REEVE_ROSTER_COLUMNS "r.n, r.version, s.name, r.bytes, r.key, r.signature"
#define REEVE_ROSTER_FROM " FROM roster r JOIN source s ON s.number = r.source "
/// Roster::roster.roster stays empty: only wire reads the signed bytes.
[[nodiscard]] base::Result<RosterRow> read_roster(const Statement& row);

#define REEVE_CHECKPOINT_COLUMNS "size, root, note, made"
[[nodiscard]] base::Result<CheckpointRow> read_checkpoint(const Statement& row);

/// Hashes of neighbouring complete subtrees; level 0 are the leaves. Faults: corrupt when some are missing.
[[nodiscard]] base::Result<std::vector<domain::Digest>> read_nodes(Statements& statements, unsigned level,
                                                                   std::uint64_t first, std::size_t count);

[[nodiscard]] GapRow read_gap(const Statement& row); ///< source name, low, high, filled, given_up, noticed

} // namespace store
