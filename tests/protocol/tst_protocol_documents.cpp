// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/crypto/digest.h"
#include "app/crypto/signing.h"
#include "app/json/value.h"
#include "app/wire/api.h"
#include "app/wire/event_codec.h"
#include "app/wire/policy_bytes.h"
#include "tests/protocol/schema_set.h"
#include "tests/wire/samples.h"

#include <QFile>
#include <QProcess>
#include <QTest>

using domain::EventType;

/// The signed documents and the bodies of the HTTP interface as they are published: they fit, and they are true.
class TestProtocolDocuments : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void signed_documents_fit_their_schemas();
    void digests_and_signatures_of_the_examples_are_true();
    void bodies_of_the_interface_are_read_data();
    void bodies_of_the_interface_are_read();
    void the_examples_are_up_to_date();

private:
    SchemaSet schemas_;
};

namespace {

std::string contents(const QString& below) {
    QFile file(SchemaSet::path(below));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

std::string example_of(EventType type) {
    const std::string name(domain::type_name(type));
    return contents(QStringLiteral("examples/") + QString::fromStdString(name) + QStringLiteral(".json"));
}

template <class Payload>
Payload payload_of_example(EventType type) {
    return std::get<Payload>(wire::decode_event(example_of(type)).value().payload);
}

} // namespace

void TestProtocolDocuments::signed_documents_fit_their_schemas() {
    const auto behind_prefix = [](const std::string& bytes) { return bytes.substr(bytes.find('\n') + 1); };
    for (const auto extent : {samples::Extent::full, samples::Extent::minimal}) {
        for (const auto& [schema, bytes] :
             {std::pair("signed-decision.json", samples::signed_decision(extent).signed_bytes),
              std::pair("signed-receipt.json", samples::receipt(extent).signed_bytes),
              std::pair("signed-roster.json", samples::signed_roster(extent).signed_bytes)}) {
            const auto complaint = schemas_.complaint(schema, behind_prefix(bytes));
            QVERIFY2(!complaint, complaint.value_or("").c_str());
            std::string stranger = behind_prefix(bytes);
            stranger.insert(1, R"("a_stranger":"",)");
            QVERIFY2(schemas_.complaint(schema, stranger).has_value(), "signed documents are closed");
        }
    }
    for (const char* name : {"decision", "receipt", "roster", "policy", "policy-withdrawal"}) {
        const QString file = QString::fromLatin1(name).replace(u'-', u'_');
        const std::string plain = contents(QStringLiteral("examples/unsigned/%1.json").arg(file));
        const auto complaint = schemas_.complaint(std::string("signed-") + name + ".json", plain);
        QVERIFY2(!complaint, complaint.value_or("").c_str());
    }
}

void TestProtocolDocuments::digests_and_signatures_of_the_examples_are_true() {
    const auto decision = payload_of_example<domain::SignedDecision>(EventType::decision_taken);
    const auto receipt = payload_of_example<domain::Receipt>(EventType::receipt_issued);
    const auto roster = payload_of_example<domain::SignedRoster>(EventType::roster_published);
    QVERIFY(crypto::verify(decision.key, decision.signed_bytes, decision.signature).ok());
    QVERIFY(crypto::verify(receipt.key, receipt.signed_bytes, receipt.signature).ok());
    QVERIFY(crypto::verify(roster.key, roster.signed_bytes, roster.signature).ok());
    QCOMPARE(receipt.decision, decision.decision.id);
    const auto published = payload_of_example<domain::PolicyPublished>(EventType::policy_published);
    const domain::PolicyEnvelope policy = published.policy.value();
    QCOMPARE(published.digest, crypto::sha256(policy.signed_bytes));
    QCOMPARE(policy.signatures.size(), 2U);
    for (const domain::PolicySignature& one : policy.signatures) {
        QVERIFY(crypto::verify(one.key, policy.signed_bytes, one.signature).ok());
    }
    const auto edition = wire::decode_policy(policy.signed_bytes);
    QVERIFY(edition.ok());
    QCOMPARE(edition->document_digest, crypto::sha256(edition->document));
    QCOMPARE(receipt.decision_digest, crypto::sha256(decision.signed_bytes));

    for (const auto type : {EventType::transaction_requested, EventType::transaction_amended}) {
        const auto event = wire::decode_event(example_of(type)).value();
        const auto& version = std::get<domain::TransactionVersion>(event.payload);
        QCOMPARE(version.digest, crypto::sha256(wire::received_subject_bytes(event).value()));
        QCOMPARE(version.digest, crypto::sha256(wire::subject_bytes(version)));
    }
    QCOMPARE(decision.decision.subject_digest,
             payload_of_example<domain::TransactionVersion>(EventType::transaction_amended).digest);
    const auto plan = payload_of_example<domain::Plan>(EventType::plan_made);
    QCOMPARE(plan.digest, crypto::sha256(wire::plan_bytes(plan)));
    const auto event = wire::decode_event(example_of(EventType::confirmation_given)).value();
    const auto& confirmation = std::get<domain::ConfirmationGiven>(event.payload);
    QVERIFY(
        crypto::verify(confirmation.key, wire::confirmation_bytes(event.source, confirmation), confirmation.signature)
            .ok());
    // The plain documents beside are what is inside of the signed ones.
    QCOMPARE("reeve-decision/v1\n" +
                 json::canonicalize(contents(QStringLiteral("examples/unsigned/decision.json"))).value(),
             decision.signed_bytes);
}

void TestProtocolDocuments::bodies_of_the_interface_are_read_data() {
    using Reads = bool (*)(const std::string&);
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<bool>("read");
    const auto row = [](const char* name, const char* schema, Reads reads) {
        const std::string body = contents(QStringLiteral("examples/api/%1.json").arg(QLatin1String(name)));
        QTest::newRow(name) << QByteArray(schema) << (!body.empty() && reads(body));
    };
    row("ack", "api.json#/definitions/ack", [](const std::string& s) { return wire::decode_ack(s).ok(); });
    row("claim_request", "api.json#/definitions/claim_request",
        [](const std::string& s) { return wire::decode_claim_request(s).ok(); });
    row("claim", "api.json#/definitions/claim", [](const std::string& s) { return wire::decode_claim(s).ok(); });
    row("receipt_answer", "api.json#/definitions/receipt_answer", [](const std::string& s) {
        const auto answer = wire::decode_receipt_answer(s);
        return answer.ok() && wire::open_receipt(answer->receipt).ok();
    });
    row("transaction_status", "api.json#/definitions/transaction_status", [](const std::string& s) {
        const auto status = wire::decode_transaction_status(s);
        return status.ok() && status->plan.has_value();
    });
    row("plan_request", "api.json#/definitions/plan_request", [](const std::string& s) {
        const auto request = wire::decode_plan_request(s);
        return request.ok() && request->amount.has_value() && wire::decode_plan_request({})->amount == std::nullopt;
    });
    row("gateway_info", "api.json#/definitions/gateway_info",
        [](const std::string& s) { return wire::decode_gateway_info(s).ok(); });
    row("problem", "api.json#/definitions/problem", [](const std::string& s) { return wire::decode_problem(s).ok(); });
    row("announcement", "api.json#/definitions/announcement",
        [](const std::string& s) { return wire::decode_announcement(s).ok(); });
    row("plan", "definitions.json#/definitions/plan", [](const std::string& s) { return wire::decode_plan(s).ok(); });
    row("decision", "definitions.json#/definitions/envelope", [](const std::string& s) {
        const auto envelope = wire::decode_envelope(s);
        return envelope.ok() && wire::open_decision(*envelope).ok();
    });
    row("policy", "definitions.json#/definitions/policy_envelope", [](const std::string& s) {
        const auto envelope = wire::decode_policy_envelope(s);
        return envelope.ok() && wire::decode_policy(envelope->signed_bytes).ok();
    });
    row("policy_status", "api.json#/definitions/policy_status", [](const std::string& s) {
        const auto status = wire::decode_policy_status(s);
        return status.ok() && status->number == 4 && status->policy.has_value() && status->withdrawn.size() == 1;
    });
    row("policy_withdrawal", "api.json#/definitions/policy_withdrawal", [](const std::string& s) {
        const auto request = wire::decode_policy_withdrawal(s);
        const auto taken = request ? wire::open_withdrawal(request->withdrawal)
                                   : base::Result<domain::SignedPolicyWithdrawal>(request.fault());
        return taken.ok() && crypto::verify(taken->key, taken->signed_bytes, taken->signature).ok() &&
               taken->withdrawal.edition == crypto::sha256(request->policy.signed_bytes);
    });
    row("roster", "definitions.json#/definitions/envelope", [](const std::string& s) {
        const auto envelope = wire::decode_envelope(s);
        return envelope.ok() && wire::open_roster(*envelope).ok();
    });
}

void TestProtocolDocuments::bodies_of_the_interface_are_read() {
    QFETCH(QByteArray, schema);
    QFETCH(bool, read);
    QVERIFY(read);
    const QString name = QString::fromUtf8(QTest::currentDataTag());
    const std::string body = contents(QStringLiteral("examples/api/") + name + QStringLiteral(".json"));
    const auto complaint = schemas_.complaint(schema.toStdString(), body);
    QVERIFY2(!complaint, complaint.value_or("").c_str());
}

void TestProtocolDocuments::the_examples_are_up_to_date() {
    QProcess python;
    python.start(
        QStringLiteral("/usr/bin/python3"),
        {QStringLiteral("-B"), SchemaSet::path(QStringLiteral("sign_examples.py")), QStringLiteral("--check")});
    QVERIFY2(python.waitForFinished(60'000), "python3 is a declared package: apt-get install python3");
    const QByteArray told = python.readAllStandardOutput() + python.readAllStandardError();
    QVERIFY2(python.exitCode() == 0, told.constData());
}

QTEST_APPLESS_MAIN(TestProtocolDocuments)
#include "tst_protocol_documents.moc"
