// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/newsroom/intake.h"

#include "app/newsroom/frames.h"

#include <QMetaObject>

namespace newsroom {

Intake::Intake(uplink::FeedLink& feed, uplink::GatewayClient& client, record::Writer& writer, Newsroom& newsroom,
               domain::SourceId source, QObject* parent)
    : QObject(parent)
    , feed_(feed)
    , client_(client)
    , writer_(writer)
    , newsroom_(newsroom)
    , source_(std::move(source)) {
    connect(&feed_, &uplink::FeedLink::arrived, this, &Intake::take);
    connect(&feed_, &uplink::FeedLink::health_changed, this,
            [this](const uplink::Health& health) { newsroom_.link_health(health, source_); });
}

void Intake::start(std::uint64_t settled) {
    durable_ = settled;
    client_.info(this, [this](base::Result<wire::GatewayInfo> info) {
        if (info) {
            newsroom_.gateway_known(info->name);
        }
    });
    feed_.start(settled);
}

void Intake::take(const uplink::BatchPtr& batch) {
    std::vector<record::Frame> frames = frames_of(*batch, source_);
    if (!frames.empty() && !writer_.submit(std::move(frames))) {
        feed_.pause();
    }
    newsroom_.link_health(feed_.health(), source_);
}

void Intake::published(const record::PublishedPtr& published) {
    for (const store::SourceRow& row : published->sources) {
        if (row.source == source_) {
            QMetaObject::invokeMethod(this, [this, sequence = row.settled] { durable(sequence); });
        }
    }
}

void Intake::drained() {
    QMetaObject::invokeMethod(this, [this] { feed_.resume(); });
}

void Intake::durable(std::uint64_t sequence) {
    durable_ = std::max(durable_, sequence);
    feed_.set_durable(durable_);
    acknowledge();
}

void Intake::acknowledge() {
    if (asking_ || acknowledged_ >= durable_) {
        return;
    }
    asking_ = true;
    const std::uint64_t sequence = durable_;
    client_.acknowledge(wire::Ack{source_, sequence}, this, [this, sequence](base::Result<void> answer) {
        asking_ = false;
        if (answer) {
            acknowledged_ = sequence;
            acknowledge();
        }
        // Not answered: the next commit asks again with a newer sequence, and a resumed feed needs none.
    });
}

} // namespace newsroom
