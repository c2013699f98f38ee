// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/feed_link.h"
#include "tests/link/support/tls_gateway.h"
#include "tests/support/patience.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using support::sse_event;
using support::stream_head;
using uplink::FeedLink;
using uplink::LinkState;
using namespace std::chrono_literals;

namespace {

/// A feed link with time in the test's hand, and what came out of it.
struct Bench {
    explicit Bench(const uplink::Endpoint& endpoint, uplink::FeedSettings settings = {})
        : link(endpoint, clock, scheduler, settings) {
        QObject::connect(&link, &FeedLink::arrived, &link, [this](const uplink::BatchPtr& batch) {
            batches.push_back(batch);
            for (const uplink::Gap& gap : batch->gaps) {
                seen += "[" + std::to_string(gap.first) + "-" + std::to_string(gap.last) + "] ";
            }
            for (const uplink::Frame& frame : batch->frames) {
                seen += std::to_string(frame.sequence) + (frame.fault ? "! " : " ");
                newest = std::max(newest, frame.sequence);
            }
            if (durable_at_once) {
                link.set_durable(newest);
            }
        });
        QObject::connect(&link, &FeedLink::health_changed, &link, [this](const uplink::Health& health) {
            if (states.isEmpty() || states.last() != QByteArray(uplink::name_of(health.state))) {
                states.append(uplink::name_of(health.state));
            }
        });
    }

    void pass(uplink::Milliseconds time) {
        clock.advance(time);
        scheduler.advance(time);
    }
    /// Lets exactly the pause before the next attempt pass.
    void pass_to_retry() {
        const auto pause = link.health().retry_at.value_or(clock.now()) - clock.now();
        pass(std::chrono::ceil<uplink::Milliseconds>(pause));
    }
    [[nodiscard]] LinkState state() const { return link.health().state; }

    base::ManualClock clock{base::from_rfc3339("2026-03-01T12:00:00Z").value()};
    uplink::ManualScheduler scheduler;
    FeedLink link;
    std::vector<uplink::BatchPtr> batches;
    std::string seen;
    std::uint64_t newest = 0;
    bool durable_at_once = true;
    QByteArrayList states;
};

/// A gateway that holds events 1 to `count` and serves those behind Last-Event-ID.
void serve_events(support::TlsGateway& gateway, std::uint64_t count) {
    gateway.answer = [count](const support::Request& request, QSslSocket& socket) {
        QByteArray bytes = stream_head();
        for (std::uint64_t next = request.headers.value("last-event-id", "0").toULongLong() + 1; next <= count;
             ++next) {
            bytes += sse_event(next);
        }
        socket.write(bytes);
    };
}

std::string numbers(int count) {
    std::string text;
    for (int i = 1; i <= count; ++i) {
        text += std::to_string(i) + " ";
    }
    return text;
}

} // namespace

class TestFeedLink : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void gives_out_what_the_gateway_sends();
    void asks_for_what_is_behind_the_newest_durable_one();
    void resumes_after_a_cut_at_every_byte();
    void goes_stale_after_ten_seconds_of_silence();
    void heartbeats_alone_keep_it_live();
    void gives_up_a_server_that_never_answers();
    void waits_longer_after_each_failure();
    void a_server_that_accepts_and_hangs_up_is_not_asked_in_a_hot_loop();
    void says_why_it_is_refused_data();
    void says_why_it_is_refused();
    void heeds_retry_after();
    void a_gap_is_asked_for_again_and_then_given_out();
    void a_slow_sender_is_no_trouble();
    void half_a_line_is_never_an_event();
    void a_huge_event_is_stepped_over();
    void garbage_frames_are_handed_on();
    void a_paused_reader_stops_the_sender();
    void loses_nothing_when_paused_at_the_end();
    void may_be_stopped_from_inside();
    void an_endpoint_without_a_port_is_refused();
};

