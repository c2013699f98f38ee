// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/authority/policy_rule.h"

#include <QTest>

#include <functional>

using authority::Code;
using authority::Outcome;
using authority::PolicyBench;
using domain::SignedPolicy;

namespace {

domain::PublicKey key(std::uint8_t value) {
    domain::PublicKey made{};
    made.fill(value);
    return made;
}

domain::Digest digest(std::uint8_t value) {
    domain::Digest made{};
    made.fill(value);
    return made;
}

const base::Instant noon = base::from_rfc3339("2026-03-01T12:00:00Z").value();

/// ann and ben may configure, sim as well and is simulated; sol is another simulated one.
PolicyBench bench() {
    PolicyBench made;
    made.roster.version = 3;
    std::uint8_t number = 1;
    for (const char* name : {"ann", "ben", "sim", "sol"}) {
        domain::Member member;
        member.id = domain::PersonId(name);
        member.key = key(number++);
        member.permissions = {domain::Permission::configure};
        member.simulated = std::string(name) == "sim" || std::string(name) == "sol";
        made.roster.members.push_back(member);
    }
    made.site.source = domain::SourceId("s");
    made.head = authority::PolicyHead{4, digest(4)};
    made.proposed_here = noon;
    return made;
}

SignedPolicy offer(std::vector<std::uint8_t> signers, std::int64_t number = 5) {
    SignedPolicy made;
    made.edition.number = number;
    made.edition.previous = digest(4);
    made.edition.source = domain::SourceId("s");
    made.edition.proposed_by = domain::PersonId("ann");
    made.edition.roster_version = 3;
    made.edition.proposed = noon;
    for (const std::uint8_t signer : signers) {
        made.envelope.signatures.push_back({key(signer), {}});
    }
    return made;
}

std::string answer(const SignedPolicy& policy, const PolicyBench& by, base::Instant now = noon) {
    const auto ruling = authority::rule_on_policy(policy, by, {}, now);
    return ruling.outcome == Outcome::allowed ? "allowed" : std::string(authority::name_of(ruling.code));
}

} // namespace

