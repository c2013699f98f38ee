// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed_reading.h"
#include "running_sandbox.h"
#include "supervisor.h"

#include "app/domain/names.h"
#include "app/wire/event_codec.h"

#include <QTest>

using domain::EventType;

/// The real program over real TLS, as the protocol says.
class TestSandboxProgram : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }
    void announces_itself_in_one_line_and_ends_with_its_input();
    void nothing_is_open_without_the_token();
    void another_certificate_is_not_believed();
    void the_feed_goes_on_from_any_place();
    void the_feed_lives_when_nothing_happens();
    void a_decision_goes_the_whole_way();
    void bad_requests_get_problem_documents_data();
    void bad_requests_get_problem_documents();
    void a_configured_administrator_is_the_only_one();
    void wrong_use_is_explained();

private:
    [[nodiscard]] QString state() const { return folder_->path() + QStringLiteral("/state"); }
    [[nodiscard]] static QStringList quiet(QStringList more = {}) {
        return QStringList{QStringLiteral("--no-fleet"), QStringLiteral("--pace"), QStringLiteral("0.05")} + more;
    }
    std::unique_ptr<QTemporaryDir> folder_;
    Supervisor people_;
};

void TestSandboxProgram::announces_itself_in_one_line_and_ends_with_its_input() {
    RunningSandbox sandbox(state(), quiet());
    QVERIFY2(sandbox.announced(), sandbox.line().c_str());
    QVERIFY(sandbox.announcement().port > 0);
    QVERIFY(sandbox.line().find("certificate_sha256") != std::string::npos);
    QVERIFY(sandbox.line().find("colleague_key") != std::string::npos);
    std::string answer;
    QCOMPARE(sandbox.get("/v1/gateway", &answer), 200);
    const auto info = wire::decode_gateway_info(answer);
    QVERIFY(info.ok());
    QVERIFY(info->gateway_key == sandbox.announcement().gateway_key);
    QVERIFY(info->source == sandbox.announcement().source);
    QVERIFY(info->last_sequence > 100 && info->holds_orders);
    QCOMPARE(sandbox.finish(), 0);
}

void TestSandboxProgram::nothing_is_open_without_the_token() {
    RunningSandbox sandbox(state(), quiet());
    QVERIFY(sandbox.announced());
    auto stranger = sandbox.client(false);
    for (const char* path : {"/v1/gateway", "/v1/events", "/v1/roster", "/v1/transactions/T-0000001", "/"}) {
        const auto result = stranger->Get(path);
        QVERIFY(result);
        QCOMPARE(result->status, 401);
        QCOMPARE(wire::decode_problem(result->body).value().code, std::string("unauthorised"));
    }
    stranger->set_default_headers({{"Authorization", "Bearer " + sandbox.announcement().token + "x"}});
    for (const char* path : {"/v1/gateway", "/v1/events", "/v1/roster", "/v1/transactions/T-1", "/v1/decisions/d"}) {
        const auto result = stranger->Get(path, httplib::Headers{{"Content-Length", "0"}}); // as if a body came
        QVERIFY(result);
        QCOMPARE(result->status, 401);
    }
    stranger->set_keep_alive(true); // the body of a refused request is not taken for the next one
    for (const char* path : {"/v1/decisions", "/v1/claims", "/v1/ack", "/v1/transactions/T-0000001/plan",
                             "/sandbox/v1/faults", "/sandbox/v1/scenario", "/sandbox/v1/advance"}) {
        const auto result = stranger->Post(path, "{\"garbage\":\"1\"}", "application/json");
        QVERIFY(result);
        QCOMPARE(result->status, 401);
    }
    QCOMPARE(stranger->Put("/v1/roster", "{}", "application/json")->status, 401);
    QCOMPARE(stranger->Delete("/v1/claims/T-0000001?epoch=1")->status, 401);
}

void TestSandboxProgram::another_certificate_is_not_believed() {
    RunningSandbox one(state(), quiet());
    RunningSandbox other(state() + QStringLiteral("-other"), quiet());
    QVERIFY(one.announced() && other.announced());
    auto client = one.client();
    httplib::SSLClient to_other("127.0.0.1", other.announcement().port);
    QTemporaryDir folder;
    const QString pinned = folder.filePath(QStringLiteral("pin"));
    QFile file(pinned);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray::fromStdString(one.announcement().certificate));
    file.close();
    to_other.set_ca_cert_path(pinned.toLocal8Bit().constData());
    to_other.enable_server_certificate_verification(true);
    QVERIFY(!to_other.Get("/v1/gateway"));
}

