// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/backend.h"
#include "app/store/connection.h"

#include <filesystem>
#include <memory>
#include <string>

struct sqlite3;

namespace store {

inline constexpr std::uint64_t sqlite_page_bytes = 16'384;

/// SQLite through its C interface; no other class sees it.
class SqliteConnection final : public Connection {
public:
    [[nodiscard]] static base::Result<std::unique_ptr<SqliteConnection>> open(const std::filesystem::path& file,
                                                                              Access access, const std::string& vfs);
    ~SqliteConnection() override;
    SqliteConnection(const SqliteConnection&) = delete;
    SqliteConnection& operator=(const SqliteConnection&) = delete;

    /// Defensive mode, no extensions, no double-quoted strings, no views or triggers from outside, limits.
    [[nodiscard]] base::Done harden();
    /// Learns after each commit how long the log is, without asking the file system. The last of all settings: SQLite
    /// forgets the hook when the pragma wal_autocheckpoint is set.
    void watch_log();

    [[nodiscard]] base::Result<std::unique_ptr<Statement>> prepare(std::string_view portable_sql) override;
    [[nodiscard]] base::Done execute(std::string_view sql) override;
    [[nodiscard]] base::Done begin_write() override { return execute("BEGIN IMMEDIATE"); }
    [[nodiscard]] base::Done begin_read() override { return execute("BEGIN"); }
    [[nodiscard]] base::Done commit() override { return execute("COMMIT"); }
    void rollback() override;
    void interrupt() override;
    [[nodiscard]] base::Result<std::uint64_t> tidy_log(bool wait) override;
    [[nodiscard]] base::Done sync() override;
    [[nodiscard]] std::uint64_t log_bytes() const override;

private:
    explicit SqliteConnection(sqlite3* handle)
        : handle_(handle) {}
    sqlite3* handle_;
    std::uint64_t log_pages_ = 0; ///< as the last commit or checkpoint said
};

} // namespace store
