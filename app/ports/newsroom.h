// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/feed.h"
#include "app/ports/reply.h"

namespace ports {

/// Events in: what happens now. All calls return at once; news comes in the order of the record.
class Newsroom {
public:
    virtual ~Newsroom() = default;

    /// Every batch that becomes durable from now on.
    virtual void follow(Subscription<FeedBatch> subscriber) = 0;
    /// What our policy says of orders, from now on; ask Archive::own_tiers() for those before. A newsroom without a
    /// judge tells nothing.
    virtual void follow_own_tiers(Subscription<OwnTiers> /*subscriber*/) {}
    /// Every change of a case from now on; ask Archive::open_cases() for those before.
    virtual void follow_cases(Subscription<CaseChanges> subscriber) = 0;
    /// The state now, and every change of it.
    virtual void watch_health(Subscription<Health> subscriber) = 0;
    /// Tries the connection again at once instead of at the end of the back-off.
    virtual void reconnect() = 0;
};

} // namespace ports