void TestSandboxProgram::the_feed_goes_on_from_any_place() {
    RunningSandbox sandbox(state(), quiet());
    QVERIFY(sandbox.announced());
    const Received whole = sandbox.read_feed(0, until_sequence(150));
    QVERIFY(is_contiguous(whole, 0));
    for (const std::uint64_t after : {std::uint64_t{1}, std::uint64_t{77}, whole.last() - 1}) {
        for (const bool by_header : {true, false}) {
            const Received rest = sandbox.read_feed(after, until_sequence(whole.last()), by_header);
            QVERIFY(is_contiguous(rest, after));
            QCOMPARE(rest.events.front(), whole.events.at(after)); // byte for byte
            // One reading may stop a few events later than the other.
            QCOMPARE(rest.events.at(whole.last() - after - 1), whole.events.back());
        }
    }
    std::string answer;
    QCOMPARE(sandbox.get("/v1/events?after=999999", &answer), 409);
    QCOMPARE(wire::decode_problem(answer).value().code, std::string("unknown_sequence"));
    QCOMPARE(sandbox.get("/v1/events?after=yesterday"), 400);
    const std::string source = sandbox.announcement().source.bytes();
    QCOMPARE(sandbox.post("/v1/ack", "{\"sequence\":\"20\",\"source\":\"" + source + "\"}"), 204);
    QCOMPARE(sandbox.post("/v1/ack", "{\"sequence\":\"999999\",\"source\":\"" + source + "\"}"), 409);
}

void TestSandboxProgram::the_feed_lives_when_nothing_happens() {
    RunningSandbox sandbox(state(), quiet());
    QVERIFY(sandbox.announced());
    std::string answer;
    QCOMPARE(sandbox.get("/v1/gateway", &answer), 200);
    const std::uint64_t last = wire::decode_gateway_info(answer)->last_sequence;
    const Received silence = sandbox.read_feed(last, [](const Received& received) { return received.comments > 0; });
    QVERIFY(silence.events.empty() && !silence.ended);
}

void TestSandboxProgram::a_decision_goes_the_whole_way() {
    RunningSandbox sandbox(state(), quiet());
    QVERIFY(sandbox.announced());
    QCOMPARE(sandbox.put("/v1/roster", wire::encode_envelope(people_.signed_roster(people_.roster(1)))), 204);
    std::string answer;
    QCOMPARE(sandbox.get("/v1/roster", &answer), 200);
    QVERIFY(wire::open_roster(wire::decode_envelope(answer).value())->roster == people_.roster(1));
    QCOMPARE(sandbox.post("/sandbox/v1/scenario", "{\"name\":\"above-contract-price\"}"), 204);
    const Received before = sandbox.read_feed(0, until(EventType::transaction_held));
    const auto orders = orders_in(before);
    const auto& version = orders.begin()->second.version;

    QCOMPARE(sandbox.post("/v1/claims",
                          "{\"person_id\":\"manager\",\"transaction_id\":\"" + version.key.id.bytes() + "\"}", &answer),
             200);
    domain::Decision decision = about(people_, version, domain::Verb::approve);
    decision.claim_epoch = wire::decode_claim(answer).value().epoch;
    const wire::Envelope envelope = people_.signed_decision(decision);
    QCOMPARE(sandbox.post("/v1/decisions", wire::encode_envelope(envelope), &answer), 200);
    const auto receipt = wire::open_receipt(wire::decode_receipt_answer(answer).value().receipt).value();
    QVERIFY(receipt.outcome == domain::ReceiptOutcome::accepted);
    QVERIFY(receipt.key == sandbox.announcement().gateway_key);
    QVERIFY(crypto::verify(receipt.key, receipt.signed_bytes, receipt.signature).ok());

    const Received after = sandbox.read_feed(before.last(), until(EventType::transaction_completed));
    QCOMPARE(count(after, EventType::decision_taken), std::size_t{1});
    QVERIFY(count(after, EventType::receipt_issued) >= 1);
    std::string again;
    QCOMPARE(sandbox.post("/v1/decisions", wire::encode_envelope(envelope), &again), 200);
    QCOMPARE(again, answer);
    QCOMPARE(sandbox.get("/v1/decisions/" + decision.id.bytes(), &answer), 200);
    QCOMPARE(sandbox.get("/v1/decisions/never-seen"), 404);
    decision.verb = domain::Verb::reject;
    std::string problem;
    QCOMPARE(sandbox.post("/v1/decisions", wire::encode_envelope(people_.signed_decision(decision)), &problem), 409);
    QCOMPARE(wire::decode_problem(problem).value().code, std::string("already_used"));
    QCOMPARE(sandbox.get("/v1/transactions/" + version.key.id.bytes(), &answer), 200);
    const auto status = wire::decode_transaction_status(answer).value();
    QVERIFY(status.state == domain::TransactionState::completed && status.subject == version.subject);
    QCOMPARE(sandbox.post("/v1/transactions/" + version.key.id.bytes() + "/plan", "", &answer), 200);
    QVERIFY(wire::decode_plan(answer).ok());
    const auto client = sandbox.client();
    const std::string claim = "/v1/claims/" + version.key.id.bytes();
    QCOMPARE(client->Delete((claim + "?epoch=1").c_str())->status, 204);
    QCOMPARE(client->Delete((claim + "?epoch=1").c_str())->status, 404);
    QCOMPARE(client->Delete(claim.c_str())->status, 400);
}

