// SPDX-License-Identifier: GPL-3.0-or-later
//
// The example gateway goes by a signed policy: authority, delegations, two people, times to answer, and proposals that
// were taken back.
#include "app/crypto/digest.h"
#include "app/crypto/signing.h"
#include "app/domain/names.h"
#include "app/domain/unanswered.h"
#include "app/json/value.h"
#include "app/wire/policy_bytes.h"
#include "tests/protocol/gateway_fixture.h"
#include "tests/support/patience.h"

#include <QTest>

#include <algorithm>

using domain::EventType;
using domain::ReceiptOutcome;
using domain::TransactionState;

namespace {

const domain::PersonId ben("ben");
const domain::TransactionId order("order-4"); // what the machine orders when a policy comes into force: 278.46 EUR

/// A policy that holds every order from one euro on in a tier, with these members besides.
std::string policy_of(const std::string& tier, const std::string& members = {}) {
    return R"({"format":"reeve-policy/1","version":"v1","title":"T","modes":{"*":"enforce"},"tiers":[{"tier":")" +
           tier + R"(","from":{"minor":"100","currency":"EUR"}}])" + members + "}";
}

std::string euros(int cents) {
    return R"({"minor":")" + std::to_string(cents) + R"(","currency":"EUR"})";
}

/// Lines of authority: managers up to so many cents, and what else is given.
std::string authority(int manager_cents, const std::string& more_lines = {}, const std::string& delegations = {}) {
    return R"(,"authority":{"lines":[{"id":"L-1","role":"manager","up_to":)" + euros(manager_cents) + "}" + more_lines +
           R"(],"delegations":[)" + delegations + "]}";
}

std::string delegation(const std::string& since, const std::string& until, const std::string& more = {}) {
    return R"({"id":"D-1","from":"ada","to":"ben","reason":"holiday","since":")" + since + R"(","until":")" + until +
           "\"" + more + "}";
}

std::string answers(const std::string& tier, const std::string& rule) {
    return R"(,"answer_within":{")" + tier + R"(":1},"when_unanswered":{")" + tier + R"(":{)" + rule + "}}";
}

} // namespace

class TestPythonPolicy : public GatewayFixture {
    Q_OBJECT
private Q_SLOTS:
    void cleanup();
    void authority_is_asked_for_its_reason_data();
    void authority_is_asked_for_its_reason();
    void two_signatures_stand_on_two_authorities();
    void when_nobody_answers_the_policy_says_what_happens_data();
    void when_nobody_answers_the_policy_says_what_happens();
    void an_escalation_names_whom_and_gives_as_much_time_again_once();
    void time_to_answer_is_working_time();
    void what_its_proposer_took_back_is_never_taken();

private:
    void open(const QStringList& options);
    domain::PolicyEnvelope edition(const std::string& document, int number, std::vector<const char*> signers) const;
    /// "in force", "waits for …", or the code of the refusal.
    std::string put(const domain::PolicyEnvelope& envelope);
    std::string take_back(const domain::PolicyEnvelope& envelope, const char* who);
    /// What the receipt says: its outcome, or the code of a refusal.
    std::string decide(const char* who, const char* id, const std::string& delegation = {},
                       domain::Verb verb = domain::Verb::approve);
    const crypto::SigningKey& key(const std::string& who) const { return who == "ada" ? person_ : second_; }

    crypto::SigningKey second_ = crypto::SigningKey::from_seed(crypto::sha256("ben")).value();
};

void TestPythonPolicy::open(const QStringList& options) {
    const QString administrator = QString::fromStdString(base::to_base64(base::Bytes(administrator_.public_key())));
    const auto started = gateway_.start(QStringList{QStringLiteral("--administrator"), administrator} + options);
    QVERIFY2(started.ok(), started.ok() ? "" : base::describe(started.fault()).c_str());
    client_ = std::make_unique<uplink::GatewayClient>(gateway_.endpoint(), scheduler_, std::chrono::seconds(20));
    domain::SignedRoster roster;
    roster.roster.version = 1;
    roster.roster.issued = base::from_rfc3339("2026-03-01T08:00:00Z").value();
    for (const char* who : {"ada", "ben"}) {
        domain::Member member;
        member.id = domain::PersonId(who);
        member.role = member.id == ada ? "manager" : "buyer";
        member.key = key(who).public_key();
        member.permissions = {domain::Permission::view, domain::Permission::decide, domain::Permission::configure};
        member.limits = {{1'000'000, domain::Currency::from_code("EUR").value()}};
        member.highest_tier = domain::Tier::dual_sign_off;
        member.not_after = base::from_rfc3339("2100-01-01T00:00:00Z").value();
        roster.roster.members.push_back(member);
    }
    roster.signed_bytes = wire::roster_bytes(roster.roster);
    roster.key = administrator_.public_key();
    roster.signature = administrator_.sign(roster.signed_bytes).value();
    QVERIFY(answer<void>([&](auto reply) { client_->put_roster(roster, this, reply); }).ok());
}

