// SPDX-License-Identifier: GPL-3.0-or-later
//
// The gateway takes a signed policy, and from the next order on holds whatever that does not mark automatic.
#include "app/base/encoding.h"
#include "app/policy/reviewers.h"
#include "sandbox_world.h"
#include "tests/verdicts/policy_people.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

namespace {

/// A world whose roster is that of PolicyPeople, with the simulated colleague of the world in the place of "sim".
struct Court {
    explicit Court(bool colleague = true)
        : world(false, options(colleague)) {
        domain::SignedRoster roster = people.roster();
        for (domain::Member& member : roster.roster.members) {
            if (member.simulated) {
                member.key = world.identity.colleague_key.public_key();
            }
            member.not_after = base::from_rfc3339("2030-01-01T00:00:00Z").value();
        }
        wire::Envelope envelope;
        envelope.signed_bytes = wire::roster_bytes(roster.roster);
        envelope.key = people.key("admin").public_key();
        envelope.signature = people.key("admin").sign(envelope.signed_bytes).value();
        if (!world.platform.put_roster(envelope)) {
            qFatal("the roster is not taken");
        }
    }
    static sandbox::Options options(bool colleague) {
        sandbox::Options made = SandboxWorld::quiet();
        made.colleague = colleague;
        return made;
    }
    [[nodiscard]] domain::PolicyEdition edition(std::int64_t number, const std::string& document,
                                                const std::optional<domain::Digest>& previous = {}) const {
        auto made = PolicyPeople::edition(number, document, previous);
        made.source = world.identity.source;
        return made;
    }
    /// "in force", "waits for ...", or the code of the refusal.
    std::string put(const domain::PolicyEnvelope& envelope) {
        const auto status = world.platform.put_policy(envelope);
        if (!status) {
            return status.fault().where;
        }
        return status->digest == PolicyPeople::digest(envelope) ? "in force" : "waits for " + status->waits_for;
    }
    /// A document in pounds, as the orders of the scenarios are: confirm from so many pence on.
    static std::string pounds(const std::string& version, int from) {
        return R"({"format":"reeve-policy/1","version":")" + version +
               R"(","title":"T","modes":{"*":"enforce"},"tiers":[{"tier":"confirm","from":{"minor":")" +
               std::to_string(from) + R"(","currency":"GBP"}}]})";
    }

    PolicyPeople people;
    SandboxWorld world;
};

} // namespace

