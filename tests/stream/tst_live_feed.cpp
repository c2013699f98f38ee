// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stream/intake.h"
#include "app/stream/live_feed.h"
#include "tests/link/support/tls_gateway.h"
#include "tests/support/patience.h"

#include <QTest>

#include <atomic>
#include <thread>

using support::sse_event;

/// Back-pressure from the reader of a queue to the sender's socket, over TLS.
class TestLiveFeed : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_slow_reader_stops_the_sender_and_loses_nothing();
    void it_begins_behind_what_is_durable();
};

void TestLiveFeed::a_slow_reader_stops_the_sender_and_loses_nothing() {
    constexpr std::uint64_t most = 3000;
    support::TlsGateway gateway(support::good_certificate());
    QPointer<QSslSocket> feed;
    std::uint64_t sent = 0;
    const QByteArray body(32 * 1024, 'x');
    const auto pour = [&] {
        while (feed && feed->encryptedBytesToWrite() < 256 * 1024 && feed->bytesToWrite() < 256 * 1024 && sent < most) {
            feed->write(sse_event(++sent, body));
        }
    };
    gateway.answer = [&](const support::Request&, QSslSocket& socket) {
        feed = &socket;
        socket.write(support::stream_head());
        connect(&socket, &QSslSocket::encryptedBytesWritten, this, pour);
        pour();
    };
    base::ManualClock clock(base::from_rfc3339("2026-03-01T12:00:00Z").value());
    uplink::ManualScheduler scheduler;
    stream::BatchQueue queue(2 * 1024 * 1024);
    stream::LiveFeed source(gateway.endpoint(), 0, clock, scheduler);
    const stream::Intake intake(source, queue);
    source.start();
    QVERIFY(support::wait_until([&] { return source.link().health().paused; }));
    std::uint64_t before = 0;
    int still = 0;
    QVERIFY(support::wait_until([&] {
        still = sent == before ? still + 1 : 0;
        before = sent;
        return still > 20;
    }));
    QVERIFY(sent < most); // it waits for us
    QVERIFY(queue.weight() < 3 * 1024 * 1024);

    std::atomic<std::uint64_t> last{0};
    std::atomic<bool> in_order{true};
    std::thread reader([&] {
        while (const auto batch = queue.pop()) {
            for (const uplink::Frame& frame : (*batch)->frames) {
                in_order = in_order && frame.sequence == last + 1;
                last = frame.sequence;
            }
        }
    });
    const bool done = support::wait_until([&] { return last == most; });
    queue.close();
    reader.join();
    QVERIFY(done);
    QVERIFY(in_order);
    QCOMPARE(gateway.requests.size(), std::size_t{1});
    source.stop();
}

void TestLiveFeed::it_begins_behind_what_is_durable() {
    support::TlsGateway gateway(support::good_certificate());
    gateway.answer = [](const support::Request&, QSslSocket& socket) {
        socket.write(support::stream_head() + sse_event(42));
    };
    base::ManualClock clock(base::from_rfc3339("2026-03-01T12:00:00Z").value());
    uplink::ManualScheduler scheduler;
    stream::BatchQueue queue(1000);
    stream::LiveFeed source(gateway.endpoint(), 41, clock, scheduler);
    const stream::Intake intake(source, queue);
    source.start();
    QTRY_COMPARE(queue.size(), std::size_t{1});
    QCOMPARE(queue.pop().value()->frames.front().sequence, std::uint64_t{42});
    QCOMPARE(gateway.requests.front().headers.value("last-event-id"), QByteArray("41"));
}

QTEST_GUILESS_MAIN(TestLiveFeed)
#include "tst_live_feed.moc"
