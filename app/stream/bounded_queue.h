// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <utility>

namespace stream {

/// What push() found.
enum class Pushed {
    room,   ///< taken, there is room for more
    full,   ///< taken, and now the queue is full: rest until `on_room` is called
    closed, ///< not taken
};

/// A queue between two threads, bounded by weight (bytes). push() never blocks and never drops: it takes what its
/// caller has already read, so the queue can pass its bound by one element; the caller rests when told "full". When the
/// reader has emptied it to half, `on_room` is called once, on the reader's thread, outside of the lock.
template <class T>
class BoundedQueue {
public:
    explicit BoundedQueue(std::size_t capacity)
        : capacity_(capacity == 0 ? 1 : capacity) {}

    /// Who is told that there is room again; must be set before the threads start and must not block.
    void on_room(std::function<void()> call) { on_room_ = std::move(call); }

    [[nodiscard]] Pushed push(T element, std::size_t weight) {
        const std::lock_guard lock(mutex_);
        if (closed_) {
            return Pushed::closed;
        }
        weight_ += weight;
        elements_.emplace_back(std::move(element), weight);
        filled_.notify_one();
        full_ = full_ || weight_ >= capacity_;
        return full_ ? Pushed::full : Pushed::room;
    }

    /// Waits for an element; nothing after close(), once the rest has been taken.
    [[nodiscard]] std::optional<T> pop() {
        std::unique_lock lock(mutex_);
        filled_.wait(lock, [this] { return closed_ || !elements_.empty(); });
        return take(lock);
    }

    /// Nothing when there is none at the moment.
    [[nodiscard]] std::optional<T> try_pop() {
        std::unique_lock lock(mutex_);
        return take(lock);
    }

    /// No more is taken; a waiting pop() ends when the rest is out.
    void close() {
        const std::lock_guard lock(mutex_);
        closed_ = true;
        filled_.notify_all();
    }

    [[nodiscard]] std::size_t weight() const {
        const std::lock_guard lock(mutex_);
        return weight_;
    }
    [[nodiscard]] std::size_t size() const {
        const std::lock_guard lock(mutex_);
        return elements_.size();
    }
    [[nodiscard]] std::size_t capacity() const { return capacity_; }

private:
    std::optional<T> take(std::unique_lock<std::mutex>& lock) {
        if (elements_.empty()) {
            return std::nullopt;
        }
        auto [element, weight] = std::move(elements_.front());
        elements_.pop_front();
        weight_ -= weight;
        const bool tell = full_ && weight_ <= capacity_ / 2;
        full_ = full_ && !tell;
        lock.unlock();
        if (tell && on_room_) {
            on_room_();
        }
        return std::optional<T>(std::move(element));
    }

    const std::size_t capacity_;
    mutable std::mutex mutex_;
    std::condition_variable filled_;
    std::deque<std::pair<T, std::size_t>> elements_;
    std::size_t weight_ = 0;
    bool full_ = false;
    bool closed_ = false;
    std::function<void()> on_room_;
};

} // namespace stream
