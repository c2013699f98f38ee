// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/feed_session.h"

#include "app/link/feed_answer.h"

#include <algorithm>
#include <utility>

namespace uplink {

using base::Fault;
using base::FaultCode;

FeedLink::Session::Session(FeedLink& owner, Endpoint endpoint, const base::Clock& clock, Scheduler& scheduler,
                           FeedSettings settings)
    : QObject(&owner) // moves with it to the link thread
    , owner_(owner)
    , endpoint_(std::move(endpoint))
    , clock_(clock)
    , scheduler_(scheduler)
    , settings_(settings)
    , backoff_(settings.first_retry, settings.last_retry)
    , reader_(settings.gap_attempts, settings.frame_limit)
    , network_(this) {
    network_.setAutoDeleteReplies(false);
}

FeedLink::Session::~Session() {
    drop_reply();
}

void FeedLink::Session::start(std::uint64_t after) {
    stop();
    health_ = Health{};
    rate_ = Rate{};
    health_.durable_sequence = after;
    backoff_.reset();
    open();
}

void FeedLink::Session::stop() {
    retry_.reset();
    drop_reply();
    health_.paused = false;
    health_.fault.reset();
    if (health_.state != LinkState::idle) {
        become(LinkState::idle);
    }
}

void FeedLink::Session::pause() {
    if (!health_.paused) {
        health_.paused = true;
        tell();
    }
}

void FeedLink::Session::resume() {
    if (!health_.paused) {
        return;
    }
    health_.paused = false;
    last_byte_ = scheduler_.elapsed(); // the silence until now was ours
    tell();
    // From the event loop: the caller may be inside arrived().
    QMetaObject::invokeMethod(this, &Session::read, Qt::QueuedConnection);
}

void FeedLink::Session::set_durable(std::uint64_t sequence) {
    health_.durable_sequence = std::max(health_.durable_sequence, sequence);
}

void FeedLink::Session::retry_now() {
    if (health_.state == LinkState::waiting || health_.state == LinkState::refused) {
        open();
    }
}

Health FeedLink::Session::health() const {
    Health health = health_;
    health.frames_per_second = rate_.per_second(scheduler_.elapsed());
    return health;
}

void FeedLink::Session::open() {
    retry_.reset();
    drop_reply();
    if (const base::Done checked = check(endpoint_); !checked) {
        refuse(checked.fault());
        return;
    }
    QNetworkRequest request = request_to(endpoint_, tls_configuration(endpoint_).value(), "/v1/events");
    request.setRawHeader("Accept", "text/event-stream");
    request.setRawHeader("Cache-Control", "no-store");
    if (const std::uint64_t after = reader_.begin(health_.durable_sequence); after > 0) {
        request.setRawHeader("Last-Event-ID", QByteArray::number(static_cast<qulonglong>(after)));
    }
    opened_ = scheduler_.elapsed();
    last_byte_ = opened_;
    answered_ = false;
    ended_ = false;
    asked_pause_ms_ = -1;
    reply_ = network_.get(request);
    reply_->setReadBufferSize(static_cast<qint64>(settings_.read_buffer));
    guard_ = new TrustGuard(*reply_, endpoint_.pin);
    connect(reply_, &QNetworkReply::metaDataChanged, this, &Session::take_headers, Qt::QueuedConnection);
    connect(reply_, &QNetworkReply::readyRead, this, &Session::read);
    connect(reply_, &QNetworkReply::finished, this, &Session::finish, Qt::QueuedConnection);
    become(LinkState::connecting);
    supervise();
}

void FeedLink::Session::drop_reply() {
    supervision_.reset();
    health_.connected_at.reset();
    if (reply_ == nullptr) {
        return;
    }
    QNetworkReply* const old = std::exchange(reply_, nullptr);
    guard_ = nullptr;
    old->disconnect(this);
    old->abort();
    old->deleteLater();
}

void FeedLink::Session::take_headers() {
    // Other answers are judged when they are complete, or when they take too long.
    if (reply_ != nullptr && !answered_ && status() == 200) {
        judge_answer(200);
        read();
    }
}

int FeedLink::Session::status() const {
    return reply_->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

void FeedLink::Session::judge_answer(int status) {
    asked_pause_ms_ = reply_->rawHeader("Retry-After").toLongLong() * 1000;
    FeedAnswer answer = judge_feed_answer(status, reply_->rawHeader("Content-Type"));
    switch (answer.kind) {
    case FeedAnswer::Kind::feed:
        answered_ = true;
        health_.connected_at = clock_.now();
        note_bytes(0);
        return;
    case FeedAnswer::Kind::not_now: lose(std::move(answer.fault)); return;
    case FeedAnswer::Kind::refused: refuse(std::move(answer.fault)); return;
    }
}

void FeedLink::Session::read() {
    const QNetworkReply* const current = reply_;
    while (reply_ != nullptr && reply_ == current && answered_ && !health_.paused && reply_->bytesAvailable() > 0) {
        read_slice();
    }
    if (reply_ != nullptr && reply_ == current && ended_ && !health_.paused) {
        lose(ending());
    }
}

void FeedLink::Session::read_slice() {
    const QByteArray bytes = reply_->read(static_cast<qint64>(settings_.read_slice));
    if (bytes.isEmpty()) {
        return;
    }
    const QNetworkReply* const current = reply_;
    note_bytes(static_cast<std::size_t>(bytes.size()));
    if (reply_ != current) {
        return;
    }
    const auto taken = reader_.feed({bytes.constData(), static_cast<std::size_t>(bytes.size())}, clock_.now());
    note_batch(taken);
    if (!taken.batch->empty()) {
        Q_EMIT owner_.arrived(taken.batch);
    }
    // The receiver may have stopped or restarted us.
    if (taken.again && reply_ == current) {
        lose(*taken.again);
    }
}

void FeedLink::Session::note_batch(const FrameReader::Taken& taken) {
    const Batch& batch = *taken.batch;
    health_.frames += batch.frames.size();
    health_.gaps_given_up += batch.gaps.size();
    health_.gaps_asked += taken.gap ? 1 : 0;
    for (const Frame& frame : batch.frames) {
        health_.malformed += frame.fault ? 1 : 0;
        health_.last_sequence = std::max(health_.last_sequence, frame.sequence);
    }
    rate_.add(batch.frames.size(), scheduler_.elapsed());
    if (taken.heartbeat) {
        health_.lag = batch.received - *taken.heartbeat;
    }
    if (taken.progress) {
        backoff_.reset();
    }
}

void FeedLink::Session::finish() {
    if (reply_ == nullptr || !reply_->isFinished()) {
        return; // a late word of a connection that is gone
    }
    if (guard_->fault()) {
        refuse(*guard_->fault());
        return;
    }
    ended_ = true;
    if (!answered_ && status() != 0) {
        judge_answer(status());
    }
    read(); // paused: the rest is read, and the loss noticed, after resume()
}

Fault FeedLink::Session::ending() const {
    if (reply_->error() == QNetworkReply::NoError) {
        return {FaultCode::unreachable, "the gateway ended the feed", {}};
    }
    const bool never = !guard_->encrypted() || failed_to_connect(reply_->error());
    return network_fault(reply_->error(), reply_->errorString(), never);
}

} // namespace uplink
