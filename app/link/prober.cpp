// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/prober.h"

#include "app/link/tls.h"

#include <QDateTime>
#include <QHostInfo>
#include <QSslCipher>

#include <utility>

namespace uplink {

using base::Fault;
using base::FaultCode;

namespace {

/// With TLS 1.3 a server tells the client only behind the handshake that it does not take its certificate, or wants
/// one (RFC 8446, 4.4.2): it ends the connection without an answer.
bool cut_behind_handshake(const Fault& fault) {
    return fault.detail.starts_with(never_came_about) || fault.detail.starts_with(broke_off);
}

Fault client_certificate_wanted(const Endpoint& endpoint) {
    return {FaultCode::refused,
            endpoint.client_certificate.empty()
                ? "the gateway ends the connection behind the handshake; it may want a client certificate"
                : "the gateway ends the connection behind the handshake; it may not take this client certificate",
            "client_certificate"};
}

} // namespace

Prober::Prober(Endpoint endpoint, const base::Clock& clock, Scheduler& scheduler, Milliseconds timeout)
    : endpoint_(std::move(endpoint))
    , clock_(clock)
    , scheduler_(scheduler)
    , timeout_(timeout) {}

Prober::~Prober() {
    if (lookup_ != -1) {
        QHostInfo::abortHostLookup(lookup_);
    }
    if (socket_) {
        socket_->disconnect(this);
    }
}

void Prober::answer_to(QObject* context, std::function<void(ProbeReport)> reply,
                       std::function<void(ProbeLine)> progress) {
    context_ = context;
    reply_ = std::move(reply);
    progress_ = std::move(progress);
    connect(context, &QObject::destroyed, this, &QObject::deleteLater);
}

void Prober::begin() {
    if (const base::Done checked = check(endpoint_); !checked) {
        fail(checked.fault());
        return;
    }
    pass({});
    resolve();
}

void Prober::resolve() {
    step_ = ProbeStep::address;
    arm();
    const QString host = QString::fromUtf8(endpoint_.host.c_str());
    lookup_ = QHostInfo::lookupHost(host, this, [this](const QHostInfo& info) {
        lookup_ = -1;
        if (over_) {
            return;
        }
        if (info.error() != QHostInfo::NoError || info.addresses().isEmpty()) {
            fail({FaultCode::unreachable, "the name has no address: " + info.errorString().toStdString(), "address"});
            return;
        }
        pass(info.addresses().first().toString().toStdString());
        connect_to();
    });
}

void Prober::connect_to() {
    step_ = ProbeStep::connection;
    arm();
    socket_ = std::make_unique<QSslSocket>();
    socket_->setSslConfiguration(tls_configuration(endpoint_).value());
    connect(socket_.get(), &QSslSocket::connected, this, &Prober::shake_hands);
    connect(socket_.get(), &QSslSocket::errorOccurred, this, &Prober::socket_failed);
    connect(socket_.get(), &QSslSocket::sslErrors, this, &Prober::judge_errors);
    connect(socket_.get(), &QSslSocket::encrypted, this, &Prober::take_handshake);
    socket_->connectToHost(QString::fromUtf8(endpoint_.host.c_str()), endpoint_.port);
}

void Prober::shake_hands() {
    pass(socket_->peerAddress().toString().toStdString());
    step_ = ProbeStep::certificate;
    arm();
    socket_->setPeerVerifyName(QString::fromUtf8(endpoint_.host.c_str()));
    socket_->startClientEncryption();
}

void Prober::note_certificate() {
    const QSslCertificate peer = socket_->peerCertificate();
    if (!peer.isNull()) {
        report_.certificate = digest_of(peer);
        report_.certificate_pem = peer.toPem().toStdString();
        report_.certificate_until = base::Instant{std::chrono::milliseconds(peer.expiryDate().toMSecsSinceEpoch())};
    }
}

void Prober::judge_errors(const QList<QSslError>& errors) {
    note_certificate();
    if (endpoint_.pin) {
        if (const auto answered = answered_by_pin(errors, socket_->peerCertificate(), *endpoint_.pin);
            !answered.isEmpty()) {
            socket_->ignoreSslErrors(answered);
            return;
        }
        if (report_.certificate && *report_.certificate != *endpoint_.pin) {
            distrust_ = pin_mismatch(*report_.certificate);
            return;
        }
    }
    distrust_ = untrusted(errors);
}

void Prober::take_handshake() {
    note_certificate();
    if (endpoint_.pin && report_.certificate != endpoint_.pin) {
        fail(pin_mismatch(report_.certificate.value_or(domain::Digest{})));
        return;
    }
    const std::string found =
        socket_->sessionCipher().protocolString().toStdString() + ", " + socket_->sessionCipher().name().toStdString();
    socket_->disconnect(this);
    socket_->abort();
    pass(found);
    log_in();
}

void Prober::socket_failed() {
    if (distrust_) {
        fail(*distrust_);
        return;
    }
    const std::string text = socket_->errorString().toStdString();
    fail(step_ == ProbeStep::connection
             ? Fault{FaultCode::unreachable, "nothing takes connections at this address: " + text, "TCP"}
             : Fault{FaultCode::unreachable, "the peer takes connections but does not speak TLS with us: " + text,
                     "TLS"});
}

void Prober::log_in() {
    step_ = ProbeStep::login;
    arm();
    client_ = std::make_unique<GatewayClient>(endpoint_, scheduler_, timeout_);
    asked_ = clock_.now();
    client_->info(this, [this](base::Result<wire::GatewayInfo> info) { take_info(std::move(info)); });
}

void Prober::take_info(base::Result<wire::GatewayInfo> info) {
    if (over_) {
        return;
    }
    if (!info) {
        fail(cut_behind_handshake(info.fault()) ? client_certificate_wanted(endpoint_) : info.fault());
        return;
    }
    const base::Microseconds round_trip = clock_.now() - asked_;
    report_.clock_skew = info->time - asked_ - round_trip / 2;
    if (!endpoint_.source.empty() && info->source != endpoint_.source) {
        fail({FaultCode::conflict, "the gateway serves another feed: " + info->source.bytes(), "source"});
        return;
    }
    pass(info->name + " " + info->version);
    report_.gateway = std::move(*info);
    open_feed();
}

void Prober::open_feed() {
    step_ = ProbeStep::feed;
    arm();
    feed_ = std::make_unique<FeedLink>(endpoint_, clock_, scheduler_);
    connect(feed_.get(), &FeedLink::health_changed, this, &Prober::watch_feed, Qt::QueuedConnection);

    feed_->start(report_.gateway->last_sequence);
}

void Prober::watch_feed(const Health& health) {
    if (over_) {
        return;
    }
    switch (health.state) {
    case LinkState::idle:
    case LinkState::connecting: return;
    case LinkState::live:
    case LinkState::stale:
        feed_->disconnect(this);
        feed_->stop();
        pass({});
        compare_clocks();
        return;
    case LinkState::waiting:
    case LinkState::refused:
        fail(health.fault.value_or(Fault{FaultCode::unreachable, "the feed did not open", {}}));
        return;
    }
}

void Prober::compare_clocks() {
    step_ = ProbeStep::clock;
    const base::Microseconds skew = report_.clock_skew.value_or(base::Microseconds{0});
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(skew).count();
    if (skew > allowed_clock_skew || skew < -allowed_clock_skew) {
        fail({FaultCode::stale, "the gateway's clock differs from ours by " + std::to_string(seconds) + " s", "clock"});
        return;
    }
    pass(std::to_string(std::chrono::duration_cast<Milliseconds>(skew).count()) + " ms");
    conclude();
}

void Prober::pass(std::string found) {
    report({.step = step_, .outcome = ProbeOutcome::passed, .fault = {}, .found = std::move(found)});
}

void Prober::fail(Fault fault) {
    if (over_) {
        return;
    }
    report({.step = step_, .outcome = ProbeOutcome::failed, .fault = std::move(fault), .found = {}});
    for (int next = static_cast<int>(step_) + 1; next <= static_cast<int>(ProbeStep::clock); ++next) {
        report({.step = static_cast<ProbeStep>(next), .outcome = ProbeOutcome::skipped, .fault = {}, .found = {}});
    }
    conclude();
}

void Prober::arm() {
    deadline_ = scheduler_.after(timeout_, [this] {
        fail({FaultCode::timed_out, "no answer in time", name_of(step_)});
    });
}

void Prober::report(ProbeLine line) {
    report_.lines.push_back(line);
    if (context_ && progress_) {
        QMetaObject::invokeMethod(
            context_, [call = progress_, line] { call(line); }, Qt::QueuedConnection);
    }
}

void Prober::conclude() {
    over_ = true;
    deadline_.reset();
    if (context_ && reply_) {
        QMetaObject::invokeMethod(
            context_, [call = reply_, report = report_] { call(report); }, Qt::QueuedConnection);
    }
    deleteLater();
}

} // namespace uplink
