// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/sandbox/random.h"

#include <array>
#include <atomic>
#include <chrono>
#include <mutex>
#include <string_view>

namespace sandbox {

/// How the sandbox misbehaves when it is told to. Safe to use from every thread.
class Faults {
public:
    enum class Kind { lose_requests, lose_answers, duplicate, reorder, garbage, drop_connection };

    explicit Faults(std::uint64_t seed)
        : random_(seed, 77) {}

    /// "lose-answers", "0.5". Faults: invalid_argument, naming what there is.
    [[nodiscard]] base::Done set(std::string_view name, std::string_view value);
    /// Whether it happens this time.
    [[nodiscard]] bool strikes(Kind kind);
    [[nodiscard]] std::chrono::milliseconds delay() const { return std::chrono::milliseconds(delay_.load()); }
    /// The sequence behind which the process ends abruptly; 0: never.
    [[nodiscard]] std::uint64_t restart_after() const { return restart_after_; }

private:
    std::mutex mutex_;
    Random random_;
    std::array<double, 6> chances_{};
    std::atomic<std::int64_t> delay_ = 0;
    std::atomic<std::uint64_t> restart_after_ = 0;
};

} // namespace sandbox