void TestPythonPolicy::cleanup() {
    client_.reset();
    QVERIFY2(gateway_.end(), "it ends by itself when its standard input closes");
}

domain::PolicyEnvelope TestPythonPolicy::edition(const std::string& document, int number,
                                                 std::vector<const char*> signers) const {
    domain::PolicyEdition made;
    made.number = number;
    made.document = json::canonicalize(document).value();
    made.document_digest = crypto::sha256(made.document);
    made.source = gateway_.announcement().source;
    made.proposed_by = ada;
    made.roster_version = 1;
    made.note = domain::UntrustedText("because");
    made.proposed = base::from_rfc3339("2026-03-02T10:00:00Z").value();
    if (number > 1) {
        made.previous = domain::Digest{};
    }
    domain::PolicyEnvelope envelope{wire::policy_bytes(made), {}};
    for (const char* who : signers) {
        envelope.signatures.push_back({key(who).public_key(), key(who).sign(envelope.signed_bytes).value()});
    }
    return envelope;
}

std::string TestPythonPolicy::put(const domain::PolicyEnvelope& envelope) {
    const auto said = answer<wire::PolicyStatus>([&](auto reply) { client_->put_policy(envelope, this, reply); });
    if (!said) {
        return std::string(uplink::problem_code(said.fault()));
    }
    return said->digest == crypto::sha256(envelope.signed_bytes) ? "in force" : "waits for " + said->waits_for;
}

std::string TestPythonPolicy::take_back(const domain::PolicyEnvelope& envelope, const char* who) {
    domain::PolicyWithdrawal withdrawal;
    withdrawal.edition = crypto::sha256(envelope.signed_bytes);
    withdrawal.number = wire::decode_policy(envelope.signed_bytes)->number;
    withdrawal.source = gateway_.announcement().source;
    withdrawal.person = domain::PersonId(who);
    withdrawal.withdrawn = base::from_rfc3339("2026-03-02T10:05:00Z").value();
    const std::string bytes = wire::withdrawal_bytes(withdrawal);
    const wire::PolicyWithdrawalRequest request{envelope, {bytes, key(who).public_key(), key(who).sign(bytes).value()}};
    const auto said = answer<wire::PolicyStatus>([&](auto reply) { client_->withdraw_policy(request, this, reply); });
    return said ? "taken back, " + std::to_string(said->withdrawn.size())
                : std::string(uplink::problem_code(said.fault()));
}

std::string TestPythonPolicy::decide(const char* who, const char* id, const std::string& delegation,
                                     domain::Verb verb) {
    domain::Decision decision = decision_on(status(order), verb, id);
    decision.person = domain::PersonId(who);
    decision.role = decision.person == ada ? "manager" : "buyer";
    decision.delegation = delegation;
    decision.not_after = base::from_rfc3339("2100-01-01T00:00:00Z").value();
    if (verb == domain::Verb::approve_reduced) {
        decision.amount->minor -= 1;
    }
    const auto receipt = post(signed_by(key(who), decision));
    if (!receipt) {
        return base::describe(receipt.fault());
    }
    return receipt->outcome == ReceiptOutcome::refused ? receipt->code : std::string(domain::name_of(receipt->outcome));
}

