// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/feed_link.h"
#include "app/link/gateway_client.h"
#include "app/link/tls.h"
#include "tests/link/support/tls_gateway.h"
#include "tests/support/patience.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <optional>

using base::FaultCode;
using uplink::Endpoint;
using uplink::LinkState;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(uplink::Endpoint)

/// What a gateway must prove before it is sent anything; for the feed and for requests alike.
class TestTrust : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void the_pinned_certificate_is_accepted();
    void the_pin_stands_for_host_and_authority();
    void a_certificate_file_is_enough_for_the_host_that_it_names();
    void is_refused_before_anything_is_sent_data();
    void is_refused_before_anything_is_sent();
    void garbage_instead_of_tls_is_unreachable();
    void speaks_nothing_older_than_tls_1_2_and_trusts_no_authority_beside_a_pin();
    void a_client_certificate_is_shown_when_asked_for();
    void what_cannot_work_is_said_without_a_connection_data();
    void what_cannot_work_is_said_without_a_connection();

private:
    /// The fault of GET /v1/gateway, or nothing when the gateway took the request.
    static std::optional<base::Fault> try_request(const Endpoint& endpoint);
};

std::optional<base::Fault> TestTrust::try_request(const Endpoint& endpoint) {
    uplink::SystemScheduler scheduler;
    uplink::GatewayClient client(endpoint, scheduler);
    std::optional<base::Result<void>> answer;
    QObject context;
    client.acknowledge({domain::SourceId("urn:test"), 1}, &context, [&](base::Done done) { answer = done; });
    if (!support::wait_until([&] { return answer.has_value(); })) {
        return base::Fault{FaultCode::internal, "no reply at all", {}};
    }
    return answer->ok() ? std::nullopt : std::optional(answer->fault());
}

namespace {

void take_everything(support::TlsGateway& gateway) {
    gateway.answer = [](const support::Request& request, QSslSocket& socket) {
        socket.write(request.target == "/v1/events" ? support::stream_head()
                                                    : support::http(200, "application/json", "{}"));
    };
}

base::Instant today() {
    return base::SystemClock().now();
}

} // namespace

void TestTrust::the_pinned_certificate_is_accepted() {
    support::TlsGateway gateway(support::good_certificate());
    take_everything(gateway);
    const auto fault = try_request(gateway.endpoint());
    QVERIFY2(!fault, fault ? base::describe(*fault).c_str() : "");
    QCOMPARE(gateway.requests.size(), std::size_t{1});
    QCOMPARE(gateway.requests.front().headers.value("authorization"), QByteArray("Bearer secret-token"));
    QCOMPARE(gateway.requests.front().headers.value("accept-encoding"), QByteArray("identity"));
}

void TestTrust::the_pin_stands_for_host_and_authority() {
    crypto::CertificateRequest request;
    request.dns_names = {"gateway.example"};
    request.addresses = {};
    request.not_before = today() - 1h;
    support::TlsGateway gateway(crypto::make_self_signed(request).value());
    take_everything(gateway);
    QVERIFY(!try_request(gateway.endpoint()));
    // Without the pin, the wrong host is the end, although the authority is known.
    Endpoint by_file = gateway.endpoint();
    by_file.pin.reset();
    by_file.authorities = crypto::make_self_signed(request).value().certificate;
    const auto fault = try_request(by_file);
    QVERIFY(fault && fault->code == FaultCode::untrusted);
}

void TestTrust::a_certificate_file_is_enough_for_the_host_that_it_names() {
    support::TlsGateway gateway(support::good_certificate());
    take_everything(gateway);
    Endpoint endpoint = gateway.endpoint();
    endpoint.pin.reset();
    endpoint.authorities = support::good_certificate().certificate;
    const auto fault = try_request(endpoint);
    QVERIFY2(!fault, fault ? base::describe(*fault).c_str() : "");
}

void TestTrust::is_refused_before_anything_is_sent_data() {
    QTest::addColumn<QByteArray>("certificate");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<Endpoint>("endpoint");
    QTest::addColumn<QByteArray>("reason");
    const auto row = [](const char* name, const crypto::CertificatePair& shown, const Endpoint& endpoint,
                        const char* reason) {
        QTest::newRow(name) << QByteArray::fromStdString(shown.certificate)
                            << QByteArray::fromStdString(shown.private_key) << endpoint << QByteArray(reason);
    };
    const auto pinned = [](const crypto::CertificatePair& pair) {
        Endpoint endpoint;
        endpoint.host = "127.0.0.1";
        endpoint.token = "secret-token";
        endpoint.pin = crypto::certificate_digest(pair.certificate).value();
        return endpoint;
    };
    Endpoint by_system = pinned(support::good_certificate());
    by_system.pin.reset();
    Endpoint by_other_file = by_system;
    by_other_file.authorities = support::other_certificate().certificate;
    Endpoint other_host = by_system;
    other_host.host = "127.0.0.2";
    other_host.authorities = support::good_certificate().certificate;
    const auto expired = support::certificate_of(today() - std::chrono::days(30), std::chrono::days(10));
    const auto future = support::certificate_of(today() + std::chrono::days(2), std::chrono::days(10));
    row("another certificate than the pinned one", support::other_certificate(), pinned(support::good_certificate()),
        "another certificate");
    row("the pinned certificate, but expired", expired, pinned(expired), "expired");
    row("the pinned certificate, but not valid yet", future, pinned(future), "not yet valid");
    row("self-signed, without a pin", support::good_certificate(), by_system, "self-signed");
    row("signed by nobody in the file", support::good_certificate(), by_other_file, "self-signed");
}

