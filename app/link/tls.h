// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/link/endpoint.h"

#include <QByteArray>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QObject>
#include <QSslConfiguration>
#include <QSslError>
#include <QString>

#include <optional>
#include <string_view>

namespace uplink {

// How a gateway proves itself. Of the two sound ways to pin with Qt this room takes the second:
//   1. the pinned certificate as the only authority, with VerifyPeer. It needs the whole certificate (a person confirms
//      a fingerprint), it accepts whatever a pinned CA:TRUE certificate has signed, and self-signed gateways still fail
//      on the host name.
//   2. no authority at all, so that every chain reports its errors before anything is sent; these are ignored, named
//   one
//      by one, only when the peer's certificate has exactly the pinned SHA-256 and only for what a pin answers: who
//      signed it, and for which host. A certificate that is expired, not yet valid, revoked or broken stays refused.
//      When the handshake is done, still before the request is written, the digest is compared once more.

/// TLS 1.2 or newer, peer verified, no session sharing. Faults: malformed (PEM of authorities, certificate or key).
[[nodiscard]] base::Result<QSslConfiguration> tls_configuration(const Endpoint& endpoint);

/// SHA-256 over the DER form.
[[nodiscard]] domain::Digest digest_of(const QSslCertificate& certificate);

/// Which of `errors` a pin on `peer` answers: all or none of them, so the list is empty when one of them stays.
[[nodiscard]] QList<QSslError> answered_by_pin(const QList<QSslError>& errors, const QSslCertificate& peer,
                                               const domain::Digest& pin);

/// One sentence about the first error that matters.
[[nodiscard]] base::Fault untrusted(const QList<QSslError>& errors);
[[nodiscard]] base::Fault pin_mismatch(const domain::Digest& found);

/// How the details of a network_fault() begin: of a connection, not of time that ran out.
inline constexpr std::string_view never_came_about = "no connection to the gateway: ";
inline constexpr std::string_view broke_off = "the connection broke before the answer was complete: ";

/// A request to the gateway with everything but method and body: HTTP/1.1, no redirects, no cookies, no cache, no
/// compression, no proxy authentication, the bearer token. `path` is percent-encoded already.
[[nodiscard]] QNetworkRequest request_to(const Endpoint& endpoint, const QSslConfiguration& tls, const QByteArray& path,
                                         const QByteArray& query = {});

/// Watches one reply: applies the pin, and remembers what went wrong and whether the handshake was done.
class TrustGuard final : public QObject {
    Q_OBJECT
public:
    TrustGuard(QNetworkReply& reply, std::optional<domain::Digest> pin);

    [[nodiscard]] const std::optional<base::Fault>& fault() const { return fault_; }
    [[nodiscard]] bool encrypted() const { return encrypted_; }
    /// Whether bytes of the request can have left: sent on a connection from before, or the handshake was done.
    [[nodiscard]] bool may_have_sent() const { return encrypted_ || sent_; }

private:
    void judge(const QList<QSslError>& errors);
    void compare();

    QNetworkReply& reply_;
    std::optional<domain::Digest> pin_;
    std::optional<base::Fault> fault_;
    bool encrypted_ = false;
    bool sent_ = false;
};

/// The fault of a reply that ended without an HTTP answer. `never_sent`: no byte of the request can have left.
[[nodiscard]] base::Fault network_fault(QNetworkReply::NetworkError error, const QString& text, bool never_sent);
/// Whether the error itself says that there was no connection.
[[nodiscard]] bool failed_to_connect(QNetworkReply::NetworkError error);

} // namespace uplink
