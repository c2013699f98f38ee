// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/encoding.h"
#include "app/crypto/signing.h"
#include "app/record/recorder.h"
#include "app/wire/api.h"
#include "tests/flows/kept_record.h"
#include "tests/link/support/tls_gateway.h"
#include "tests/record/feed_maker.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <random>

/// kill -9 of what keeps the record, again and again while events pour in: whatever was acknowledged is there, whatever
/// is there is exactly what was sent, and in the end nothing is missing and nothing stands twice.
class TestKillIngest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothing_acknowledged_is_lost_data();
    void nothing_acknowledged_is_lost();
};

namespace {

constexpr std::uint64_t all_events = 40'000;

/// A gateway in this process: gives its events as fast as they are taken, and remembers what was acknowledged.
class Gateway {
public:
    Gateway()
        : server_(support::good_certificate()) {
        FeedMaker feed("urn:test:gateway");
        for (std::uint64_t i = 0; i < all_events; ++i) {
            const std::string transaction = "t" + std::to_string(i / 4);
            events.push_back(i % 4 == 0   ? feed.requested(transaction, 100 + static_cast<std::int64_t>(i)).raw
                             : i % 4 == 1 ? feed.assessed(transaction, domain::Tier::confirm).raw
                             : i % 4 == 2 ? feed.step(domain::EventType::transaction_started, transaction).raw
                                          : feed.step(domain::EventType::transaction_completed, transaction).raw);
        }
        server_.answer = [this](const support::Request& request, QSslSocket& socket) { answer(request, socket); };
    }

    /// What reeve and reevectl read as connection.json.
    [[nodiscard]] QByteArray connection() const {
        const uplink::Endpoint endpoint = server_.endpoint();
        QJsonObject object;
        object.insert(QStringLiteral("host"), QStringLiteral("127.0.0.1"));
        object.insert(QStringLiteral("port"), endpoint.port);
        object.insert(QStringLiteral("token"), QString::fromLatin1(endpoint.token.c_str()));
        object.insert(QStringLiteral("source"), QStringLiteral("urn:test:gateway"));
        object.insert(QStringLiteral("gateway_key"), QString::fromLatin1(base::to_base64(key_.public_key()).c_str()));
        object.insert(QStringLiteral("certificate_sha256"), QString::fromLatin1(base::to_hex(*endpoint.pin).c_str()));
        return QJsonDocument(object).toJson();
    }

    /// Ends the connections of a program that was killed.
    void cut() { server_.cut(); }

    std::vector<std::string> events;
    std::uint64_t acknowledged = 0;
    std::uint64_t limit = all_events; ///< gives no event behind this one now

private:
    void answer(const support::Request& request, QSslSocket& socket) {
        if (request.target == "/v1/events") {
            socket.write(support::stream_head());
            give(QPointer(&socket), request.headers.value("last-event-id", "0").toULongLong());
        } else if (request.target == "/v1/ack") {
            if (const auto ack = wire::decode_ack(request.body.toStdString())) {
                acknowledged = std::max(acknowledged, ack->sequence);
            }
            socket.write("HTTP/1.1 204 No Content\r\n\r\n");
        } else {
            socket.write(support::http(404, "application/problem+json", R"({"status":404,"code":"not_found"})"));
        }
    }

    /// Some events, and the rest when those are on their way.
    void give(const QPointer<QSslSocket>& socket, std::uint64_t after) {
        if (socket == nullptr || socket->state() != QAbstractSocket::ConnectedState || after >= events.size()) {
            return;
        }
        std::uint64_t next = after;
        while (next < limit && next < after + 200 && socket->bytesToWrite() < 256 * 1024) {
            socket->write(support::sse_event(next + 1, QByteArray::fromStdString(events[next])));
            ++next;
        }
        QTimer::singleShot(1, socket.data(), [this, socket, next] { give(socket, next); });
    }

