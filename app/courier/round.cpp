// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/courier/round.h"

#include "app/base/log.h"

#include <algorithm>
#include <utility>

namespace courier {

using base::Fault;
using base::FaultCode;
using domain::DecisionId;

Courier::Round::Round(Courier& owner, Outbox& outbox, Gateway& gateway, const domain::PublicKey& key,
                      const base::Clock& clock, uplink::Scheduler& scheduler, CourierSettings settings)
    : QObject(&owner) // moves with it to the link thread
    , owner_(owner)
    , outbox_(outbox)
    , gateway_(gateway)
    , key_(key)
    , clock_(clock)
    , scheduler_(scheduler)
    , settings_(settings) {}

// What is in the outbox.

void Courier::Round::load() {
    next_load_.reset();
    outbox_.open_entries(this, [this](base::Result<std::vector<Entry>> entries) {
        if (!entries) {
            Q_EMIT owner_.outbox_failed(entries.fault());
            next_load_ = scheduler_.after(settings_.first_retry, [this] { load(); });
            return;
        }
        adopt(std::move(*entries));
    });
}

void Courier::Round::adopt(std::vector<Entry> entries) {
    for (Entry& entry : entries) {
        // What we carry already, we know better. What somebody sent whom we are not is in doubt.
        if (find(entry.decision.decision.id) == nullptr) {
            (void)add(std::move(entry));
        }
    }
    go();
}

Delivery* Courier::Round::find(const DecisionId& id) {
    const auto found = std::find_if(deliveries_.begin(), deliveries_.end(), [&id](const Delivery& delivery) {
        return delivery.entry().decision.decision.id == id;
    });
    return found == deliveries_.end() ? nullptr : &*found;
}

Delivery& Courier::Round::add(Entry entry) {
    return deliveries_.emplace_back(std::move(entry), uplink::Backoff(settings_.first_retry, settings_.last_retry));
}

void Courier::Round::hurry() {
    for (Delivery& delivery : deliveries_) {
        delivery.hurry();
    }
}

void Courier::Round::ask_status(const DecisionId& id) {
    if (Delivery* const delivery = find(id)) {
        delivery->hurry();
        go();
    }
}

// The round.

void Courier::Round::go() {
    // A reply may come inside of the call that asked: then the round begins once more instead of inside itself.
    again_ = true;
    if (std::exchange(going_, true)) {
        return;
    }
    while (std::exchange(again_, false)) {
        go_once();
    }
    going_ = false;
    if (const Health now_health = health(); now_health != told_) {
        told_ = now_health;
        Q_EMIT owner_.health_changed(now_health);
    }
}

void Courier::Round::go_once() {
    next_.reset();
    next_in_ = uplink::Milliseconds::max();
    for (Delivery& delivery : deliveries_) {
        act(delivery);
    }
    deliveries_.remove_if([](const Delivery& delivery) { return delivery.over(); });
    if (next_in_ != uplink::Milliseconds::max()) {
        next_ = scheduler_.after(next_in_, [this] { go(); });
    }
}

void Courier::Round::act(Delivery& delivery) {
    const Delivery::Next next = delivery.next(now());
    switch (next.task) {
    case Delivery::Task::rest: return;
    case Delivery::Task::wait: next_in_ = std::min(next_in_, next.pause); return;
    case Delivery::Task::commit: commit(delivery, next.move); return;
    case Delivery::Task::post:
        if (may_request(delivery)) {
            post(delivery);
        }
        return;
    case Delivery::Task::ask:
        if (may_request(delivery)) {
            ask(delivery);
        }
        return;
    }
}

bool Courier::Round::may_request(const Delivery& delivery) const {
    if (delivery.entry().decision.decision.verb == domain::Verb::stop) {
        return true; // always in reach
    }
    const auto busy =
        std::count_if(deliveries_.begin(), deliveries_.end(), [](const Delivery& other) { return other.on_wire(); });
    return static_cast<std::size_t>(busy) < settings_.parallel;
}

void Courier::Round::commit(Delivery& delivery, const Move& move) {
    delivery.begin_commit();
    outbox_.commit(move, this, [this, move](const base::Done& done) { take_commit(move, done); });
}

void Courier::Round::take_commit(const Move& move, const base::Done& done) {
    Delivery* const delivery = find(move.decision);
    if (delivery == nullptr) {
        return;
    }
    if (done) {
        delivery->committed();
        Q_EMIT owner_.moved(move);
    } else if (done.fault().code == FaultCode::stale || done.fault().code == FaultCode::not_found) {
        refresh(move.decision);
        return;
    } else {
        delivery->commit_failed(now(), scheduler_.chance());
        Q_EMIT owner_.outbox_failed(done.fault());
    }
    go();
}

void Courier::Round::refresh(const DecisionId& id) {
    outbox_.find(id, this, [this, id](base::Result<std::optional<Entry>> found) {
        Delivery* const delivery = find(id);
        if (delivery == nullptr) {
            return;
        }
        if (!found) {
            delivery->commit_failed(now(), scheduler_.chance());
            Q_EMIT owner_.outbox_failed(found.fault());
        } else if (!found->has_value()) {
            // The record has lost a decision that it gave us: there is nothing that we may do with it.
            Q_EMIT owner_.outbox_failed(Fault{FaultCode::corrupt, "a decision is gone from the record", {}});
            delivery->abandon();
        } else if (!delivery->refreshed(std::move(**found), now())) {
            reject(id, Fault{FaultCode::conflict, "the gateway's receipt contradicts what is known of this decision",
                             "receipt"});
        }
        go();
    });
}

Health Courier::Round::health() const {
    Health health = counted_;
    for (const Delivery& delivery : deliveries_) {
        using enum domain::DecisionState;
        switch (delivery.entry().state) {
        case signed_:
        case held: ++health.waiting; break;
        case sent: ++health.under_way; break;
        case in_doubt: ++health.in_doubt; break;
        case drafted:
        case refused:
        case awaiting_second:
        case withdrawn:
        case accepted:
        case refused_by_gateway:
        case executed:
        case failed:
        case void_:
        case not_applied: break;
        }
    }
    return health;
}

} // namespace courier
