// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/row_codec.h"
#include "app/store/store.h"

namespace store {

namespace {

void bind_money(Statement& statement, int amount, int currency, const std::optional<domain::Money>& money) {
    if (money) {
        statement.bind(amount, money->minor);
        statement.bind_text(currency, money->currency.code());
    } else {
        statement.bind_null(amount);
        statement.bind_null(currency);
    }
}

void bind_case(Statement& statement, std::int64_t source, const CaseRow& row) {
    statement.bind(1, source);
    statement.bind_text(2, row.key.id.bytes());
    statement.bind(3, static_cast<std::int64_t>(row.state));
    statement.bind(4, static_cast<std::int64_t>(row.origin));
    statement.bind(5, row.version);
    statement.bind_blob(6, view(row.digest));
    statement.bind_text(7, row.agent.bytes());
    statement.bind_text(8, row.owner.bytes());
    statement.bind_text(9, row.supplier.id.bytes());
    statement.bind_text(10, row.supplier.name.bytes());
    statement.bind_text(11, row.category);
    bind_money(statement, 12, 13, row.amount);
    statement.bind(14, static_cast<std::int64_t>(row.tier));
    statement.bind(15, static_cast<std::int64_t>(row.moment));
    statement.bind(16, static_cast<std::int64_t>(row.transaction_state));
    statement.bind_text(17, row.escalation);
    statement.bind_text(18, row.codes);
    statement.bind_text(19, row.if_nobody_acts.bytes());
    bind_instant(statement, 20, row.expires);
    statement.bind_text(21, row.decision.bytes());
    statement.bind_text(22, row.claimed_by.bytes());
    statement.bind(23, row.claim_epoch);
    bind_instant(statement, 24, row.claim_expires);
    statement.bind(25, micros(row.opened));
    statement.bind(26, micros(row.changed));
    statement.bind(27, stored(row.opened_index));
    statement.bind(28, stored(row.changed_index));
    statement.bind(29, stored(row.subject_index));
    statement.bind(30, row.suspected_duplicate ? 1 : 0);
    statement.bind(31, is_open(row.state) ? 1 : 0);
    statement.bind_text(32, row.purpose.bytes());
    statement.bind_text(33, row.policy_version);
    statement.bind(34, row.awaited);
    if (row.our_tier) {
        statement.bind(35, static_cast<std::int64_t>(*row.our_tier));
    } else {
        statement.bind_null(35);
    }
    statement.bind(36, row.judged_version);
}

/// Reads rows of a table with one of the readers into a list.
template <class Row, class Read>
auto collect(std::vector<Row>& into, Read read) {
    return [&into, read](const Statement& row) -> base::Done {
        auto found = read(row);
        if (!found) {
            return found.fault();
        }
        into.push_back(std::move(*found));
        return {};
    };
}

template <class Row>
std::optional<Row> first_of(std::vector<Row>& rows) {
    return rows.empty() ? std::nullopt : std::optional<Row>(std::move(rows.front()));
}

} // namespace

base::Result<std::vector<CaseRow>> Store::all_cases(bool open_only) {
    std::vector<CaseRow> all;
    REEVE_TRY(statements_.each(
        "SELECT " REEVE_CASE_COLUMNS REEVE_CASE_FROM "WHERE c.is_open >= ?1 ORDER BY c.source, c.txn",
        [&](Statement& statement) { statement.bind(1, open_only ? 1 : 0); }, collect(all, read_case)));
    return all;
}

base::Done Store::save_case(std::int64_t source, const CaseRow& row) {
    return statements_.run("INSERT OR REPLACE INTO work_case VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, "
                           "?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, "
                           "?31, ?32, ?33, ?34, ?35, ?36)",
                           [&](Statement& statement) { bind_case(statement, source, row); });
}

base::Result<std::optional<DecisionRow>> Store::decision(const domain::DecisionId& id) {
    std::vector<DecisionRow> found;
    REEVE_TRY(statements_.each(
        "SELECT " REEVE_DECISION_COLUMNS REEVE_DECISION_FROM "WHERE d.id = ?1",
        [&](Statement& statement) { statement.bind_text(1, id.bytes()); }, collect(found, read_decision)));
    return first_of(found);
}

base::Result<std::vector<DecisionRow>> Store::unsettled_decisions() {
    std::vector<DecisionRow> found;
    REEVE_TRY(statements_.each(
        "SELECT " REEVE_DECISION_COLUMNS REEVE_DECISION_FROM "WHERE d.state IN (3, 4, 6, 9) ORDER BY d.n",
        [](Statement&) {}, collect(found, read_decision)));
    return found;
}

base::Done Store::insert_decision(std::int64_t source, const DecisionRow& row) {
    return statements_.run("INSERT INTO decision VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, "
                           "?15, ?16, ?17, ?18, ?19, NULL)",
                           [&](Statement& statement) {
                               statement.bind_text(1, row.id.bytes());
                               statement.bind(2, stored(row.index));
                               statement.bind(3, source);
                               statement.bind_text(4, row.transaction.bytes());
                               statement.bind(5, row.version);
                               statement.bind_text(6, row.agent.bytes());
                               statement.bind(7, static_cast<std::int64_t>(row.verb));
                               statement.bind_text(8, row.person.bytes());
                               statement.bind(9, static_cast<std::int64_t>(row.state));
                               statement.bind_blob(10, row.signed_bytes);
                               statement.bind_blob(11, view(row.key));
                               statement.bind_blob(12, view(row.signature));
                               statement.bind(13, row.attempts);
                               bind_instant(statement, 14, row.next_attempt);
                               statement.bind(15, micros(row.not_before));
                               statement.bind(16, micros(row.not_after));
                               statement.bind(17, micros(row.created));
                               statement.bind(18, micros(row.changed));
                               statement.bind_text(19, row.cause);
                           });
}

base::Done Store::update_decision(const DecisionRow& row) {
    return statements_.run(
        "UPDATE decision SET state = ?2, attempts = ?3, next_attempt = ?4, changed = ?5, cause = ?6, "
        "receipt = ?7 WHERE id = ?1",
        [&](Statement& statement) {
            statement.bind_text(1, row.id.bytes());
            statement.bind(2, static_cast<std::int64_t>(row.state));
            statement.bind(3, row.attempts);
            bind_instant(statement, 4, row.next_attempt);
            statement.bind(5, micros(row.changed));
            statement.bind_text(6, row.cause);
            if (row.receipt_index) {
                statement.bind(7, stored(*row.receipt_index));
            } else {
                statement.bind_null(7);
            }
        });
}

base::Done Store::replace_draft(const DecisionRow& row) {
    return statements_.run(
        "UPDATE decision SET n = ?2, bytes = ?3, key = ?4, signature = ?5, state = ?6, changed = ?7, "
        "not_before = ?8, not_after = ?9 WHERE id = ?1",
        [&](Statement& statement) {
            statement.bind_text(1, row.id.bytes());
            statement.bind(2, stored(row.index));
            statement.bind_blob(3, row.signed_bytes);
            statement.bind_blob(4, view(row.key));
            statement.bind_blob(5, view(row.signature));
            statement.bind(6, static_cast<std::int64_t>(row.state));
            statement.bind(7, micros(row.changed));
            statement.bind(8, micros(row.not_before));
            statement.bind(9, micros(row.not_after));
        });
}

base::Result<bool> Store::has_receipt(const domain::ReceiptId& id) {
    bool found = false;
    REEVE_TRY(statements_.each(
        "SELECT n FROM receipt WHERE id = ?1", [&](Statement& statement) { statement.bind_text(1, id.bytes()); },
        [&](const Statement&) {
            found = true;
            return base::Done();
        }));
    return found;
}

base::Done Store::insert_receipt(const ReceiptRow& row) {
    const domain::Receipt& receipt = row.receipt;
    return statements_.run("INSERT INTO receipt VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
                           [&](Statement& statement) {
                               statement.bind(1, stored(row.index));
                               statement.bind_text(2, receipt.id.bytes());
                               statement.bind_text(3, receipt.decision.bytes());
                               statement.bind_blob(4, view(receipt.decision_digest));
                               statement.bind(5, static_cast<std::int64_t>(receipt.outcome));
                               statement.bind_text(6, receipt.code);
                               statement.bind_text(7, receipt.advice.bytes());
                               statement.bind(8, receipt.claim_epoch);
                               statement.bind(9, micros(receipt.issued));
                               statement.bind_blob(10, receipt.signed_bytes);
                               statement.bind_blob(11, view(receipt.key));
                               statement.bind_blob(12, view(receipt.signature));
                           });
}

base::Result<std::optional<RosterRow>> Store::roster(const domain::SourceId& source) {
    std::vector<RosterRow> found;
    REEVE_TRY(statements_.each(
        "SELECT " REEVE_ROSTER_COLUMNS REEVE_ROSTER_FROM "WHERE s.name = ?1 ORDER BY r.version DESC LIMIT 1",
        [&](Statement& statement) { statement.bind_text(1, source.bytes()); }, collect(found, read_roster)));
    return first_of(found);
}

base::Done Store::insert_roster(std::int64_t source, const RosterRow& row) {
    return statements_.run("INSERT INTO roster VALUES(?1, ?2, ?3, ?4, ?5, ?6)", [&](Statement& statement) {
        statement.bind(1, stored(row.index));
        statement.bind(2, source);
        statement.bind(3, row.version);
        statement.bind_blob(4, row.roster.signed_bytes);
        statement.bind_blob(5, view(row.roster.key));
        statement.bind_blob(6, view(row.roster.signature));
    });
}

} // namespace store
