// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/row_codec.h"
#include "app/store/store.h"

namespace store {

base::Result<std::int64_t> Store::source_number(const domain::SourceId& source) {
    std::int64_t number = 0;
    const auto bind = [&](Statement& statement) { statement.bind_text(1, source.bytes()); };
    const auto row = [&](const Statement& found) {
        number = found.integer(0);
        return base::Done();
    };
    REEVE_TRY(statements_.each("SELECT number FROM source WHERE name = ?1", bind, row));
    if (number == 0) {
        REEVE_TRY(statements_.each("INSERT INTO source(name) VALUES(?1) RETURNING number", bind, row));
    }
    return number;
}

base::Result<std::vector<std::pair<std::int64_t, SourceRow>>> Store::sources() {
    std::vector<std::pair<std::int64_t, SourceRow>> all;
    REEVE_TRY(statements_.each(
        "SELECT " REEVE_SOURCE_COLUMNS " FROM source s ORDER BY s.number", [](Statement&) {},
        [&](const Statement& row) {
            all.emplace_back(row.integer(0), read_source(row));
            return base::Done();
        }));
    return all;
}

base::Done Store::save_source(std::int64_t number, const SourceRow& row) {
    return statements_.run("UPDATE source SET highest = ?2, contiguous = ?3, events = ?4, duplicates = ?5, "
                           "conflicts = ?6, quarantined = ?7, last_received = ?8 WHERE number = ?1",
                           [&](Statement& statement) {
                               statement.bind(1, number);
                               statement.bind(2, stored(row.highest));
                               statement.bind(3, stored(row.contiguous));
                               statement.bind(4, stored(row.events));
                               statement.bind(5, stored(row.duplicates));
                               statement.bind(6, stored(row.conflicts));
                               statement.bind(7, stored(row.quarantined));
                               statement.bind(8, micros(row.last_received));
                           });
}

base::Result<std::vector<GapRow>> Store::gaps(std::int64_t source, const domain::SourceId& name) {
    std::vector<GapRow> all;
    REEVE_TRY(statements_.each(
        "SELECT ?2, low, high, filled, given_up, noticed FROM gap WHERE source = ?1 ORDER BY low",
        [&](Statement& statement) {
            statement.bind(1, source);
            statement.bind_text(2, name.bytes());
        },
        [&](const Statement& row) {
            all.push_back(read_gap(row));
            return base::Done();
        }));
    return all;
}

base::Done Store::save_gap(std::int64_t source, const GapRow& gap) {
    return statements_.run("INSERT INTO gap(source, low, high, filled, noticed, given_up) "
                           "VALUES(?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT(source, low) DO UPDATE SET "
                           "high = excluded.high, filled = excluded.filled, noticed = excluded.noticed, "
                           "given_up = excluded.given_up",
                           [&](Statement& statement) {
                               statement.bind(1, source);
                               statement.bind(2, stored(gap.from));
                               statement.bind(3, stored(gap.to));
                               statement.bind(4, gap.filled ? 1 : 0);
                               statement.bind(5, micros(gap.noticed));
                               statement.bind(6, gap.given_up ? 1 : 0);
                           });
}

base::Done Store::drop_gap(std::int64_t source, std::uint64_t from) {
    return statements_.run("DELETE FROM gap WHERE source = ?1 AND low = ?2", [&](Statement& statement) {
        statement.bind(1, source);
        statement.bind(2, stored(from));
    });
}

base::Done Store::count_duplicate(std::uint64_t index, base::Instant received) {
    return statements_.run("INSERT INTO duplicate VALUES(?1, 1, ?2) ON CONFLICT(n) DO UPDATE SET times = times + 1, "
                           "last_received = excluded.last_received",
                           [&](Statement& statement) {
                               statement.bind(1, stored(index));
                               statement.bind(2, micros(received));
                           });
}

base::Result<bool> Store::count_conflict(std::uint64_t other, const domain::Digest& digest, base::Instant received) {
    bool known = false;
    REEVE_TRY(statements_.each(
        "UPDATE conflict SET times = times + 1, last_received = ?3 WHERE other = ?1 AND digest = ?2 RETURNING n",
        [&](Statement& statement) {
            statement.bind(1, stored(other));
            statement.bind_blob(2, view(digest));
            statement.bind(3, micros(received));
        },
        [&](const Statement&) {
            known = true;
            return base::Done();
        }));
    return known;
}

base::Done Store::insert_conflict(std::int64_t source, const ConflictRow& row) {
    return statements_.run("INSERT INTO conflict VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)", [&](Statement& statement) {
        statement.bind(1, stored(row.index));
        statement.bind(2, stored(row.other));
        statement.bind(3, static_cast<std::int64_t>(row.kind));
        statement.bind(4, source);
        statement.bind_blob(5, view(row.digest));
        statement.bind(6, row.times);
        statement.bind(7, micros(row.last_received));
    });
}

base::Result<bool> Store::count_quarantine(std::int64_t source, const domain::Digest& digest, base::Instant received) {
    bool known = false;
    REEVE_TRY(statements_.each(
        "UPDATE quarantine SET times = times + 1, last_received = ?3 WHERE digest = ?1 AND source = ?2 RETURNING n",
        [&](Statement& statement) {
            statement.bind_blob(1, view(digest));
            statement.bind(2, source);
            statement.bind(3, micros(received));
        },
        [&](const Statement&) {
            known = true;
            return base::Done();
        }));
    return known;
}

base::Done Store::insert_quarantine(std::int64_t source, const QuarantineRow& row) {
    return statements_.run("INSERT INTO quarantine VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
                           [&](Statement& statement) {
                               statement.bind(1, stored(row.index));
                               statement.bind(2, source);
                               statement.bind_text(3, base::name_of(row.code));
                               statement.bind_text(4, row.detail);
                               statement.bind_text(5, row.place);
                               statement.bind(6, stored(row.size));
                               statement.bind(7, stored(row.kept));
                               statement.bind_blob(8, view(row.digest));
                               statement.bind(9, row.times);
                               statement.bind(10, micros(row.last_received));
                           });
}

base::Result<std::vector<BatchRow>> Store::batches() {
    std::vector<BatchRow> all;
    REEVE_TRY(statements_.each(
        "SELECT " REEVE_BATCH_COLUMNS REEVE_BATCH_FROM "ORDER BY b.number", [](Statement&) {},
        [&](const Statement& row) -> base::Done {
            auto batch = read_batch(row);
            if (!batch) {
                return batch.fault();
            }
            all.push_back(std::move(*batch));
            return {};
        }));
    return all;
}

base::Done Store::save_batch(std::int64_t source, const BatchRow& row) {
    return statements_.run("INSERT INTO batch VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT(number) DO UPDATE "
                           "SET state = excluded.state, events = excluded.events, duplicates = excluded.duplicates, "
                           "ended = excluded.ended",
                           [&](Statement& statement) {
                               statement.bind(1, row.number);
                               statement.bind(2, source);
                               statement.bind_blob(3, view(row.content));
                               statement.bind(4, static_cast<std::int64_t>(row.state));
                               if (row.same_as) {
                                   statement.bind(5, *row.same_as);
                               } else {
                                   statement.bind_null(5);
                               }
                               statement.bind(6, stored(row.events));
                               statement.bind(7, stored(row.duplicates));
                               statement.bind(8, micros(row.begun));
                               statement.bind(9, micros(row.ended));
                           });
}

} // namespace store
