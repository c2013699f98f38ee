// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/names.h"
#include "app/link/gateway_client.h"
#include "app/wire/signed_bytes.h"
#include "tests/courier/support/world.h"
#include "tests/link/support/tls_gateway.h"
#include "tests/support/patience.h"

#include <QSignalSpy>
#include <QTest>

using domain::DecisionState;
using support::http;

namespace {

/// A record in memory, always able.
class ListOutbox final : public courier::Outbox {
public:
    void open_entries(QObject*, courier::Reply<std::vector<courier::Entry>> reply) override {
        reply(std::vector<courier::Entry>{entry});
    }
    void find(const domain::DecisionId&, QObject*, courier::Reply<std::optional<courier::Entry>> reply) override {
        reply(std::optional<courier::Entry>(entry));
    }
    void commit(const courier::Move& move, QObject*, courier::Reply<void> reply) override {
        entry.state = move.to;
        path += ">" + std::string(domain::name_of(move.to));
        reply(base::Done());
    }

    courier::Entry entry;
    std::string path;
};

} // namespace

/// The courier over real sockets: link, TLS and wire between it and a gateway that misbehaves by bytes. Its outbox
/// answers inside of the call, which the courier must bear as well.
class TestCourierTls : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void delivers_in_spite_of_data();
    void delivers_in_spite_of();
};

void TestCourierTls::delivers_in_spite_of_data() {
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<bool>("carried_out");
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("nothing") << QByteArray() << true << QByteArray(">sent>accepted");
    QTest::newRow("an answer that is cut off") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{\"rece")
                                               << true << QByteArray(">sent>in_doubt>accepted");
    QTest::newRow("an answer that is garbage")
        << http(200, "application/json", "\xff{{{") << true << QByteArray(">sent>in_doubt>accepted");
    QTest::newRow("a gateway that is ill")
        << http(500, "text/plain", "ill") << false << QByteArray(">sent>in_doubt>sent>accepted");
    // Sent a second time: with the reason why it waits.
    QTest::newRow("a token that is not known yet")
        << http(401, "text/plain", "who are you") << false << QByteArray(">sent>sent>accepted");
}

void TestCourierTls::delivers_in_spite_of() {
    QFETCH(QByteArray, first);
    QFETCH(bool, carried_out);
    QFETCH(QByteArray, path);
    support::World world; // for its keys and receipts
    const auto id = world.sign();
    const QByteArray receipt = QByteArray::fromStdString(wire::encode(wire::ReceiptAnswer{
        wire::envelope_of(world.receipt_for(id, domain::ReceiptOutcome::accepted, world.gateway_key()))}));
    support::TlsGateway gateway(support::good_certificate());
    bool seen = false;
    QByteArrayList bodies;
    gateway.answer = [&](const support::Request& request, QSslSocket& socket) {
        if (request.method == "POST") {
            bodies.append(request.body);
            if (const QByteArray answer = std::exchange(first, {}); !answer.isEmpty()) {
                seen = seen || carried_out;
                socket.write(answer);
                socket.disconnectFromHost();
                return;
            }
            seen = true;
        }
        socket.write(seen ? http(200, "application/json", receipt) : http(404, "application/problem+json", "{}"));
    };
    ListOutbox outbox;
    outbox.entry = world.record.at(id);
    uplink::SystemScheduler patience; // of the requests
    uplink::GatewayClient client(gateway.endpoint(), patience);
    courier::LinkedGateway linked(client);
    courier::Courier courier(outbox, linked, world.gateway_key().public_key(), world.clock, world.scheduler);
    QSignalSpy moved(&courier, &courier::Courier::moved);
    courier.start();
    QVERIFY(support::wait_until([&] {
        if (world.scheduler.next_in().count() > 0) {
            world.scheduler.advance(world.scheduler.next_in());
        }
        return outbox.entry.state == DecisionState::accepted;
    }));
    QCOMPARE(QByteArray::fromStdString(outbox.path), path);
    QTRY_COMPARE(moved.size(), path.count('>'));
    for (const QByteArray& body : bodies) {
        QCOMPARE(body, bodies.front());
    }
    const auto envelope = wire::decode_envelope(bodies.front().toStdString());
    QVERIFY(envelope.ok());
    QCOMPARE(envelope->signed_bytes, world.record.at(id).decision.signed_bytes);
}

QTEST_GUILESS_MAIN(TestCourierTls)
#include "tst_courier_tls.moc"
