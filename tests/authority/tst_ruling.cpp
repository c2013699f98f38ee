// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawn_case.h"

#include "app/domain/names.h"

#include <QTest>

#include <set>

/// The law of decisions, drawn row by row.
class TestRuling : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rules_on_a_transaction_data();
    void rules_on_a_transaction();
    void rules_on_an_agent_data();
    void rules_on_an_agent();
    void states_permit_exactly_these_verbs();
    void answers_with_the_first_no_in_the_documented_order();
    void every_code_has_one_name_and_advice();
};

namespace {

void row(const char* sentence, const char* drawing, const char* expected) {
    QTest::newRow(sentence) << QByteArray(drawing) << QByteArray(expected);
}

} // namespace

void TestRuling::rules_on_a_transaction_data() {
    QTest::addColumn<QByteArray>("drawing");
    QTest::addColumn<QByteArray>("expected");
    row("a manager approves a held order within the limit", "", "allowed");
    row("rejecting a held order is as easy as approving it", "verb:reject amount:none payee:none", "allowed");

    row("a signature that does not hold is worth nothing", "signature:bad", "bad_signature");
    row("somebody who is not on the roster decides nothing", "person:zoe", "unknown_member");
    row("nobody decides without a name", "person:", "unknown_member");
    row("a member's decision under another member's key is refused", "key:n", "wrong_key");
    row("a decision under an older roster is refused", "roster:6", "stale_roster");
    row("a decision under a roster of the future is refused", "roster:8", "stale_roster");
    row("a member whose time is over decides nothing", "person:paul tier:confirm", "member_expired");
    row("a member decides until the last moment of the membership", "now:17:59 until:18:30", "allowed");
    row("at the end of the membership it is over", "now:18:00 until:18:30", "member_expired");
    row("a role that the roster does not give is refused", "role:administrator", "wrong_role");
    row("an auditor who may only look decides nothing", "person:rita", "not_permitted");

    row("a decision before its window has to wait", "from:10:05", "too_early until 10:05");
    row("a window begins at its first moment", "from:10:00", "allowed");
    row("a window ends before its last moment", "until:10:00", "expired");
    row("a window that ends before it begins is none", "from:10:20 until:10:10", "expired");
    row("a decision id is used once", "used:d-1", "already_used");
    row("a decision needs an id", "id:none", "already_used");
    row("another decision id may be used", "used:d-0", "allowed");
    row("a decision for another gateway is refused", "source:urn:other", "wrong_source");

    row("a decision about another transaction is refused", "about:T-2", "wrong_transaction");
    row("a decision about a version that was amended is refused", "current:2", "wrong_version");
    row("a decision about a version that is not there yet is refused", "version:2", "wrong_version");
    row("the same version with other content is not what was shown", "digest:b", "wrong_digest");
    row("nobody approves their own request", "owner:mara", "own_request");
    row("nobody rejects their own request either", "owner:mara verb:reject", "own_request");

    row("a version is decided once", "settled:1", "already_decided");
    row("a settled first version does not settle the second", "settled:1 current:2 version:2", "allowed");
    row("a rollback under way is not begun again",
        "verb:roll_back state:completed plan:p shown:p amount:none payee:none rolling:yes", "already_decided");

    row("whoever holds the claim decides with its epoch", "claim:mara/3/10:02 epoch:3", "allowed");
    row("a claim of somebody else keeps others out", "claim:noor/3/10:02", "claimed_by_other");
    row("a claim that ran out keeps nobody out", "claim:noor/3/09:59", "allowed");
    row("a claim that was released keeps nobody out", "claim:/3/10:02", "allowed");
    row("an epoch that was overtaken is fenced off", "claim:noor/4/10:02 epoch:3", "stale_claim");
    row("an epoch of somebody else is not one's own", "claim:noor/3/10:02 epoch:3", "stale_claim");
    row("an epoch without any claim is stale", "epoch:1", "stale_claim");
    row("one's own lease may have run out while nobody took the case", "claim:mara/3/09:00 epoch:3", "allowed");

    row("what policy blocks cannot be approved", "tier:blocked", "blocked_tier");
    row("what policy blocks can be rejected", "tier:blocked verb:reject", "allowed");
    row("above the highest tier of the member is too high", "person:olga tier:sign_off", "over_tier");
    row("up to the highest tier of the member is fine", "person:olga tier:confirm", "allowed");
    row("saying no is open to everybody who may decide", "person:olga tier:sign_off verb:reject", "allowed");
    row("asking is open to everybody who may decide", "person:olga tier:dual_sign_off verb:ask", "allowed");
    row("escalating is open to everybody who may decide", "person:olga tier:dual_sign_off verb:escalate", "allowed");

    row("approving names the amount", "amount:none", "amount_missing");
    row("approving less is not approving", "amount:11899", "wrong_amount");
    row("approving more is not approving", "amount:11901", "wrong_amount");
    row("dollars are not euros", "currency:USD", "wrong_currency");
    row("a reduced amount is less", "verb:approve_reduced amount:5000", "allowed");
    row("a reduced amount names itself", "verb:approve_reduced amount:none", "amount_missing");
    row("the whole amount is not reduced", "verb:approve_reduced amount:11900", "not_reduced");
    row("nothing at all is a rejection", "verb:approve_reduced amount:0", "not_reduced");
    row("a reduction does not turn the money round", "verb:approve_reduced amount:-5000", "not_reduced");
    row("money that comes back is reduced towards zero", "verb:approve_reduced gross:-11900 amount:-5000", "allowed");
    row("more money back is not reduced", "verb:approve_reduced gross:-11900 amount:-12000", "not_reduced");
    row("the lowest number has a size", "gross:-9223372036854775808 amount:-9223372036854775808", "over_limit");
    row("approving names the payee", "payee:none", "payee_missing");
    row("another account is another payee", "payee:DE-2", "payee_changed");
    row("a rejection does not name another payee", "verb:reject payee:DE-2", "payee_changed");

    row("exactly the limit is within", "gross:2000000 amount:2000000", "allowed");
    row("a cent above the limit is over", "gross:2000001 amount:2000001", "over_limit");
    row("money that comes back has a limit too", "gross:-2000001 amount:-2000001", "over_limit");
    row("without a limit in the currency there is no money to decide", "person:nico", "over_limit");
    row("without a limit one can still say no", "person:nico verb:reject", "allowed");
    row("a small month that binds for years counts whole", "commitment:2000001", "over_limit");
    row("a commitment within the limit is fine", "commitment:2000000", "allowed");

    row("without a line of the policy nothing limits who approves", "lend:noor/mara/09:00-11:00", "allowed");
    row("a line lets approve up to its amount", "line:mara/11900", "allowed");
    row("a cent above one's line is above one's authority", "line:mara/11899", "over_authority");
    row("whoever no line speaks about approves nothing", "line:noor/50000", "over_authority");
    row("a line speaks about everybody in a role", "line:*manager/20000", "allowed");
    row("a line for the person comes before the one for the role", "line:*manager/50000 line:mara/100",
        "over_authority");
    row("of two lines alike the higher counts", "line:mara/100 line:mara/20000", "allowed");
    row("a line for the order's category may allow less than the general one",
        "line:mara/50000 line:mara/100/travel category:travel", "over_authority");
    row("a line for another category says nothing", "line:mara/50000 line:mara/100/travel category:it", "allowed");
    row("a line for a category gives no authority outside of it", "line:mara/50000/travel category:it",
        "over_authority");
    row("what binds for years is within one's authority only whole", "line:mara/20000 commitment:20001",
        "over_authority");
    row("money that comes back is approved by its size", "gross:-11900 amount:-11900 line:mara/11000",
        "over_authority");
    row("a reduced approval within one's authority is allowed", "line:mara/5000 verb:approve_reduced amount:5000",
        "allowed");
    row("a reduced approval above one's authority is not", "line:mara/5000 verb:approve_reduced amount:5001",
        "over_authority");
    row("no, ask, hold and escalate take no authority", "line:noor/1 verb:escalate", "allowed");
    row("rejecting takes no authority", "line:noor/1 verb:reject amount:none payee:none", "allowed");

    row("what is lent may be used by its name", "line:noor/50000 lend:noor/mara/09:00-11:00 under:D-1", "allowed");
    row("what is lent is not used without its name", "line:noor/50000 lend:noor/mara/09:00-11:00", "over_authority");
    row("nobody lends more than they name", "line:noor/50000 lend:noor/mara/09:00-11:00/11899 under:D-1",
        "over_authority");
    row("nobody lends more than they have", "line:noor/11899 lend:noor/mara/09:00-11:00/50000 under:D-1",
        "over_authority");
    row("nobody lends what they do not have", "line:olga/50000 lend:noor/mara/09:00-11:00 under:D-1", "bad_delegation");
    row("what was lent is not lent again",
        "line:noor/50000 lend:noor/olga/09:00-11:00 lend:olga/mara/09:00-11:00 under:D-2", "bad_delegation");
    row("a circle of delegations gives nobody anything",
        "line:rita/50000 lend:noor/mara/09:00-11:00 lend:mara/noor/09:00-11:00 under:D-1", "bad_delegation");
    row("a delegation to somebody else is of no use", "line:noor/50000 lend:noor/olga/09:00-11:00 under:D-1",
        "bad_delegation");
    row("a delegation that nobody made is of no use", "line:noor/50000 under:D-9", "bad_delegation");
    row("a delegation begins at its first moment", "line:noor/50000 lend:noor/mara/10:00-11:00 under:D-1", "allowed");
    row("before that it is none", "line:noor/50000 lend:noor/mara/10:01-11:00 under:D-1", "bad_delegation");
    row("a delegation ends before its last moment", "line:noor/50000 lend:noor/mara/09:00-10:00 under:D-1",
        "bad_delegation");
    row("somebody who left the roster lends nothing", "line:paul/50000 lend:paul/mara/09:00-11:00 under:D-1",
        "bad_delegation");
    row("nobody lends authority over an order of their own",
        "line:noor/50000 lend:noor/mara/09:00-11:00 under:D-1 owner:noor", "bad_delegation");
    row("a rejection names no delegation",
        "line:noor/50000 lend:noor/mara/09:00-11:00 under:D-1 verb:reject amount:none payee:none", "bad_delegation");
    row("where nothing limits there is no delegation to name", "lend:noor/mara/09:00-11:00 under:D-1",
        "bad_delegation");
    row("what is lent does not reach above the borrower's own limit of the roster",
        "gross:2000001 amount:2000001 line:noor/9000000 lend:noor/mara/09:00-11:00 under:D-1", "over_limit");
    row("two people with authority of their own sign together",
        "tier:dual_sign_off line:*manager/50000 first:noor/approve/11900", "allowed");
    row("whoever lent authority and whoever borrowed it are one hand, not two",
        "tier:dual_sign_off line:noor/50000 lend:noor/mara/09:00-11:00 under:D-1 first:noor/approve/11900",
        "one_authority");
    row("two people who borrowed from the same person are one hand",
        "tier:dual_sign_off line:noor/50000 lend:noor/mara/09:00-11:00 under:D-1 first:sim-1/approve/11900/noor",
        "one_authority");
    row("the lender does not sign behind the borrower",
        "tier:dual_sign_off line:*manager/50000 first:noor/approve/11900/mara", "one_authority");
    row("borrowed authority may be the one hand beside somebody else's own",
        "tier:dual_sign_off line:noor/50000 line:rita/50000 lend:noor/mara/09:00-11:00 under:D-1 "
        "first:rita/approve/11900",
        "allowed");

    row("what is stopped is not approved", "stop:yes", "stopped");
    row("what is stopped is not approved for less either", "stop:yes verb:approve_reduced amount:100", "stopped");
    row("what is stopped can be rejected", "stop:yes verb:reject amount:none", "allowed");
    row("what is stopped can be rolled back", "stop:yes verb:roll_back state:completed plan:p shown:p", "allowed");
    row("what is stopped and over says that it is over", "stop:yes state:expired", "not_held");

    row("a rollback shows its plan", "verb:roll_back state:completed plan:p shown:p amount:none payee:none", "allowed");
    row("a rollback without a plan is none", "verb:roll_back state:completed plan:p amount:none", "wrong_plan");
    row("a rollback by a plan that changed is refused", "verb:roll_back state:completed plan:q shown:p amount:none",
        "wrong_plan");
    row("a rollback before the gateway made a plan is refused", "verb:roll_back state:completed shown:p amount:none",
        "wrong_plan");
    row("a rollback gives back at most what was paid", "verb:roll_back state:completed plan:p shown:p amount:11901",
        "wrong_amount");
    row("a part may be given back when the plan is for that part",
        "verb:roll_back state:completed plan:p shown:p planned:100 amount:100", "allowed");
    row("a part is not given back by a plan for the whole", "verb:roll_back state:completed plan:p shown:p amount:100",
        "wrong_amount");
    row("the whole is not given back by a plan for a part", "verb:roll_back state:completed plan:p shown:p planned:100",
        "wrong_amount");
    row("a blocked order that slipped through is rolled back by the highest",
        "tier:blocked verb:roll_back state:completed plan:p shown:p amount:none", "allowed");

    row("what is in doubt is resolved as moved", "verb:resolve state:in_doubt reason:moved amount:none", "allowed");
    row("what is in doubt is resolved as not moved", "verb:resolve state:in_doubt reason:not_moved amount:none",
        "allowed");
    row("a resolution says which", "verb:resolve state:in_doubt reason:perhaps amount:none", "unclear_resolution");
    row("stop is not about a transaction", "verb:stop", "not_for_agents");

    row("dual sign-off asks for a second", "tier:dual_sign_off", "needs_second");
    row("the second signature of another person lets it go", "tier:dual_sign_off first:noor/approve/11900", "allowed");
    row("nobody is the second of themselves", "tier:dual_sign_off first:mara/approve/11900", "second_is_first");
    row("the second approves the same amount",
        "tier:dual_sign_off verb:approve_reduced amount:4000 first:noor/approve_reduced/5000", "second_differs");
    row("the second signs the same verb", "tier:dual_sign_off first:noor/approve_reduced/5000", "second_differs");
    row("one person is enough for a no", "tier:dual_sign_off verb:reject", "allowed");
    row("the first one's claim does not keep the second out",
        "tier:dual_sign_off first:noor/approve/11900 claim:noor/3/10:05", "allowed");
    row("a third one's claim keeps the second out", "tier:dual_sign_off first:noor/approve/11900 claim:olga/4/10:05",
        "claimed_by_other");
    row("the first signature of another version does not count",
        "tier:dual_sign_off first:noor/approve/11900 current:2 version:2", "needs_second");

    row("a simulated colleague does not exist outside of a sandbox",
        "person:sim-1 tier:dual_sign_off first:noor/approve/11900", "simulated_not_allowed");
    row("a simulated colleague signs second in a sandbox",
        "simulated:yes person:sim-1 tier:dual_sign_off first:noor/approve/11900", "allowed");
    row("a simulated colleague may sign first in a sandbox", "simulated:yes person:sim-1 tier:dual_sign_off",
        "needs_second");
    row("two simulated colleagues are nobody",
        "simulated:yes person:sim-2 tier:dual_sign_off first:sim-1/approve/11900", "simulated_not_allowed");
    row("a simulated colleague never approves alone", "simulated:yes person:sim-1", "simulated_not_allowed");
    row("a simulated colleague may say no", "simulated:yes person:sim-1 verb:reject", "allowed");

    row("in solo mode a delay stands for the second person", "tier:dual_sign_off solo:3600", "solo_delay until 10:30");
    row("after the delay one person is enough", "tier:dual_sign_off solo:1800", "allowed");
    row("solo mode changes nothing below dual sign-off", "tier:sign_off solo:3600", "allowed");
    row("a simulated colleague has no solo mode", "simulated:yes person:sim-1 tier:dual_sign_off solo:1800",
        "needs_second");
}

