// SPDX-License-Identifier: GPL-3.0-or-later
//
// What two people sign when a policy is published: the same bytes for the same meaning, and nothing in them that nobody
// is shown.
#include "app/wire/policy_bytes.h"

#include <QTest>

namespace {

domain::PolicyEdition edition() {
    domain::PolicyEdition made;
    made.number = 2;
    made.document = R"({"format":"reeve-policy/1","title":"Für alle"})";
    made.document_digest.fill(1);
    made.source = domain::SourceId("urn:test");
    made.proposed_by = domain::PersonId("ann");
    made.roster_version = 3;
    made.note = domain::UntrustedText("as agreed");
    made.previous = domain::Digest{};
    made.previous->fill(2);
    made.proposed = base::from_rfc3339("2026-03-01T12:00:00Z").value();
    return made;
}

const std::string signed_form =
    "reeve-policy/v1\n"
    R"({"document":{"format":"reeve-policy/1","title":"Für alle"},)"
    R"("document_digest":"AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=","note":"as agreed","number":"2",)"
    R"("previous":"AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=","proposed":"2026-03-01T12:00:00.000000Z",)"
    R"("proposed_by":"ann","roster_version":"3","solo":false,"source":"urn:test"})";

std::string with(const std::string& before, const std::string& after) {
    std::string text = signed_form;
    return text.replace(text.find(before), before.size(), after);
}

} // namespace

class TestPolicyBytes : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_policy_is_signed_as_these_bytes() {
        QCOMPARE(wire::policy_bytes(edition()), signed_form);
        QCOMPARE(wire::decode_policy(signed_form).value(), edition());
    }

    void a_signed_form_that_hides_something_is_refused_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("code");
        const auto row = [](const char* sentence, const std::string& bytes, const char* code = "malformed") {
            QTest::newRow(sentence) << QByteArray::fromStdString(bytes) << QByteArray(code);
        };
        row("another prefix", with("reeve-policy/v1", "reeve-roster/v1"), "unsupported");
        row("a member that nobody is shown", with(R"("note")", R"("hidden":"x","note")"));
        row("a blank in the document", with(R"("title":"Für)", R"("title": "Für)"));
        row("the members of the document in another order", with(R"({"format":"reeve-policy/1","title":"Für alle"})",
                                                                 R"({"title":"Für alle","format":"reeve-policy/1"})"));
        row("a document that is no object", with(R"({"format":"reeve-policy/1","title":"Für alle"})", "7"));
        row("an empty note", with("as agreed", ""));
        row("number zero", with(R"("number":"2")", R"("number":"0")"));
        row("the first one behind another", with(R"("number":"2")", R"("number":"1")"));
        row("a later one behind nothing", with(R"("previous":"AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=",)", ""));
        row("solo without a time", with(R"("solo":false)", R"("solo":true)"));
        row("a time without solo", with(R"("note")", R"("not_before":"2026-03-01T12:00:00.000000Z","note")"));
        row("cut off", signed_form.substr(0, signed_form.size() - 1));
        row("a document that is too large", with("Für alle", std::string(wire::largest_policy, 'x')), "too_large");
    }

    void a_signed_form_that_hides_something_is_refused() {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, code);
        const auto decoded = wire::decode_policy(bytes.toStdString());
        QVERIFY(!decoded.ok());
        QCOMPARE(QByteArray(base::name_of(decoded.fault().code)), code);
    }

    void an_envelope_carries_the_bytes_and_one_or_two_signatures() {
        domain::PolicyEnvelope envelope{signed_form, {}};
        QVERIFY(!wire::decode_policy_envelope(wire::encode_policy_envelope(envelope)).ok());
        for (int count = 1; count <= 3; ++count) {
            envelope.signatures.push_back({});
            envelope.signatures.back().key.fill(static_cast<std::uint8_t>(count));
            const auto back = wire::decode_policy_envelope(wire::encode_policy_envelope(envelope));
            QCOMPARE(back.ok(), count <= 2);
            if (back.ok()) {
                QCOMPARE(*back, envelope);
            }
        }
    }

    void a_status_comes_back() {
        wire::PolicyStatus status;
        QCOMPARE(wire::encode(status), std::string("{}")); // no signed policy yet
        QCOMPARE(wire::decode_policy_status("{}").value(), status);
        status.number = 4;
        status.version = "v4";
        status.digest = domain::Digest{};
        status.cannot_judge = {"limits", "rules"};
        status.policy = domain::PolicyEnvelope{signed_form, {domain::PolicySignature{}}};
        status.proposal = domain::PolicyEnvelope{signed_form, {domain::PolicySignature{}, domain::PolicySignature{}}};
        status.waits_for = "needs_second";
        QCOMPARE(wire::decode_policy_status(wire::encode(status)).value(), status);
    }

    void a_withdrawal_is_signed_as_these_bytes() {
        domain::PolicyWithdrawal made;
        made.number = 5;
        made.source = domain::SourceId("urn:g");
        made.person = domain::PersonId("ann");
        made.withdrawn = base::from_rfc3339("2026-03-02T10:00:00Z").value();
        const std::string form = "reeve-policy-withdrawal/v1\n"
                                 R"({"edition":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=","number":"5",)"
                                 R"("person_id":"ann","source":"urn:g","withdrawn":"2026-03-02T10:00:00.000000Z"})";
        QCOMPARE(wire::withdrawal_bytes(made), form);
        const auto opened = wire::open_withdrawal({form, {}, {}});
        QVERIFY(opened.ok());
        QCOMPARE(opened->withdrawal, made);
        QCOMPARE(wire::envelope_of(*opened).signed_bytes, form);
        std::string wider = form;
        wider.insert(wider.size() - 1, R"(,"x":1)");
        for (const std::string& bad : {wider, form + " ", std::string("reeve-policy/v1") + form.substr(26)}) {
            QVERIFY2(!wire::open_withdrawal({bad, {}, {}}).ok(), bad.c_str());
        }
        const wire::PolicyWithdrawalRequest request{{signed_form, {domain::PolicySignature{}}}, {form, {}, {}}};
        QCOMPARE(wire::decode_policy_withdrawal(wire::encode(request)).value(), request);
        QVERIFY(!wire::decode_policy_withdrawal("{}").ok());
        wire::PolicyStatus status;
        status.withdrawn = {request.withdrawal};
        QCOMPARE(wire::decode_policy_status(wire::encode(status)).value(), status);
    }
};

QTEST_APPLESS_MAIN(TestPolicyBytes)
#include "tst_policy_bytes.moc"