void TestFeedLink::gives_out_what_the_gateway_sends() {
    support::TlsGateway gateway(support::good_certificate());
    gateway.answer = [](const support::Request&, QSslSocket& socket) {
        socket.write(stream_head() + ": heartbeat 2026-03-01T11:59:57Z\n\n" + sse_event(1, "{\"a\":1}") +
                     sse_event(3, "[{},{}]"));
    };
    Bench bench(gateway.endpoint());
    bench.link.start(0);
    QTRY_COMPARE(bench.seen, std::string("1 3 "));
    QCOMPARE(bench.batches.front()->frames.front().bytes, std::string("{\"a\":1}"));
    QCOMPARE(bench.states, (QByteArrayList{"connecting", "live"}));
    const support::Request& request = gateway.requests.front();
    QCOMPARE(request.method, QByteArray("GET"));
    QCOMPARE(request.target, QByteArray("/v1/events"));
    QCOMPARE(request.headers.value("authorization"), QByteArray("Bearer secret-token"));
    QCOMPARE(request.headers.value("accept"), QByteArray("text/event-stream"));
    QVERIFY(!request.headers.contains("last-event-id"));
    const uplink::Health health = bench.link.health();
    QVERIFY(health.lag == std::optional<base::Microseconds>(3s));
    QCOMPARE(health.frames, std::uint64_t{2});
    QCOMPARE(health.last_sequence, std::uint64_t{3});
    QCOMPARE(health.durable_sequence, std::uint64_t{3});
    QCOMPARE(health.frames_per_second, 0.2);
    QVERIFY(health.bytes > 0 && health.last_byte == bench.clock.now());
}

void TestFeedLink::asks_for_what_is_behind_the_newest_durable_one() {
    support::TlsGateway gateway(support::good_certificate());
    serve_events(gateway, 9);
    Bench bench(gateway.endpoint());
    bench.durable_at_once = false;
    bench.link.start(5);
    QTRY_COMPARE(bench.seen, std::string("6 7 8 9 "));
    bench.link.set_durable(7);
    gateway.cut();
    QTRY_COMPARE(bench.state(), LinkState::waiting);
    bench.pass(2s);
    QTRY_COMPARE(bench.seen, std::string("6 7 8 9 8 9 ")); // what was not durable comes again
    QCOMPARE(gateway.requests.at(0).headers.value("last-event-id"), QByteArray("5"));
    QCOMPARE(gateway.requests.at(1).headers.value("last-event-id"), QByteArray("7"));
    QCOMPARE(bench.link.health().reconnects, std::uint64_t{1});
}

void TestFeedLink::resumes_after_a_cut_at_every_byte() {
    support::TlsGateway gateway(support::good_certificate());
    const QByteArray head = stream_head();
    QByteArray feed = head;
    for (std::uint64_t i = 1; i <= 2; ++i) {
        feed += sse_event(i, "{\"i\":" + QByteArray::number(static_cast<qulonglong>(i)) + "}");
    }
    for (qsizetype cut = 0; cut <= feed.size(); cut += (cut < head.size() ? 9 : 1)) {
        int connection = 0;
        gateway.answer = [&](const support::Request& request, QSslSocket& socket) {
            if (++connection == 1) {
                socket.write(feed.left(cut));
                socket.disconnectFromHost();
                return;
            }
            QByteArray bytes = head;
            for (std::uint64_t i = request.headers.value("last-event-id", "0").toULongLong() + 1; i <= 2; ++i) {
                bytes += sse_event(i);
            }
            socket.write(bytes);
        };
        Bench bench(gateway.endpoint());
        bench.link.start(0);
        // Where the first answer had no byte at all, Qt has asked again by itself.
        QVERIFY(support::wait_until([&] { return bench.state() == LinkState::waiting || bench.seen == numbers(2); }));
        bench.pass_to_retry();
        QVERIFY(support::wait_until([&] { return bench.seen == numbers(2); }));
    }
}

void TestFeedLink::goes_stale_after_ten_seconds_of_silence() {
    support::TlsGateway gateway(support::good_certificate());
    serve_events(gateway, 1);
    Bench bench(gateway.endpoint());
    bench.link.start(0);
    QTRY_COMPARE(bench.seen, std::string("1 "));
    bench.pass(9s);
    QCOMPARE(bench.state(), LinkState::live);
    bench.pass(1s);
    QCOMPARE(bench.state(), LinkState::stale);
    QCOMPARE(bench.states.last(), QByteArray("stale"));
    bench.pass(19s);
    QCOMPARE(bench.state(), LinkState::stale);
    bench.pass(1s);
    QCOMPARE(bench.state(), LinkState::waiting);
    QCOMPARE(static_cast<int>(bench.link.health().fault->code), static_cast<int>(base::FaultCode::timed_out));
    bench.pass(1s);
    QTRY_COMPARE(bench.state(), LinkState::live);
}