    support::TlsGateway server_;
    crypto::SigningKey key_ = crypto::SigningKey::generate().value();
};

void check_record(const KeptRecord& record, const Gateway& gateway) {
    const auto reader = record.reader();
    if (!reader) {
        QCOMPARE(gateway.acknowledged, std::uint64_t{0});
        return;
    }
    const auto sources = reader->sources();
    QVERIFY(sources.ok());
    const std::uint64_t contiguous = sources->empty() ? 0 : sources->front().contiguous;
    QVERIFY2(contiguous >= gateway.acknowledged,
             qPrintable(QStringLiteral("%1 acknowledged, %2 recorded").arg(gateway.acknowledged).arg(contiguous)));
    const auto status = reader->status();
    QVERIFY(status.ok());
    QCOMPARE(status->events, contiguous); // each once, without holes
    QCOMPARE(status->conflicts + status->quarantined + status->open_gaps, std::uint64_t{0});
}

/// Every byte as it was sent, in the order in which it was sent.
void check_bytes(const KeptRecord& record, const Gateway& gateway) {
    const auto reader = record.reader();
    QVERIFY(reader.has_value());
    std::uint64_t at = 0;
    for (std::uint64_t from = 0;;) {
        const auto entries = reader->range(from, 5'000);
        QVERIFY(entries.ok());
        if (entries->empty()) {
            break;
        }
        for (const store::Entry& entry : *entries) {
            if (entry.kind == store::EntryKind::event) {
                QCOMPARE(entry.sequence, at + 1);
                QCOMPARE(entry.body, gateway.events[at]);
                ++at;
            }
        }
        from += entries->size();
    }
    QCOMPARE(at, all_events);
}

} // namespace

void TestKillIngest::nothing_acknowledged_is_lost_data() {
    QTest::addColumn<QString>("keeper");
    QTest::addColumn<unsigned>("seed");
    QTest::newRow("of the console") << QStringLiteral("reeve") << 1U;
    QTest::newRow("of reevectl record") << QStringLiteral("reevectl record") << 2U;
}

void TestKillIngest::nothing_acknowledged_is_lost() {
    QFETCH(const QString, keeper);
    QFETCH(const unsigned, seed);
    std::mt19937 random(seed);
    Gateway gateway;
    QTemporaryDir state;
    QFile file(state.filePath(QStringLiteral("connection.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    file.write(gateway.connection());
    file.close();
    KeptRecord record(keeper, state.path());
    const int kills = rounds(4, 60);
    for (int i = 0; i < kills; ++i) {
        QVERIFY(record.start());
        // In the first moments of its life, or well into a stream that goes on behind.
        const std::uint64_t more = i % 4 == 0 ? 0 : std::uniform_int_distribution<std::uint64_t>(1, 500)(random);
        const std::uint64_t enough = std::min(record.entries() + more, all_events);
        gateway.limit = std::min(enough + 200, all_events);
        QVERIFY(record.wait_until([&] { return record.entries() >= enough; }));
        record.kill();
        gateway.cut();
        check_record(record, gateway);
        if (QTest::currentTestFailed()) {
            return;
        }
    }
    gateway.limit = all_events;
    QVERIFY(record.start());
    QVERIFY(record.wait_until([&] { return gateway.acknowledged == all_events; }));
    record.kill();
    check_record(record, gateway);
    check_bytes(record, gateway);
    record::Options options;
    options.folder = record.folder();
    options.free_floor = 0;
    const base::SystemClock clock;
    const auto recorder = record::Recorder::open(std::move(options), clock);
    QVERIFY2(recorder.ok(), recorder ? "" : base::describe(recorder.fault()).c_str());
    QVERIFY((*recorder)->verify_leaves().ok());
    QVERIFY((*recorder)->verify_cases().ok());
}

QTEST_GUILESS_MAIN(TestKillIngest)
#include "tst_kill_ingest.moc"