void TestRuling::rules_on_a_transaction() {
    QFETCH(QByteArray, drawing);
    QFETCH(QByteArray, expected);
    QCOMPARE(DrawnCase(drawing.toStdString()).ruling(), expected.toStdString());
}

void TestRuling::rules_on_an_agent_data() {
    QTest::addColumn<QByteArray>("drawing");
    QTest::addColumn<QByteArray>("expected");
    row("one agent is stopped", "verb:stop agent:bot", "allowed");
    row("the fleet is stopped", "verb:stop agent:*", "allowed");
    row("an agent is let go on", "verb:resume agent:bot", "allowed");
    row("a tier is stopped", "verb:stop agent:tier:confirm", "allowed");
    row("a tier that there is not is not stopped", "verb:stop agent:tier:none", "unknown_target");
    row("an agent that nobody knows is not stopped", "verb:stop agent:bot target:unknown", "unknown_target");
    row("what is stopped may be stopped again", "verb:stop agent:bot target:stopped", "allowed");
    row("what was not stopped is not let go on", "verb:resume agent:bot target:running", "not_stopped");
    row("a stop names somebody", "verb:stop", "not_for_agents");
    row("a stop names no transaction", "verb:stop agent:bot about:T-1", "not_for_agents");
    row("approving is not about agents", "verb:approve agent:bot", "not_for_agents");
    row("stopping needs its permission", "verb:stop agent:bot person:rita", "not_permitted");
    row("stopping has a window", "verb:stop agent:bot until:09:59", "expired");
    row("a stop is used once", "verb:stop agent:bot used:d-1", "already_used");
    row("a stop for another gateway is refused", "verb:stop agent:bot source:urn:other", "wrong_source");
    row("a stop with a bad signature is none", "verb:stop agent:bot signature:bad", "bad_signature");
    row("a simulated colleague stops nobody", "verb:stop agent:bot person:sim-1 simulated:yes",
        "simulated_not_allowed");
    row("stopping has no tier and no limit", "verb:stop agent:bot person:olga", "allowed");
}

