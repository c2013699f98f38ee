// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/encoding.h"
#include "app/base/result.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

/// The dialect seam. Everything above this header speaks portable SQL (the subset that SQLite and PostgreSQL share,
/// parameters as ?1, ?2, …) through Statement and Connection; what differs between databases is the migrations and the
/// opening, which a Backend gives. Why not Qt Sql: text has to stay the exact UTF-8 that arrived (QSqlQuery goes
/// through UTF-16), every result code has to be seen, faults have to be injected below the database, readers have to
/// move between threads, and the native prepared statement is three times as fast on the ingest path.
namespace store {

/// A prepared statement. Views given to bind must live until reset(); views taken from a row until the next step.
/// A bind that fails is reported by the next step.
class Statement {
public:
    virtual ~Statement() = default;
    virtual void bind(int at, std::int64_t value) = 0;
    virtual void bind_text(int at, std::string_view value) = 0;
    virtual void bind_blob(int at, std::string_view value) = 0;
    virtual void bind_null(int at) = 0;
    /// True: a row is there. False: done. Faults: by what the database says, `where` is the statement's start.
    [[nodiscard]] virtual base::Result<bool> step() = 0;
    virtual void reset() = 0;

    [[nodiscard]] virtual std::int64_t integer(int column) const = 0;
    [[nodiscard]] virtual std::string_view text(int column) const = 0;
    [[nodiscard]] virtual std::string_view blob(int column) const = 0;
    [[nodiscard]] virtual bool is_null(int column) const = 0;
};

/// Ends the use of a statement when the block is left, so that no read transaction stays open behind it.
class Use {
public:
    explicit Use(Statement& statement)
        : statement_(statement) {}
    ~Use() { statement_.reset(); }
    Use(const Use&) = delete;
    Use& operator=(const Use&) = delete;

private:
    Statement& statement_;
};

/// One connection to one database.
/// Faults of every call: disk_full, unreadable, corrupt, locked (busy), conflict (a constraint), cancelled, internal.
class Connection {
public:
    virtual ~Connection() = default;
    [[nodiscard]] virtual base::Result<std::unique_ptr<Statement>> prepare(std::string_view portable_sql) = 0;
    /// One or several statements without parameters.
    [[nodiscard]] virtual base::Done execute(std::string_view sql) = 0;
    [[nodiscard]] virtual base::Done begin_write() = 0;
    [[nodiscard]] virtual base::Done begin_read() = 0;
    [[nodiscard]] virtual base::Done commit() = 0;
    /// Safe when nothing is open.
    virtual void rollback() = 0;
    /// Ends what runs on another thread with `cancelled`.
    virtual void interrupt() = 0;
    /// Moves what is committed to its final place and bounds the log of the database (SQLite: the WAL). `wait`: until
    /// all of it is moved, else as much as goes without waiting. Answers how many bytes the log holds.
    [[nodiscard]] virtual base::Result<std::uint64_t> tidy_log(bool wait) = 0;
    /// Waits until what is at its final place is on the disk as well.
    [[nodiscard]] virtual base::Done sync() = 0;
    [[nodiscard]] virtual std::uint64_t log_bytes() const = 0;
};

} // namespace store
