// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/sqlite_connection.h"

#include <sqlite3.h>

namespace store {

namespace {

base::FaultCode code_of(int result) {
    switch (result & 0xff) {
    case SQLITE_FULL: return base::FaultCode::disk_full;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return base::FaultCode::corrupt;
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return base::FaultCode::locked;
    case SQLITE_CONSTRAINT: return base::FaultCode::conflict;
    case SQLITE_INTERRUPT: return base::FaultCode::cancelled;
    case SQLITE_TOOBIG: return base::FaultCode::too_large;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_NOLFS: return base::FaultCode::unreadable;
    default: return base::FaultCode::internal;
    }
}

base::Fault fault_of(sqlite3* handle, int result, std::string_view where) {
    const int extended = handle != nullptr ? sqlite3_extended_errcode(handle) : result;
    std::string detail = handle != nullptr ? sqlite3_errmsg(handle) : sqlite3_errstr(result);
    detail += " (SQLite " + std::to_string((extended & 0xff) == (result & 0xff) ? extended : result) + ")";
    return base::Fault{code_of(result), std::move(detail), std::string(where.substr(0, 60))};
}

class SqliteStatement final : public Statement {
public:
    explicit SqliteStatement(sqlite3_stmt* handle)
        : handle_(handle) {}
    ~SqliteStatement() override { sqlite3_finalize(handle_); }
    SqliteStatement(const SqliteStatement&) = delete;
    SqliteStatement& operator=(const SqliteStatement&) = delete;

    void bind(int at, std::int64_t value) override { keep(sqlite3_bind_int64(handle_, at, value)); }
    void bind_text(int at, std::string_view value) override {
        const char* data = value.data() != nullptr ? value.data() : "";
        keep(sqlite3_bind_text64(handle_, at, data, value.size(), SQLITE_STATIC, SQLITE_UTF8));
    }
    void bind_blob(int at, std::string_view value) override {
        const char* data = value.data() != nullptr ? value.data() : "";
        keep(sqlite3_bind_blob64(handle_, at, data, value.size(), SQLITE_STATIC));
    }
    void bind_null(int at) override { keep(sqlite3_bind_null(handle_, at)); }

    base::Result<bool> step() override {
        if (bound_ != SQLITE_OK) {
            return fault_of(sqlite3_db_handle(handle_), bound_, sqlite3_sql(handle_));
        }
        const int result = sqlite3_step(handle_);
        if (result == SQLITE_ROW) {
            return true;
        }
        if (result == SQLITE_DONE) {
            return false;
        }
        return fault_of(sqlite3_db_handle(handle_), result, sqlite3_sql(handle_));
    }
    void reset() override {
        sqlite3_reset(handle_); // repeats the code of the last step, which was reported there
        bound_ = SQLITE_OK;
    }

    std::int64_t integer(int column) const override { return sqlite3_column_int64(handle_, column); }
    std::string_view text(int column) const override {
        const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(handle_, column));
        return data == nullptr
                   ? std::string_view()
                   : std::string_view(data, static_cast<std::size_t>(sqlite3_column_bytes(handle_, column)));
    }
    std::string_view blob(int column) const override {
        const auto* data = static_cast<const char*>(sqlite3_column_blob(handle_, column));
        return data == nullptr
                   ? std::string_view()
                   : std::string_view(data, static_cast<std::size_t>(sqlite3_column_bytes(handle_, column)));
    }
    bool is_null(int column) const override { return sqlite3_column_type(handle_, column) == SQLITE_NULL; }

private:
    void keep(int result) {
        if (bound_ == SQLITE_OK) {
            bound_ = result;
        }
    }
    sqlite3_stmt* handle_;
    int bound_ = SQLITE_OK;
};

} // namespace

base::Result<std::unique_ptr<SqliteConnection>> SqliteConnection::open(const std::filesystem::path& file, Access access,
                                                                       const std::string& vfs) {
    std::error_code error;
    if (access == Access::read && !std::filesystem::exists(file, error)) {
        return base::Fault{base::FaultCode::not_found, "there is no store in this folder", file.string()};
    }
    const int mode = access == Access::write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
    sqlite3* handle = nullptr;
    const int result = sqlite3_open_v2(file.c_str(), &handle, mode | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
                                       vfs.empty() ? nullptr : vfs.c_str());
    std::unique_ptr<SqliteConnection> connection(new SqliteConnection(handle));
    if (result != SQLITE_OK) {
        return fault_of(handle, result, file.string());
    }
    return connection;
}

