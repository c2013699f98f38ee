// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/row_codec.h"

namespace store {

namespace {

std::optional<base::Instant> read_instant(const Statement& row, int column) {
    return row.is_null(column) ? std::nullopt : std::optional(instant(row.integer(column)));
}

/// An enumerator from its stored number, or false when no build of this schema wrote it.
template <class Enum>
bool take_enum(const Statement& row, int column, Enum last, Enum& value) {
    const std::int64_t number = row.integer(column);
    value = static_cast<Enum>(number);
    return number >= 0 && number <= static_cast<std::int64_t>(last);
}

} // namespace

base::Fault damaged(std::string_view table) {
    return base::Fault{base::FaultCode::corrupt, "a row of the store is damaged; restore a backup", std::string(table)};
}

base::Result<std::optional<domain::Money>> read_money(const Statement& row, int amount, int currency) {
    if (row.is_null(amount)) {
        return std::optional<domain::Money>();
    }
    const auto code = domain::Currency::from_code(row.text(currency));
    if (!code) {
        return damaged("currency");
    }
    return std::optional(domain::Money{row.integer(amount), *code});
}

base::Result<Entry> read_entry(const Statement& row, bool with_body) {
    Entry entry;
    entry.index = whole(row, 0);
    entry.kind = static_cast<EntryKind>(row.integer(1));
    entry.source = domain::SourceId(copy(row.text(2)));
    entry.sequence = whole(row, 3);
    entry.id = domain::EventId(copy(row.text(4)));
    const std::int64_t type = row.integer(5);
    entry.time = instant(row.integer(6));
    entry.received = instant(row.integer(7));
    entry.agent = domain::AgentId(copy(row.text(8)));
    entry.transaction = domain::TransactionId(copy(row.text(9)));
    entry.version = static_cast<std::int32_t>(row.integer(10));
    entry.supplier = domain::SupplierId(copy(row.text(11)));
    entry.category = copy(row.text(12));
    const std::int64_t tier = row.is_null(13) ? -1 : row.integer(13);
    auto money = read_money(row, 14, 15);
    entry.batch = row.integer(16);
    entry.body_key_id = copy(row.text(17));
    if (row.integer(1) < 1 || row.integer(1) > static_cast<std::int64_t>(EntryKind::policy) || type < 0 ||
        type > domain::event_type_count || tier > static_cast<std::int64_t>(domain::Tier::blocked) || !money ||
        !take(row.blob(18), entry.salt) || !take(row.blob(19), entry.leaf)) {
        return damaged("entry " + std::to_string(entry.index));
    }
    entry.amount = *money;
    if (type > 0) {
        entry.type = static_cast<domain::EventType>(type);
    }
    if (tier >= 0) {
        entry.tier = static_cast<domain::Tier>(tier);
    }
    if (with_body) {
        entry.body = copy(row.blob(entry_body_column));
    }
    return entry;
}

base::Result<CaseRow> read_case(const Statement& row) {
    CaseRow found;
    found.key = {domain::SourceId(copy(row.text(0))), domain::TransactionId(copy(row.text(1)))};
    const bool states = take_enum(row, 2, CaseState::acknowledged, found.state) &&
                        take_enum(row, 3, CaseOrigin::raised, found.origin) &&
                        take_enum(row, 13, domain::Tier::blocked, found.tier) &&
                        take_enum(row, 14, domain::Moment::observed_only, found.moment) &&
                        take_enum(row, 15, domain::TransactionState::expired, found.transaction_state);
    found.version = static_cast<std::int32_t>(row.integer(4));
    found.agent = domain::AgentId(copy(row.text(6)));
    found.owner = domain::OwnerId(copy(row.text(7)));
    found.supplier = {domain::SupplierId(copy(row.text(8))), domain::UntrustedText(copy(row.text(9)))};
    found.category = copy(row.text(10));
    auto money = read_money(row, 11, 12);
    if (!states || !money || !take(row.blob(5), found.digest)) {
        return damaged("work_case");
    }
    found.amount = *money;
    found.escalation = copy(row.text(16));
    found.codes = copy(row.text(17));
    found.if_nobody_acts = domain::UntrustedText(copy(row.text(18)));
    found.expires = read_instant(row, 19);
    found.decision = domain::DecisionId(copy(row.text(20)));
    found.claimed_by = domain::PersonId(copy(row.text(21)));
    found.claim_epoch = row.integer(22);
    found.claim_expires = read_instant(row, 23);
    found.opened = instant(row.integer(24));
    found.changed = instant(row.integer(25));
    found.opened_index = whole(row, 26);
    found.changed_index = whole(row, 27);
    found.subject_index = whole(row, 28);
    found.suspected_duplicate = row.integer(29) != 0;
    found.purpose = domain::UntrustedText(copy(row.text(30)));
    found.policy_version = copy(row.text(31));
    found.awaited = static_cast<std::int32_t>(row.integer(32));
    if (!row.is_null(33)) {
        domain::Tier ours = domain::Tier::automatic;
        if (!take_enum(row, 33, domain::Tier::blocked, ours)) {
            return damaged("work_case");
        }
        found.our_tier = ours;
    }
    found.judged_version = static_cast<std::int32_t>(row.integer(34));
    return found;
}

base::Result<DecisionRow> read_decision(const Statement& row) {
    DecisionRow found;
    found.id = domain::DecisionId(copy(row.text(0)));
    found.index = whole(row, 1);
    found.source = domain::SourceId(copy(row.text(2)));
    found.transaction = domain::TransactionId(copy(row.text(3)));
    found.version = static_cast<std::int32_t>(row.integer(4));
    found.agent = domain::AgentId(copy(row.text(5)));
    found.person = domain::PersonId(copy(row.text(7)));
    found.signed_bytes = copy(row.blob(9));
    if (!take_enum(row, 6, domain::Verb::acknowledge, found.verb) ||
        !take_enum(row, 8, domain::DecisionState::not_applied, found.state) || !take(row.blob(10), found.key) ||
        !take(row.blob(11), found.signature)) {
        return damaged("decision");
    }
    found.attempts = static_cast<std::int32_t>(row.integer(12));
    found.next_attempt = read_instant(row, 13);
    found.not_before = instant(row.integer(14));
    found.not_after = instant(row.integer(15));
    found.created = instant(row.integer(16));
    found.changed = instant(row.integer(17));
    found.cause = copy(row.text(18));
    if (!row.is_null(19)) {
        found.receipt_index = whole(row, 19);
    }
    return found;
}

SourceRow read_source(const Statement& row) {
    SourceRow found;
    found.source = domain::SourceId(copy(row.text(1)));
    found.highest = whole(row, 2);
    found.contiguous = whole(row, 3);
    found.events = whole(row, 4);
    found.duplicates = whole(row, 5);
    found.conflicts = whole(row, 6);
    found.quarantined = whole(row, 7);
    found.last_received = instant(row.integer(8));
    found.open_gaps = whole(row, 9);
    found.settled = whole(row, 10);
    return found;
}

base::Result<BatchRow> read_batch(const Statement& row) {
    BatchRow found;
    found.number = row.integer(0);
    found.source = domain::SourceId(copy(row.text(1)));
    if (!take(row.blob(2), found.content) || !take_enum(row, 3, BatchState::interrupted, found.state)) {
        return damaged("batch");
    }
    if (!row.is_null(4)) {
        found.same_as = row.integer(4);
    }
    found.events = whole(row, 5);
    found.duplicates = whole(row, 6);
    found.begun = instant(row.integer(7));
    found.ended = instant(row.integer(8));
    return found;
}

base::Result<RosterRow> read_roster(const Statement& row) {
    RosterRow found;
    found.index = whole(row, 0);
    found.version = row.integer(1);
    found.source = domain::SourceId(copy(row.text(2)));
    found.roster.signed_bytes = copy(row.blob(3));
    if (!take(row.blob(4), found.roster.key) || !take(row.blob(5), found.roster.signature)) {
        return damaged("roster");
    }
    return found;
}

base::Result<CheckpointRow> read_checkpoint(const Statement& row) {
    CheckpointRow found;
    found.size = whole(row, 0);
    if (!take(row.blob(1), found.root)) {
        return damaged("checkpoint");
    }
    found.note = copy(row.text(2));
    found.made = instant(row.integer(3));
    return found;
}

base::Result<std::vector<domain::Digest>> read_nodes(Statements& statements, unsigned level, std::uint64_t first,
                                                     std::size_t count) {
    std::vector<domain::Digest> hashes;
    const auto bind = [&](Statement& statement) {
        statement.bind(1, stored(first));
        statement.bind(2, stored(first + count));
        if (level > 0) {
            statement.bind(3, level);
        }
    };
    const auto row = [&](const Statement& found) -> base::Done {
        hashes.emplace_back();
        return take(found.blob(0), hashes.back()) ? base::Done() : base::Done(damaged("tree_node"));
    };
    if (level == 0) {
        REEVE_TRY(statements.each("SELECT leaf FROM entry WHERE n >= ?1 AND n < ?2 ORDER BY n", bind, row));
    } else {
        REEVE_TRY(statements.each("SELECT hash FROM tree_node WHERE level = ?3 AND position >= ?1 AND position < ?2 "
                                  "ORDER BY position",
                                  bind, row));
    }
    if (hashes.size() != count) {
        return damaged("tree_node");
    }
    return hashes;
}

GapRow read_gap(const Statement& row) {
    return GapRow{domain::SourceId(copy(row.text(0))),
                  whole(row, 1),
                  whole(row, 2),
                  row.integer(3) != 0,
                  row.integer(4) != 0,
                  instant(row.integer(5))};
}

} // namespace store
