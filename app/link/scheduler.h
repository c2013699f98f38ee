// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <random>

namespace uplink {

using Milliseconds = std::chrono::milliseconds;

/// One appointed call. Destroying it cancels the call.
class Appointment {
public:
    virtual ~Appointment() = default;
};

/// Where waiting and chance come from, injected, so that tests never sleep and back-off is repeatable. Calls come on
/// the thread that asked for them. The time is steady: it never jumps when the wall clock is set.
class Scheduler {
public:
    virtual ~Scheduler() = default;

    /// Calls `action` once, `delay` from now, unless the returned appointment goes first.
    [[nodiscard]] virtual std::unique_ptr<Appointment> after(Milliseconds delay, std::function<void()> action) = 0;
    /// Steady time since some fixed moment.
    [[nodiscard]] virtual std::chrono::microseconds elapsed() const = 0;
    /// A number in [0, 1) for jitter; need not be secret.
    [[nodiscard]] virtual double chance() = 0;
};

/// The real one: timers of the calling thread's event loop. One per thread.
class SystemScheduler final : public Scheduler {
public:
    SystemScheduler();
    [[nodiscard]] std::unique_ptr<Appointment> after(Milliseconds delay, std::function<void()> action) override;
    [[nodiscard]] std::chrono::microseconds elapsed() const override;
    [[nodiscard]] double chance() override;

private:
    std::minstd_rand random_;
};

/// A scheduler that a test moves by hand; chance() is constant until it is set. For one thread.
class ManualScheduler final : public Scheduler {
public:
    ManualScheduler();
    ~ManualScheduler() override;
    [[nodiscard]] std::unique_ptr<Appointment> after(Milliseconds delay, std::function<void()> action) override;
    [[nodiscard]] std::chrono::microseconds elapsed() const override;
    [[nodiscard]] double chance() override;

    /// Lets time pass and makes the calls that fall due, in their order; also those that these calls appoint.
    void advance(Milliseconds by);
    void set_chance(double chance) { chance_ = chance; }
    /// How many calls are appointed, and how far away the next one is (a negative value: none).
    [[nodiscard]] std::size_t appointed() const;
    [[nodiscard]] Milliseconds next_in() const;

private:
    struct Agenda;
    std::shared_ptr<Agenda> agenda_;
    double chance_ = 0.0;
};

} // namespace uplink
