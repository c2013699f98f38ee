// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/link/support/tls_gateway.h"

#include "app/link/tls.h"

#include <QSslConfiguration>
#include <QSslKey>

namespace support {

namespace {

QByteArray bytes_of(const std::string& text) {
    return QByteArray::fromStdString(text);
}

/// Takes one whole request off the front of `held`; nothing while it is not complete.
std::optional<Request> take_request(QByteArray& held) {
    const qsizetype end = held.indexOf("\r\n\r\n");
    if (end < 0) {
        return std::nullopt;
    }
    const QList<QByteArray> lines = held.left(end).replace("\r\n", "\n").split('\n');
    Request request;
    const QList<QByteArray> words = lines.first().split(' ');
    request.method = words.value(0);
    request.target = words.value(1);
    for (const QByteArray& line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    const qsizetype length = request.headers.value("content-length", "0").toLongLong();
    if (held.size() < end + 4 + length) {
        return std::nullopt;
    }
    request.body = held.mid(end + 4, length);
    held.remove(0, end + 4 + length);
    return request;
}

base::Instant now() {
    return base::SystemClock().now();
}

} // namespace

TlsGateway::TlsGateway(const crypto::CertificatePair& pair, bool ask_for_client_certificate,
                       const std::string& client_authority) {
    const QSslCertificate certificate(bytes_of(pair.certificate), QSsl::Pem);
    pin_ = uplink::digest_of(certificate);
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setLocalCertificate(certificate);
    tls.setPrivateKey(QSslKey(bytes_of(pair.private_key), QSsl::Ec));
    tls.setPeerVerifyMode(ask_for_client_certificate ? QSslSocket::VerifyPeer : QSslSocket::VerifyNone);
    if (ask_for_client_certificate) {
        tls.setCaCertificates(QSslCertificate::fromData(bytes_of(client_authority), QSsl::Pem));
    }
    server_.setSslConfiguration(tls);
    server_.setHandshakeTimeout(60'000); // for a machine that does much else
    connect(&server_, &QTcpServer::pendingConnectionAvailable, this, &TlsGateway::take_connection);
    if (!server_.listen(QHostAddress::LocalHost)) {
        qFatal("the test server cannot listen");
    }
}

TlsGateway::~TlsGateway() {
    cut();
}

uplink::Endpoint TlsGateway::endpoint() const {
    uplink::Endpoint endpoint;
    endpoint.host = "127.0.0.1";
    endpoint.port = port();
    endpoint.token = "secret-token";
    endpoint.pin = pin_;
    endpoint.source = domain::SourceId("urn:test");
    return endpoint;
}

void TlsGateway::take_connection() {
    while (auto* socket = qobject_cast<QSslSocket*>(server_.nextPendingConnection())) {
        ++connections;
        sockets_.emplace_back(socket);
        auto held = std::make_shared<QByteArray>();
        connect(socket, &QSslSocket::readyRead, this, [this, socket, held] { take_bytes(*socket, *held); });
        connect(socket, &QSslSocket::disconnected, socket, &QObject::deleteLater);
        take_bytes(*socket, *held);
    }
}

void TlsGateway::take_bytes(QSslSocket& socket, QByteArray& held) {
    const QByteArray bytes = socket.readAll();
    bytes_received += bytes.size();
    held += bytes;
    while (const auto request = take_request(held)) {
        requests.push_back(*request);
        answer(requests.back(), socket);
    }
}

void TlsGateway::cut() {
    for (const auto& socket : sockets_) {
        if (socket) {
            socket->abort();
        }
    }
    sockets_.clear();
}

ClosedPort::ClosedPort() {
    if (!socket_.bind(QHostAddress::LocalHost, 0, QAbstractSocket::DontShareAddress)) {
        qFatal("the test cannot keep a port");
    }
}

uplink::Endpoint ClosedPort::endpoint() const {
    uplink::Endpoint endpoint = TlsGateway(good_certificate()).endpoint();
    endpoint.port = port();
    return endpoint;
}

crypto::CertificatePair certificate_of(base::Instant not_before, std::chrono::days valid_for) {
    crypto::CertificateRequest request;
    request.common_name = "test";
    request.not_before = not_before;
    request.valid_for = valid_for;
    return crypto::make_self_signed(request).value();
}

const crypto::CertificatePair& good_certificate() {
    static const crypto::CertificatePair pair = certificate_of(now() - std::chrono::hours(1), std::chrono::days(30));
    return pair;
}

const crypto::CertificatePair& other_certificate() {
    static const crypto::CertificatePair pair = certificate_of(now() - std::chrono::hours(1), std::chrono::days(30));
    return pair;
}

QByteArray http(int status, const QByteArray& content_type, const QByteArray& body) {
    QByteArray head = "HTTP/1.1 ";
    head += QByteArray::number(status);
    head += " X\r\nContent-Type: ";
    head += content_type;
    head += "\r\nContent-Length: ";
    head += QByteArray::number(body.size());
    head += "\r\n\r\n";
    return head + body;
}

QByteArray stream_head() {
    return "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n";
}

QByteArray sse_event(std::uint64_t sequence, const QByteArray& data) {
    QByteArray text = "id: ";
    text += QByteArray::number(static_cast<qulonglong>(sequence));
    text += "\ndata: ";
    text += data;
    text += "\n\n";
    return text;
}

} // namespace support
