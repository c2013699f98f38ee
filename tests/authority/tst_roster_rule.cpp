// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/authority/roster_rule.h"

#include <QTest>

using domain::SignedRoster;

namespace {

domain::PublicKey key(std::uint8_t value) {
    domain::PublicKey made{};
    made.fill(value);
    return made;
}

domain::Money euro(std::int64_t minor) {
    return {minor, domain::Currency::from_code("EUR").value()};
}

SignedRoster roster(std::int64_t version) {
    SignedRoster made;
    made.roster.version = version;
    domain::Member ann;
    ann.id = domain::PersonId("ann");
    ann.key = key(1);
    domain::Member ben;
    ben.id = domain::PersonId("ben");
    ben.key = key(2);
    made.roster.members = {ann, ben};
    made.signed_bytes = "roster " + std::to_string(version);
    made.key = key(9);
    return made;
}

std::string answer(const SignedRoster& offered, const std::optional<SignedRoster>& current,
                   const std::optional<domain::PublicKey>& administrator = key(9), bool holds = true) {
    const auto done =
        authority::accept_roster(offered, current, administrator, [holds](auto&, auto, auto&) { return holds; });
    return done ? "accepted" : base::name_of(done.fault().code);
}

using Change = void (*)(SignedRoster&);

} // namespace
Q_DECLARE_METATYPE(Change)

class TestRosterRule : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void takes_the_next_version_and_no_other();
    void trusts_only_the_administrator();
    void refuses_rosters_that_contradict_themselves_data();
    void refuses_rosters_that_contradict_themselves();
};

void TestRosterRule::takes_the_next_version_and_no_other() {
    QCOMPARE(answer(roster(1), std::nullopt), std::string("accepted"));
    QCOMPARE(answer(roster(4), std::nullopt), std::string("accepted"));
    QCOMPARE(answer(roster(0), std::nullopt), std::string("invalid_argument"));
    QCOMPARE(answer(roster(5), roster(4)), std::string("accepted"));
    QCOMPARE(answer(roster(6), roster(4)), std::string("invalid_argument"));
    QCOMPARE(answer(roster(3), roster(4)), std::string("stale"));
    QCOMPARE(answer(roster(4), roster(4)), std::string("accepted")); // the same bytes again
    SignedRoster other = roster(4);
    other.signed_bytes += " with another word";
    QCOMPARE(answer(other, roster(4)), std::string("conflict"));
}

void TestRosterRule::trusts_only_the_administrator() {
    QCOMPARE(answer(roster(1), std::nullopt, key(8)), std::string("untrusted"));
    QCOMPARE(answer(roster(1), std::nullopt, key(9), false), std::string("bad_signature"));
    QCOMPARE(answer(roster(1), std::nullopt, std::nullopt), std::string("accepted")); // on first use
    SignedRoster usurper = roster(2);
    usurper.key = key(8);
    QCOMPARE(answer(usurper, roster(1), std::nullopt), std::string("untrusted")); // the first one's signer stays
    QVERIFY(!authority::accept_roster(roster(1), std::nullopt, key(9), {}).ok()); // nobody to verify: not accepted
}

void TestRosterRule::refuses_rosters_that_contradict_themselves_data() {
    QTest::addColumn<Change>("change");
    const auto row = [](const char* sentence, Change change) { QTest::newRow(sentence) << change; };
    row("a roster has members", [](SignedRoster& r) { r.roster.members.clear(); });
    row("a member has an id", [](SignedRoster& r) { r.roster.members[0].id = domain::PersonId(); });
    row("a member has a key", [](SignedRoster& r) { r.roster.members[0].key = {}; });
    row("two members are not one person", [](SignedRoster& r) { r.roster.members[1].id = r.roster.members[0].id; });
    row("two members do not share a key", [](SignedRoster& r) { r.roster.members[1].key = r.roster.members[0].key; });
    row("one limit in one currency", [](SignedRoster& r) { r.roster.members[0].limits = {euro(1), euro(2)}; });
    row("a limit is not negative", [](SignedRoster& r) { r.roster.members[0].limits = {euro(-1)}; });
    row("a limit has a currency", [](SignedRoster& r) { r.roster.members[0].limits = {domain::Money{}}; });
    row("solo mode has a delay", [](SignedRoster& r) { r.roster.solo = true; });
}

void TestRosterRule::refuses_rosters_that_contradict_themselves() {
    QFETCH(Change, change);
    SignedRoster offered = roster(1);
    change(offered);
    QCOMPARE(answer(offered, std::nullopt), std::string("invalid_argument"));
}

QTEST_APPLESS_MAIN(TestRosterRule)
#include "tst_roster_rule.moc"
