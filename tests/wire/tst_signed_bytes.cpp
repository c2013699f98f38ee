// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/value.h"
#include "app/wire/event_codec.h"
#include "app/wire/signed_bytes.h"
#include "tests/wire/samples.h"

#include <QTest>

using samples::Extent;

/// What is hashed and signed: the same bytes for the same meaning, and nothing in them that nobody is shown.
class TestSignedBytes : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_decision_is_signed_as_these_bytes();
    void a_stop_is_signed_as_these_bytes();
    void what_was_signed_comes_back();
    void a_signed_form_that_hides_something_is_refused_data();
    void a_signed_form_that_hides_something_is_refused();
    void every_changed_byte_is_refused_or_seen();
    void an_envelope_carries_the_bytes_unchanged();
    void a_bad_envelope_is_refused_data();
    void a_bad_envelope_is_refused();
    void the_subject_is_covered_whole();
    void a_subject_with_unknown_members_is_covered_as_received();
    void a_plan_is_covered_without_its_progress();
    void a_confirmation_covers_its_source();
};

void TestSignedBytes::a_decision_is_signed_as_these_bytes() {
    const std::string expected =
        "reeve-decision/v1\n"
        R"({"agent_id":"agent-7","amount":{"currency":"EUR","minor":"-11900"},"checkpoint":"AAAA",)"
        R"("claim_epoch":"9007199254740993","decision_id":"decision-1","delegation":"holiday-mara","not_after":"2026-03-02T12:00:00.000000Z",)"
        R"("not_before":"2026-03-01T12:00:05.000001Z","payee":{"account":"DE02","name":"Supplier"},)"
        R"("person_id":"person-1","plan_digest":"AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=",)"
        R"("policy_version":"7","reason_code":"wrong_price","reason_text":"twice the contract's price",)"
        R"("role":"manager","roster_version":"3","source":"urn:test:platform",)"
        R"("subject_digest":"AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=","transaction_id":"order-1",)"
        R"("verb":"roll_back","version":2})";
    QCOMPARE(wire::decision_bytes(samples::decision(Extent::full)), expected);
}

void TestSignedBytes::a_stop_is_signed_as_these_bytes() {
    domain::Decision stop;
    stop.id = domain::DecisionId("decision-9");
    stop.source = domain::SourceId("/s");
    stop.agent = domain::AgentId("*");
    stop.verb = domain::Verb::stop;
    stop.person = domain::PersonId("person-1");
    stop.not_after = samples::at("2026-03-02T12:00:00Z");
    const std::string expected =
        "reeve-decision/v1\n"
        R"({"agent_id":"*","decision_id":"decision-9","not_after":"2026-03-02T12:00:00.000000Z",)"
        R"("person_id":"person-1","roster_version":"0","source":"/s","verb":"stop"})";
    QCOMPARE(wire::decision_bytes(stop), expected);
    QCOMPARE(wire::decode_decision(expected).value(), stop);
}

void TestSignedBytes::what_was_signed_comes_back() {
    for (const Extent extent : {Extent::full, Extent::minimal}) {
        const domain::Decision decision = samples::decision(extent);
        QCOMPARE(wire::decode_decision(wire::decision_bytes(decision)).value(), decision);
        domain::Receipt receipt = samples::receipt(extent);
        QCOMPARE(wire::open_receipt(wire::envelope_of(receipt)).value(), receipt);
        receipt.key = {};
        receipt.signature = {};
        QCOMPARE(wire::decode_receipt(wire::receipt_bytes(receipt)).value(), receipt);
        const domain::SignedRoster roster = samples::signed_roster(extent);
        QCOMPARE(wire::decode_roster(wire::roster_bytes(roster.roster)).value(), roster.roster);
        QCOMPARE(wire::open_roster(wire::envelope_of(roster)).value(), roster);
        const domain::SignedDecision taken = samples::signed_decision(extent);
        QCOMPARE(wire::open_decision(wire::envelope_of(taken)).value(), taken);
    }
}

