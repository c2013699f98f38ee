// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/courier/outbox.h"
#include "app/link/backoff.h"

#include <chrono>
#include <deque>
#include <optional>

namespace courier {

/// The delivery of one decision as a pure state machine: it is told what happened and says what to do next. Wall time
/// decides about not_before and not_after, steady time about pauses.
class Delivery {
public:
    /// As found in the record: what is "sent" there was sent by a process that is gone, and is in doubt.
    Delivery(Entry entry, uplink::Backoff backoff);

    struct Time {
        base::Instant wall;
        std::chrono::microseconds steady{};
    };

    enum class Task {
        rest,   ///< nothing until something is told
        wait,   ///< look again after `pause`
        commit, ///< write `move`
        post,   ///< send the bytes
        ask,    ///< ask for the status
    };
    struct Next {
        Task task = Task::rest;
        uplink::Milliseconds pause{0};
        Move move;
    };
    /// What to do now. The same answer until the task was begun.
    [[nodiscard]] Next next(Time now);

    // What was begun.
    void begin_commit() { committing_ = true; }
    void begin_post() { on_wire_ = true; }
    void begin_ask() { on_wire_ = true; }

    // What happened.
    void committed();
    /// The record is not able now: the same move later.
    void commit_failed(Time now, double chance);
    /// The record holds another state than we believed; `entry` is what it holds.
    /// False when a receipt that we hold contradicts it.
    [[nodiscard]] bool refreshed(Entry entry, Time now);
    void post_failed(const base::Fault& fault, Time now, double chance);
    void ask_failed(const base::Fault& fault, Time now, double chance);
    void never_seen(Time now);
    /// A verified receipt, as an answer or by the feed. False when it contradicts what is known.
    [[nodiscard]] bool take(const domain::Receipt& receipt, Time now);
    /// Ends a request that was answered by something else than a receipt.
    void end_request() { on_wire_ = false; }
    /// The record does not know it any more: nothing may be done with it.
    void abandon();
    /// No pause before the next attempt.
    void hurry() { next_request_ = next_commit_ = {}; }

    [[nodiscard]] const Entry& entry() const { return entry_; }
    [[nodiscard]] bool on_wire() const { return on_wire_; }
    [[nodiscard]] bool committing() const { return committing_; }
    /// The courier has nothing more to do with it.
    [[nodiscard]] bool over() const;

private:
    [[nodiscard]] Next dispatch(Time now);
    [[nodiscard]] bool expired(Time now) const;
    [[nodiscard]] bool is_unsent() const;
    [[nodiscard]] domain::DecisionState planned() const;
    void plan(domain::DecisionState to, Time now, std::optional<domain::Receipt> receipt,
              std::optional<base::Fault> why);
    [[nodiscard]] std::chrono::microseconds after_pause(Time now, double chance);
    /// The same, and not before the time that the gateway asked for.
    [[nodiscard]] std::chrono::microseconds after_pause(const base::Fault& fault, Time now, double chance);

    Entry entry_;
    uplink::Backoff backoff_;
    std::deque<Move> moves_; ///< to be written, in this order
    std::optional<domain::Receipt> last_receipt_;
    std::chrono::microseconds next_request_{}; ///< steady time
    std::chrono::microseconds next_commit_{};
    std::optional<base::Fault> turned_away_; ///< why the last attempt certainly did not arrive
    bool interrupted_ = false;
    bool never_arrived_ = false; ///< every attempt so far has certainly not arrived
    bool committing_ = false;
    bool on_wire_ = false;
    bool abandoned_ = false;
};

/// Whether a receipt for `told` says nothing new about a decision that is in `known`: the same again, or an earlier
/// stage of the same story.
[[nodiscard]] bool is_old_news(domain::DecisionState known, domain::DecisionState told);

} // namespace courier
