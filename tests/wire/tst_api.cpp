// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/value.h"
#include "app/wire/api.h"
#include "tests/wire/samples.h"

#include <QTest>

using samples::Extent;

/// The bodies of the HTTP interface, there and back, and what of them is refused.
class TestApi : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void bodies_come_back_as_they_went();
    void bodies_look_like_this();
    void unknown_members_are_tolerated();
    void a_bad_body_is_refused_data();
    void a_bad_body_is_refused();
};

namespace {

template <class Body>
void comes_back(const Body& body, base::Result<Body> (*decode)(std::string_view)) {
    const std::string json = wire::encode(body);
    const auto read = decode(json);
    QVERIFY2(read.ok(), read.ok() ? "" : base::describe(read.fault()).c_str());
    QCOMPARE(*read, body);
    QCOMPARE(json::canonicalize(json).value(), json);
}

wire::GatewayInfo info() {
    wire::GatewayInfo info;
    info.name = "Example platform";
    info.version = "1.2.3";
    info.source = domain::SourceId("urn:test:platform");
    info.gateway_key = samples::bytes<domain::PublicKey>(1);
    info.time = samples::at("2026-03-01T12:00:00Z");
    return info;
}

} // namespace

void TestApi::bodies_come_back_as_they_went() {
    const domain::TransactionId order("order-1");
    const domain::PersonId person("person-1");
    comes_back(wire::Ack{domain::SourceId("/s"), 18'446'744'073'709'551'615U}, wire::decode_ack);
    comes_back(wire::ClaimRequest{order, person, 0}, wire::decode_claim_request);
    comes_back(wire::ClaimRequest{order, person, 9'007'199'254'740'993}, wire::decode_claim_request);
    comes_back(wire::Claim{order, person, 7, samples::at("2026-03-01T12:05:00Z")}, wire::decode_claim);
    comes_back(wire::ReceiptAnswer{wire::envelope_of(samples::receipt(Extent::full))}, wire::decode_receipt_answer);
    comes_back(samples::plan(Extent::full), wire::decode_plan);
    comes_back(samples::plan(Extent::minimal), wire::decode_plan);
    wire::TransactionStatus status{order,
                                   2,
                                   domain::TransactionState::held,
                                   samples::subject(Extent::full),
                                   samples::bytes<domain::Digest>(2),
                                   samples::at("2026-03-02T00:00:00Z"),
                                   samples::plan(Extent::full)};
    comes_back(status, wire::decode_transaction_status);
    status.expires.reset();
    status.plan.reset();
    status.subject = samples::subject(Extent::minimal);
    comes_back(status, wire::decode_transaction_status);
    wire::GatewayInfo gateway = info();
    comes_back(gateway, wire::decode_gateway_info);
    gateway.administrator_key = samples::bytes<domain::PublicKey>(3);
    gateway.holds_orders = false;
    gateway.first_sequence = 5;
    gateway.last_sequence = 18'446'744'073'709'551'615U;
    gateway.roster_version = 4;
    gateway.policy_version = "7";
    comes_back(gateway, wire::decode_gateway_info);
    comes_back(wire::Problem{}, wire::decode_problem);
    comes_back(wire::Problem{"https://example.com/stale", domain::UntrustedText("Stale claim"), 409,
                             domain::UntrustedText("another person holds the case"), "stale_claim",
                             domain::UntrustedText("claim the case again")},
               wire::decode_problem);
    comes_back(wire::Announcement{8443, "-----BEGIN CERTIFICATE-----\n", samples::bytes<domain::PublicKey>(4),
                                  domain::SourceId("/s"), "secret"},
               wire::decode_announcement);
}

void TestApi::bodies_look_like_this() {
    QCOMPARE(wire::encode(wire::Ack{domain::SourceId("/s"), 42}), std::string(R"({"sequence":"42","source":"/s"})"));
    QCOMPARE(wire::encode(wire::ClaimRequest{domain::TransactionId("t"), domain::PersonId("p"), 0}),
             std::string(R"({"person_id":"p","transaction_id":"t"})"));
    QCOMPARE(wire::encode(wire::Problem{}), std::string(R"({"type":"about:blank"})"));
}

void TestApi::unknown_members_are_tolerated() {
    const auto ack = wire::decode_ack(R"({"sequence":"1","source":"/s","more":{}})");
    QVERIFY(ack.ok());
    QCOMPARE(ack->sequence, 1U);
    const auto problem = wire::decode_problem(R"({"instance":"/x","status":503,"title":"Down"})");
    QVERIFY(problem.ok());
    QCOMPARE(problem->status, 503);
    QVERIFY(problem->code.empty());
}

void TestApi::a_bad_body_is_refused_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a page of HTML") << QByteArray("<html><body>502 Bad Gateway</body></html>");
    QTest::newRow("an empty object") << QByteArray("{}");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("numbers in the place of everything")
        << QByteArray(R"({"sequence":1,"source":1,"transaction_id":1,"person_id":1,"receipt":1,"name":1,"port":"x"})");
}

void TestApi::a_bad_body_is_refused() {
    QFETCH(QByteArray, json);
    const std::string text = json.toStdString();
    QVERIFY(!wire::decode_ack(text).ok());
    QVERIFY(!wire::decode_claim_request(text).ok());
    QVERIFY(!wire::decode_claim(text).ok());
    QVERIFY(!wire::decode_receipt_answer(text).ok());
    QVERIFY(!wire::decode_transaction_status(text).ok());
    QVERIFY(!wire::decode_gateway_info(text).ok());
    QVERIFY(!wire::decode_announcement(text).ok());
    QVERIFY(!wire::decode_plan(text).ok());
    QVERIFY(!wire::decode_problem(R"({"status":"503"})").ok());
    QVERIFY(!wire::decode_problem(R"({"status":99})").ok());
    QVERIFY(!wire::decode_announcement(R"({"certificate":"x","gateway_key":"","port":65536,"source":"/s"})").ok());
}

QTEST_APPLESS_MAIN(TestApi)
#include "tst_api.moc"