class TestPolicyDesk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void two_signatures_put_it_in_force_and_the_feed_tells_it_whole() {
        Court court;
        const auto one = court.people.sign(court.edition(1, Court::pounds("v1", 100)), {"ann", "ben"});
        QCOMPARE(court.put(one), std::string("in force"));
        const auto told = court.world.payloads<domain::PolicyPublished>().back();
        QCOMPARE(told.version, std::string("v1"));
        QCOMPARE(told.policy, std::optional(one));
        QCOMPARE(told.digest, PolicyPeople::digest(one));
        QCOMPARE(court.world.platform.info().policy_version, std::string("v1"));
        const std::size_t events = court.world.events.size();
        QCOMPARE(court.put(one), std::string("in force")); // the same again is no news
        QCOMPARE(court.world.events.size(), events);
    }

    void what_does_not_count_is_refused() {
        Court court;
        const auto first = court.people.sign(court.edition(1, Court::pounds("v1", 100)), {"ann", "ben"});
        QCOMPARE(court.put(first), std::string("in force"));
        const domain::Digest head = PolicyPeople::digest(first);
        const auto next = court.edition(2, Court::pounds("v2", 200), head);
        QCOMPARE(court.put(court.people.sign(next, {"ann", "ann"})), std::string("second_is_first"));
        QCOMPARE(court.put(court.people.sign(next, {"ann", "cid"})), std::string("not_permitted"));
        QCOMPARE(court.put(court.people.sign(court.edition(1, Court::pounds("v0", 900)), {"ann", "ben"})),
                 std::string("replayed"));
        QCOMPARE(court.put(court.people.sign(court.edition(2, Court::pounds("v2", 200), crypto::sha256("x")),
                                             {"ann", "ben"})),
                 std::string("wrong_predecessor"));
        QCOMPARE(court.put(court.people.sign(court.edition(2, R"({"format":"reeve-policy/1"})", head), {"ann", "ben"})),
                 std::string("broken_policy"));
        auto broken = court.people.sign(next, {"ann", "ben"});
        broken.signatures.front().signature[0] ^= 1U;
        QCOMPARE(court.put(broken), std::string("bad_signature"));
        QCOMPARE(court.world.platform.policy().version, std::string("v1"));
    }

    void one_signature_waits_and_the_colleague_gives_the_second() {
        Court alone(false);
        const auto proposal = alone.people.sign(alone.edition(1, Court::pounds("v1", 100)), {"ann"});
        QCOMPARE(alone.put(proposal), std::string("waits for needs_second"));
        alone.world.advance(600);
        QCOMPARE(alone.world.platform.policy().number, 0);
        Court court;
        const auto again = court.people.sign(court.edition(1, Court::pounds("v1", 100)), {"ann"});
        QCOMPARE(court.put(again), std::string("waits for needs_second"));
        court.world.advance(60);
        const wire::PolicyStatus status = court.world.platform.policy();
        QCOMPARE(status.number, 1);
        QCOMPARE(status.policy->signatures.size(), 2U);
        QVERIFY(!status.proposal.has_value());
    }

    void the_next_order_is_held_by_what_the_policy_says() {
        Court court;
        court.world.play("routine-reorder", 30); // the house rules carry it out
        QCOMPARE(court.world.count(domain::EventType::transaction_held), 0U);
        QCOMPARE(court.world.count(domain::EventType::transaction_started), 1U);
        court.world.advance(26 * 3600); // not a duplicate any more
        QCOMPARE(court.put(court.people.sign(court.edition(1, Court::pounds("v1", 100)), {"ann", "ben"})),
                 std::string("in force"));
        court.world.play("routine-reorder", 30);
        QCOMPARE(court.world.count(domain::EventType::transaction_held), 1U);
        QCOMPARE(court.world.count(domain::EventType::transaction_started), 1U);
        const auto assessed = court.world.payloads<domain::Assessment>().back();
        QVERIFY(assessed.tier != domain::Tier::automatic);
        QVERIFY(std::any_of(assessed.findings.begin(), assessed.findings.end(),
                            [](const auto& finding) { return finding.code == "policy"; }));
    }

    void a_reviewer_that_the_policy_names_lets_a_confirm_order_go_data() {
        QTest::addColumn<int>("look_percent");
        QTest::newRow("a person looks at few") << 1;
        QTest::newRow("a person looks at all") << 100;
        QTest::newRow("it is not named") << 0;
    }
    void a_reviewer_that_the_policy_names_lets_a_confirm_order_go() {
        QFETCH(int, look_percent);
        Court court;
        std::string document = Court::pounds("v1", 100);
        document.replace(document.find("GBP"), 3, "USD"); // as the laboratory pays
        if (look_percent > 0) {
            document.insert(document.rfind('}'),
                            ",\"reviewers\":[{\"name\":\"reader\",\"look_percent\":" + std::to_string(look_percent) +
                                ",\"key\":\"" + base::to_base64(court.world.identity.gateway_key.public_key()) +
                                "\"}]");
        }
        QCOMPARE(court.put(court.people.sign(court.edition(1, document), {"ann", "ben"})), std::string("in force"));
        court.world.play("second-reviewer", 60);
        QCOMPARE(court.world.payloads<domain::Assessment>().back().tier, domain::Tier::confirm);
        QCOMPARE(court.world.count(domain::EventType::transaction_held), 1U);
        const auto given = court.world.payloads<domain::ConfirmationGiven>().back();
        const bool goes = look_percent > 0 && !policy::is_looked_at({"", {}, look_percent}, given.signature);
        QCOMPARE(court.world.count(domain::EventType::transaction_started), goes ? 1U : 0U);
        QCOMPARE(court.world.count(domain::EventType::hold_released), goes ? 1U : 0U);
    }

    void what_its_proposer_took_back_is_never_taken() {
        Court court(false);
        const auto edition = court.edition(1, Court::pounds("v1", 100));
        const auto proposal = court.people.sign(edition, {"ann"});
        const auto take_back = [&court](const domain::PolicyEnvelope& of, const std::string& who) {
            const auto status =
                court.world.platform.withdraw_policy({of, wire::envelope_of(court.people.take_back(of, who, who))});
            return status ? "taken back, " + std::to_string(status->withdrawn.size()) : status.fault().where;
        };
        QCOMPARE(court.put(proposal), std::string("waits for needs_second"));
        QCOMPARE(take_back(proposal, "ben"), std::string("wrong_key"));
        QCOMPARE(court.world.platform.policy().waits_for, std::string("needs_second"));
        QCOMPARE(take_back(proposal, "ann"), std::string("taken back, 1"));
        QCOMPARE(take_back(proposal, "ann"), std::string("taken back, 1")); // the same again
        QVERIFY(!court.world.platform.policy().proposal);
        QCOMPARE(court.put(court.people.sign(edition, {"ann", "ben"})), std::string("withdrawn"));
        QCOMPARE(court.put(proposal), std::string("withdrawn"));
        // One that never arrived can be taken back as well.
        const auto unseen = court.edition(1, Court::pounds("v1b", 100));
        QCOMPARE(take_back(court.people.sign(unseen, {"ann"}), "ann"), std::string("taken back, 2"));
        QCOMPARE(court.put(court.people.sign(unseen, {"ann", "ben"})), std::string("withdrawn"));
        const auto other = court.people.sign(court.edition(1, Court::pounds("v1c", 100)), {"ann", "ben"});
        QCOMPARE(court.put(other), std::string("in force"));
        QVERIFY(court.world.platform.policy().withdrawn.empty()); // overtaken: refused by the chain from now on
        QCOMPARE(court.put(court.people.sign(edition, {"ann", "ben"})), std::string("replayed"));
        QCOMPARE(take_back(other, "ann"), std::string("already_in_force"));
    }

    void what_was_taken_back_stays_so_over_a_restart() {
        QTemporaryDir folder;
        const std::filesystem::path place(folder.path().toStdString());
        QVERIFY(sandbox::withdrawn_in(place).value().empty()); // nothing was kept
        const PolicyPeople people;
        const auto proposal = people.sign(PolicyPeople::edition(1, PolicyPeople::document("v1", 100)), {"ann"});
        const auto taken = wire::envelope_of(people.take_back(proposal, "ann", "ann"));
        QVERIFY(sandbox::keep_withdrawn(place, {taken}));
        QCOMPARE(sandbox::withdrawn_in(place).value(), std::vector{taken});
        QFile file(folder.filePath(QStringLiteral("withdrawn.json")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{") == 1);
        file.close();
        QCOMPARE(sandbox::withdrawn_in(place).fault().code, base::FaultCode::corrupt);
    }

    void a_restart_goes_by_the_same_policy() {
        Court court;
        const auto one = court.people.sign(court.edition(1, Court::pounds("v1", 100)), {"ann", "ben"});
        QCOMPARE(court.put(one), std::string("in force"));
        sandbox::Timeline later = sandbox::Timeline::virtual_from(base::from_rfc3339("2026-03-02T09:00:00Z").value());
        sandbox::Platform again(court.world.options, court.world.identity, later,
                                [](std::uint64_t, const std::vector<std::string>&) { return base::Done(); });
        for (const std::string& group : court.world.groups) {
            QVERIFY(again.recover(group));
        }
        QVERIFY(again.begin(court.world.events.size()));
        QCOMPARE(again.policy().digest, std::optional(PolicyPeople::digest(one)));
        QCOMPARE(again.policy().version, std::string("v1"));
    }
};

QTEST_APPLESS_MAIN(TestPolicyDesk)
#include "tst_policy_desk.moc"
