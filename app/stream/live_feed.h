// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/link/feed_link.h"
#include "app/stream/source.h"

namespace stream {

/// The feed of a gateway as a source.
class LiveFeed final : public Source {
    Q_OBJECT
public:
    /// `after` is the newest durable sequence of this feed.
    LiveFeed(uplink::Endpoint endpoint, std::uint64_t after, const base::Clock& clock, uplink::Scheduler& scheduler,
             uplink::FeedSettings settings = {}, QObject* parent = nullptr);

    void start() override;
    void pause() override;
    void resume() override;
    void stop() override;

    /// For set_durable(), retry_now() and health.
    [[nodiscard]] uplink::FeedLink& link() { return link_; }

private:
    uplink::FeedLink link_;
    std::uint64_t after_;
};

} // namespace stream
