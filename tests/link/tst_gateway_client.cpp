// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/crypto/digest.h"
#include "app/crypto/signing.h"
#include "app/link/gateway_client.h"
#include "app/wire/signed_bytes.h"
#include "tests/link/support/tls_gateway.h"
#include "tests/support/patience.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <optional>

using base::FaultCode;
using support::http;
using uplink::Arrival;
using uplink::GatewayClient;
using namespace std::chrono_literals;

namespace {

const crypto::SigningKey& person_key() {
    static const auto key = crypto::SigningKey::generate().value();
    return key;
}

const crypto::SigningKey& gateway_key() {
    static const auto key = crypto::SigningKey::generate().value();
    return key;
}

domain::SignedDecision decision() {
    domain::SignedDecision signed_decision;
    domain::Decision& content = signed_decision.decision;
    content.id = domain::DecisionId("d-1");
    content.source = domain::SourceId("urn:test");
    content.transaction = domain::TransactionId("t-1");
    content.version = 1;
    content.agent = domain::AgentId("a-1");
    content.verb = domain::Verb::reject;
    content.reason_code = "price";
    content.person = domain::PersonId("p-1");
    content.role = "manager";
    content.policy_version = "1";
    content.roster_version = 1;
    signed_decision.signed_bytes = wire::decision_bytes(content);
    signed_decision.key = person_key().public_key();
    signed_decision.signature = person_key().sign(signed_decision.signed_bytes).value();
    return signed_decision;
}

domain::Receipt receipt() {
    domain::Receipt made;
    made.id = domain::ReceiptId("r-1");
    made.decision = domain::DecisionId("d-1");
    made.decision_digest = crypto::sha256(decision().signed_bytes);
    made.outcome = domain::ReceiptOutcome::accepted;
    made.issued = base::from_rfc3339("2026-03-01T12:00:00Z").value();
    made.signed_bytes = wire::receipt_bytes(made);
    made.key = gateway_key().public_key();
    made.signature = gateway_key().sign(made.signed_bytes).value();
    return made;
}

QByteArray receipt_answer() {
    return QByteArray::fromStdString(wire::encode(wire::ReceiptAnswer{wire::envelope_of(receipt())}));
}

QByteArray problem(int status, const char* code) {
    wire::Problem made;
    made.title = domain::UntrustedText("no");
    made.status = status;
    made.detail = domain::UntrustedText("because of a rule");
    made.code = code;
    return http(status, "application/problem+json", QByteArray::fromStdString(wire::encode(made)));
}

} // namespace

class TestGatewayClient : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void posts_the_stored_bytes_and_reads_the_receipt();
    void says_whether_a_decision_may_have_arrived_data();
    void says_whether_a_decision_may_have_arrived();
    void a_gateway_may_ask_for_a_pause_data();
    void a_gateway_may_ask_for_a_pause();
    void a_closed_port_has_received_nothing();
    void silence_before_the_handshake_has_received_nothing();
    void silence_after_the_request_may_have_received_it();
    void an_answer_cut_off_may_have_been_carried_out();
    void a_status_may_be_that_nobody_has_seen_it();
    void every_request_has_its_own_form();
    void ids_are_data_and_never_paths();
    void an_answer_that_never_ends_is_cut_at_the_limit();
    void a_redirect_is_not_followed();
    void a_dead_context_hears_nothing();
    void a_client_that_goes_ends_its_requests();

private:
    std::optional<base::Result<domain::Receipt>> post(support::TlsGateway& gateway);
    uplink::SystemScheduler scheduler_;
};

std::optional<base::Result<domain::Receipt>> TestGatewayClient::post(support::TlsGateway& gateway) {
    GatewayClient client(gateway.endpoint(), scheduler_);
    std::optional<base::Result<domain::Receipt>> answer;
    QObject context;
    client.post_decision(decision(), &context, [&](base::Result<domain::Receipt> got) { answer = std::move(got); });
    (void)support::wait_until([&] { return answer.has_value(); });
    return answer;
}