void TestFeedLink::heartbeats_alone_keep_it_live() {
    support::TlsGateway gateway(support::good_certificate());
    QPointer<QSslSocket> feed;
    gateway.answer = [&feed](const support::Request&, QSslSocket& socket) {
        socket.write(stream_head());
        feed = &socket;
    };
    Bench bench(gateway.endpoint());
    bench.link.start(0);
    QTRY_COMPARE(bench.state(), LinkState::live);
    for (int i = 0; i < 20; ++i) {
        const std::uint64_t before = bench.link.health().bytes;
        feed->write(": heartbeat 2026-03-01T12:00:00Z\n\n");
        QTRY_VERIFY(bench.link.health().bytes > before);
        bench.pass(5s);
        QCOMPARE(bench.state(), LinkState::live);
    }
    QCOMPARE(gateway.requests.size(), std::size_t{1});
    QVERIFY(bench.batches.empty());
}

void TestFeedLink::gives_up_a_server_that_never_answers() {
    support::TlsGateway gateway(support::good_certificate());
    Bench bench(gateway.endpoint());
    bench.link.start(0);
    QTRY_COMPARE(gateway.requests.size(), std::size_t{1});
    bench.pass(14s);
    QCOMPARE(bench.state(), LinkState::connecting);
    bench.pass(1s);
    QCOMPARE(bench.state(), LinkState::waiting);
    QCOMPARE(static_cast<int>(bench.link.health().fault->code), static_cast<int>(base::FaultCode::timed_out));

    // A listener that takes the connection and says nothing, not even TLS.
    QTcpServer mute;
    QVERIFY(mute.listen(QHostAddress::LocalHost));
    uplink::Endpoint endpoint = gateway.endpoint();
    endpoint.port = mute.serverPort();
    Bench other(endpoint);
    other.link.start(0);
    QTRY_VERIFY(mute.hasPendingConnections());
    other.pass(15s);
    QCOMPARE(other.state(), LinkState::waiting);
    QCOMPARE(static_cast<int>(other.link.health().fault->code), static_cast<int>(base::FaultCode::unreachable));
}

void TestFeedLink::waits_longer_after_each_failure() {
    const support::ClosedPort closed;
    Bench bench(closed.endpoint());
    bench.link.start(0);
    for (const auto pause : {1s, 2s, 4s, 8s, 16s, 30s, 30s}) {
        QTRY_COMPARE(bench.state(), LinkState::waiting);
        QCOMPARE(static_cast<int>(bench.link.health().fault->code), static_cast<int>(base::FaultCode::unreachable));
        QVERIFY(bench.link.health().retry_at == bench.clock.now() + pause);
        bench.pass(pause - 1ms);
        QCOMPARE(bench.state(), LinkState::waiting);
        bench.pass(1ms);
        QCOMPARE(bench.state(), LinkState::connecting);
    }
    QTRY_COMPARE(bench.state(), LinkState::waiting);
    bench.link.retry_now();
    QCOMPARE(bench.state(), LinkState::connecting);
    bench.link.stop();
    QCOMPARE(bench.state(), LinkState::idle);
    QCOMPARE(bench.scheduler.appointed(), std::size_t{0});
}

void TestFeedLink::a_server_that_accepts_and_hangs_up_is_not_asked_in_a_hot_loop() {
    support::TlsGateway gateway(support::good_certificate());
    gateway.answer = [](const support::Request&, QSslSocket& socket) {
        socket.write(stream_head() + ": heartbeat 2026-03-01T12:00:00Z\n\n");
        socket.disconnectFromHost();
    };
    Bench bench(gateway.endpoint());
    bench.link.start(0);
    for (const auto pause : {1s, 2s, 4s, 8s}) {
        QTRY_COMPARE(bench.state(), LinkState::waiting);
        QVERIFY(bench.link.health().retry_at == bench.clock.now() + pause);
        bench.pass(pause);
    }
}