class TestPolicyRule : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void two_people_are_needed_and_one_of_them_is_human() {
        PolicyBench by = bench();
        QCOMPARE(answer(offer({1, 2}), by), std::string("allowed"));
        QCOMPARE(answer(offer({1}), by), std::string("needs_second"));
        QCOMPARE(answer(offer({1, 1}), by), std::string("second_is_first"));
        QCOMPARE(answer(offer({1, 3}), by), std::string("simulated_not_allowed")); // not at a real site
        by.site.admits_simulated = true;
        QCOMPARE(answer(offer({1, 3}), by), std::string("allowed"));
        SignedPolicy machines = offer({3, 4});
        machines.edition.proposed_by = domain::PersonId("sim");
        QCOMPARE(answer(machines, by), std::string("simulated_not_allowed"));
        QCOMPARE(answer(offer({1, 2, 3}), by), std::string("bad_signature"));
        QCOMPARE(answer(offer({}), by), std::string("bad_signature"));
    }

    void a_record_takes_exactly_the_next_one_and_a_gateway_may_skip_some() {
        PolicyBench by = bench();
        QCOMPARE(answer(offer({1, 2}, 4), by), std::string("replayed"));
        QCOMPARE(answer(offer({1, 2}, 6), by), std::string("wrong_predecessor"));
        by.may_skip = true;
        QCOMPARE(answer(offer({1, 2}, 6), by), std::string("allowed"));
        SignedPolicy other = offer({1, 2}, 5);
        other.edition.previous = digest(9);
        QCOMPARE(answer(other, by), std::string("wrong_predecessor"));
        by.head.reset();
        QCOMPARE(answer(other, by), std::string("allowed")); // the first that somebody gets
    }

    void in_solo_mode_the_delay_counts_from_the_latest_of_three_moments() {
        PolicyBench by = bench();
        SignedPolicy alone = offer({1});
        alone.edition.solo = true;
        alone.edition.not_before = noon + std::chrono::seconds(60);
        QCOMPARE(answer(alone, by), std::string("needs_second")); // the roster is not in solo mode
        by.roster.solo = true;
        by.roster.solo_delay_seconds = 60;
        QCOMPARE(answer(alone, by), std::string("solo_delay"));
        QCOMPARE(answer(alone, by, noon + std::chrono::seconds(59)), std::string("solo_delay"));
        QCOMPARE(answer(alone, by, noon + std::chrono::seconds(60)), std::string("allowed"));
        by.proposed_here = noon + std::chrono::seconds(30); // seen later than it says
        QCOMPARE(answer(alone, by, noon + std::chrono::seconds(89)), std::string("solo_delay"));
        QCOMPARE(answer(alone, by, noon + std::chrono::seconds(90)), std::string("allowed"));
        QCOMPARE(answer(offer({1, 2}), by), std::string("allowed")); // two people need no delay
        alone.envelope.signatures.front().key = key(3);
        alone.edition.proposed_by = domain::PersonId("sim");
        by.site.admits_simulated = true;
        QCOMPARE(answer(alone, by, noon + std::chrono::hours(9)), std::string("needs_second")); // never alone
    }

    void the_address_the_roster_and_the_proposer_have_to_fit() {
        const PolicyBench by = bench();
        SignedPolicy other = offer({1, 2});
        other.edition.source = domain::SourceId("another");
        QCOMPARE(answer(other, by), std::string("wrong_source"));
        other = offer({1, 2});
        other.edition.roster_version = 4;
        QCOMPARE(answer(other, by), std::string("stale_roster"));
        QCOMPARE(answer(offer({2, 1}), by), std::string("wrong_key"));
        QCOMPARE(answer(offer({1, 9}), by), std::string("unknown_member"));
    }

    void only_its_proposer_takes_a_proposal_back_and_only_before_it_is_in_force_data() {
        QTest::addColumn<std::function<void(domain::SignedPolicyWithdrawal&, PolicyBench&)>>("change");
        QTest::addColumn<std::string>("code");
        using Change = std::function<void(domain::SignedPolicyWithdrawal&, PolicyBench&)>;
        const auto row = [](const char* sentence, const char* code, Change change) {
            QTest::newRow(sentence) << change << std::string(code);
        };
        row("whoever proposed it", "none", [](auto&, auto&) {});
        row("somebody else", "wrong_key", [](auto& taken, auto&) {
            taken.key = key(2);
            taken.withdrawal.person = domain::PersonId("ben");
        });
        row("somebody else in the name of the proposer", "wrong_key", [](auto& taken, auto&) { taken.key = key(2); });
        row("a key that nobody has", "unknown_member", [](auto& taken, auto&) { taken.key = key(9); });
        row("a person who may not configure any more", "not_permitted",
            [](auto&, auto& by) { by.roster.members.front().permissions.clear(); });
        row("about another edition", "wrong_digest", [](auto& taken, auto&) { taken.withdrawal.edition = digest(9); });
        row("with another number", "wrong_digest", [](auto& taken, auto&) { taken.withdrawal.number = 6; });
        row("at another gateway", "wrong_source",
            [](auto& taken, auto&) { taken.withdrawal.source = domain::SourceId("t"); });
        row("of what is in force", "already_in_force", [](auto&, auto& by) {
            by.head = authority::PolicyHead{5, digest(5)};
        });
        row("of what another edition overtook", "replayed", [](auto&, auto& by) {
            by.head = authority::PolicyHead{5, digest(6)};
        });
    }
    void only_its_proposer_takes_a_proposal_back_and_only_before_it_is_in_force() {
        using Change = std::function<void(domain::SignedPolicyWithdrawal&, PolicyBench&)>;
        QFETCH(Change, change);
        QFETCH(std::string, code);
        SignedPolicy proposal = offer({1});
        proposal.digest = digest(5);
        domain::SignedPolicyWithdrawal taken;
        taken.withdrawal = {digest(5), 5, domain::SourceId("s"), domain::PersonId("ann"), noon};
        taken.key = key(1);
        PolicyBench by = bench();
        change(taken, by);
        QCOMPARE(std::string(authority::name_of(authority::rule_on_withdrawal(taken, proposal, by, {}, noon))), code);
        const auto forged = [](const auto&, const auto&, const auto&) { return false; };
        QVERIFY(authority::rule_on_withdrawal(taken, proposal, by, forged, noon) == Code::bad_signature);
    }
};

QTEST_APPLESS_MAIN(TestPolicyRule)
#include "tst_policy_rule.moc"