void TestSignedBytes::a_signed_form_that_hides_something_is_refused_data() {
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<int>("code");
    const auto row = [](const char* name, const char* from, const char* to,
                        base::FaultCode code = base::FaultCode::malformed) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << static_cast<int>(code);
    };
    row("an unknown member", R"("verb")", R"("unless":"friday","verb")");
    row("an empty member", R"("person_id")", R"("payee":{},"person_id")");
    row("an empty text", R"("person_id")", R"("reason_code":"","person_id")");
    row("a zero that is left out", R"("decision_id")", R"("claim_epoch":"0","decision_id")");
    row("a blank", R"("verb":)", R"("verb": )");
    row("a line break behind the end", "}", "}\n");
    row("another order", R"("verb":"reject","version":2)", R"("version":2,"verb":"reject")");
    row("a member twice", R"("verb":"reject")", R"("verb":"reject","verb":"approve")");
    row("a needless escape", "reject", R"(re\u006aect)");
    row("another spelling of a number", R"("version":2)", R"("version":2.0)");
    row("another spelling of a time", "12:00:00.000000Z", "12:00:00Z");
    row("another zone", "12:00:00.000000Z", "12:00:00.000000+00:00");
    row("no roster version", R"("roster_version":"0",)", "");
    row("an unknown verb", "reject", "destroy");
    row("a stop that names a transaction", "reject", "stop");
    row("no digest of the subject", R"("subject_digest":"AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=",)", "");
    row("a version of zero", R"("version":2)", R"("version":0)");
    row("another version of the form", "decision/v1", "decision/v2", base::FaultCode::unsupported);
    row("a prefix that ends otherwise", "v1\n", "v1\r\n", base::FaultCode::unsupported);
    row("another document", "reeve-decision", "reeve-receipt", base::FaultCode::unsupported);
}

void TestSignedBytes::a_signed_form_that_hides_something_is_refused() {
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(int, code);
    std::string bytes = wire::decision_bytes(samples::decision(Extent::minimal));
    const std::size_t at = bytes.find(from.toStdString());
    QVERIFY(at != std::string::npos);
    bytes.replace(at, static_cast<std::size_t>(from.size()), to.toStdString());
    const auto decision = wire::decode_decision(bytes);
    QVERIFY(!decision.ok());
    QVERIFY2(static_cast<int>(decision.fault().code) == code, base::describe(decision.fault()).c_str());
}

void TestSignedBytes::every_changed_byte_is_refused_or_seen() {
    // Whatever one byte is changed to: either the form is refused, or the decision reads differently.
    const domain::Decision decision = samples::decision(Extent::full);
    const std::string bytes = wire::decision_bytes(decision);
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        for (const char to : {' ', '0', '1', 'A', '"', '\\', ',', '\n', '\0', '\x7F', '\xFF'}) {
            std::string changed = bytes;
            changed[at] = to;
            const auto read = wire::decode_decision(changed);
            QVERIFY(changed == bytes || !read.ok() || !(*read == decision));
        }
    }
}

void TestSignedBytes::an_envelope_carries_the_bytes_unchanged() {
    const wire::Envelope envelope{std::string("any bytes \0\xFF\n", 13), samples::bytes<domain::PublicKey>(1),
                                  samples::bytes<domain::Signature>(2)};
    const std::string json = wire::encode_envelope(envelope);
    QCOMPARE(wire::decode_envelope(json).value(), envelope);
    QCOMPARE(json::canonicalize(json).value(), json);
}

void TestSignedBytes::a_bad_envelope_is_refused_data() {
    QTest::addColumn<QByteArray>("json");
    const QByteArray key = QByteArray(32, 'k').toBase64();
    const QByteArray signature = QByteArray(64, 's').toBase64();
    const auto row = [](const char* name, const QByteArray& k, const QByteArray& s, const QByteArray& b) {
        QTest::newRow(name) << QByteArray("{\"key\":\"" + k + "\",\"signature\":\"" + s + "\",\"signed\":\"" + b +
                                          "\"}");
    };
    row("a short key", QByteArray(31, 'k').toBase64(), signature, "AAAA");
    row("a short signature", key, QByteArray(63, 's').toBase64(), "AAAA");
    row("no base64", key, signature, "AA-_");
    row("no padding", key, signature, "AA");
    QTest::newRow("no signature") << QByteArray("{\"key\":\"" + key + "\",\"signed\":\"AAAA\"}");
    QTest::newRow("not an object") << QByteArray("[]");
}