void TestPythonPolicy::authority_is_asked_for_its_reason_data() {
    QTest::addColumn<std::string>("members");
    QTest::addColumn<std::string>("who");
    QTest::addColumn<std::string>("delegation_named");
    QTest::addColumn<std::string>("said");
    const auto row = [](const char* sentence, const std::string& members, const char* who, const char* named,
                        const char* said) {
        QTest::newRow(sentence) << members << std::string(who) << std::string(named) << std::string(said);
    };
    const std::string runs = delegation("2026-01-01T00:00:00Z", "2100-01-01T00:00:00Z");
    const std::string over = delegation("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z");
    const std::string later = delegation("2100-01-01T00:00:00Z", "2100-02-01T00:00:00Z");
    const std::string capped = delegation("2026-01-01T00:00:00Z", "2100-01-01T00:00:00Z", ",\"up_to\":" + euros(27845));
    row("without lines nothing limits", "", "ben", "", "accepted");
    row("exactly up to the line", authority(27846), "ada", "", "accepted");
    row("one cent above the line", authority(27845), "ada", "", "over_authority");
    row("nobody's line", authority(27846), "ben", "", "over_authority");
    row("the line that is most to the point counts, also where it is lower",
        authority(99999, R"(,{"id":"L-2","person":"ada","up_to":)" + euros(100) + "}"), "ada", "", "over_authority");
    row("a line about other cost centres gives nothing",
        authority(100, R"(,{"id":"L-2","role":"manager","cost_centres":["C-9"],"up_to":)" + euros(99999) + "}"), "ada",
        "", "over_authority");
    row("a line about the agent's group",
        authority(100, R"(,{"id":"L-2","role":"manager","groups":["office"],"up_to":)" + euros(99999) + "}"), "ada", "",
        "accepted");
    row("by a delegation that runs", authority(27846, {}, runs), "ben", "D-1", "accepted");
    row("by a delegation that lends less", authority(27846, {}, capped), "ben", "D-1", "over_authority");
    row("by a delegation of somebody who has not enough", authority(27845, {}, runs), "ben", "D-1", "over_authority");
    row("by a delegation that is over", authority(27846, {}, over), "ben", "D-1", "bad_delegation");
    row("by a delegation that is to come", authority(27846, {}, later), "ben", "D-1", "bad_delegation");
    row("by a delegation that nobody made", authority(27846, {}, runs), "ben", "D-2", "bad_delegation");
    row("by a delegation to somebody else", authority(27846, {}, runs), "ada", "D-1", "bad_delegation");
    row("by a delegation where the policy has none", "", "ben", "D-1", "bad_delegation");
}

void TestPythonPolicy::authority_is_asked_for_its_reason() {
    QFETCH(std::string, members);
    QFETCH(std::string, who);
    QFETCH(std::string, delegation_named);
    QFETCH(std::string, said);
    open({});
    QCOMPARE(put(edition(policy_of("sign_off", members), 1, {"ada", "ben"})), std::string("in force"));
    QCOMPARE(status(order).state, TransactionState::held);
    QCOMPARE(decide(who.c_str(), "one", delegation_named), said);
    QCOMPARE(status(order).state, said == "accepted" ? TransactionState::completed : TransactionState::held);
}

void TestPythonPolicy::two_signatures_stand_on_two_authorities() {
    open({});
    const std::string members = authority(99999, R"(,{"id":"L-2","person":"ben","up_to":)" + euros(99999) + "}",
                                          delegation("2026-01-01T00:00:00Z", "2100-01-01T00:00:00Z"));
    QCOMPARE(put(edition(policy_of("dual_sign_off", members), 1, {"ada", "ben"})), std::string("in force"));
    QCOMPARE(decide("ada", "first"), std::string("awaiting_second"));
    QCOMPARE(status(order).state, TransactionState::held);
    QCOMPARE(decide("ada", "again"), std::string("second_is_first"));
    QCOMPARE(decide("ben", "less", {}, domain::Verb::approve_reduced), std::string("second_differs"));
    QCOMPARE(decide("ben", "lent", "D-1"), std::string("one_authority")); // ada's own, and ada's lent to ben
    QCOMPARE(status(order).state, TransactionState::held);
    QCOMPARE(decide("ben", "own"), std::string("accepted"));
    QCOMPARE(status(order).state, TransactionState::completed);
}

void TestPythonPolicy::when_nobody_answers_the_policy_says_what_happens_data() {
    QTest::addColumn<std::string>("rule");
    QTest::addColumn<bool>("lapses");
    QTest::newRow("it lapses") << std::string(R"("then":"expire")") << true;
    QTest::newRow("it goes on waiting") << std::string(R"("then":"hold")") << false;
}

void TestPythonPolicy::when_nobody_answers_the_policy_says_what_happens() {
    QFETCH(std::string, rule);
    QFETCH(bool, lapses);
    open({QStringLiteral("--start"), QStringLiteral("2026-03-06T16:50:00Z"), QStringLiteral("--speed"),
          QStringLiteral("60")});
    QCOMPARE(put(edition(policy_of("sign_off", answers("sign_off", rule)), 1, {"ada", "ben"})),
             std::string("in force"));
    const auto first = status(order);
    QVERIFY(first.expires.has_value());
    if (lapses) {
        QTRY_COMPARE(status(order).state, TransactionState::expired);
        QCOMPARE(decide("ada", "late"), std::string("not_held")); // and not what was decided too late
        QCOMPARE(status(order).state, TransactionState::expired);
        return;
    }
    QTRY_VERIFY(status(order).expires > first.expires);
    QCOMPARE(status(order).state, TransactionState::held);
    const auto told = events(0, [](const domain::Event& event) { return event.type == EventType::hold_placed; });
    QVERIFY(!told.empty());
    QCOMPARE(decide("ada", "in-time"), std::string("accepted"));
}

