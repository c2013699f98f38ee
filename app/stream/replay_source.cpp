// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stream/replay_source.h"

#include "app/stream/batch_maker.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace stream {

namespace {

constexpr std::size_t frames_at_once = 1000;

} // namespace

ReplaySource::ReplaySource(std::unique_ptr<Reading> reading, double speed, const base::Clock& clock,
                           uplink::Scheduler& scheduler, uplink::Milliseconds longest_pause, QObject* parent)
    : Source(parent)
    , reading_(std::move(reading))
    , speed_(speed)
    , clock_(clock)
    , scheduler_(scheduler)
    , longest_pause_(longest_pause) {}

ReplaySource::~ReplaySource() = default;

void ReplaySource::start() {
    if (running_ || !reading_) {
        return;
    }
    if (!(speed_ > 0.0)) {
        Q_EMIT failed(
            base::Fault{base::FaultCode::invalid_argument, "the speed of a replay must be above zero", "speed"});
        return;
    }
    running_ = true;
    last_due_ = scheduler_.elapsed();
    go_on();
}

void ReplaySource::pause() {
    paused_ = true;
    next_.reset();
}

void ReplaySource::resume() {
    if (std::exchange(paused_, false)) {
        last_due_ = scheduler_.elapsed(); // what passed meanwhile is not made up for
        go_on();
    }
}

void ReplaySource::stop() {
    running_ = false;
    next_.reset();
    ahead_.clear();
    reading_.reset();
}

bool ReplaySource::fill() {
    if (!ahead_.empty()) {
        return true;
    }
    auto more = reading_->next(frames_at_once);
    if (!more) {
        stop();
        Q_EMIT failed(more.fault());
        return false;
    }
    if (more->empty()) {
        stop();
        Q_EMIT finished();
        return false;
    }
    std::move(more->begin(), more->end(), std::back_inserter(ahead_));
    return true;
}

std::chrono::microseconds ReplaySource::due_of(const Dated& next) const {
    if (!next.time || !last_time_ || *next.time <= *last_time_) {
        return last_due_;
    }
    const double longest = static_cast<double>(std::chrono::microseconds(longest_pause_).count());
    const double scaled = static_cast<double>((*next.time - *last_time_).count()) / speed_;
    return last_due_ + std::chrono::microseconds(std::llround(std::min(scaled, longest)));
}

void ReplaySource::go_on() {
    if (!running_ || paused_ || !fill()) {
        return;
    }
    const auto pause = std::max(due_of(ahead_.front()) - scheduler_.elapsed(), std::chrono::microseconds(0));
    next_ = scheduler_.after(std::chrono::ceil<uplink::Milliseconds>(pause), [this] { give_due(); });
}

void ReplaySource::give_due() {
    const auto now = scheduler_.elapsed();
    BatchMaker batch(clock_.now());
    while (batch.size() < frames_at_once && !ahead_.empty() && due_of(ahead_.front()) <= now) {
        Dated one = std::move(ahead_.front());
        ahead_.pop_front();
        last_due_ = due_of(one);
        if (one.time) {
            last_time_ = last_time_ ? std::max(*last_time_, *one.time) : one.time;
        }
        batch.add(std::move(one.frame));
    }
    if (!batch.empty()) {
        Q_EMIT arrived(batch.finish());
    }
    go_on();
}

} // namespace stream
