// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed_reading.h"
#include "running_sandbox.h"
#include "supervisor.h"

#include "app/wire/event_codec.h"

#include <QTest>

#include <csignal>
#include <set>

using domain::EventType;

/// The real program over restarts and kill -9, under load, and with files as input.
class TestSandboxDurability : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }
    void one_folder_has_one_keeper();
    void a_restart_is_the_same_gateway();
    void kill_9_loses_nothing_that_was_received();
    void kill_9_between_decisions_executes_nothing_twice();
    void a_burst_makes_exactly_what_is_asked();
    void a_file_is_told_as_live_activity();

private:
    [[nodiscard]] QString state() const { return folder_->path() + QStringLiteral("/state"); }
    [[nodiscard]] static QStringList quiet(QStringList more = {}) {
        return QStringList{QStringLiteral("--no-fleet"), QStringLiteral("--pace"), QStringLiteral("0.05")} + more;
    }
    std::unique_ptr<QTemporaryDir> folder_;
    Supervisor people_;
};

void TestSandboxDurability::one_folder_has_one_keeper() {
    RunningSandbox first(state(), quiet());
    QVERIFY(first.announced());
    RunningSandbox second(state(), quiet());
    QVERIFY(!second.announced());
    QCOMPARE(second.wait_for_end(), 1);
    QVERIFY(second.errors().contains("locked"));
}

void TestSandboxDurability::a_restart_is_the_same_gateway() {
    std::string receipt;
    wire::Envelope envelope;
    Received before;
    std::string line;
    {
        RunningSandbox sandbox(state(), quiet());
        QVERIFY(sandbox.announced());
        QCOMPARE(sandbox.put("/v1/roster", wire::encode_envelope(people_.signed_roster(people_.roster(1)))), 204);
        QCOMPARE(sandbox.post("/sandbox/v1/scenario", "{\"name\":\"expired-contract\"}"), 204);
        before = sandbox.read_feed(0, until(EventType::transaction_held));
        envelope =
            people_.signed_decision(about(people_, orders_in(before).begin()->second.version, domain::Verb::reject));
        QCOMPARE(sandbox.post("/v1/decisions", wire::encode_envelope(envelope), &receipt), 200);
        before = sandbox.read_feed(0, until(EventType::transaction_cancelled));
        line = sandbox.announcement().token + sandbox.announcement().certificate;
        QCOMPARE(sandbox.finish(), 0);
    }
    RunningSandbox sandbox(state(), quiet());
    QVERIFY(sandbox.announced());
    QCOMPARE(sandbox.announcement().token + sandbox.announcement().certificate, line);
    const Received after = sandbox.read_feed(0, until_sequence(before.last()));
    QVERIFY(std::equal(before.events.begin(), before.events.end(), after.events.begin()));
    std::string again;
    QCOMPARE(sandbox.post("/v1/decisions", wire::encode_envelope(envelope), &again), 200);
    QCOMPARE(again, receipt);
    QCOMPARE(sandbox.put("/v1/roster", wire::encode_envelope(people_.signed_roster(people_.roster(3)))), 400);
    QCOMPARE(sandbox.put("/v1/roster", wire::encode_envelope(people_.signed_roster(people_.roster(2)))), 204);
}

void TestSandboxDurability::kill_9_loses_nothing_that_was_received() {
    Received known;
    const int rounds = qEnvironmentVariableIsSet("REEVE_FULL") ? 25 : 5;
    for (int round = 0; round < rounds; ++round) {
        RunningSandbox sandbox(state(), {QStringLiteral("--rate"), QStringLiteral("4000"), QStringLiteral("--seed"),
                                         QString::number(round)});
        QVERIFY(sandbox.announced());
        const std::uint64_t wanted = known.last() + 150 + static_cast<std::uint64_t>(round * 137);
        Received received = sandbox.read_feed(0, until_sequence(wanted));
        ::kill(static_cast<pid_t>(sandbox.process_id()), SIGKILL);
        QVERIFY(is_contiguous(received, 0));
        QVERIFY(received.events.size() >= known.events.size());
        QVERIFY(std::equal(known.events.begin(), known.events.end(), received.events.begin()));
        known = std::move(received);
    }
}