void TestGatewayClient::posts_the_stored_bytes_and_reads_the_receipt() {
    support::TlsGateway gateway(support::good_certificate());
    gateway.answer = [](const support::Request&, QSslSocket& socket) {
        socket.write(http(200, "application/json", receipt_answer()));
    };
    const auto answer = post(gateway);
    QVERIFY(answer && answer->ok());
    QVERIFY(answer->value() == receipt());
    const support::Request& request = gateway.requests.front();
    QCOMPARE(request.method + " " + request.target, QByteArray("POST /v1/decisions"));
    QCOMPARE(request.headers.value("content-type"), QByteArray("application/json"));
    const auto envelope = wire::decode_envelope(request.body.toStdString());
    QVERIFY(envelope.ok());
    QCOMPARE(envelope->signed_bytes, decision().signed_bytes);
}

void TestGatewayClient::says_whether_a_decision_may_have_arrived_data() {
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("problem");
    QTest::addColumn<bool>("perhaps");
    const auto row = [](const char* name, const QByteArray& answer, FaultCode code, const char* problem_code,
                        bool perhaps) {
        QTest::newRow(name) << answer << static_cast<int>(code) << QByteArray(problem_code) << perhaps;
    };
    using enum FaultCode;
    row("the token is not known", problem(401, "bad_token"), refused, "bad_token", false);
    row("the token may not", problem(403, "not_permitted"), refused, "not_permitted", false);
    row("too many requests", http(429, "text/plain", ""), refused, "", false);
    row("too many requests, with a time",
        http(429, "text/plain", "").replace("\r\n\r\n", "\r\nRetry-After: 30\r\n\r\n"), refused, "", false);
    row("no such address", http(404, "text/html", "<html>"), not_found, "", false);
    row("the same id with other bytes", problem(409, "already_used"), conflict, "already_used", true);
    row("not understood", problem(400, "malformed"), refused, "malformed", true);
    row("a code that is none", problem(400, "Not A Code!"), refused, "", true);
    row("ill", http(500, "text/plain", "stack trace"), refused, "", true);
    row("a proxy gave up", http(504, "text/html", ""), timed_out, "", true);
    row("an empty answer", http(200, "application/json", ""), malformed, "", true);
    row("a web page", http(200, "text/html", "<html>hello</html>"), malformed, "", true);
    row("half a receipt", http(200, "application/json", receipt_answer().left(60)), malformed, "", true);
    row("a receipt of something else", http(200, "application/json", "{\"receipt\":{}}"), malformed, "", true);
}

void TestGatewayClient::says_whether_a_decision_may_have_arrived() {
    QFETCH(QByteArray, answer);
    QFETCH(int, code);
    QFETCH(QByteArray, problem);
    QFETCH(bool, perhaps);
    support::TlsGateway gateway(support::good_certificate());
    gateway.answer = [&answer](const support::Request&, QSslSocket& socket) { socket.write(answer); };
    const auto got = post(gateway);
    QVERIFY(got && !got->ok());
    const base::Fault& fault = got->fault();
    QVERIFY2(static_cast<int>(fault.code) == code, base::describe(fault).c_str());
    QCOMPARE(QByteArray::fromStdString(std::string(uplink::problem_code(fault))), problem);
    QCOMPARE(uplink::arrival_of(fault) == Arrival::perhaps, perhaps);
}

void TestGatewayClient::a_gateway_may_ask_for_a_pause_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("asked");
    QTest::addColumn<int>("seconds"); // -1: not asked for
    QTest::newRow("too many requests") << 429 << QByteArray("30") << 30;
    QTest::newRow("unavailable") << 503 << QByteArray("7") << 7;
    QTest::newRow("at once") << 429 << QByteArray("0") << 0;
    QTest::newRow("a year is an hour") << 429 << QByteArray("31536000") << 3600;
    QTest::newRow("not said") << 429 << QByteArray() << -1;
    QTest::newRow("a date") << 429 << QByteArray("Fri, 31 Dec 2027 23:59:59 GMT") << -1;
    QTest::newRow("a negative number") << 429 << QByteArray("-5") << -1;
    QTest::newRow("words") << 429 << QByteArray("later too_soon") << -1;
    QTest::newRow("a refusal that no time heals") << 403 << QByteArray("30") << -1;
}

