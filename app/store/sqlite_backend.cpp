// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/backend.h"
#include "app/store/sqlite_connection.h"
#include "app/store/sqlite_schema.h"

#include <sqlite3.h>

#include <string>

namespace store {

namespace {

constexpr const char* file_name = "record.sqlite";
/// What is kept of the log's file when everything in it was moved.
constexpr std::int64_t largest_empty_log = 64LL * 1024 * 1024;
/// "Reve": tells our files from other SQLite databases (SQLite file format, application id).
constexpr std::int64_t application_id = 0x52657665;

base::Fault wrong_setting(std::string_view name, std::int64_t found) {
    return base::Fault{base::FaultCode::unreadable,
                       "the database did not take a setting that keeps the record safe: " + std::string(name) + " is " +
                           std::to_string(found),
                       std::string(name)};
}

base::Result<std::int64_t> read_number(Connection& connection, const std::string& pragma) {
    auto statement = connection.prepare("PRAGMA " + pragma);
    if (!statement) {
        return statement.fault();
    }
    const auto row = (*statement)->step();
    if (!row) {
        return row.fault();
    }
    return *row ? (*statement)->integer(0) : std::int64_t{-1};
}

base::Done set_number(Connection& connection, const std::string& pragma, std::int64_t value) {
    REEVE_TRY(connection.execute("PRAGMA " + pragma + "=" + std::to_string(value)));
    const auto found = read_number(connection, pragma);
    if (!found) {
        return found.fault();
    }
    return *found == value ? base::Done() : base::Done(wrong_setting(pragma, *found));
}

base::Done set_journal(Connection& connection) {
    auto statement = connection.prepare("PRAGMA journal_mode=WAL");
    if (!statement) {
        return statement.fault();
    }
    const auto row = (*statement)->step();
    if (!row) {
        return row.fault();
    }
    if (!*row || (*statement)->text(0) != "wal") {
        return wrong_setting("journal_mode", 0);
    }
    return {};
}

/// An empty file is a store to be; anything else has to carry our mark.
base::Done check_mark(Connection& connection) {
    const auto mark = read_number(connection, "application_id");
    if (!mark) {
        return mark.fault();
    }
    const auto pages = read_number(connection, "page_count");
    if (!pages) {
        return pages.fault();
    }
    if (*mark != application_id && *pages > 0) {
        return base::Fault{base::FaultCode::corrupt,
                           "the file is a database of another program; name another folder for the store", file_name};
    }
    return {};
}

base::Done settings_of_all(SqliteConnection& connection) {
    REEVE_TRY(connection.harden());
    REEVE_TRY(check_mark(connection));
    REEVE_TRY(set_number(connection, "trusted_schema", 0));
    REEVE_TRY(set_number(connection, "cell_size_check", 1));
    REEVE_TRY(set_number(connection, "foreign_keys", 1));
    REEVE_TRY(set_number(connection, "temp_store", 2));
    REEVE_TRY(set_number(connection, "mmap_size", 0));
    return {};
}

base::Done settings_of_writer(SqliteConnection& connection) {
    const auto mark = read_number(connection, "application_id");
    if (!mark) {
        return mark.fault();
    }
    if (*mark != application_id) {
        REEVE_TRY(connection.execute("PRAGMA page_size=" + std::to_string(sqlite_page_bytes)));
        REEVE_TRY(set_number(connection, "application_id", application_id));
    }
    REEVE_TRY(set_journal(connection));
    REEVE_TRY(set_number(connection, "synchronous", 2)); // FULL
    REEVE_TRY(set_number(connection, "fullfsync", 1));
    REEVE_TRY(set_number(connection, "checkpoint_fullfsync", 1));
    REEVE_TRY(set_number(connection, "wal_autocheckpoint", 0)); // tidy_log() does it
    REEVE_TRY(set_number(connection, "cache_size", -8 * 1024));
    REEVE_TRY(set_number(connection, "journal_size_limit", largest_empty_log));
    connection.watch_log();
    return {};
}

std::uint64_t size_of(const std::filesystem::path& file) {
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    return error ? 0 : size;
}

/// A damaged or foreign file says so in one sentence with advice.
base::Fault with_advice(base::Fault fault) {
    if (fault.code == base::FaultCode::corrupt && fault.detail.find("another program") == std::string::npos) {
        fault.detail = "the file is not a store or is damaged; put it aside and restore a backup, or name another "
                       "folder (" +
                       fault.detail + ")";
    }
    return fault;
}

} // namespace

base::Result<std::unique_ptr<Connection>> SqliteBackend::open(const std::filesystem::path& folder,
                                                              Access access) const {
    auto opened = SqliteConnection::open(folder / file_name, access, vfs_);
    if (!opened) {
        return with_advice(opened.fault());
    }
    if (const auto set = settings_of_all(**opened); !set) {
        return with_advice(set.fault());
    }
    if (access == Access::write) {
        if (const auto set = settings_of_writer(**opened); !set) {
            return with_advice(set.fault());
        }
    } else if (const auto set = set_number(**opened, "query_only", 1); !set) {
        return with_advice(set.fault());
    }
    return std::unique_ptr<Connection>(std::move(*opened));
}

std::span<const Migration> SqliteBackend::migrations() const {
    return sqlite_migrations();
}

base::Result<int> SqliteBackend::schema(Connection& connection) const {
    const auto number = read_number(connection, "user_version");
    if (!number) {
        return with_advice(number.fault());
    }
    return static_cast<int>(*number);
}

base::Done SqliteBackend::set_schema(Connection& connection, int number) const {
    return set_number(connection, "user_version", number);
}

std::uint64_t SqliteBackend::file_bytes(const std::filesystem::path& folder) const {
    return size_of(folder / file_name);
}

std::uint64_t SqliteBackend::log_bytes(const std::filesystem::path& folder) const {
    return size_of(folder / (std::string(file_name) + "-wal"));
}

} // namespace store
