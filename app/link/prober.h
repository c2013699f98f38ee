// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/link/feed_link.h"
#include "app/link/gateway_client.h"
#include "app/link/probe.h"

#include <QPointer>
#include <QSslError>
#include <QSslSocket>

#include <memory>

namespace uplink {

/// One run of probe(): a step after the other, deletes itself at the end or with its context.
class Prober final : public QObject {
    Q_OBJECT
public:
    Prober(Endpoint endpoint, const base::Clock& clock, Scheduler& scheduler, Milliseconds timeout);
    ~Prober() override;

    void answer_to(QObject* context, std::function<void(ProbeReport)> reply, std::function<void(ProbeLine)> progress);
    void begin();

private:
    void resolve();
    void connect_to();
    void shake_hands();
    void note_certificate();
    void judge_errors(const QList<QSslError>& errors);
    void take_handshake();
    void socket_failed();
    void log_in();
    void take_info(base::Result<wire::GatewayInfo> info);
    void open_feed();
    void watch_feed(const Health& health);
    void compare_clocks();

    void pass(std::string found);
    void fail(base::Fault fault);
    void arm();
    void report(ProbeLine line);
    void conclude();

    Endpoint endpoint_;
    const base::Clock& clock_;
    Scheduler& scheduler_;
    Milliseconds timeout_;
    QPointer<QObject> context_;
    std::function<void(ProbeReport)> reply_;
    std::function<void(ProbeLine)> progress_;
    ProbeReport report_;
    ProbeStep step_ = ProbeStep::endpoint;
    bool over_ = false;
    int lookup_ = -1;
    std::unique_ptr<QSslSocket> socket_;
    std::unique_ptr<GatewayClient> client_;
    std::unique_ptr<FeedLink> feed_;
    std::unique_ptr<Appointment> deadline_;
    base::Instant asked_{};
    std::optional<base::Fault> distrust_;
};

} // namespace uplink
