// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/link/scheduler.h"
#include "app/stream/reading.h"
#include "app/stream/source.h"

#include <deque>
#include <memory>

namespace stream {

/// Gives recorded input as live activity: the pauses between events are those between their times, divided by `speed`
/// (60.0: an hour in a minute). Pauses above `longest_pause` are shortened to it; an event without a readable time or
/// earlier than its predecessor comes at once. The bytes are not changed. After a pause() it goes on
/// where it was. Fails with invalid_argument when `speed` is not above zero.
class ReplaySource final : public Source {
    Q_OBJECT
public:
    ReplaySource(std::unique_ptr<Reading> reading, double speed, const base::Clock& clock, uplink::Scheduler& scheduler,
                 uplink::Milliseconds longest_pause = std::chrono::seconds(60), QObject* parent = nullptr);
    ~ReplaySource() override;

    void start() override;
    void pause() override;
    void resume() override;
    void stop() override;

private:
    void go_on();
    void give_due();
    [[nodiscard]] bool fill();
    [[nodiscard]] std::chrono::microseconds due_of(const Dated& next) const;

    std::unique_ptr<Reading> reading_;
    double speed_;
    const base::Clock& clock_;
    uplink::Scheduler& scheduler_;
    uplink::Milliseconds longest_pause_;
    std::deque<Dated> ahead_;
    std::optional<base::Instant> last_time_;
    std::chrono::microseconds last_due_{}; ///< steady time at which the last event was due
    std::unique_ptr<uplink::Appointment> next_;
    bool running_ = false;
    bool paused_ = false;
};

} // namespace stream
