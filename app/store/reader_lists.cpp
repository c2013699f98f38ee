// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/reader_impl.h"
#include "app/store/row_codec.h"

#include <limits>

namespace store {

namespace {

constexpr std::int64_t no_bound = std::numeric_limits<std::int64_t>::max();

/// Parameters ?1 (exclusive upper bound of a keyset) and ?2 (limit).
auto before_and_limit(const std::optional<std::uint64_t>& before, std::uint32_t limit) {
    return [before, limit](Statement& statement) {
        statement.bind(1, before ? stored(*before) : no_bound);
        statement.bind(2, limit);
    };
}

base::Result<QuarantineRow> read_quarantine(const Statement& row) {
    QuarantineRow found;
    found.index = whole(row, 0);
    found.source = domain::SourceId(copy(row.text(1)));
    for (int code = 0; code <= static_cast<int>(base::FaultCode::internal); ++code) {
        if (row.text(2) == base::name_of(static_cast<base::FaultCode>(code))) {
            found.code = static_cast<base::FaultCode>(code);
        }
    }
    found.detail = copy(row.text(3));
    found.place = copy(row.text(4));
    found.size = whole(row, 5);
    found.kept = whole(row, 6);
    if (!take(row.blob(7), found.digest)) {
        return damaged("quarantine");
    }
    found.times = row.integer(8);
    found.last_received = instant(row.integer(9));
    found.received = instant(row.integer(10));
    return found;
}

base::Result<ConflictRow> read_conflict(const Statement& row) {
    ConflictRow found;
    found.index = whole(row, 0);
    found.other = whole(row, 1);
    found.kind = static_cast<ConflictKind>(row.integer(2));
    found.source = domain::SourceId(copy(row.text(3)));
    found.id = domain::EventId(copy(row.text(4)));
    found.sequence = whole(row, 5);
    found.transaction = domain::TransactionId(copy(row.text(6)));
    if (row.integer(2) < 1 || row.integer(2) > 3 || !take(row.blob(7), found.digest)) {
        return damaged("conflict");
    }
    found.times = row.integer(8);
    found.last_received = instant(row.integer(9));
    found.received = instant(row.integer(10));
    return found;
}

base::Result<ReceiptRow> read_receipt(const Statement& row) {
    ReceiptRow found;
    domain::Receipt& receipt = found.receipt;
    found.index = whole(row, 0);
    receipt.id = domain::ReceiptId(copy(row.text(1)));
    receipt.decision = domain::DecisionId(copy(row.text(2)));
    receipt.outcome = static_cast<domain::ReceiptOutcome>(row.integer(4));
    receipt.code = copy(row.text(5));
    receipt.advice = domain::UntrustedText(copy(row.text(6)));
    receipt.claim_epoch = row.integer(7);
    receipt.issued = instant(row.integer(8));
    receipt.signed_bytes = copy(row.blob(9));
    if (row.integer(4) < 0 || row.integer(4) > static_cast<std::int64_t>(domain::ReceiptOutcome::not_applied) ||
        !take(row.blob(3), receipt.decision_digest) || !take(row.blob(10), receipt.key) ||
        !take(row.blob(11), receipt.signature)) {
        return damaged("receipt");
    }
    return found;
}

} // namespace

base::Result<std::vector<QuarantineRow>> Reader::quarantine(std::optional<std::uint64_t> before,
                                                            std::uint32_t limit) const {
    return impl_->list<QuarantineRow>(
        "SELECT q.n, s.name, q.code, q.detail, q.place, q.size, q.kept, q.digest, q.times, q.last_received, e.received "
        "FROM quarantine q JOIN source s ON s.number = q.source JOIN entry e ON e.n = q.n "
        "WHERE q.n < ?1 ORDER BY q.n DESC LIMIT ?2",
        before_and_limit(before, limit), read_quarantine);
}

base::Result<std::vector<ConflictRow>> Reader::conflicts(std::optional<std::uint64_t> before,
                                                         std::uint32_t limit) const {
    return impl_->list<ConflictRow>(
        "SELECT c.n, c.other, c.kind, s.name, e.id, e.sequence, e.txn, c.digest, c.times, c.last_received, e.received "
        "FROM conflict c JOIN source s ON s.number = c.source JOIN entry e ON e.n = c.n "
        "WHERE c.n < ?1 ORDER BY c.n DESC LIMIT ?2",
        before_and_limit(before, limit), read_conflict);
}

base::Result<std::vector<DuplicateRow>> Reader::duplicates(std::optional<std::uint64_t> before,
                                                           std::uint32_t limit) const {
    return impl_->list<DuplicateRow>(
        "SELECT d.n, s.name, e.id, d.times, d.last_received FROM duplicate d JOIN entry e ON e.n = d.n "
        "JOIN source s ON s.number = e.source WHERE d.n < ?1 ORDER BY d.n DESC LIMIT ?2",
        before_and_limit(before, limit), [](const Statement& row) -> base::Result<DuplicateRow> {
            return DuplicateRow{whole(row, 0), domain::SourceId(copy(row.text(1))), domain::EventId(copy(row.text(2))),
                                row.integer(3), instant(row.integer(4))};
        });
}

base::Result<std::vector<GapRow>> Reader::gaps(bool open_only, std::uint32_t limit,
                                               const std::optional<GapRow>& after) const {
    return impl_->list<GapRow>(
        "SELECT s.name, g.low, g.high, g.filled, g.given_up, g.noticed FROM gap g JOIN source s ON s.number = g.source "
        "WHERE g.filled <= ?1 AND (g.source, g.low) > (coalesce((SELECT number FROM source WHERE name = ?3), -1), ?4) "
        "ORDER BY g.source, g.low LIMIT ?2",
        [&](Statement& statement) {
            statement.bind(1, open_only ? 0 : 1);
            statement.bind(2, limit);
            if (after) {
                statement.bind_text(3, after->source.bytes());
            } else {
                statement.bind_null(3);
            }
            statement.bind(4, after ? stored(after->from) : -1);
        },
        [](const Statement& row) -> base::Result<GapRow> { return read_gap(row); });
}

base::Result<std::vector<SourceRow>> Reader::sources() const {
    return impl_->list<SourceRow>(
        "SELECT " REEVE_SOURCE_COLUMNS " FROM source s ORDER BY s.number", [](Statement&) {},
        [](const Statement& row) -> base::Result<SourceRow> { return read_source(row); });
}

base::Result<std::vector<CaseRow>> Reader::open_cases(std::optional<std::uint64_t> after, std::uint32_t limit) const {
    return impl_->list<CaseRow>(
        "SELECT " REEVE_CASE_COLUMNS REEVE_CASE_FROM "WHERE c.is_open = 1 AND c.opened_index > ?1 "
        "ORDER BY c.opened_index LIMIT ?2",
        [&](Statement& statement) {
            statement.bind(1, after ? stored(*after) : -1);
            statement.bind(2, limit);
        },
        read_case);
}

base::Result<std::vector<CaseRow>> Reader::cases(std::optional<CaseState> state, std::optional<std::uint64_t> before,
                                                 std::uint32_t limit) const {
    return impl_->list<CaseRow>(
        "SELECT " REEVE_CASE_COLUMNS REEVE_CASE_FROM "WHERE c.opened_index < ?1 AND (?3 < 0 OR c.state = ?3) "
        "ORDER BY c.opened_index DESC LIMIT ?2",
        [&](Statement& statement) {
            before_and_limit(before, limit)(statement);
            statement.bind(3, state ? static_cast<std::int64_t>(*state) : -1);
        },
        read_case);
}

base::Result<std::vector<CaseRow>> Reader::cases_changed(std::uint64_t from, std::uint32_t limit) const {
    return impl_->list<CaseRow>(
        "SELECT " REEVE_CASE_COLUMNS REEVE_CASE_FROM "WHERE c.changed_index >= ?1 ORDER BY c.changed_index LIMIT ?2",
        [&](Statement& statement) {
            statement.bind(1, stored(from));
            statement.bind(2, limit);
        },
        read_case);
}

base::Result<std::optional<CaseRow>> Reader::find_case(const domain::TransactionKey& key) const {
    auto found = impl_->list<CaseRow>(
        "SELECT " REEVE_CASE_COLUMNS REEVE_CASE_FROM "WHERE s.name = ?1 AND c.txn = ?2",
        [&](Statement& statement) {
            statement.bind_text(1, key.source.bytes());
            statement.bind_text(2, key.id.bytes());
        },
        read_case);
    if (!found) {
        return found.fault();
    }
    return found->empty() ? std::optional<CaseRow>() : std::optional(std::move(found->front()));
}

base::Result<std::vector<DecisionRow>> Reader::decisions(const DecisionFilter& filter) const {
    return impl_->list<DecisionRow>(
        "SELECT " REEVE_DECISION_COLUMNS REEVE_DECISION_FROM
        "WHERE d.n < ?1 AND (?3 < 0 OR d.state = ?3) AND (?4 IS NULL OR (s.name = ?4 AND d.txn = ?5)) "
        "AND (?6 = 0 OR d.state IN (3, 4, 6, 9)) ORDER BY d.n DESC LIMIT ?2",
        [&](Statement& statement) {
            before_and_limit(filter.before, filter.limit)(statement);
            statement.bind(3, filter.state ? static_cast<std::int64_t>(*filter.state) : -1);
            if (filter.transaction) {
                statement.bind_text(4, filter.transaction->source.bytes());
                statement.bind_text(5, filter.transaction->id.bytes());
            } else {
                statement.bind_null(4);
                statement.bind_null(5);
            }
            statement.bind(6, filter.unsettled_only ? 1 : 0);
        },
        read_decision);
}

base::Result<DecisionRow> Reader::decision(const domain::DecisionId& id) const {
    auto found = impl_->list<DecisionRow>(
        "SELECT " REEVE_DECISION_COLUMNS REEVE_DECISION_FROM "WHERE d.id = ?1",
        [&](Statement& statement) { statement.bind_text(1, id.bytes()); }, read_decision);
    if (!found) {
        return found.fault();
    }
    if (found->empty()) {
        return base::Fault{base::FaultCode::not_found, "no such decision", id.bytes()};
    }
    return std::move(found->front());
}

base::Result<std::vector<ReceiptRow>> Reader::receipts(const domain::DecisionId& id) const {
    return impl_->list<ReceiptRow>(
        "SELECT n, id, decision, decision_digest, outcome, code, advice, claim_epoch, issued, bytes, key, signature "
        "FROM receipt WHERE decision = ?1 ORDER BY n",
        [&](Statement& statement) { statement.bind_text(1, id.bytes()); }, read_receipt);
}

base::Result<std::vector<BatchRow>> Reader::batches(std::uint32_t limit) const {
    return impl_->list<BatchRow>(
        "SELECT " REEVE_BATCH_COLUMNS REEVE_BATCH_FROM "ORDER BY b.number DESC LIMIT ?1",
        [&](Statement& statement) { statement.bind(1, limit); }, read_batch);
}

base::Result<std::optional<RosterRow>> Reader::roster(const domain::SourceId& source) const {
    auto found = impl_->list<RosterRow>(
        "SELECT " REEVE_ROSTER_COLUMNS REEVE_ROSTER_FROM "WHERE s.name = ?1 ORDER BY r.version DESC LIMIT 1",
        [&](Statement& statement) { statement.bind_text(1, source.bytes()); }, read_roster);
    if (!found) {
        return found.fault();
    }
    return found->empty() ? std::optional<RosterRow>() : std::optional(std::move(found->front()));
}

base::Result<std::vector<CheckpointRow>> Reader::checkpoints(std::uint32_t limit) const {
    return impl_->list<CheckpointRow>(
        "SELECT " REEVE_CHECKPOINT_COLUMNS " FROM checkpoint ORDER BY size DESC LIMIT ?1",
        [&](Statement& statement) { statement.bind(1, limit); }, read_checkpoint);
}

} // namespace store