void TestFeedLink::says_why_it_is_refused_data() {
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("state");
    const auto row = [](const char* name, const QByteArray& answer, base::FaultCode code, LinkState state) {
        QTest::newRow(name) << answer << static_cast<int>(code) << static_cast<int>(state);
    };
    using enum base::FaultCode;
    row("401: the token is wrong", support::http(401, "application/problem+json", "{}"), refused, LinkState::refused);
    row("403: the token may not", support::http(403, "text/html", "no"), refused, LinkState::refused);
    row("404: no feed here", support::http(404, "text/html", "no"), not_found, LinkState::refused);
    row("302: a redirect is not followed",
        "HTTP/1.1 302 Found\r\nLocation: https://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n", unsupported,
        LinkState::refused);
    row("204: nothing", "HTTP/1.1 204 No Content\r\n\r\n", unsupported, LinkState::refused);
    row("500: ill", support::http(500, "text/plain", "ill"), refused, LinkState::waiting);
    row("503: busy", support::http(503, "text/plain", ""), refused, LinkState::waiting);
    row("a web page", support::http(200, "text/html", "<html>log in first</html>"), unsupported, LinkState::waiting);
    row("no HTTP at all", "\x01\x02\x03 nonsense\r\n\r\n", timed_out, LinkState::waiting);
}

void TestFeedLink::says_why_it_is_refused() {
    QFETCH(QByteArray, answer);
    QFETCH(int, code);
    QFETCH(int, state);
    support::TlsGateway gateway(support::good_certificate());
    gateway.answer = [&answer](const support::Request&, QSslSocket& socket) {
        socket.write(answer);
        socket.disconnectFromHost();
    };
    Bench bench(gateway.endpoint());
    bench.link.start(0);
    QTRY_COMPARE(static_cast<int>(bench.state()), state);
    QCOMPARE(static_cast<int>(bench.link.health().fault->code), code);
    QVERIFY(bench.batches.empty());
    QVERIFY(gateway.requests.size() <= 4); // Qt repeats a request up to three times when no answer came at all
    // Refused or not, it comes back, never sooner than a second.
    bench.pass(999ms);
    QCOMPARE(static_cast<int>(bench.state()), state);
    serve_events(gateway, 1);
    bench.pass_to_retry();
    QTRY_COMPARE(bench.seen, std::string("1 "));
    QVERIFY(!bench.link.health().fault && !bench.link.health().retry_at);
}

void TestFeedLink::heeds_retry_after() {
    support::TlsGateway gateway(support::good_certificate());
    gateway.answer = [](const support::Request&, QSslSocket& socket) {
        socket.write("HTTP/1.1 503 Busy\r\nRetry-After: 20\r\nContent-Length: 0\r\n\r\n");
    };
    Bench bench(gateway.endpoint());
    bench.link.start(0);
    QTRY_COMPARE(bench.state(), LinkState::waiting);
    QVERIFY(bench.link.health().retry_at == bench.clock.now() + 20s);
}

void TestFeedLink::a_gap_is_asked_for_again_and_then_given_out() {
    support::TlsGateway gateway(support::good_certificate());
    gateway.answer = [](const support::Request& request, QSslSocket& socket) {
        const bool resumed = request.headers.contains("last-event-id");
        socket.write(stream_head() + (resumed ? QByteArray() : sse_event(1)) + sse_event(4) + sse_event(5));
    };
    Bench bench(gateway.endpoint());
    bench.link.start(0);
    for (int attempt = 0; attempt < 3; ++attempt) {
        QTRY_COMPARE(bench.state(), LinkState::waiting);
        QCOMPARE(bench.seen, std::string("1 "));
        QCOMPARE(bench.link.health().gaps_asked, static_cast<std::uint64_t>(attempt + 1));
        bench.pass_to_retry();
    }
    QTRY_COMPARE(bench.seen, std::string("1 [2-3] 4 5 "));
    QCOMPARE(bench.link.health().gaps_given_up, std::uint64_t{1});
    QCOMPARE(gateway.requests.back().headers.value("last-event-id"), QByteArray("1"));
}

