// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/scheduler.h"

#include <QTimer>

#include <map>
#include <utility>

namespace uplink {

namespace {

class TimerAppointment final : public Appointment {
public:
    TimerAppointment(Milliseconds delay, std::function<void()> action)
        : timer_(new QTimer) {
        timer_->setSingleShot(true);
        timer_->setTimerType(Qt::CoarseTimer);
        // The action may destroy this appointment: it runs from a copy, and the timer goes later.
        QObject::connect(timer_, &QTimer::timeout, timer_, [call = std::move(action)] {
            const auto copy = call;
            copy();
        });
        timer_->start(delay);
    }
    ~TimerAppointment() override {
        timer_->stop();
        timer_->deleteLater();
    }
    TimerAppointment(const TimerAppointment&) = delete;
    TimerAppointment& operator=(const TimerAppointment&) = delete;

private:
    QTimer* timer_;
};

} // namespace

SystemScheduler::SystemScheduler()
    : random_(std::random_device{}()) {}

std::unique_ptr<Appointment> SystemScheduler::after(Milliseconds delay, std::function<void()> action) {
    return std::make_unique<TimerAppointment>(delay, std::move(action));
}

std::chrono::microseconds SystemScheduler::elapsed() const {
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

double SystemScheduler::chance() {
    return std::uniform_real_distribution<double>(0.0, 1.0)(random_);
}

struct ManualScheduler::Agenda {
    using Key = std::pair<std::chrono::microseconds, std::uint64_t>;
    std::map<Key, std::function<void()>> calls;
    std::chrono::microseconds now{0};
    std::uint64_t last_number = 0;
};

namespace {

class NotedAppointment final : public Appointment {
public:
    explicit NotedAppointment(std::function<void()> cancel)
        : cancel_(std::move(cancel)) {}
    ~NotedAppointment() override { cancel_(); }
    NotedAppointment(const NotedAppointment&) = delete;
    NotedAppointment& operator=(const NotedAppointment&) = delete;

private:
    std::function<void()> cancel_;
};

} // namespace

ManualScheduler::ManualScheduler()
    : agenda_(std::make_shared<Agenda>()) {}

ManualScheduler::~ManualScheduler() = default;

std::unique_ptr<Appointment> ManualScheduler::after(Milliseconds delay, std::function<void()> action) {
    const Agenda::Key key{agenda_->now + delay, ++agenda_->last_number};
    agenda_->calls.emplace(key, std::move(action));
    return std::make_unique<NotedAppointment>([agenda = std::weak_ptr<Agenda>(agenda_), key] {
        if (const auto alive = agenda.lock()) {
            alive->calls.erase(key);
        }
    });
}

std::chrono::microseconds ManualScheduler::elapsed() const {
    return agenda_->now;
}

double ManualScheduler::chance() {
    return chance_;
}

void ManualScheduler::advance(Milliseconds by) {
    const auto until = agenda_->now + by;
    while (!agenda_->calls.empty() && agenda_->calls.begin()->first.first <= until) {
        const auto first = agenda_->calls.begin();
        const auto action = std::move(first->second);
        agenda_->now = std::max(agenda_->now, first->first.first);
        agenda_->calls.erase(first);
        action();
    }
    agenda_->now = until;
}

std::size_t ManualScheduler::appointed() const {
    return agenda_->calls.size();
}

Milliseconds ManualScheduler::next_in() const {
    if (agenda_->calls.empty()) {
        return Milliseconds(-1);
    }
    return std::chrono::ceil<Milliseconds>(agenda_->calls.begin()->first.first - agenda_->now);
}

} // namespace uplink