SqliteConnection::~SqliteConnection() {
    sqlite3_close_v2(handle_);
}

base::Done SqliteConnection::harden() {
    struct Switch {
        int option;
        int value;
    };
    constexpr Switch switches[] = {{SQLITE_DBCONFIG_DEFENSIVE, 1},       {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
                                   {SQLITE_DBCONFIG_DQS_DDL, 0},         {SQLITE_DBCONFIG_DQS_DML, 0},
                                   {SQLITE_DBCONFIG_ENABLE_VIEW, 0},     {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
                                   {SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0}};
    for (const Switch& wanted : switches) {
        int found = -1;
        const int result = sqlite3_db_config(handle_, wanted.option, wanted.value, &found);
        if (result != SQLITE_OK || found != wanted.value) {
            return base::Fault{base::FaultCode::unreadable,
                               "the database library did not take a setting that keeps the record safe",
                               "option " + std::to_string(wanted.option)};
        }
    }
    sqlite3_limit(handle_, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_busy_timeout(handle_, 5000);
    return {};
}

void SqliteConnection::watch_log() {
    sqlite3_wal_hook(
        handle_,
        [](void* self, sqlite3*, const char*, int pages) {
            static_cast<SqliteConnection*>(self)->log_pages_ = static_cast<std::uint64_t>(pages);
            return SQLITE_OK;
        },
        this);
}

base::Result<std::unique_ptr<Statement>> SqliteConnection::prepare(std::string_view portable_sql) {
    sqlite3_stmt* statement = nullptr;
    const int result = sqlite3_prepare_v3(handle_, portable_sql.data(), static_cast<int>(portable_sql.size()),
                                          SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (result != SQLITE_OK) {
        return fault_of(handle_, result, portable_sql);
    }
    return std::unique_ptr<Statement>(std::make_unique<SqliteStatement>(statement));
}

base::Done SqliteConnection::execute(std::string_view sql) {
    const int result = sqlite3_exec(handle_, std::string(sql).c_str(), nullptr, nullptr, nullptr);
    return result == SQLITE_OK ? base::Done() : base::Done(fault_of(handle_, result, sql));
}

void SqliteConnection::rollback() {
    if (sqlite3_get_autocommit(handle_) == 0) {
        sqlite3_exec(handle_, "ROLLBACK", nullptr, nullptr, nullptr); // fails only when there is nothing to take back
    }
}

void SqliteConnection::interrupt() {
    sqlite3_interrupt(handle_);
}

base::Result<std::uint64_t> SqliteConnection::tidy_log(bool wait) {
    int pages = 0;
    int moved = 0;
    const int mode = wait ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE;
    const int result = sqlite3_wal_checkpoint_v2(handle_, nullptr, mode, &pages, &moved);
    if (result != SQLITE_OK && result != SQLITE_BUSY) {
        return fault_of(handle_, result, "checkpoint");
    }
    // Busy: somebody reads from it, and what it holds stays as the last commit said.
    if (pages >= 0) {
        log_pages_ = pages == moved ? 0 : static_cast<std::uint64_t>(pages);
    }
    return log_bytes();
}

base::Done SqliteConnection::sync() {
    // By SQLite's own descriptor: closing another one of the file would end this process's locks on it.
    sqlite3_file* file = nullptr;
    int result = sqlite3_file_control(handle_, nullptr, SQLITE_FCNTL_FILE_POINTER, &file);
    if (result == SQLITE_OK && file != nullptr && file->pMethods != nullptr) {
        result = file->pMethods->xSync(file, SQLITE_SYNC_NORMAL | SQLITE_SYNC_DATAONLY);
    }
    return result == SQLITE_OK ? base::Done() : base::Done(fault_of(handle_, result, "sync"));
}

std::uint64_t SqliteConnection::log_bytes() const {
    return log_pages_ * sqlite_page_bytes;
}

} // namespace store
