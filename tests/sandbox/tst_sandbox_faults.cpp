// SPDX-License-Identifier: GPL-3.0-or-later
#include "running_sandbox.h"
#include "supervisor.h"

#include "app/wire/event_codec.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <set>

/// The sandbox misbehaves as it is told to, and only so.
class TestSandboxFaults : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }
    void feeds_misbehave_and_stay_complete_data();
    void feeds_misbehave_and_stay_complete();
    void a_lost_answer_is_found_by_its_status();
    void a_lost_request_was_never_seen();
    void an_abrupt_end_comes_where_it_is_asked_for();
    void garbage_answers_are_garbage();

private:
    [[nodiscard]] QString state() const { return folder_->path() + QStringLiteral("/state"); }
    std::unique_ptr<QTemporaryDir> folder_;
    Supervisor people_;
};

void TestSandboxFaults::feeds_misbehave_and_stay_complete_data() {
    QTest::addColumn<QString>("fault");
    for (const char* fault : {"duplicate=0.5", "reorder=0.5", "garbage=0.5", "drop-connection=0.2", "delay=3"}) {
        QTest::newRow(fault) << QString::fromLatin1(fault);
    }
}

void TestSandboxFaults::feeds_misbehave_and_stay_complete() {
    QFETCH(QString, fault);
    RunningSandbox sandbox(state(), {QStringLiteral("--rate"), QStringLiteral("1500")});
    QVERIFY(sandbox.announced());
    static constexpr std::uint64_t wanted = 600;
    const auto enough = [](const Received& read) { return read.last() >= wanted; };
    QVERIFY(sandbox.read_feed(0, enough).last() >= wanted); // a backlog, so that there is something to mix up
    const std::string order =
        "{\"" + fault.section(u'=', 0, 0).toStdString() + "\":\"" + fault.section(u'=', 1).toStdString() + "\"}";
    QCOMPARE(sandbox.post("/sandbox/v1/faults", order), 204);
    std::map<std::uint64_t, std::string> events;
    std::size_t received = 0;
    std::size_t garbage = 0;
    std::size_t drops = 0;
    bool in_order = true;
    std::uint64_t after = 0; // everything up to here has come
    while (after < wanted) {
        const Received part = sandbox.read_feed(after, [after](const Received& read) {
            const std::set<std::uint64_t> distinct(read.sequences.begin(), read.sequences.end());
            return std::distance(distinct.begin(), distinct.upper_bound(wanted)) + static_cast<std::ptrdiff_t>(after) >=
                   static_cast<std::ptrdiff_t>(wanted);
        });
        received += part.events.size();
        garbage += part.garbage.size();
        drops += part.ended ? 1 : 0;
        in_order = in_order && std::is_sorted(part.sequences.begin(), part.sequences.end());
        for (std::size_t index = 0; index < part.events.size(); ++index) {
            const auto [known, fresh] = events.try_emplace(part.sequences[index], part.events[index]);
            QCOMPARE(known->second, part.events[index]); // a second copy has the same bytes
        }
        while (events.contains(after + 1)) {
            ++after;
        }
    }
    QCOMPARE(garbage > 0, fault.startsWith(QStringLiteral("garbage")));
    QCOMPARE(drops > 0, fault.startsWith(QStringLiteral("drop")));
    QCOMPARE(in_order, !fault.startsWith(QStringLiteral("reorder")) && !fault.startsWith(QStringLiteral("duplicate")));
    QCOMPARE(received > events.size(),
             fault.startsWith(QStringLiteral("duplicate")) || fault.startsWith(QStringLiteral("reorder")));
}

void TestSandboxFaults::a_lost_answer_is_found_by_its_status() {
    RunningSandbox sandbox(state(), {QStringLiteral("--no-fleet")});
    QVERIFY(sandbox.announced());
    QCOMPARE(sandbox.put("/v1/roster", wire::encode_envelope(people_.signed_roster(people_.roster(1)))), 204);
    domain::Decision stop = people_.blank(sandbox.announcement().source, domain::Verb::stop, base::SystemClock().now());
    stop.agent = domain::AgentId("pa-it");
    const std::string body = wire::encode_envelope(people_.signed_decision(stop));
    QCOMPARE(sandbox.post("/sandbox/v1/faults", "{\"lose-answers\":\"1\"}"), 204);
    QCOMPARE(sandbox.post("/v1/decisions", body), 0);
    QCOMPARE(sandbox.post("/sandbox/v1/faults", "{\"lose-answers\":\"0\"}"), 204);
    std::string answer;
    QCOMPARE(sandbox.get("/v1/decisions/" + stop.id.bytes(), &answer), 200);
    QCOMPARE(sandbox.post("/v1/decisions", body, &answer), 200);
    const auto receipt = wire::open_receipt(wire::decode_receipt_answer(answer).value().receipt).value();
    QVERIFY(receipt.outcome == domain::ReceiptOutcome::accepted);
}

void TestSandboxFaults::a_lost_request_was_never_seen() {
    RunningSandbox sandbox(state(), {QStringLiteral("--no-fleet")});
    QVERIFY(sandbox.announced());
    QCOMPARE(sandbox.put("/v1/roster", wire::encode_envelope(people_.signed_roster(people_.roster(1)))), 204);
    domain::Decision stop = people_.blank(sandbox.announcement().source, domain::Verb::stop, base::SystemClock().now());
    stop.agent = domain::AgentId("*");
    const std::string body = wire::encode_envelope(people_.signed_decision(stop));
    QCOMPARE(sandbox.post("/sandbox/v1/faults", "{\"lose-requests\":1}"), 204);
    QCOMPARE(sandbox.post("/v1/decisions", body), 0);
    QCOMPARE(sandbox.post("/sandbox/v1/faults", "{\"lose-requests\":0}"), 204);
    QCOMPARE(sandbox.get("/v1/decisions/" + stop.id.bytes()), 404);
    QCOMPARE(sandbox.post("/v1/decisions", body), 200);
}

void TestSandboxFaults::an_abrupt_end_comes_where_it_is_asked_for() {
    RunningSandbox sandbox(state(), {QStringLiteral("--rate"), QStringLiteral("1500"), QStringLiteral("--fault"),
                                     QStringLiteral("restart-after=400")});
    QVERIFY(sandbox.announced());
    QCOMPARE(sandbox.wait_for_end(), 70);
    RunningSandbox again(state(), {QStringLiteral("--no-fleet")});
    QVERIFY(again.announced());
    std::string answer;
    QCOMPARE(again.get("/v1/gateway", &answer), 200);
    QVERIFY(wire::decode_gateway_info(answer)->last_sequence >= 400);
}

void TestSandboxFaults::garbage_answers_are_garbage() {
    RunningSandbox sandbox(state(),
                           {QStringLiteral("--no-fleet"), QStringLiteral("--fault"), QStringLiteral("garbage=1")});
    QVERIFY(sandbox.announced());
    std::string answer;
    (void)sandbox.get("/v1/decisions/x", &answer);
    QVERIFY(!wire::decode_receipt_answer(answer).ok() && !wire::decode_problem(answer).ok());
}

QTEST_GUILESS_MAIN(TestSandboxFaults)
#include "tst_sandbox_faults.moc"