void TestGatewayClient::a_gateway_may_ask_for_a_pause() {
    QFETCH(int, status);
    QFETCH(QByteArray, asked);
    QFETCH(int, seconds);
    support::TlsGateway gateway(support::good_certificate());
    gateway.answer = [&](const support::Request&, QSslSocket& socket) {
        const QByteArray line = asked.isEmpty() ? QByteArray() : "\r\nRetry-After: " + asked;
        socket.write(problem(status, "too_many").replace("\r\n\r\n", QByteArray(line + "\r\n\r\n")));
    };
    const auto got = post(gateway);
    QVERIFY(got && !got->ok());
    QCOMPARE(uplink::http_status(got->fault()), status);
    QVERIFY(uplink::problem_code(got->fault()) == "too_many");
    const auto pause = uplink::retry_after(got->fault());
    QCOMPARE(pause ? static_cast<int>(pause->count()) : -1, seconds);
}

void TestGatewayClient::a_closed_port_has_received_nothing() {
    const support::ClosedPort closed;
    GatewayClient client(closed.endpoint(), scheduler_);
    std::optional<base::Fault> fault;
    client.post_decision(decision(), this, [&](const auto& got) { fault = got.fault(); });
    QTRY_VERIFY(fault);
    QCOMPARE(static_cast<int>(fault->code), static_cast<int>(FaultCode::unreachable));
    QCOMPARE(static_cast<int>(uplink::arrival_of(*fault)), static_cast<int>(Arrival::certainly_not));
}

void TestGatewayClient::silence_before_the_handshake_has_received_nothing() {
    QTcpServer mute;
    QVERIFY(mute.listen(QHostAddress::LocalHost));
    support::TlsGateway gateway(support::good_certificate());
    uplink::Endpoint endpoint = gateway.endpoint();
    endpoint.port = mute.serverPort();
    uplink::ManualScheduler scheduler;
    GatewayClient client(endpoint, scheduler, 15s);
    std::optional<base::Fault> fault;
    client.post_decision(decision(), this, [&](const auto& got) { fault = got.fault(); });
    QTRY_VERIFY(mute.hasPendingConnections());
    scheduler.advance(14999ms);
    QCoreApplication::processEvents();
    QVERIFY(!fault);
    scheduler.advance(1ms);
    QTRY_VERIFY(fault);
    QCOMPARE(static_cast<int>(fault->code), static_cast<int>(FaultCode::unreachable));
}

void TestGatewayClient::silence_after_the_request_may_have_received_it() {
    support::TlsGateway gateway(support::good_certificate());
    uplink::ManualScheduler scheduler;
    GatewayClient client(gateway.endpoint(), scheduler, 15s);
    std::optional<base::Fault> fault;
    client.post_decision(decision(), this, [&](const auto& got) { fault = got.fault(); });
    QTRY_COMPARE(gateway.requests.size(), std::size_t{1});
    scheduler.advance(15s);
    QTRY_VERIFY(fault);
    QCOMPARE(static_cast<int>(fault->code), static_cast<int>(FaultCode::timed_out));
    QCOMPARE(static_cast<int>(uplink::arrival_of(*fault)), static_cast<int>(Arrival::perhaps));
}

