// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/probe.h"
#include "app/link/tls.h"
#include "tests/link/support/tls_gateway.h"
#include "tests/support/patience.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <optional>

using base::FaultCode;
using support::http;
using namespace std::chrono_literals;

namespace {

/// "endpoint+ address+ connection- certificate. …": + passed, - failed, . skipped.
QByteArray drawn(const std::vector<uplink::ProbeLine>& lines) {
    QByteArray text;
    for (const uplink::ProbeLine& line : lines) {
        text += uplink::name_of(line.step);
        switch (line.outcome) {
        case uplink::ProbeOutcome::passed: text += "+ "; break;
        case uplink::ProbeOutcome::failed: text += "- "; break;
        case uplink::ProbeOutcome::skipped: text += ". "; break;
        }
    }
    return text.trimmed();
}

const base::Instant noon = base::from_rfc3339("2026-03-01T12:00:00Z").value();

QByteArray info_answer(base::Instant time) {
    wire::GatewayInfo info;
    info.name = "test";
    info.version = "1";
    info.source = domain::SourceId("urn:test");
    info.time = time;
    return http(200, "application/json", QByteArray::fromStdString(wire::encode(info)));
}

} // namespace

class TestProbe : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void finds_a_good_gateway_good();
    void names_the_step_that_fails_data();
    void names_the_step_that_fails();
    void shows_an_unknown_certificate_and_sends_nothing();
    void a_changed_certificate_is_untrusted();
    void a_gateway_that_wants_a_client_certificate_is_told_apart_data();
    void a_gateway_that_wants_a_client_certificate_is_told_apart();
    void says_that_nobody_listens();
    void says_that_the_peer_speaks_no_tls();
    void says_that_a_name_has_no_address();
    void a_server_that_is_mute_is_timed_out();

private:
    uplink::ProbeReport run(const uplink::Endpoint& endpoint);
    base::ManualClock clock_{noon};
    uplink::SystemScheduler scheduler_;
    std::vector<uplink::ProbeLine> progress_;
};

uplink::ProbeReport TestProbe::run(const uplink::Endpoint& endpoint) {
    std::optional<uplink::ProbeReport> report;
    QObject context;
    progress_.clear();
    uplink::probe(
        endpoint, clock_, scheduler_, &context, [&](uplink::ProbeReport got) { report = std::move(got); },
        [&](const uplink::ProbeLine& line) { progress_.push_back(line); });
    (void)support::wait_until([&] { return report.has_value(); });
    return report.value_or(uplink::ProbeReport{});
}

void TestProbe::finds_a_good_gateway_good() {
    support::TlsGateway gateway(support::good_certificate());
    gateway.answer = [](const support::Request& request, QSslSocket& socket) {
        socket.write(request.target == "/v1/events" ? support::stream_head() : info_answer(noon + 2s));
    };
    const auto report = run(gateway.endpoint());
    QCOMPARE(drawn(report.lines), QByteArray("endpoint+ address+ connection+ certificate+ login+ feed+ clock+"));
    QVERIFY(report.passed());
    QVERIFY(progress_ == report.lines);
    QVERIFY(report.certificate == gateway.endpoint().pin);
    QVERIFY(report.certificate_pem.find("BEGIN CERTIFICATE") != std::string::npos);
    QVERIFY(report.certificate_until > base::SystemClock().now());
    QCOMPARE(report.gateway->name, std::string("test"));
    QVERIFY(report.clock_skew == std::optional<base::Microseconds>(2s));
}

void TestProbe::names_the_step_that_fails_data() {
    QTest::addColumn<QByteArray>("info");
    QTest::addColumn<QByteArray>("feed");
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<int>("code");
    const auto row = [](const char* name, const QByteArray& info, const QByteArray& feed, const char* lines,
                        FaultCode code) {
        QTest::newRow(name) << info << feed << QByteArray(lines) << static_cast<int>(code);
    };
    const QByteArray good_feed = support::stream_head();
    row("a wrong token", http(401, "text/plain", ""), good_feed,
        "endpoint+ address+ connection+ certificate+ login- feed. clock.", FaultCode::refused);
    row("a web server that is no gateway", http(200, "text/html", "<html>"), good_feed,
        "endpoint+ address+ connection+ certificate+ login- feed. clock.", FaultCode::malformed);
    row("a feed that is not allowed", info_answer(noon), http(403, "text/plain", ""),
        "endpoint+ address+ connection+ certificate+ login+ feed- clock.", FaultCode::refused);
    row("a clock that is an hour late", info_answer(noon - 1h), good_feed,
        "endpoint+ address+ connection+ certificate+ login+ feed+ clock-", FaultCode::stale);
}

void TestProbe::names_the_step_that_fails() {
    QFETCH(QByteArray, info);
    QFETCH(QByteArray, feed);
    QFETCH(QByteArray, lines);
    QFETCH(int, code);
    support::TlsGateway gateway(support::good_certificate());
    gateway.answer = [&](const support::Request& request, QSslSocket& socket) {
        socket.write(request.target == "/v1/events" ? feed : info);
    };
    const auto report = run(gateway.endpoint());
    QCOMPARE(drawn(report.lines), lines);
    QVERIFY(!report.passed());
    for (const uplink::ProbeLine& line : report.lines) {
        if (line.fault) {
            QVERIFY2(static_cast<int>(line.fault->code) == code, base::describe(*line.fault).c_str());
        }
    }
}

