// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/decisions/dispatch.h"
#include "app/handover/server.h"
#include "app/link/feed_link.h"
#include "app/link/gateway_client.h"
#include "app/link/scheduler.h"
#include "app/newsroom/intake.h"
#include "app/newsroom/newsroom.h"
#include "app/premises/connection.h"
#include "app/premises/folders.h"
#include "app/record/writer.h"

#include <cstdint>

namespace premises {

/// Everything of a keeper that lives on the link thread: the feed, the client, the courier, and the door for other
/// processes. Made, used and ended on that thread. End it behind the writing thread, which calls into it.
class LinkSide final {
public:
    LinkSide(const Folders& folders, const Connection& connection, record::Writer& writer, newsroom::Newsroom& newsroom,
             const base::Clock& clock);

    /// Faults: unreadable (the socket cannot be made).
    [[nodiscard]] base::Done open_door();
    void close_door() { door_.reset(); }

    [[nodiscard]] uplink::FeedLink& feed() { return feed_; }
    [[nodiscard]] newsroom::Intake& intake() { return intake_; }
    /// Calls of it may come from any thread.
    [[nodiscard]] decisions::Dispatch& dispatch() { return dispatch_; }

private:
    [[nodiscard]] handover::Keeper keeper(const Connection& connection);

    Folders folders_;
    uplink::SystemScheduler scheduler_;
    uplink::FeedLink feed_;
    uplink::GatewayClient client_;
    newsroom::Intake intake_;
    decisions::Dispatch dispatch_;
    std::unique_ptr<handover::Server> door_; ///< last: it ends first
};

} // namespace premises