void TestGatewayClient::an_answer_cut_off_may_have_been_carried_out() {
    const QByteArray whole = http(200, "application/json", receipt_answer());
    for (qsizetype cut = 0; cut < whole.size(); cut += 41) {
        support::TlsGateway gateway(support::good_certificate());
        gateway.answer = [&](const support::Request&, QSslSocket& socket) {
            socket.write(whole.left(cut));
            socket.disconnectFromHost();
        };
        const auto got = post(gateway);
        QVERIFY(got && !got->ok());
        QVERIFY2(uplink::arrival_of(got->fault()) == Arrival::perhaps, base::describe(got->fault()).c_str());
        for (const support::Request& request : gateway.requests) {
            QCOMPARE(request.body, gateway.requests.front().body);
        }
    }
}

void TestGatewayClient::a_status_may_be_that_nobody_has_seen_it() {
    support::TlsGateway gateway(support::good_certificate());
    QByteArray answer = problem(404, "not_found");
    gateway.answer = [&answer](const support::Request&, QSslSocket& socket) { socket.write(answer); };
    GatewayClient client(gateway.endpoint(), scheduler_);
    std::optional<base::Result<std::optional<domain::Receipt>>> status;
    const auto ask = [&] {
        status.reset();
        client.decision_status(domain::DecisionId("d-1"), this, [&](auto got) { status = std::move(got); });
    };
    ask();
    QTRY_VERIFY(status);
    QVERIFY(status->ok() && !status->value());
    answer = http(200, "application/json", receipt_answer());
    ask();
    QTRY_VERIFY(status);
    QVERIFY(status->ok() && status->value() == receipt());
    QCOMPARE(gateway.requests.back().method + " " + gateway.requests.back().target,
             QByteArray("GET /v1/decisions/d-1"));
    answer = http(500, "text/plain", "");
    ask();
    QTRY_VERIFY(status);
    QVERIFY(!status->ok());
}

void TestGatewayClient::every_request_has_its_own_form() {
    support::TlsGateway gateway(support::good_certificate());
    wire::Claim claim{domain::TransactionId("t-1"), domain::PersonId("p-1"), 4, {}};
    wire::GatewayInfo info;
    info.name = "test";
    info.source = domain::SourceId("urn:test");
    QByteArrayList asked;
    gateway.answer = [&](const support::Request& request, QSslSocket& socket) {
        asked.append(request.method + " " + request.target + " " + request.body);
        QByteArray body = "{}";
        if (request.target == "/v1/claims") {
            body = QByteArray::fromStdString(wire::encode(claim));
        } else if (request.target == "/v1/gateway") {
            body = QByteArray::fromStdString(wire::encode(info));
        }
        socket.write(http(200, "application/json", body));
    };
    GatewayClient client(gateway.endpoint(), scheduler_);
    int good = 0;
    const auto count = [&good](const auto& got) { good += got.ok() ? 1 : 0; };
    client.claim({domain::TransactionId("t-1"), domain::PersonId("p-1"), 0}, this, count);
    QTRY_COMPARE(good, 1);
    client.release(domain::TransactionId("t-1"), 4, this, count);
    QTRY_COMPARE(good, 2);
    client.info(this, count);
    QTRY_COMPARE(good, 3);
    client.acknowledge({domain::SourceId("urn:test"), 77}, this, count);
    QTRY_COMPARE(good, 4);
    int bad = 0;
    const auto refuse = [&bad](const auto& got) { bad += got.ok() ? 0 : 1; };
    client.transaction(domain::TransactionId("t-1"), this, refuse);
    QTRY_COMPARE(bad, 1);
    client.make_plan(domain::TransactionId("t-1"), std::nullopt, this, refuse);
    QTRY_COMPARE(bad, 2);
    client.roster(this, refuse);
    QTRY_COMPARE(bad, 3);
    QCOMPARE(asked, (QByteArrayList{
                        R"(POST /v1/claims {"person_id":"p-1","transaction_id":"t-1"})",
                        "DELETE /v1/claims/t-1?epoch=4 ",
                        "GET /v1/gateway ",
                        R"(POST /v1/ack {"sequence":"77","source":"urn:test"})",
                        "GET /v1/transactions/t-1 ",
                        "POST /v1/transactions/t-1/plan ",
                        "GET /v1/roster ",
                    }));
}