void TestSandboxDurability::kill_9_between_decisions_executes_nothing_twice() {
    std::map<domain::TransactionId, wire::Envelope> sent;
    const int rounds = qEnvironmentVariableIsSet("REEVE_FULL") ? 15 : 4;
    Received all;
    for (int round = 0; round < rounds; ++round) {
        RunningSandbox sandbox(state(), quiet());
        QVERIFY(sandbox.announced());
        if (round == 0) {
            QCOMPARE(sandbox.put("/v1/roster", wire::encode_envelope(people_.signed_roster(people_.roster(1)))), 204);
        }
        for (const auto& [id, envelope] : sent) { // whatever became of them: the same bytes again
            QCOMPARE(sandbox.post("/v1/decisions", wire::encode_envelope(envelope)), 200);
        }
        QCOMPARE(sandbox.post("/sandbox/v1/scenario", "{\"name\":\"expired-contract\"}"), 204);
        const auto held = until(EventType::transaction_held, static_cast<std::size_t>(round) + 1);
        for (const auto& [id, order] : orders_in(sandbox.read_feed(0, held))) {
            if (!sent.contains(id)) {
                sent[id] = people_.signed_decision(
                    about(people_, order.version, domain::Verb::approve, "kill-" + std::to_string(round)));
                (void)sandbox.post("/v1/decisions", wire::encode_envelope(sent[id]));
            }
        }
        ::kill(static_cast<pid_t>(sandbox.process_id()), SIGKILL); // somewhere between started and completed
    }
    RunningSandbox sandbox(state(), quiet());
    QVERIFY(sandbox.announced());
    const auto completed = until(EventType::transaction_completed, sent.size());
    all = sandbox.read_feed(0, completed);
    QVERIFY(is_contiguous(all, 0));
    QCOMPARE(count(all, EventType::transaction_started), sent.size());
    QCOMPARE(count(all, EventType::transaction_completed), sent.size());
    QCOMPARE(count(all, EventType::decision_taken), sent.size());
}

void TestSandboxDurability::a_burst_makes_exactly_what_is_asked() {
    RunningSandbox sandbox(state(), {QStringLiteral("--burst"), QStringLiteral("--count"), QStringLiteral("20000")});
    QVERIFY(sandbox.announced());
    const Received received = sandbox.read_feed(0, until_sequence(20'000));
    QVERIFY(is_contiguous(received, 0));
    std::set<std::string> digests;
    wire::Decoder decoder;
    for (const std::string& json : received.events) {
        const auto event = decoder.decode(json);
        QVERIFY2(event.ok(), json.c_str());
        if (const auto* version = std::get_if<domain::TransactionVersion>(&event->payload)) {
            digests.insert(base::to_base64(base::Bytes(version->digest)));
            QVERIFY(version->key.source == sandbox.announcement().source);
        }
    }
    QVERIFY(digests.size() > 3000); // each order has a digest of its own
    std::string answer;
    QCOMPARE(sandbox.get("/v1/gateway", &answer), 200);
    QVERIFY(wire::decode_gateway_info(answer)->last_sequence < 20'010); // the last order is whole
}

void TestSandboxDurability::a_file_is_told_as_live_activity() {
    const QString name = folder_->filePath(QStringLiteral("cards-2016-05.csv"));
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("TRANS DATE,TRANS VAT DESC,ORIGINAL GROSS AMT,MERCHANT NAME,CARD NUMBER,TRANS CAC CODE 1,"
               "TRANS CAC DESC 1,TRANS CAC CODE 2,TRANS CAC DESC 2,TRANS CAC CODE 3,Directorate\n"
               "02/05/2016,VR,12.50,corner shop,************1111,K1,Books,R1,Library,A0,Place\n"
               "03/05/2016,VR,-3.00,corner shop,************1111,K1,Books,R1,Library,A0,Place\n"
               "04/05/2016,VR,no money,corner shop,************1111,K1,Books,R1,Library,A0,Place\n");
    file.close();
    RunningSandbox sandbox(state(),
                           quiet({QStringLiteral("--replay"), name, QStringLiteral("--mapping"),
                                  QStringLiteral("purchase-card"), QStringLiteral("--speed"), QStringLiteral("1000")}));
    QVERIFY2(sandbox.announced(), sandbox.errors().constData());
    const Received received = sandbox.read_feed(0, until(EventType::transaction_completed, 2));
    std::vector<std::int64_t> amounts;
    for (const std::string& json : received.events) {
        const auto event = wire::decode_event(json).value();
        if (const auto* version = std::get_if<domain::TransactionVersion>(&event.payload)) {
            amounts.push_back(version->subject.gross.minor);
            QVERIFY(version->key.source == sandbox.announcement().source);
            QVERIFY(wire::upstream_of(event).value().has_value()); // the row rides along
        }
    }
    QVERIFY((amounts == std::vector<std::int64_t>{1250, -300}));
}

QTEST_GUILESS_MAIN(TestSandboxDurability)
#include "tst_sandbox_durability.moc"
