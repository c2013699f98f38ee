// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/row_codec.h"
#include "app/store/store.h"

namespace store {

namespace {

constexpr std::string_view insert_entry =
    "INSERT INTO entry VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, "
    "?20, ?21)";

void bind_entry(Statement& statement, const NewEntry& entry) {
    statement.bind(1, stored(entry.index));
    statement.bind(2, static_cast<std::int64_t>(entry.kind));
    statement.bind(3, entry.source);
    statement.bind(4, stored(entry.sequence));
    statement.bind_text(5, entry.id);
    statement.bind(6, entry.type);
    statement.bind(7, micros(entry.time));
    statement.bind(8, micros(entry.received));
    bind_text_or_null(statement, 9, entry.agent);
    bind_text_or_null(statement, 10, entry.transaction);
    statement.bind(11, entry.version);
    bind_text_or_null(statement, 12, entry.supplier);
    bind_text_or_null(statement, 13, entry.category);
    if (entry.tier >= 0) {
        statement.bind(14, entry.tier);
    } else {
        statement.bind_null(14);
    }
    if (entry.amount) {
        statement.bind(15, entry.amount->minor);
        statement.bind_text(16, entry.amount->currency.code());
    } else {
        statement.bind_null(15);
        statement.bind_null(16);
    }
    statement.bind(17, entry.batch);
    bind_text_or_null(statement, 18, entry.body_key_id);
    statement.bind_blob(19, view(entry.salt));
    statement.bind_blob(20, view(entry.leaf));
    statement.bind_blob(21, entry.body);
}

/// The columns that keys are made from, read back.
NewEntry key_columns(const Statement& row) {
    NewEntry entry;
    entry.kind = static_cast<EntryKind>(row.integer(0));
    entry.source = row.integer(1);
    entry.sequence = whole(row, 2);
    entry.id = row.text(3);
    entry.type = static_cast<int>(row.integer(4));
    entry.time = instant(row.integer(5));
    entry.agent = row.text(6);
    entry.transaction = row.text(7);
    entry.supplier = row.text(8);
    entry.category = row.text(9);
    entry.tier = row.is_null(10) ? -1 : static_cast<int>(row.integer(10));
    return entry;
}

} // namespace

base::Result<std::uint64_t> Store::size() {
    std::uint64_t size = 0;
    REEVE_TRY(statements_.each(
        "SELECT n FROM entry ORDER BY n DESC LIMIT 1", [](Statement&) {},
        [&](const Statement& row) {
            size = whole(row, 0) + 1;
            return base::Done();
        }));
    return size;
}

base::Done Store::insert(const NewEntry& entry) {
    return statements_.run(insert_entry, [&](Statement& statement) { bind_entry(statement, entry); });
}

base::Result<Entry> Store::entry(std::uint64_t index) {
    return one(index, true);
}

base::Result<Entry> Store::header(std::uint64_t index) {
    return one(index, false);
}

base::Result<Entry> Store::one(std::uint64_t index, bool with_body) {
    std::optional<Entry> found;
    REEVE_TRY(walk(index, index + 1, with_body, [&](const Entry& entry) {
        found = entry;
        return base::Done();
    }));
    if (!found) {
        return base::Fault{base::FaultCode::not_found, "no such entry", std::to_string(index)};
    }
    return std::move(*found);
}

base::Done Store::walk(std::uint64_t from, std::uint64_t to, bool with_body,
                       const std::function<base::Done(const Entry&)>& visit) {
    constexpr std::uint64_t at_once = 500; // read before they are visited, so that a visitor may read as well
    std::vector<Entry> entries;
    for (; from < to; from += at_once) {
        entries.clear();
        REEVE_TRY(statements_.each(
            "SELECT " REEVE_ENTRY_COLUMNS REEVE_ENTRY_FROM "WHERE e.n >= ?1 AND e.n < ?2 ORDER BY e.n",
            [&](Statement& statement) {
                statement.bind(1, stored(from));
                statement.bind(2, stored(std::min(to, from + at_once)));
            },
            [&](const Statement& row) -> base::Done {
                auto entry = read_entry(row, with_body);
                if (!entry) {
                    return entry.fault();
                }
                entries.push_back(std::move(*entry));
                return {};
            }));
        for (const Entry& entry : entries) {
            REEVE_TRY(visit(entry));
        }
    }
    return {};
}

base::Done Store::load_tail(std::uint64_t from, Tail& tail) {
    return statements_.each(
        "SELECT kind, source, sequence, id, type, time, agent, txn, supplier, category, tier, amount, currency "
        "FROM entry WHERE n >= ?1 ORDER BY n",
        [&](Statement& statement) { statement.bind(1, stored(from)); },
        [&](const Statement& row) -> base::Done {
            NewEntry entry = key_columns(row);
            const auto money = read_money(row, 11, 12);
            if (!money) {
                return money.fault();
            }
            entry.amount = *money;
            tail.add(keys_of(entry, hash_));
            return {};
        });
}

base::Result<std::uint64_t> Store::sealed_segments() {
    std::uint64_t count = 0;
    REEVE_TRY(statements_.each(
        "SELECT number FROM segment ORDER BY number DESC LIMIT 1", [](Statement&) {},
        [&](const Statement& row) {
            count = whole(row, 0) + 1;
            return base::Done();
        }));
    return count;
}

base::Done Store::index_segment(std::uint64_t segment, Dimension dimension, const Tail& tail, std::size_t from) {
    for (const Block& block : tail.seal(dimension, from)) {
        // The same blocks stand there already when the program ended before the segment was sealed.
        REEVE_TRY(statements_.run("INSERT INTO segment_block VALUES(?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING",
                                  [&](Statement& statement) {
                                      statement.bind(1, stored(segment));
                                      statement.bind(2, static_cast<std::int64_t>(dimension));
                                      statement.bind(3, stored_key(block.first_key));
                                      statement.bind_blob(4, block.data);
                                  }));
    }
    return {};
}

base::Done Store::seal_segment(std::uint64_t segment, const Tail& tail, std::size_t from) {
    std::uint64_t least = tail.key(Dimension::time, from);
    std::uint64_t most = least;
    for (std::size_t i = 0; i < segment_entries; ++i) {
        least = std::min(least, tail.key(Dimension::time, from + i));
        most = std::max(most, tail.key(Dimension::time, from + i));
    }
    return statements_.run("INSERT INTO segment VALUES(?1, ?2, ?3)", [&](Statement& statement) {
        statement.bind(1, stored(segment));
        statement.bind(2, stored_key(least));
        statement.bind(3, stored_key(most));
    });
}

base::Result<std::vector<std::uint64_t>> Store::find(std::uint64_t segment, Dimension dimension, std::uint64_t key) {
    std::vector<std::uint64_t> found;
    REEVE_TRY(statements_.each(
        "SELECT key, data FROM segment_block WHERE segment = ?1 AND dimension = ?2 AND key <= ?3 "
        "ORDER BY key DESC LIMIT 1",
        [&](Statement& statement) {
            statement.bind(1, stored(segment));
            statement.bind(2, static_cast<std::int64_t>(dimension));
            statement.bind(3, stored_key(key));
        },
        [&](const Statement& row) {
            return walk_block(key_from_stored(row.integer(0)), row.blob(1),
                              [&](std::uint64_t at, std::uint16_t offset) {
                                  if (at == key) {
                                      found.push_back(segment * segment_entries + offset);
                                  }
                              });
        }));
    return found;
}

base::Done Store::walk_keys(Dimension dimension, const std::function<void(std::uint64_t, std::uint16_t)>& visit) {
    const auto segments = sealed_segments();
    if (!segments) {
        return segments.fault();
    }
    for (std::uint64_t segment = 0; segment < *segments; ++segment) {
        REEVE_TRY(statements_.each(
            "SELECT key, data FROM segment_block WHERE segment = ?1 AND dimension = ?2 ORDER BY key",
            [&](Statement& statement) {
                statement.bind(1, stored(segment));
                statement.bind(2, static_cast<std::int64_t>(dimension));
            },
            [&](const Statement& row) {
                return walk_block(key_from_stored(row.integer(0)), row.blob(1), [&](std::uint64_t key, std::uint16_t) {
                    visit(key, static_cast<std::uint16_t>(segment));
                });
            }));
    }
    return {};
}

} // namespace store
