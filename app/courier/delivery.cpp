// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/courier/delivery.h"

#include "app/courier/verify.h"
#include "app/link/fault.h"

#include <algorithm>
#include <utility>

namespace courier {

using base::Fault;
using base::FaultCode;
using domain::DecisionState;
using uplink::Milliseconds;

namespace {

/// A wait for the wall clock is looked at again after a minute at the latest, because it may be set.
constexpr Milliseconds longest_look_away = std::chrono::minutes(1);

Milliseconds from_now(base::Microseconds pause) {
    return std::clamp(std::chrono::ceil<Milliseconds>(pause), Milliseconds(1), longest_look_away);
}

} // namespace

bool is_old_news(DecisionState known, DecisionState told) {
    using enum DecisionState;
    if (known == told) {
        return true;
    }
    if (told == accepted) {
        return known == executed || known == failed || known == not_applied;
    }
    if (told == failed) {
        return known == executed; // failed first, mended later
    }
    // Amended meanwhile: that the gateway refuses or does not apply it is what was to be expected.
    return known == void_ && (told == refused_by_gateway || told == not_applied);
}

Delivery::Delivery(Entry entry, uplink::Backoff backoff)
    : entry_(std::move(entry))
    , backoff_(backoff)
    , interrupted_(entry_.state == DecisionState::sent)
    , never_arrived_(is_unsent()) {}

bool Delivery::is_unsent() const {
    return entry_.state == DecisionState::signed_ || entry_.state == DecisionState::held;
}

bool Delivery::expired(Time now) const {
    const base::Instant end = entry_.decision.decision.not_after;
    return end != base::Instant{} && now.wall > end;
}

void Delivery::abandon() {
    abandoned_ = true;
    committing_ = false;
    moves_.clear();
}

bool Delivery::over() const {
    if (abandoned_) {
        return true;
    }
    if (committing_ || on_wire_ || !moves_.empty()) {
        return false;
    }
    using enum DecisionState;
    switch (entry_.state) {
    case signed_:
    case held:
    case sent:
    case in_doubt: return false;
    case drafted:
    case refused:
    case awaiting_second:
    case withdrawn:
    case accepted:
    case refused_by_gateway:
    case executed:
    case failed:
    case void_:
    case not_applied: return true;
    }
    return true;
}

Delivery::Next Delivery::next(Time now) {
    if (committing_ || over()) {
        return {};
    }
    if (moves_.empty()) {
        return dispatch(now);
    }
    if (now.steady < next_commit_) {
        return {.task = Task::wait, .pause = from_now(next_commit_ - now.steady), .move = {}};
    }
    return {.task = Task::commit, .pause = {}, .move = moves_.front()};
}

Delivery::Next Delivery::dispatch(Time now) {
    if (on_wire_) {
        return {};
    }
    if (is_unsent() && now.wall < entry_.decision.decision.not_before) {
        const auto pause = from_now(entry_.decision.decision.not_before - now.wall);
        return {.task = Task::wait, .pause = pause, .move = {}};
    }
    // Only what has certainly not arrived may be called off here; anything else is the gateway's to say.
    if (never_arrived_ && expired(now)) {
        const Fault late{FaultCode::expired, "it expired before it could be delivered", {}};
        turned_away_.reset();
        plan(DecisionState::not_applied, now, std::nullopt, late);
        return next(now);
    }
    if (is_unsent()) {
        plan(DecisionState::sent, now, std::nullopt, std::nullopt);
        return next(now);
    }
    if (std::exchange(interrupted_, false)) {
        plan(DecisionState::in_doubt, now, std::nullopt,
             Fault{FaultCode::cancelled, "the program ended before the answer came", {}});
        return next(now);
    }
    if (now.steady < next_request_) {
        return {.task = Task::wait, .pause = from_now(next_request_ - now.steady), .move = {}};
    }
    if (turned_away_) {
        // The next attempt is noted with the reason why the one before did not arrive; the state stays.
        moves_.push_back({.decision = entry_.decision.decision.id,
                          .from = DecisionState::sent,
                          .to = DecisionState::sent,
                          .receipt = std::nullopt,
                          .fault = std::exchange(turned_away_, std::nullopt),
                          .at = now.wall});
        return next(now);
    }
    return {.task = entry_.state == DecisionState::sent ? Task::post : Task::ask, .pause = {}, .move = {}};
}

DecisionState Delivery::planned() const {
    return moves_.empty() ? entry_.state : moves_.back().to;
}

void Delivery::plan(DecisionState to, Time now, std::optional<domain::Receipt> receipt, std::optional<Fault> why) {
    const auto step = [&](DecisionState target, bool last) {
        moves_.push_back({.decision = entry_.decision.decision.id,
                          .from = planned(),
                          .to = target,
                          .receipt = last ? receipt : std::nullopt,
                          .fault = last ? why : std::nullopt,
                          .at = now.wall});
    };
    // Where the table has no direct way there is one over a state between; a step over "sent" is true when a receipt
    // proves that it was sent, a step over "signed" when the time to withdraw has passed.
    if (!domain::may_follow(planned(), to)) {
        step(receipt ? DecisionState::sent : DecisionState::signed_, false);
    }
    step(to, true);
}

void Delivery::committed() {
    committing_ = false;
    if (!moves_.empty()) {
        entry_.state = moves_.front().to;
        moves_.pop_front();
    }
}

void Delivery::commit_failed(Time now, double chance) {
    committing_ = false;
    next_commit_ = after_pause(now, chance);
}

bool Delivery::refreshed(Entry entry, Time now) {
    committing_ = false;
    moves_.clear();
    turned_away_.reset();
    // Somebody else moved it; if that was "sent", nobody is waiting for the answer.
    interrupted_ = entry.state == DecisionState::sent && !on_wire_;
    entry_ = std::move(entry);
    never_arrived_ = is_unsent();
    return !last_receipt_ || take(*last_receipt_, now);
}

void Delivery::post_failed(const Fault& fault, Time now, double chance) {
    on_wire_ = false;
    if (planned() != DecisionState::sent) {
        return; // settled meanwhile, by the feed
    }
    next_request_ = after_pause(fault, now, chance);
    switch (uplink::arrival_of(fault)) {
    case uplink::Arrival::certainly_not: turned_away_ = fault; return; // the same bytes again, later
    case uplink::Arrival::perhaps: break;
    }
    never_arrived_ = false;
    plan(DecisionState::in_doubt, now, std::nullopt, fault);
}

void Delivery::ask_failed(const Fault& fault, Time now, double chance) {
    on_wire_ = false;
    next_request_ = after_pause(fault, now, chance);
}

void Delivery::never_seen(Time now) {
    on_wire_ = false;
    if (planned() == DecisionState::in_doubt) {
        plan(DecisionState::sent, now, std::nullopt, std::nullopt);
    }
}

bool Delivery::take(const domain::Receipt& receipt, Time now) {
    const DecisionState told = state_of(receipt.outcome);
    const DecisionState known = planned();
    if (is_old_news(known, told)) {
        return true;
    }
    const bool direct = domain::may_follow(known, told);
    const bool over_sent =
        domain::may_follow(known, DecisionState::sent) && domain::may_follow(DecisionState::sent, told);
    if (!direct && !over_sent) {
        return false;
    }
    last_receipt_ = receipt;
    plan(told, now, receipt, std::nullopt);
    return true;
}

std::chrono::microseconds Delivery::after_pause(Time now, double chance) {
    return now.steady + backoff_.next(chance);
}

std::chrono::microseconds Delivery::after_pause(const Fault& fault, Time now, double chance) {
    const auto ours = after_pause(now, chance);
    const auto asked = uplink::retry_after(fault);
    return asked ? std::max(ours, now.steady + std::chrono::microseconds(*asked)) : ours;
}

} // namespace courier
