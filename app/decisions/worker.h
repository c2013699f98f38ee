// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace decisions {

/// One thread that does one thing after another: reading a case, opening a key (scrypt takes a while), signing.
class Worker {
public:
    using Task = std::function<void()>;

    enum class Start { now, later };

    /// With `later` tasks wait until begin().
    explicit Worker(Start start = Start::now);
    /// Ends after the task under way; what waits is dropped (nothing of it is durable or promised).
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    void post(Task task);
    void begin();

private:
    void run();

    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<Task> waiting_;
    bool begun_;
    bool ending_ = false;
    std::thread thread_;
};

} // namespace decisions
