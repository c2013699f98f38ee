// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/store/connection.h"

#include <filesystem>
#include <memory>
#include <span>
#include <string_view>

namespace store {

/// One numbered step of the schema. Its number is its place from 1; steps are only ever added.
struct Migration {
    std::string_view name;
    std::string_view sql;
};

enum class Access { write, read };

/// A kind of database. SQLite today; PostgreSQL joins by implementing this and Connection.
class Backend {
public:
    virtual ~Backend() = default;
    /// Opens with every setting that makes it safe, and asserts each by reading it back.
    /// Faults: not_found (Access::read and no store), corrupt (not a store), unreadable, disk_full.
    [[nodiscard]] virtual base::Result<std::unique_ptr<Connection>> open(const std::filesystem::path& folder,
                                                                         Access access) const = 0;
    [[nodiscard]] virtual std::span<const Migration> migrations() const = 0;
    /// Reads and writes the number of the last migration that was run. Zero: an empty database.
    [[nodiscard]] virtual base::Result<int> schema(Connection& connection) const = 0;
    [[nodiscard]] virtual base::Done set_schema(Connection& connection, int number) const = 0;
    /// Bytes of the store without its log.
    [[nodiscard]] virtual std::uint64_t file_bytes(const std::filesystem::path& folder) const = 0;
    /// Bytes of its log (SQLite: the WAL file).
    [[nodiscard]] virtual std::uint64_t log_bytes(const std::filesystem::path& folder) const = 0;
};

/// A file "record.sqlite" in the folder. `vfs` names a registered SQLite VFS (tests inject faults there); empty: the
/// system's own.
class SqliteBackend final : public Backend {
public:
    explicit SqliteBackend(std::string vfs = {})
        : vfs_(std::move(vfs)) {}
    [[nodiscard]] base::Result<std::unique_ptr<Connection>> open(const std::filesystem::path& folder,
                                                                 Access access) const override;
    [[nodiscard]] std::span<const Migration> migrations() const override;
    [[nodiscard]] base::Result<int> schema(Connection& connection) const override;
    [[nodiscard]] base::Done set_schema(Connection& connection, int number) const override;
    [[nodiscard]] std::uint64_t file_bytes(const std::filesystem::path& folder) const override;
    [[nodiscard]] std::uint64_t log_bytes(const std::filesystem::path& folder) const override;

private:
    std::string vfs_;
};

/// Brings the schema up to date, each step in a transaction of its own. Faults: newer_version, and those of Connection.
[[nodiscard]] base::Done migrate(const Backend& backend, Connection& connection);
/// Refuses a schema that this build does not read. Faults: newer_version, corrupt (no store), stale (older: it has to
/// be opened for writing once).
[[nodiscard]] base::Done check_schema(const Backend& backend, Connection& connection);

} // namespace store