void TestRuling::rules_on_an_agent() {
    QFETCH(QByteArray, drawing);
    QFETCH(QByteArray, expected);
    QCOMPARE(DrawnCase("about:none " + drawing.toStdString()).ruling_on_agent(), expected.toStdString());
}

void TestRuling::states_permit_exactly_these_verbs() {
    const std::map<std::string, std::set<std::string>> permitted = {
        {"requested", {}}, {"held", {"approve", "approve_reduced", "ask", "hold", "reject", "escalate"}},
        {"executing", {}}, {"completed", {"roll_back"}},
        {"failed", {}},    {"in_doubt", {"resolve"}},
        {"returned", {}},  {"cancelled", {}},
        {"expired", {}},
    };
    const std::map<std::string, std::string> fitting = {
        {"approve_reduced", " amount:5000"}, {"roll_back", " plan:p shown:p"}, {"resolve", " reason:moved"}};
    for (const auto& [state, verbs] : permitted) {
        for (const char* verb :
             {"approve", "approve_reduced", "ask", "hold", "reject", "escalate", "roll_back", "resolve"}) {
            const auto more = fitting.find(verb);
            std::string drawing = "state:" + state + " verb:" + verb;
            drawing += more == fitting.end() ? "" : more->second;
            const std::string ruling = DrawnCase(drawing).ruling();
            QVERIFY2((ruling == "allowed") == verbs.contains(verb), (drawing + " gives " + ruling).c_str());
            if (state == "in_doubt" && std::string(verb) != "resolve") {
                QCOMPARE(ruling, std::string("in_doubt"));
            }
        }
    }
}

