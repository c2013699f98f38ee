// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/backend.h"

#include <atomic>
#include <memory>
#include <optional>
#include <thread>

namespace store {

/// Moves the log of a store (SQLite: the WAL) into its file on a thread and a connection of its own, so that commits go
/// on meanwhile: copying and syncing takes tens of milliseconds that the screen would see. SQLite's passive checkpoint
/// waits for nobody and holds up nobody (sqlite3_wal_checkpoint_v2). What is committed while it runs is left for the
/// writer, which moves that small rest and only then can begin the log anew. Called by one thread.
class LogMover {
public:
    LogMover(std::shared_ptr<const Backend> backend, std::filesystem::path folder);
    /// Waits for a move that is under way.
    ~LogMover();
    LogMover(const LogMover&) = delete;
    LogMover& operator=(const LogMover&) = delete;

    enum class State { idle, moving, moved };
    [[nodiscard]] State state() const { return state_.load(std::memory_order_acquire); }
    /// Begins a move; only when idle.
    void start();
    /// Ends one that has moved: how that went. Faults: those of Connection.
    [[nodiscard]] base::Done finish();

private:
    [[nodiscard]] base::Done move();

    std::shared_ptr<const Backend> backend_;
    std::filesystem::path folder_;
    std::unique_ptr<Connection> connection_; ///< of the thread while it runs
    std::optional<base::Done> done_;
    std::atomic<State> state_{State::idle};
    std::thread thread_;
};

} // namespace store