void TestSignedBytes::a_bad_envelope_is_refused() {
    QFETCH(QByteArray, json);
    QVERIFY(!wire::decode_envelope(json.toStdString()).ok());
}

void TestSignedBytes::the_subject_is_covered_whole() {
    const domain::Event event = samples::event(domain::EventType::transaction_requested, Extent::full);
    const auto& version = std::get<domain::TransactionVersion>(event.payload);
    const std::string bytes = wire::subject_bytes(version);
    QVERIFY(bytes.starts_with(R"({"source":"urn:test:platform","subject":{"agent_id":"agent-7","attachments":[{)"));
    QVERIFY(bytes.ends_with(R"(},"transaction_id":"order-1","version":2})"));
    QCOMPARE(json::canonicalize(bytes).value(), bytes);
    QCOMPARE(wire::received_subject_bytes(event).value(), bytes);

    domain::TransactionVersion digest_only = version;
    digest_only.digest = {};
    QCOMPARE(wire::subject_bytes(digest_only), bytes);
    domain::TransactionVersion other = version;
    other.key.source = domain::SourceId("urn:test:other");
    QVERIFY(wire::subject_bytes(other) != bytes);

    const domain::Event heartbeat = samples::event(domain::EventType::heartbeat_sent, Extent::full);
    QCOMPARE(wire::received_subject_bytes(heartbeat).fault().code, base::FaultCode::invalid_argument);
}

void TestSignedBytes::a_subject_with_unknown_members_is_covered_as_received() {
    std::string json = samples::event(domain::EventType::transaction_requested, Extent::minimal).raw;
    json.insert(json.find(R"("agent_id")"), R"("zeal": 1.50, "aim":"x", )");
    const auto event = wire::decode_event(json);
    QVERIFY(event.ok());
    const auto received = wire::received_subject_bytes(*event);
    QVERIFY(received.ok());
    QCOMPARE(json::canonicalize(*received).value(), *received);
    QVERIFY(received->find(R"("aim":"x")") != std::string::npos);
    QVERIFY(received->find(R"("zeal":1.5})") != std::string::npos);
    QVERIFY(wire::subject_bytes(std::get<domain::TransactionVersion>(event->payload)) != *received);
}

void TestSignedBytes::a_plan_is_covered_without_its_progress() {
    const domain::Plan plan = samples::plan(Extent::full);
    const std::string bytes = wire::plan_bytes(plan);
    const std::string expected =
        "reeve-plan/v1\n"
        R"({"plan_id":"plan-1","steps":[{"action":"refund","cost":{"currency":"EUR","minor":"250"},)"
        R"("deadline":"2026-03-08T00:00:00.000000Z","description":"give back what was paid","party":"the supplier",)"
        R"("reversible":"partly","step_id":"step-1"},{"action":"other","reversible":"unknown","step_id":"step-2"}],)"
        R"("transaction_id":"order-1","version":2})";
    QCOMPARE(bytes, expected);
    domain::Plan later = plan;
    later.steps[0].state = domain::StepState::done;
    later.steps[0].result = domain::UntrustedText("done after all");
    later.digest = {};
    QCOMPARE(wire::plan_bytes(later), bytes);
    later.steps[0].cost = samples::money(251);
    QVERIFY(wire::plan_bytes(later) != bytes);
    QCOMPARE(wire::plan_bytes(samples::plan(Extent::minimal)),
             std::string("reeve-plan/v1\n"
                         R"({"plan_id":"plan-1","transaction_id":"order-1","version":1})"));
}

void TestSignedBytes::a_confirmation_covers_its_source() {
    const domain::Event event = samples::event(domain::EventType::confirmation_given, Extent::minimal);
    const auto& confirmation = std::get<domain::ConfirmationGiven>(event.payload);
    const std::string expected =
        "reeve-confirmation/v1\n"
        R"({"confirms":false,"reviewer":"reviewer-2","source":"urn:test:platform",)"
        R"("subject_digest":"DQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0=","transaction_id":"order-1","version":1})";
    QCOMPARE(wire::confirmation_bytes(event.source, confirmation), expected);
}

QTEST_APPLESS_MAIN(TestSignedBytes)
#include "tst_signed_bytes.moc"