void TestTrust::is_refused_before_anything_is_sent() {
    QFETCH(QByteArray, certificate);
    QFETCH(QByteArray, key);
    QFETCH(Endpoint, endpoint);
    QFETCH(QByteArray, reason);
    support::TlsGateway gateway({certificate.toStdString(), key.toStdString()});
    take_everything(gateway);
    endpoint.port = gateway.port();
    const auto fault = try_request(endpoint);
    QVERIFY(fault.has_value());
    QCOMPARE(static_cast<int>(fault->code), static_cast<int>(FaultCode::untrusted));
    QVERIFY2(fault->detail.find(reason.toStdString()) != std::string::npos, fault->detail.c_str());
    QCOMPARE(static_cast<int>(uplink::arrival_of(*fault)), static_cast<int>(uplink::Arrival::certainly_not));

    base::ManualClock clock(today());
    uplink::ManualScheduler scheduler;
    uplink::FeedLink feed(endpoint, clock, scheduler);
    feed.start(0);
    QTRY_COMPARE(feed.health().state, LinkState::refused);
    QCOMPARE(static_cast<int>(feed.health().fault->code), static_cast<int>(FaultCode::untrusted));
    QVERIFY(feed.health().retry_at == clock.now() + 60s);
    QCOMPARE(gateway.bytes_received, qint64{0});
}

void TestTrust::garbage_instead_of_tls_is_unreachable() {
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, &server, [&server] {
        QTcpSocket* socket = server.nextPendingConnection();
        socket->write("SSH-2.0-OpenSSH_9.2\r\n");
        connect(socket, &QTcpSocket::readyRead, socket, [socket] { socket->write("and more nonsense\r\n"); });
    });
    support::TlsGateway gateway(support::good_certificate());
    Endpoint endpoint = gateway.endpoint();
    endpoint.port = server.serverPort();
    const auto fault = try_request(endpoint);
    QVERIFY(fault.has_value());
    QCOMPARE(static_cast<int>(fault->code), static_cast<int>(FaultCode::unreachable));
    base::ManualClock clock(today());
    uplink::ManualScheduler scheduler;
    uplink::FeedLink feed(endpoint, clock, scheduler);
    feed.start(0);
    QTRY_COMPARE(feed.health().state, LinkState::waiting);
    QCOMPARE(static_cast<int>(feed.health().fault->code), static_cast<int>(FaultCode::unreachable));
}

void TestTrust::speaks_nothing_older_than_tls_1_2_and_trusts_no_authority_beside_a_pin() {
    support::TlsGateway gateway(support::good_certificate());
    const auto tls = uplink::tls_configuration(gateway.endpoint());
    QVERIFY(tls.ok());
    QCOMPARE(tls->protocol(), QSsl::TlsV1_2OrLater);
    QCOMPARE(tls->peerVerifyMode(), QSslSocket::VerifyPeer);
    QVERIFY(tls->caCertificates().isEmpty());
}

void TestTrust::a_client_certificate_is_shown_when_asked_for() {
    support::TlsGateway gateway(support::good_certificate(), true, support::other_certificate().certificate);
    take_everything(gateway);
    Endpoint endpoint = gateway.endpoint();
    QVERIFY(try_request(endpoint).has_value());
    QVERIFY(gateway.requests.empty());
    endpoint.client_certificate = support::other_certificate().certificate;
    endpoint.client_key = support::other_certificate().private_key;
    const auto fault = try_request(endpoint);
    QVERIFY2(!fault, fault ? base::describe(*fault).c_str() : "");
    QCOMPARE(gateway.requests.size(), std::size_t{1});
}

void TestTrust::what_cannot_work_is_said_without_a_connection_data() {
    QTest::addColumn<Endpoint>("endpoint");
    QTest::addColumn<QByteArray>("where");
    Endpoint good;
    good.host = "gateway.example";
    good.port = 443;
    const auto row = [&good](const char* name, const char* where, auto change) {
        Endpoint endpoint = good;
        change(endpoint);
        QTest::newRow(name) << endpoint << QByteArray(where);
    };
    row("no port", "port", [](Endpoint& e) { e.port = 0; });
    row("no host", "host", [](Endpoint& e) { e.host.clear(); });
    row("a host with a blank", "host", [](Endpoint& e) { e.host = "a b"; });
    row("a host with a path", "host", [](Endpoint& e) { e.host = "a/b"; });
    row("a token with a line break", "token", [](Endpoint& e) { e.token = "a\r\nX-Evil: 1"; });
    row("authorities that are no PEM", "authorities", [](Endpoint& e) { e.authorities = "nonsense"; });
    row("a client certificate that is none", "client_certificate", [](Endpoint& e) { e.client_certificate = "x"; });
    row("a client key that is none", "client_key", [](Endpoint& e) {
        e.client_certificate = support::good_certificate().certificate;
        e.client_key = "x";
    });
}

void TestTrust::what_cannot_work_is_said_without_a_connection() {
    QFETCH(Endpoint, endpoint);
    QFETCH(QByteArray, where);
    const auto checked = uplink::check(endpoint);
    QVERIFY(!checked.ok());
    QCOMPARE(QByteArray::fromStdString(checked.fault().where), where);
    const auto fault = try_request(endpoint);
    QVERIFY(fault && *fault == checked.fault());
}

QTEST_GUILESS_MAIN(TestTrust)
#include "tst_trust.moc"
