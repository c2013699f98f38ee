// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/crypto/certificate.h"
#include "app/link/endpoint.h"

#include <QByteArray>
#include <QMap>
#include <QObject>
#include <QPointer>
#include <QSslServer>
#include <QSslSocket>
#include <QTcpSocket>

#include <functional>
#include <string>
#include <vector>

namespace support {

/// One HTTP request as the server saw it.
struct Request {
    QByteArray method;
    QByteArray target;                    ///< path and query
    QMap<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
};

/// A small TLS server inside the test's own event loop, which answers whatever the test wants, down to the byte.
class TlsGateway final : public QObject {
    Q_OBJECT
public:
    using Answer = std::function<void(const Request&, QSslSocket&)>;

    /// Listens on 127.0.0.1, on a free port.
    explicit TlsGateway(const crypto::CertificatePair& pair, bool ask_for_client_certificate = false,
                        const std::string& client_authority = {});
    ~TlsGateway() override;

    /// How requests are answered; the default never answers.
    Answer answer = [](const Request&, QSslSocket&) {};
    std::vector<Request> requests;
    int connections = 0;       ///< handshakes done
    qint64 bytes_received = 0; ///< of requests, after decryption

    [[nodiscard]] std::uint16_t port() const { return server_.serverPort(); }
    /// An endpoint that pins this server's certificate.
    [[nodiscard]] uplink::Endpoint endpoint() const;
    /// Ends every connection at once.
    void cut();

private:
    void take_connection();
    void take_bytes(QSslSocket& socket, QByteArray& held);

    QSslServer server_;
    domain::Digest pin_{};
    std::vector<QPointer<QSslSocket>> sockets_;
};

/// A port of this machine where nobody listens, and that nobody else can take meanwhile.
class ClosedPort {
public:
    ClosedPort();
    [[nodiscard]] std::uint16_t port() const { return socket_.localPort(); }
    /// An endpoint there.
    [[nodiscard]] uplink::Endpoint endpoint() const;

private:
    QTcpSocket socket_; ///< bound, and no more
};

/// A certificate for 127.0.0.1 that is valid now, made once per test program.
[[nodiscard]] const crypto::CertificatePair& good_certificate();
/// Another one of the same kind.
[[nodiscard]] const crypto::CertificatePair& other_certificate();
[[nodiscard]] crypto::CertificatePair certificate_of(base::Instant not_before, std::chrono::days valid_for);

/// A whole HTTP answer with Content-Length.
[[nodiscard]] QByteArray http(int status, const QByteArray& content_type, const QByteArray& body);
/// The head of an event stream that ends with the connection.
[[nodiscard]] QByteArray stream_head();
/// One server-sent event with a tiny body.
[[nodiscard]] QByteArray sse_event(std::uint64_t sequence, const QByteArray& data = "{}");

} // namespace support