void TestFeedLink::a_slow_sender_is_no_trouble() {
    support::TlsGateway gateway(support::good_certificate());
    QPointer<QSslSocket> feed;
    gateway.answer = [&feed](const support::Request&, QSslSocket& socket) { feed = &socket; };
    Bench bench(gateway.endpoint());
    bench.link.start(0);
    QTRY_VERIFY(feed);
    const QByteArray bytes = stream_head() + sse_event(1) + sse_event(2);
    for (const char byte : bytes) {
        feed->write(&byte, 1);
        feed->flush();
        QCoreApplication::processEvents();
        bench.pass(10ms);
    }
    QTRY_COMPARE(bench.seen, std::string("1 2 "));
    QCOMPARE(bench.state(), LinkState::live);
}

void TestFeedLink::half_a_line_is_never_an_event() {
    support::TlsGateway gateway(support::good_certificate());
    gateway.answer = [](const support::Request&, QSslSocket& socket) {
        socket.write(stream_head() + sse_event(1) + "id: 2\ndata: {\"amount\":\"100");
        socket.disconnectFromHost();
    };
    Bench bench(gateway.endpoint());
    bench.link.start(0);
    QTRY_COMPARE(bench.state(), LinkState::waiting);
    QCOMPARE(bench.seen, std::string("1 "));
}

void TestFeedLink::a_huge_event_is_stepped_over() {
    support::TlsGateway gateway(support::good_certificate());
    gateway.answer = [](const support::Request& request, QSslSocket& socket) {
        QByteArray bytes = stream_head();
        for (std::uint64_t i = request.headers.value("last-event-id", "0").toULongLong() + 1; i <= 3; ++i) {
            bytes += sse_event(i, i == 2 ? QByteArray(20000, 'x') : QByteArray("{}"));
        }
        socket.write(bytes);
    };
    uplink::FeedSettings settings;
    settings.frame_limit = 10000;
    Bench bench(gateway.endpoint(), settings);
    bench.link.start(0);
    for (int attempt = 0; attempt < 3; ++attempt) {
        QTRY_COMPARE(bench.state(), LinkState::waiting);
        QCOMPARE(static_cast<int>(bench.link.health().fault->code), static_cast<int>(base::FaultCode::too_large));
        bench.pass_to_retry();
    }
    QTRY_COMPARE(bench.seen, std::string("1 2! 3 "));
    QCOMPARE(bench.link.health().malformed, std::uint64_t{1});
}

void TestFeedLink::garbage_frames_are_handed_on() {
    support::TlsGateway gateway(support::good_certificate());
    gateway.answer = [](const support::Request&, QSslSocket& socket) {
        socket.write(stream_head() + sse_event(1, "\xff\xfe not JSON") + "data: no id yet stays 1\n\n" +
                     "id: seven\ndata: {}\n\n" + sse_event(2, "[[[[") + sse_event(3));
    };
    Bench bench(gateway.endpoint());
    bench.link.start(0);
    QTRY_COMPARE(bench.seen, std::string("1 1 0! 2 3 "));
    QCOMPARE(bench.batches.front()->frames.front().bytes, std::string("\xff\xfe not JSON"));
    QCOMPARE(bench.state(), LinkState::live);
}

