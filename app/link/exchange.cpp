// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/exchange.h"

#include <utility>

namespace uplink {

using base::Fault;
using base::FaultCode;

Exchange::Exchange(QNetworkAccessManager& shared, bool own_connection, Scheduler& scheduler, Done done, QObject* parent)
    : QObject(parent)
    , own_(own_connection ? std::make_unique<QNetworkAccessManager>() : nullptr)
    , network_(own_ ? *own_ : shared)
    , scheduler_(scheduler)
    , done_(std::move(done)) {}

Exchange::~Exchange() {
    if (reply_ != nullptr) {
        reply_->disconnect(this);
        reply_->abort();
        delete reply_;
    }
}

void Exchange::begin(const QNetworkRequest& request, const QByteArray& method, const QByteArray& body,
                     const std::optional<domain::Digest>& pin, Milliseconds timeout) {
    reply_ = network_.sendCustomRequest(request, method, body);
    reply_->setReadBufferSize(64 * 1024);
    guard_ = new TrustGuard(*reply_, pin);
    connect(reply_, &QNetworkReply::readyRead, this, &Exchange::read);
    connect(reply_, &QNetworkReply::finished, this, &Exchange::finish, Qt::QueuedConnection);
    deadline_ = scheduler_.after(timeout, [this] { give_up(); });
}

void Exchange::read() {
    if (!done_) {
        return;
    }
    const QByteArray bytes = reply_->readAll();
    body_.append(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    if (body_.size() > static_cast<std::size_t>(max_answer_bytes)) {
        settle(Fault{FaultCode::too_large, "the gateway's answer is larger than 4 MiB", {}});
    }
}

void Exchange::finish() {
    if (!done_) {
        return;
    }
    read();
    settle(outcome());
}

bool Exchange::never_sent() const {
    // On a shared connection silence proves nothing: it may have been open already.
    return !guard_->may_have_sent() && (own_ != nullptr || failed_to_connect(reply_->error()));
}

base::Result<Heard> Exchange::outcome() {
    if (guard_->fault()) {
        return *guard_->fault();
    }
    const QNetworkReply::NetworkError error = reply_->error();
    const QVariant status = reply_->attribute(QNetworkRequest::HttpStatusCodeAttribute);
    // Errors above 200 mean that the gateway answered with a status of 400 or more; the others, and these two, that the
    // connection or its HTTP failed.
    const bool answered =
        error == QNetworkReply::NoError ||
        (error > 200 && error != QNetworkReply::ProtocolUnknownError && error != QNetworkReply::ProtocolFailure);
    if (!status.isValid() || !answered) {
        return network_fault(error, reply_->errorString(), never_sent());
    }
    return Heard{.status = status.toInt(),
                 .content_type = reply_->rawHeader("Content-Type"),
                 .retry_after = reply_->rawHeader("Retry-After"),
                 .body = std::move(body_)};
}

void Exchange::give_up() {
    const bool never = own_ != nullptr && !guard_->may_have_sent();
    settle(never ? Fault{FaultCode::unreachable, "the gateway did not answer the connection in time", {}}
                 : Fault{FaultCode::timed_out, "the gateway did not answer in time", {}});
}

void Exchange::settle(base::Result<Heard> result) {
    if (!done_) {
        return;
    }
    deadline_.reset();
    const Done done = std::exchange(done_, nullptr);
    deleteLater();
    done(std::move(result));
}

} // namespace uplink
