// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/log_mover.h"

namespace store {

LogMover::LogMover(std::shared_ptr<const Backend> backend, std::filesystem::path folder)
    : backend_(std::move(backend))
    , folder_(std::move(folder)) {}

LogMover::~LogMover() {
    if (thread_.joinable()) {
        thread_.join();
    }
}

void LogMover::start() {
    state_.store(State::moving, std::memory_order_relaxed);
    thread_ = std::thread([this] {
        done_ = move();
        state_.store(State::moved, std::memory_order_release);
    });
}

base::Done LogMover::finish() {
    thread_.join();
    state_.store(State::idle, std::memory_order_relaxed);
    return *std::exchange(done_, std::nullopt);
}

base::Done LogMover::move() {
    if (!connection_) {
        auto opened = backend_->open(folder_, Access::write);
        if (!opened) {
            return opened.fault();
        }
        connection_ = std::move(opened).value();
    }
    const auto left = connection_->tidy_log(false);
    // Little by little: else the system writes all at once what has gathered, and commits wait for the disk meanwhile.
    return left ? connection_->sync() : base::Done(left.fault());
}

} // namespace store
