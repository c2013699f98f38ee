// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/record/writer.h"
#include "app/store/reader.h"

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace newsroom {

/// Follows a record that another process keeps: reads what became durable since the last look and tells it in the form
/// in which the keeper's own writer tells it, so that everything behind it works as beside a writer. A thread of its
/// own.
class Follower {
public:
    struct Callbacks {
        std::function<void(const record::PublishedPtr&)> published;
        std::function<void(const record::WriterHealth&)> health; ///< on change only: the store cannot be read now
        std::function<void(const std::string&)> keeper;          ///< on change only; empty: nobody keeps it
    };

    /// Begins behind the first `from` entries. Callbacks run on its thread.
    Follower(std::filesystem::path store, std::uint64_t from, Callbacks callbacks,
             std::chrono::milliseconds interval = std::chrono::milliseconds(500));
    ~Follower();
    Follower(const Follower&) = delete;
    Follower& operator=(const Follower&) = delete;

private:
    void run();
    void look();
    void look_for_keeper();
    [[nodiscard]] base::Result<bool> read_more();
    [[nodiscard]] base::Result<record::PublishedPtr> read(std::vector<store::Entry> entries);
    void tell_health(std::optional<base::Fault> fault);

    const std::filesystem::path store_;
    const Callbacks callbacks_;
    const std::chrono::milliseconds interval_;
    std::uint64_t next_;
    std::optional<store::Reader> reader_;
    std::optional<base::Fault> fault_;
    std::optional<std::string> keeper_;
    std::mutex mutex_;
    std::condition_variable wake_;
    bool ending_ = false;
    std::thread thread_; ///< last: everything above is there when it starts
};

} // namespace newsroom