void TestFeedLink::a_paused_reader_stops_the_sender() {
    support::TlsGateway gateway(support::good_certificate());
    QPointer<QSslSocket> feed;
    std::uint64_t sent = 0;
    const QByteArray body(64 * 1024, 'x');
    // Writes as long as the socket takes it, as a server that heeds back-pressure does.
    const auto pour = [&] {
        while (feed && feed->encryptedBytesToWrite() < 256 * 1024 && feed->bytesToWrite() < 256 * 1024 && sent < 4000) {
            feed->write(sse_event(++sent, body));
        }
    };
    gateway.answer = [&](const support::Request&, QSslSocket& socket) {
        feed = &socket;
        socket.write(stream_head());
        connect(&socket, &QSslSocket::encryptedBytesWritten, this, pour);
        pour();
    };
    Bench bench(gateway.endpoint());
    connect(&bench.link, &FeedLink::arrived, &bench.link, [&bench] { bench.link.pause(); });
    bench.link.start(0);
    QTRY_VERIFY(!bench.batches.empty());
    QVERIFY(bench.link.health().paused);
    const std::size_t batches = bench.batches.size();
    // The sender comes to rest: its count stays the same over many rounds of the event loop.
    std::uint64_t before = 0;
    int still = 0;
    QTRY_VERIFY((still = sent == before ? still + 1 : 0, before = sent, still > 10));
    const std::uint64_t held_back = sent;
    QVERIFY(held_back * static_cast<std::uint64_t>(body.size()) < 64 * 1024 * 1024);
    QVERIFY(held_back < 4000);
    QCOMPARE(bench.batches.size(), batches); // after a pause() inside arrived() nothing more came
    bench.pass(60s);
    QCOMPARE(bench.state(), LinkState::live); // the silence is ours: not stale
    bench.link.disconnect(&bench.link);
    std::uint64_t last = bench.newest;
    bool in_order = true;
    connect(&bench.link, &FeedLink::arrived, &bench.link, [&](const uplink::BatchPtr& batch) {
        for (const uplink::Frame& frame : batch->frames) {
            in_order = in_order && frame.sequence == ++last;
        }
    });
    bench.link.resume();
    QTRY_COMPARE_WITH_TIMEOUT(last, std::uint64_t{4000}, 4 * support::patience_ms); // a quarter of a gigabyte
    QVERIFY(in_order);                                                              // nothing was dropped
}

void TestFeedLink::loses_nothing_when_paused_at_the_end() {
    support::TlsGateway gateway(support::good_certificate());
    gateway.answer = [](const support::Request&, QSslSocket& socket) {
        QByteArray bytes = stream_head();
        for (std::uint64_t i = 1; i <= 200; ++i) {
            bytes += sse_event(i, QByteArray(5000, 'x'));
        }
        socket.write(bytes);
        socket.disconnectFromHost();
    };
    Bench bench(gateway.endpoint());
    bench.link.start(0);
    const auto pausing = connect(&bench.link, &FeedLink::arrived, &bench.link, [&bench] { bench.link.pause(); });
    QTRY_VERIFY(!bench.batches.empty());
    QVERIFY(bench.newest < 200);
    while (bench.newest < 200) {
        const std::uint64_t before = bench.newest;
        bench.link.resume();
        QTRY_VERIFY(bench.newest > before);
    }
    QCOMPARE(bench.seen, numbers(200));
    disconnect(pausing);
    bench.link.resume();
    QTRY_COMPARE(bench.state(), LinkState::waiting);
    QCOMPARE(gateway.requests.size(), std::size_t{1});
}

void TestFeedLink::may_be_stopped_from_inside() {
    support::TlsGateway gateway(support::good_certificate());
    serve_events(gateway, 3);
    Bench bench(gateway.endpoint());
    connect(&bench.link, &FeedLink::arrived, &bench.link, [&bench] { bench.link.stop(); });
    bench.link.start(0);
    QTRY_COMPARE(bench.state(), LinkState::idle);
    QTRY_VERIFY(!bench.seen.empty());
    QCOMPARE(bench.scheduler.appointed(), std::size_t{0});

    Bench other(gateway.endpoint());
    connect(&other.link, &FeedLink::health_changed, &other.link, [&other](const uplink::Health& health) {
        if (health.state == LinkState::live) {
            other.link.stop();
        }
    });
    other.link.start(0);
    QTRY_COMPARE(other.states.size(), 3);
    QCOMPARE(other.states.last(), QByteArray("idle"));
    QVERIFY(other.batches.empty());
}

void TestFeedLink::an_endpoint_without_a_port_is_refused() {
    uplink::Endpoint endpoint;
    endpoint.host = "127.0.0.1";
    Bench bench(endpoint);
    bench.link.start(0);
    QCOMPARE(bench.state(), LinkState::refused);
    QCOMPARE(static_cast<int>(bench.link.health().fault->code), static_cast<int>(base::FaultCode::invalid_argument));
}

QTEST_GUILESS_MAIN(TestFeedLink)
#include "tst_feed_link.moc"