void TestRuling::answers_with_the_first_no_in_the_documented_order() {
    // Everything is wrong at once; curing one after the other shows the next.
    const std::vector<std::pair<const char*, const char*>> ladder = {
        {"signature:bad", "bad_signature"},   {"key:n", "wrong_key"},
        {"roster:6", "stale_roster"},         {"role:guest", "wrong_role"},
        {"until:09:58", "expired"},           {"used:d-1", "already_used"},
        {"source:urn:other", "wrong_source"}, {"about:T-2", "wrong_transaction"},
        {"version:3", "wrong_version"},       {"digest:b", "wrong_digest"},
        {"owner:mara", "own_request"},        {"state:completed", "not_held"},
        {"epoch:9", "stale_claim"},           {"tier:blocked", "blocked_tier"},
        {"amount:1", "wrong_amount"},         {"payee:XX", "payee_changed"},
        {"commitment:2000001", "over_limit"}, {"line:noor/1", "over_authority"},
    };
    for (std::size_t from = 0; from < ladder.size(); ++from) {
        std::string drawing;
        for (std::size_t index = from; index < ladder.size(); ++index) {
            drawing += (drawing.empty() ? "" : " ") + std::string(ladder[index].first);
        }
        QCOMPARE(DrawnCase(drawing).ruling(), std::string(ladder[from].second));
    }
}

void TestRuling::every_code_has_one_name_and_advice() {
    std::set<std::string> names;
    const int count = static_cast<int>(authority::Code::needs_second) + 1;
    for (int value = 0; value < count; ++value) {
        const auto code = static_cast<authority::Code>(value);
        QVERIFY(names.insert(std::string(authority::name_of(code))).second);
        QCOMPARE(authority::advice_for(code).empty(), code == authority::Code::none);
    }
}

QTEST_APPLESS_MAIN(TestRuling)
#include "tst_ruling.moc"
