// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/feed_link.h"

#include "app/link/feed_session.h"

#include <utility>

namespace uplink {

FeedLink::FeedLink(Endpoint endpoint, const base::Clock& clock, Scheduler& scheduler, FeedSettings settings,
                   QObject* parent)
    : QObject(parent)
    , session_(std::make_unique<Session>(*this, std::move(endpoint), clock, scheduler, settings)) {
    qRegisterMetaType<uplink::BatchPtr>();
    qRegisterMetaType<uplink::Health>();
}

FeedLink::~FeedLink() = default;

void FeedLink::start(std::uint64_t after) {
    session_->start(after);
}

void FeedLink::stop() {
    session_->stop();
}

void FeedLink::pause() {
    session_->pause();
}

void FeedLink::resume() {
    session_->resume();
}

void FeedLink::set_durable(std::uint64_t sequence) {
    session_->set_durable(sequence);
}

void FeedLink::retry_now() {
    session_->retry_now();
}

Health FeedLink::health() const {
    return session_->health();
}

} // namespace uplink
