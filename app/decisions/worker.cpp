// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/decisions/worker.h"

namespace decisions {

Worker::Worker(Start start)
    : begun_(start == Start::now)
    , thread_([this] { run(); }) {}

Worker::~Worker() {
    {
        const std::scoped_lock guard(mutex_);
        ending_ = true;
    }
    wake_.notify_all();
    thread_.join();
}

void Worker::post(Task task) {
    {
        const std::scoped_lock guard(mutex_);
        waiting_.push_back(std::move(task));
    }
    wake_.notify_one();
}

void Worker::begin() {
    {
        const std::scoped_lock guard(mutex_);
        begun_ = true;
    }
    wake_.notify_one();
}

void Worker::run() {
    for (;;) {
        Task task;
        {
            std::unique_lock guard(mutex_);
            wake_.wait(guard, [this] { return ending_ || (begun_ && !waiting_.empty()); });
            if (ending_) {
                return;
            }
            task = std::move(waiting_.front());
            waiting_.pop_front();
        }
        task();
    }
}

} // namespace decisions