void TestGatewayClient::ids_are_data_and_never_paths() {
    support::TlsGateway gateway(support::good_certificate());
    gateway.answer = [](const support::Request&, QSslSocket& socket) { socket.write(http(404, "text/plain", "")); };
    GatewayClient client(gateway.endpoint(), scheduler_);
    std::optional<base::Fault> fault;
    const auto take = [&fault](const auto& got) { fault = got.fault(); };
    client.transaction(domain::TransactionId("../decisions/x?a=b#c d%2F\r\n\xc3\xa4"), this, take);
    QTRY_VERIFY(fault);
    QCOMPARE(gateway.requests.back().target,
             QByteArray("/v1/transactions/..%2Fdecisions%2Fx%3Fa%3Db%23c%20d%252F%0D%0A%C3%A4"));
    for (const char* id : {"", ".", ".."}) {
        fault.reset();
        client.transaction(domain::TransactionId(id), this, take);
        QTRY_VERIFY(fault);
        QCOMPARE(static_cast<int>(fault->code), static_cast<int>(FaultCode::invalid_argument));
    }
    QCOMPARE(gateway.requests.size(), std::size_t{1});
}

void TestGatewayClient::an_answer_that_never_ends_is_cut_at_the_limit() {
    support::TlsGateway gateway(support::good_certificate());
    gateway.answer = [](const support::Request&, QSslSocket& socket) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n");
        socket.write(QByteArray(8 * 1024 * 1024, ' '));
    };
    const auto got = post(gateway);
    QVERIFY(got && !got->ok());
    QCOMPARE(static_cast<int>(got->fault().code), static_cast<int>(FaultCode::too_large));
    QVERIFY(uplink::arrival_of(got->fault()) == Arrival::perhaps);
}

void TestGatewayClient::a_redirect_is_not_followed() {
    support::TlsGateway target(support::good_certificate());
    support::TlsGateway gateway(support::good_certificate());
    gateway.answer = [&target](const support::Request&, QSslSocket& socket) {
        socket.write("HTTP/1.1 307 Elsewhere\r\nLocation: https://127.0.0.1:" + QByteArray::number(target.port()) +
                     "/v1/decisions\r\nContent-Length: 0\r\n\r\n");
    };
    const auto got = post(gateway);
    QVERIFY(got && !got->ok());
    QCOMPARE(static_cast<int>(got->fault().code), static_cast<int>(FaultCode::unsupported));
    QCOMPARE(target.connections, 0);
}

void TestGatewayClient::a_dead_context_hears_nothing() {
    support::TlsGateway gateway(support::good_certificate());
    gateway.answer = [](const support::Request&, QSslSocket& socket) { socket.write(http(200, "text/plain", "")); };
    GatewayClient client(gateway.endpoint(), scheduler_);
    bool dead_heard = false;
    bool living_heard = false;
    auto context = std::make_unique<QObject>();
    client.acknowledge({}, context.get(), [&](const auto&) { dead_heard = true; });
    context.reset();
    client.acknowledge({}, this, [&](const auto&) { living_heard = true; });
    QTRY_VERIFY(living_heard && gateway.requests.size() == 2);
    QVERIFY(!dead_heard);
}

void TestGatewayClient::a_client_that_goes_ends_its_requests() {
    support::TlsGateway gateway(support::good_certificate());
    bool heard = false;
    {
        GatewayClient client(gateway.endpoint(), scheduler_);
        client.post_decision(decision(), this, [&](const auto&) { heard = true; });
        client.info(this, [&](const auto&) { heard = true; });
        QTRY_COMPARE(gateway.requests.size(), std::size_t{2});
    }
    QCoreApplication::processEvents();
    QVERIFY(!heard);
}

QTEST_GUILESS_MAIN(TestGatewayClient)
#include "tst_gateway_client.moc"
