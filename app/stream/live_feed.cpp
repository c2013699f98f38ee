// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stream/live_feed.h"

#include <utility>

namespace stream {

LiveFeed::LiveFeed(uplink::Endpoint endpoint, std::uint64_t after, const base::Clock& clock,
                   uplink::Scheduler& scheduler, uplink::FeedSettings settings, QObject* parent)
    : Source(parent)
    , link_(std::move(endpoint), clock, scheduler, settings, this)
    , after_(after) {
    connect(&link_, &uplink::FeedLink::arrived, this, &Source::arrived);
}

void LiveFeed::start() {
    link_.start(after_);
}

void LiveFeed::pause() {
    link_.pause();
}

void LiveFeed::resume() {
    link_.resume();
}

void LiveFeed::stop() {
    link_.stop();
}

} // namespace stream
