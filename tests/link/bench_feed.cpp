// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/feed_link.h"
#include "app/link/tls.h"
#include "tests/link/support/tls_gateway.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QThread>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <future>
#include <memory>
#include <vector>

// How fast a feed is read: FeedLink (framing, sequences, batches) beside a QNetworkReply whose bytes are thrown away,
// from the same TLS server on loopback, with events of 600 bytes. Prints the rounds in turns and their medians.

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::uint64_t events = 200'000;

/// Serves the same prepared bytes to every request, on a thread of its own.
class Server final : public QThread {
public:
    Server() {
        QByteArray body = "{\"specversion\":\"1.0\",\"filler\":\"";
        body += QByteArray(600 - body.size() - 2, 'x') + "\"}";
        for (std::uint64_t i = 1; i <= events; ++i) {
            bytes_ += support::sse_event(i, body);
        }
    }
    ~Server() override {
        quit();
        wait();
    }
    /// Waits until it listens.
    [[nodiscard]] uplink::Endpoint endpoint() { return listening_.get_future().get(); }
    [[nodiscard]] qsizetype size() const { return bytes_.size(); }

protected:
    void run() override {
        support::TlsGateway gateway(support::good_certificate());
        gateway.answer = [this](const support::Request&, QSslSocket& socket) {
            socket.write(support::stream_head());
            pour(socket, std::make_shared<qsizetype>(0));
        };
        listening_.set_value(gateway.endpoint());
        exec();
    }

private:
    void pour(QSslSocket& socket, const std::shared_ptr<qsizetype>& at) {
        const auto more = [this, &socket, at] {
            while (*at < bytes_.size() && socket.encryptedBytesToWrite() + socket.bytesToWrite() < 1024 * 1024) {
                const qsizetype piece = std::min<qsizetype>(256 * 1024, bytes_.size() - *at);
                socket.write(bytes_.constData() + *at, piece);
                *at += piece;
            }
        };
        QObject::connect(&socket, &QSslSocket::encryptedBytesWritten, &socket, more);
        more();
    }

    QByteArray bytes_;
    std::promise<uplink::Endpoint> listening_;
};

double seconds_since(Clock::time_point begun) {
    return std::chrono::duration<double>(Clock::now() - begun).count();
}

double read_by_link(const uplink::Endpoint& endpoint) {
    const base::SystemClock clock;
    uplink::SystemScheduler scheduler;
    uplink::FeedLink link(endpoint, clock, scheduler);
    QEventLoop loop;
    QObject::connect(&link, &uplink::FeedLink::arrived, &loop, [&](const uplink::BatchPtr& batch) {
        if (batch->frames.back().sequence == events) {
            loop.quit();
        }
    });
    const auto begun = Clock::now();
    link.start(0);
    loop.exec();
    return seconds_since(begun);
}

double read_by_reply(const uplink::Endpoint& endpoint, qsizetype size) {
    QNetworkAccessManager network;
    QEventLoop loop;
    const auto begun = Clock::now();
    const std::unique_ptr<QNetworkReply> reply(
        network.get(uplink::request_to(endpoint, uplink::tls_configuration(endpoint).value(), "/v1/events")));
    new uplink::TrustGuard(*reply, endpoint.pin); // goes with the reply
    reply->setReadBufferSize(1024 * 1024);
    qsizetype read = 0;
    QObject::connect(reply.get(), &QNetworkReply::readyRead, &loop, [&] {
        read += reply->readAll().size();
        if (read >= size) {
            loop.quit();
        }
    });
    loop.exec();
    return seconds_since(begun);
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    Server server;
    server.start();
    const uplink::Endpoint endpoint = server.endpoint();
    std::vector<double> by_link;
    std::vector<double> by_reply;
    for (int round = 0; round < 5; ++round) {
        by_reply.push_back(read_by_reply(endpoint, server.size()));
        by_link.push_back(read_by_link(endpoint));
        std::printf("round %d: bare reply %.3f s, feed link %.3f s\n", round + 1, by_reply.back(), by_link.back());
    }
    const double link = median(by_link);
    std::printf("feed link: %.0f events/s, %.0f MB/s; bare reply: %.0f MB/s; ratio %.2f\n",
                static_cast<double>(events) / link, static_cast<double>(server.size()) / link / 1e6,
                static_cast<double>(server.size()) / median(by_reply) / 1e6, median(by_reply) / link);
    return 0;
}
