// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/link/scheduler.h"
#include "app/link/tls.h"

#include <QNetworkAccessManager>

#include <functional>
#include <memory>
#include <string>

namespace uplink {

/// An answer as it came: any HTTP status.
struct Heard {
    int status = 0;
    QByteArray content_type;
    QByteArray retry_after; ///< as the header says it, unread; usually empty
    std::string body;
};

/// The largest answer that is taken.
inline constexpr qint64 max_answer_bytes = 4 * 1024 * 1024;

/// One request and its one answer. Calls `done` exactly once, from the event loop, and then deletes itself; a parent
/// that is deleted first ends it without a call. Faults: unreachable, untrusted, timed_out, malformed, too_large.
class Exchange final : public QObject {
    Q_OBJECT
public:
    using Done = std::function<void(base::Result<Heard>)>;

    /// `own_connection`: on a fresh connection that nobody else uses, so that a failure before the handshake is done is
    /// certain to have sent nothing.
    Exchange(QNetworkAccessManager& shared, bool own_connection, Scheduler& scheduler, Done done, QObject* parent);
    ~Exchange() override;

    void begin(const QNetworkRequest& request, const QByteArray& method, const QByteArray& body,
               const std::optional<domain::Digest>& pin, Milliseconds timeout);

private:
    void read();
    void finish();
    void give_up();
    void settle(base::Result<Heard> result);
    [[nodiscard]] bool never_sent() const;
    [[nodiscard]] base::Result<Heard> outcome();

    std::unique_ptr<QNetworkAccessManager> own_;
    QNetworkAccessManager& network_;
    Scheduler& scheduler_;
    Done done_;
    QNetworkReply* reply_ = nullptr;
    TrustGuard* guard_ = nullptr;
    std::unique_ptr<Appointment> deadline_;
    std::string body_;
};

} // namespace uplink