void TestProbe::shows_an_unknown_certificate_and_sends_nothing() {
    support::TlsGateway gateway(support::good_certificate());
    uplink::Endpoint endpoint = gateway.endpoint();
    endpoint.pin.reset();
    const auto report = run(endpoint);
    QCOMPARE(drawn(report.lines), QByteArray("endpoint+ address+ connection+ certificate- login. feed. clock."));
    QCOMPARE(static_cast<int>(report.lines.at(3).fault->code), static_cast<int>(FaultCode::untrusted));
    QVERIFY(report.certificate == gateway.endpoint().pin);
    QCOMPARE(gateway.bytes_received, qint64{0});
}

void TestProbe::a_changed_certificate_is_untrusted() {
    support::TlsGateway gateway(support::other_certificate());
    uplink::Endpoint endpoint = gateway.endpoint();
    endpoint.pin = crypto::certificate_digest(support::good_certificate().certificate).value();
    const auto report = run(endpoint);
    QCOMPARE(drawn(report.lines), QByteArray("endpoint+ address+ connection+ certificate- login. feed. clock."));
    QVERIFY(report.lines.at(3).fault->detail.find("another certificate") != std::string::npos);
    QVERIFY(report.certificate == gateway.endpoint().pin);
    QCOMPARE(gateway.bytes_received, qint64{0});
}

void TestProbe::a_gateway_that_wants_a_client_certificate_is_told_apart_data() {
    QTest::addColumn<QByteArray>("shown");
    QTest::addColumn<bool>("good");
    QTest::addRow("with the one that it takes") << QByteArray("other") << true;
    QTest::addRow("with none") << QByteArray() << false;
    QTest::addRow("with one that it does not know") << QByteArray("good") << false;
}

void TestProbe::a_gateway_that_wants_a_client_certificate_is_told_apart() {
    QFETCH(QByteArray, shown);
    QFETCH(bool, good);
    support::TlsGateway gateway(support::good_certificate(), true, support::other_certificate().certificate);
    gateway.answer = [](const support::Request& request, QSslSocket& socket) {
        socket.write(request.target == "/v1/events" ? support::stream_head() : info_answer(noon));
    };
    uplink::Endpoint endpoint = gateway.endpoint();
    if (!shown.isEmpty()) {
        const auto& pair = shown == "other" ? support::other_certificate() : support::good_certificate();
        endpoint.client_certificate = pair.certificate;
        endpoint.client_key = pair.private_key;
    }
    const auto report = run(endpoint);
    QCOMPARE(report.passed(), good);
    if (good) {
        QCOMPARE(drawn(report.lines), QByteArray("endpoint+ address+ connection+ certificate+ login+ feed+ clock+"));
        return;
    }
    QCOMPARE(drawn(report.lines), QByteArray("endpoint+ address+ connection+ certificate+ login- feed. clock."));
    const base::Fault& fault = *report.lines.at(4).fault;
    QCOMPARE(QByteArray::fromStdString(fault.where), QByteArray("client_certificate"));
    QCOMPARE(static_cast<int>(fault.code), static_cast<int>(FaultCode::refused));
    QVERIFY(gateway.requests.empty()); // nobody was let in, and the token went nowhere
}

void TestProbe::says_that_nobody_listens() {
    const support::ClosedPort closed;
    const auto report = run(closed.endpoint());
    QCOMPARE(drawn(report.lines), QByteArray("endpoint+ address+ connection- certificate. login. feed. clock."));
    QCOMPARE(static_cast<int>(report.lines.at(2).fault->code), static_cast<int>(FaultCode::unreachable));
}

void TestProbe::says_that_the_peer_speaks_no_tls() {
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, &server,
            [&server] { server.nextPendingConnection()->write("HTTP/1.1 400 Bad Request\r\n\r\n"); });
    support::TlsGateway gateway(support::good_certificate());
    uplink::Endpoint endpoint = gateway.endpoint();
    endpoint.port = server.serverPort();
    const auto report = run(endpoint);
    QCOMPARE(drawn(report.lines), QByteArray("endpoint+ address+ connection+ certificate- login. feed. clock."));
    QCOMPARE(static_cast<int>(report.lines.at(3).fault->code), static_cast<int>(FaultCode::unreachable));
}

void TestProbe::says_that_a_name_has_no_address() {
    support::TlsGateway gateway(support::good_certificate());
    uplink::Endpoint endpoint = gateway.endpoint();
    endpoint.host = "no-such-host.invalid"; // RFC 2606
    const auto report = run(endpoint);
    QCOMPARE(drawn(report.lines), QByteArray("endpoint+ address- connection. certificate. login. feed. clock."));
    endpoint.port = 0;
    QCOMPARE(drawn(run(endpoint).lines), QByteArray("endpoint- address. connection. certificate. login. feed. clock."));
}

void TestProbe::a_server_that_is_mute_is_timed_out() {
    QTcpServer mute;
    QVERIFY(mute.listen(QHostAddress::LocalHost));
    support::TlsGateway gateway(support::good_certificate());
    uplink::Endpoint endpoint = gateway.endpoint();
    endpoint.port = mute.serverPort();
    uplink::ManualScheduler scheduler;
    std::optional<uplink::ProbeReport> report;
    uplink::probe(endpoint, clock_, scheduler, this, [&](uplink::ProbeReport got) { report = std::move(got); });
    QTRY_VERIFY(mute.hasPendingConnections());
    QTRY_COMPARE(scheduler.next_in(), uplink::Milliseconds(10s));
    QCoreApplication::processEvents();
    for (int i = 0; i < 3 && !report; ++i) {
        scheduler.advance(10s);
        QCoreApplication::processEvents();
    }
    QTRY_VERIFY(report);
    QCOMPARE(drawn(report->lines), QByteArray("endpoint+ address+ connection+ certificate- login. feed. clock."));
    QCOMPARE(static_cast<int>(report->lines.at(3).fault->code), static_cast<int>(FaultCode::timed_out));
}

QTEST_GUILESS_MAIN(TestProbe)
#include "tst_probe.moc"
