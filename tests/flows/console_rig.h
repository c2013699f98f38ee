// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/console/core.h"
#include "app/console/embedded_sandbox.h"

#include <QObject>
#include <QStringList>
#include <QTemporaryDir>

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <vector>

/// The system's time, which a test may hold: nothing becomes due meanwhile.
class RigClock final : public base::Clock {
public:
    [[nodiscard]] base::Instant now() const override {
        const base::Microseconds::rep held = held_;
        return held == 0 ? system_.now() : base::Instant{base::Microseconds{held}};
    }
    void hold() { held_ = system_.now().time_since_epoch().count(); }
    void go_on() { held_ = 0; }

private:
    base::SystemClock system_;
    std::atomic<base::Microseconds::rep> held_{0};
};

/// A console without pixels against the real reeve-sandbox, in a temporary folder. Restarts of either keep their state.
class ConsoleRig {
public:
    explicit ConsoleRig(QStringList sandbox_arguments = {});
    ~ConsoleRig();

    /// Starts gateway and core, and follows everything.
    [[nodiscard]] bool start();
    /// The same at another gateway, which runs already.
    [[nodiscard]] bool start_at(premises::Connection connection);
    void stop_console();
    [[nodiscard]] bool start_console();
    void stop_gateway();

    [[nodiscard]] console::Core& core() { return *core_; }
    [[nodiscard]] const premises::Folders& folders() const { return folders_; }
    /// Of the started gateway.
    [[nodiscard]] const premises::Connection& connection() const { return *connection_; }

    /// The console's; the gateway has its own.
    [[nodiscard]] RigClock& clock() { return clock_; }

    /// Turns the event loop until the condition holds; false after a minute.
    [[nodiscard]] static bool wait_until(const std::function<bool()>& condition);

    /// Asks a port and waits for its answer.
    template <class T>
    [[nodiscard]] base::Result<T> ask(const std::function<void(ports::Reply<T>)>& question) {
        const auto answer = std::make_shared<std::optional<base::Result<T>>>(); // which may outlive our patience
        question(ports::Reply<T>(&context_, [answer](base::Result<T> one) { *answer = std::move(one); }));
        if (!wait_until([&answer] { return answer->has_value(); })) {
            return base::Fault{base::FaultCode::timed_out, "no answer within a minute", {}};
        }
        return std::move(**answer);
    }

    /// The newest state of every case and decision that was told, the rows of the feed, the last health.
    std::map<domain::TransactionKey, ports::CaseRow> cases;
    std::map<domain::DecisionId, ports::DecisionRow> decisions;
    std::vector<ports::FeedRow> feed;
    ports::Health health;

private:
    QObject context_;
    QTemporaryDir folder_;
    premises::Folders folders_;
    QStringList arguments_;
    RigClock clock_;
    std::unique_ptr<console::EmbeddedSandbox> sandbox_;
    std::optional<premises::Connection> connection_;
    std::unique_ptr<console::Core> core_;
};