void TestPythonPolicy::an_escalation_names_whom_and_gives_as_much_time_again_once() {
    open({QStringLiteral("--start"), QStringLiteral("2026-03-06T16:50:00Z"), QStringLiteral("--speed"),
          QStringLiteral("60")});
    const std::string members = answers("sign_off", R"("then":"escalate","person":"ben")");
    QCOMPARE(put(edition(policy_of("sign_off", members), 1, {"ada", "ben"})), std::string("in force"));
    const auto first = status(order);
    QTRY_VERIFY(status(order).expires > first.expires);
    QTRY_COMPARE(status(order).state, TransactionState::expired);
    const auto told =
        events(0, [](const domain::Event& event) { return event.type == EventType::transaction_expired; });
    std::size_t escalations = 0;
    for (const domain::Event& event : told) {
        const auto* assessment = std::get_if<domain::Assessment>(&event.payload);
        if (assessment != nullptr && !assessment->findings.empty() &&
            assessment->findings.front().code == domain::nobody_answered) {
            ++escalations;
            QVERIFY(assessment->findings.front().text.bytes().find("escalated to ben") != std::string::npos);
            QCOMPARE(assessment->escalation, std::string("requires_escalation"));
        }
    }
    QCOMPARE(escalations, 1U);
    QCOMPARE(
        std::count_if(told.begin(), told.end(), [](const auto& event) { return event.type == EventType::hold_placed; }),
        1);
    QCOMPARE(decide("ben", "late"), std::string("not_held"));
}

void TestPythonPolicy::time_to_answer_is_working_time() {
    open({QStringLiteral("--start"), QStringLiteral("2026-03-06T16:50:00Z")}); // a Friday, ten minutes before the end
    std::string members = answers("sign_off", R"("then":"expire")");
    members.replace(members.find(":1}"), 3, ":30}");
    members += R"(,"calendar":{"zone":"Europe/Berlin","days":[1,2,3,4,5],"from":"09:00","to":"18:00",)"
               R"("holidays":["2026-03-09"]})";
    QCOMPARE(put(edition(policy_of("sign_off", members), 1, {"ada", "ben"})), std::string("in force"));
    const auto expires = status(order).expires;
    QVERIFY(expires.has_value()); // ten minutes on Friday, none on Monday's holiday, twenty on Tuesday
    QCOMPARE(base::to_rfc3339(*expires).substr(0, 16), std::string("2026-03-10T08:20"));
}

void TestPythonPolicy::what_its_proposer_took_back_is_never_taken() {
    open({});
    const std::string document = policy_of("sign_off");
    const auto proposal = edition(document, 1, {"ada"});
    QCOMPARE(put(proposal), std::string("waits for needs_second"));
    QCOMPARE(take_back(proposal, "ben"), std::string("wrong_key"));
    QCOMPARE(take_back(proposal, "ada"), std::string("taken back, 1"));
    QCOMPARE(take_back(proposal, "ada"), std::string("taken back, 1"));
    const auto standing = answer<wire::PolicyStatus>([&](auto reply) { client_->policy(this, reply); });
    QVERIFY(standing.ok() && !standing->proposal && standing->withdrawn.size() == 1);
    QCOMPARE(wire::open_withdrawal(standing->withdrawn.front())->withdrawal.edition,
             crypto::sha256(proposal.signed_bytes));
    QCOMPARE(put(edition(document, 1, {"ada", "ben"})), std::string("withdrawn"));
    QCOMPARE(put(proposal), std::string("withdrawn"));
    const auto next = edition(document, 2, {"ada", "ben"});
    QCOMPARE(put(next), std::string("in force"));
    QVERIFY(answer<wire::PolicyStatus>([&](auto reply) { client_->policy(this, reply); })->withdrawn.empty());
    QCOMPARE(take_back(next, "ada"), std::string("already_in_force"));
    QCOMPARE(take_back(proposal, "ada"), std::string("replayed"));
}

QTEST_GUILESS_MAIN(TestPythonPolicy)
#include "tst_python_policy.moc"