void TestSandboxProgram::bad_requests_get_problem_documents_data() {
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char* sentence, const char* path, const QByteArray& body, int status, const char* code) {
        QTest::newRow(sentence) << QByteArray(path) << body << status << QByteArray(code);
    };
    row("a decision that is no JSON", "/v1/decisions", "nonsense", 400, "malformed");
    row("a decision without a signature", "/v1/decisions", "{\"signed\":\"\"}", 400, "malformed");
    row("a body that is too large", "/v1/decisions", QByteArray(3'000'000, 'x'), 413, "too_large");
    row("a claim of nobody", "/v1/claims", "{\"transaction_id\":\"T-0000001\"}", 400, "malformed");
    row("a claim of no case", "/v1/claims", "{\"person_id\":\"a\",\"transaction_id\":\"T-9\"}", 404, "not_found");
    row("a plan for no order", "/v1/transactions/T-9/plan", "", 404, "not_found");
    row("a path that is not there", "/v1/wishes", "{}", 404, "not_found");
    row("a scenario that is not there", "/sandbox/v1/scenario", "{\"name\":\"peace\"}", 404, "not_found");
    row("a fault that is not there", "/sandbox/v1/faults", "{\"earthquake\":\"1\"}", 400, "invalid_argument");
    row("time does not go back", "/sandbox/v1/advance", "{\"seconds\":-5}", 400, "invalid_argument");
    row("no time at all", "/sandbox/v1/advance", "{}", 400, "malformed");
}

void TestSandboxProgram::bad_requests_get_problem_documents() {
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QByteArray, code);
    RunningSandbox sandbox(state(), quiet());
    QVERIFY(sandbox.announced());
    std::string answer;
    QCOMPARE(sandbox.post(path.toStdString(), body.toStdString(), &answer), status);
    const auto problem = wire::decode_problem(answer);
    QVERIFY2(problem.ok(), answer.c_str());
    QCOMPARE(problem->code, code.toStdString());
    QCOMPARE(problem->status, status);
}

void TestSandboxProgram::a_configured_administrator_is_the_only_one() {
    const auto other = crypto::SigningKey::generate().value();
    const std::string key = base::to_base64(base::Bytes(other.public_key()));
    RunningSandbox sandbox(state(), quiet({QStringLiteral("--admin-key"), QString::fromStdString(key)}));
    QVERIFY(sandbox.announced());
    QCOMPARE(sandbox.put("/v1/roster", wire::encode_envelope(people_.signed_roster(people_.roster(1)))), 403);
    wire::Envelope right = people_.signed_roster(people_.roster(1));
    right.key = other.public_key();
    right.signature = other.sign(right.signed_bytes).value();
    QCOMPARE(sandbox.put("/v1/roster", wire::encode_envelope(right)), 204);
    QCOMPARE(sandbox.put("/v1/roster", wire::encode_envelope(right)), 204); // the same again
}

void TestSandboxProgram::wrong_use_is_explained() {
    RunningSandbox option(state(), {QStringLiteral("--wish")});
    QVERIFY(!option.announced());
    QCOMPARE(option.wait_for_end(), 2);
    QVERIFY(option.errors().contains("--wish"));
    RunningSandbox scenario(state(), {QStringLiteral("--scenario"), QStringLiteral("peace")});
    QVERIFY(!scenario.announced());
    QCOMPARE(scenario.wait_for_end(), 1);
    QVERIFY(scenario.errors().contains("--list-scenarios"));
    RunningSandbox folder(QStringLiteral("/proc/no-such/place"), {});
    QCOMPARE(folder.wait_for_end(), 1);
    QVERIFY(folder.errors().contains("/proc/no-such/place"));
    QFile(state() + QStringLiteral("/events.log")).remove();
    QFile damaged(state() + QStringLiteral("/events.log"));
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    damaged.write("nonsense\nnonsense\n");
    damaged.close();
    RunningSandbox corrupt(state(), quiet());
    QCOMPARE(corrupt.wait_for_end(), 1);
    QVERIFY(corrupt.errors().contains("damaged"));
}

QTEST_GUILESS_MAIN(TestSandboxProgram)
#include "tst_sandbox_program.moc"
