// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/link/feed_link.h"
#include "app/link/gateway_client.h"
#include "app/newsroom/newsroom.h"
#include "app/record/writer.h"

#include <QObject>

#include <functional>

namespace newsroom {

/// The way of an event from the link into the record, on the link thread: what arrived goes to the writer, a full
/// writer rests the reading, what became durable is acknowledged upstream and is where a lost connection resumes.
class Intake final : public QObject {
    Q_OBJECT
public:
    Intake(uplink::FeedLink& feed, uplink::GatewayClient& client, record::Writer& writer, Newsroom& newsroom,
           domain::SourceId source, QObject* parent = nullptr);

    /// Begins behind what the record holds already (store::SourceRow::settled).
    void start(std::uint64_t settled);

    // From the writing thread; they come over to the link thread by themselves.
    void published(const record::PublishedPtr& published);
    void drained();

private:
    void take(const uplink::BatchPtr& batch);
    void durable(std::uint64_t sequence);
    void acknowledge();

    uplink::FeedLink& feed_;
    uplink::GatewayClient& client_;
    record::Writer& writer_;
    Newsroom& newsroom_;
    domain::SourceId source_;
    std::uint64_t durable_ = 0;
    std::uint64_t acknowledged_ = 0;
    bool asking_ = false; ///< one acknowledgement is under way
};

} // namespace newsroom
