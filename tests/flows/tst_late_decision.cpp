// SPDX-License-Identifier: GPL-3.0-or-later
//
// A decision that arrives behind the end of the policy's time to answer: the real sandbox refuses it, and the console
// says what happened instead.
#include "tests/flows/console_rig.h"

#include "app/policy/shipped.h"
#include "app/policy/text_place.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

class TestLateDecision : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void what_happened_instead_is_said_with_the_rule_of_the_policy();
};

namespace {

/// The policy that ships, with everything from one pound on to be confirmed within ten minutes; otherwise it lapses.
std::string hasty_policy() {
    std::string text(policy::shipped_policy());
    text = policy::set_member(text, "/tiers/0", "from", R"({"minor":"100","currency":"GBP"})").value();
    text = policy::set_member(text, "", "version", "\"hasty\"").value();
    text = policy::set_member(text, "", "answer_within", R"({"confirm":10})").value();
    text = policy::set_member(text, "", "when_unanswered", R"({"confirm":{"then":"expire"}})").value();
    text = policy::set_member(text, "", "calendar", "").value(); // every minute counts
    return policy::set_member(text, "", "tests", "[]").value();
}

/// Lets the gateway's time go on.
bool advance(const ConsoleRig& rig, int seconds) {
    const uplink::Endpoint& at = rig.connection().endpoint;
    QNetworkAccessManager network;
    QUrl url;
    url.setScheme(QStringLiteral("https"));
    url.setHost(QString::fromStdString(at.host));
    url.setPort(at.port);
    url.setPath(QStringLiteral("/sandbox/v1/advance"));
    QNetworkRequest request(url);
    request.setRawHeader("Authorization", "Bearer " + QByteArray::fromStdString(at.token));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    QNetworkReply* reply = network.post(request, "{\"seconds\":" + QByteArray::number(seconds) + "}");
    QObject::connect(reply, &QNetworkReply::sslErrors, reply, [reply] { reply->ignoreSslErrors(); });
    return ConsoleRig::wait_until([reply] { return reply->isFinished(); }) &&
           reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 204;
}

QByteArray said(const base::Fault& fault) {
    return QByteArray::fromStdString(base::describe(fault));
}

/// An order that was held by the signed policy.
const ports::CaseRow* hasty_case(const ConsoleRig& rig) {
    for (const auto& [key, row] : rig.cases) {
        if (row.state == ports::CaseState::open && row.transaction_state == domain::TransactionState::held &&
            row.tier == domain::Tier::confirm && row.answer_policy == "hasty" && row.our_tier == row.tier) {
            return &row;
        }
    }
    return nullptr;
}

} // namespace

#define REQUIRE_OK(result) QVERIFY2((result).ok(), (result).ok() ? "" : said((result).fault()).constData())

void TestLateDecision::what_happened_instead_is_said_with_the_rule_of_the_policy() {
    ConsoleRig rig({QStringLiteral("--seed"), QStringLiteral("7"), QStringLiteral("--rate"), QStringLiteral("20"),
                    QStringLiteral("--colleague-delay"), QStringLiteral("1")});
    QVERIFY(rig.start());
    QVERIFY(ConsoleRig::wait_until([&] { return rig.health.link == ports::LinkState::live; }));
    REQUIRE_OK(rig.ask<ports::Identity>([&](ports::Reply<ports::Identity> reply) {
        rig.core().decisions().create_key(ports::Passphrase("a test passphrase"), std::move(reply));
    }));
    const auto proposal = rig.ask<ports::PolicyReview>([&](ports::Reply<ports::PolicyReview> reply) {
        rig.core().publishing().review({hasty_policy(), domain::UntrustedText("hurry"), std::nullopt},
                                       std::move(reply));
    });
    REQUIRE_OK(proposal);
    QCOMPARE(proposal->standing, ports::Standing::needs_second);
    REQUIRE_OK(rig.ask<ports::PolicyStanding>(
        [&](ports::Reply<ports::PolicyStanding> reply) { rig.core().publishing().sign(*proposal, std::move(reply)); }));
    QVERIFY(ConsoleRig::wait_until([&] { return hasty_case(rig) != nullptr; }));
    const ports::CaseRow chosen = *hasty_case(rig);
    QCOMPARE(chosen.unanswered->then, domain::WhenUnanswered::expire);

    // Signed in time; while it can still be taken back, the time to answer runs out.
    rig.clock().hold();
    ports::Draft draft;
    draft.verb = domain::Verb::approve;
    draft.key = chosen.key;
    draft.version = chosen.version;
    draft.digest = chosen.digest;
    draft.agent = chosen.agent;
    draft.reason_code = "in_order";
    const auto reviewed = rig.ask<ports::Review>(
        [&](ports::Reply<ports::Review> reply) { rig.core().decisions().review(draft, std::move(reply)); });
    REQUIRE_OK(reviewed);
    QCOMPARE(reviewed->standing, ports::Standing::allowed);
    const auto row = rig.ask<ports::DecisionRow>(
        [&](ports::Reply<ports::DecisionRow> reply) { rig.core().decisions().sign(*reviewed, std::move(reply)); });
    REQUIRE_OK(row);
    QCOMPARE(row->state, domain::DecisionState::held);
    QVERIFY(!row->instead);
    QVERIFY(advance(rig, 601));
    rig.clock().go_on();

    const domain::DecisionId id = row->decision.id;
    QVERIFY(ConsoleRig::wait_until([&] { return rig.decisions[id].instead && rig.decisions[id].receipt; }));
    const ports::DecisionRow late = rig.decisions[id];
    QCOMPARE(late.state, domain::DecisionState::refused_by_gateway);
    QCOMPARE(late.receipt->code, std::string("not_held"));
    QCOMPARE(late.instead->state, domain::TransactionState::expired);
    QCOMPARE(late.instead->policy, std::string("hasty"));
    QCOMPARE(late.instead->rule->then, domain::WhenUnanswered::expire);
    QVERIFY(!late.instead->escalated && late.instead->person.empty());
    QVERIFY(late.instead->at <= late.receipt->issued);
    QVERIFY(ConsoleRig::wait_until([&] { return rig.cases[chosen.key].state == ports::CaseState::expired; }));
    // Whoever opens the case later reads the same.
    const auto file = rig.ask<ports::CaseFile>(
        [&](ports::Reply<ports::CaseFile> reply) { rig.core().archive().case_file(chosen.key, std::move(reply)); });
    REQUIRE_OK(file);
    QCOMPARE(file->decisions.back().instead, late.instead);
}

QTEST_MAIN(TestLateDecision)
#include "tst_late_decision.moc"
