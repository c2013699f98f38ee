// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/reader.h"

#include "app/store/reader_impl.h"
#include "app/store/row_codec.h"

#include <array>

namespace store {

Reader::Reader(std::unique_ptr<Impl> impl)
    : impl_(std::move(impl)) {}
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;

base::Result<Reader> Reader::open(const std::filesystem::path& folder) {
    const SqliteBackend backend;
    auto connection = backend.open(folder, Access::read);
    if (!connection) {
        return connection.fault();
    }
    REEVE_TRY(check_schema(backend, **connection));
    std::array<std::uint64_t, 2> words{};
    Statements statements(**connection);
    REEVE_TRY(statements.each(
        "SELECT value FROM meta WHERE key = 'hash_key'", [](Statement&) {},
        [&](const Statement& row) -> base::Done {
            const std::string_view key = row.blob(0);
            if (key.size() != sizeof words) {
                return damaged("meta");
            }
            std::copy(key.begin(), key.end(), reinterpret_cast<char*>(words.data()));
            return {};
        }));
    return Reader(std::make_unique<Impl>(folder, std::move(*connection), base::KeyedHash(words[0], words[1])));
}

void Reader::interrupt() {
    impl_->connection_->interrupt();
}

base::Result<std::vector<Entry>> Reader::range(std::uint64_t from, std::uint32_t count) const {
    return impl_->list<Entry>(
        "SELECT " REEVE_ENTRY_COLUMNS REEVE_ENTRY_FROM "WHERE e.n >= ?1 AND e.n < ?2 ORDER BY e.n",
        [&](Statement& statement) {
            statement.bind(1, stored(from));
            statement.bind(2, stored(from + count));
        },
        [](const Statement& row) { return read_entry(row, true); });
}

base::Result<Entry> Reader::entry(std::uint64_t index) const {
    auto found = range(index, 1);
    if (!found) {
        return found.fault();
    }
    if (found->empty()) {
        return base::Fault{base::FaultCode::not_found, "the record has no such entry", std::to_string(index)};
    }
    return std::move(found->front());
}

base::Result<std::vector<domain::Digest>> Reader::nodes(unsigned level, std::uint64_t first, std::size_t count) const {
    return read_nodes(impl_->statements_, level, first, count);
}

base::Result<std::uint64_t> Reader::Impl::number(std::string_view constant_sql) {
    std::uint64_t found = 0;
    REEVE_TRY(statements_.each(
        constant_sql, [](Statement&) {},
        [&](const Statement& row) {
            found = whole(row, 0);
            return base::Done();
        }));
    return found;
}

base::Result<Status> Reader::status() const {
    return impl_->in_one_state([&]() -> base::Result<Status> {
        Status status;
        const auto schema = impl_->backend_.schema(*impl_->connection_);
        if (!schema) {
            return schema.fault();
        }
        status.schema = *schema;
        const std::pair<std::uint64_t*, std::string_view> numbers[] = {
            {&status.entries, "SELECT coalesce(max(n) + 1, 0) FROM entry"},
            {&status.sealed_segments, "SELECT coalesce(max(number) + 1, 0) FROM segment"},
            {&status.open_cases, "SELECT count(*) FROM work_case WHERE is_open = 1"},
            {&status.unsettled_decisions, "SELECT count(*) FROM decision WHERE state IN (3, 4, 6, 9)"},
        };
        for (const auto& [into, sql] : numbers) {
            const auto found = impl_->number(sql);
            if (!found) {
                return found.fault();
            }
            *into = *found;
        }
        auto rows = sources();
        auto last = checkpoints(1);
        if (!rows || !last) {
            return rows ? last.fault() : rows.fault();
        }
        status.sources = std::move(*rows);
        for (const SourceRow& source : status.sources) {
            status.events += source.events;
            status.duplicates += source.duplicates;
            status.conflicts += source.conflicts;
            status.quarantined += source.quarantined;
            status.open_gaps += source.open_gaps;
        }
        if (!last->empty()) {
            status.last_checkpoint = std::move(last->front());
        }
        REEVE_TRY(impl_->statements_.each(
            "SELECT value FROM meta WHERE key = 'root'", [](Statement&) {},
            [&](const Statement& row) {
                return take(row.blob(0), status.root) ? base::Done() : base::Done(damaged("meta"));
            }));
        status.file_bytes = impl_->backend_.file_bytes(impl_->folder_);
        status.wal_bytes = impl_->backend_.log_bytes(impl_->folder_);
        return status;
    });
}

base::Result<std::optional<std::string>> Reader::setting(std::string_view key) const {
    std::optional<std::string> value;
    const std::string stored_name = "setting." + std::string(key);
    REEVE_TRY(impl_->statements_.each(
        "SELECT value FROM meta WHERE key = ?1", [&](Statement& statement) { statement.bind_text(1, stored_name); },
        [&](const Statement& row) {
            value = copy(row.blob(0));
            return base::Done();
        }));
    return value;
}

} // namespace store
