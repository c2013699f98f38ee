// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ctl/site.h"
#include "tests/support/patience.h"

#include <QTest>

#include <csignal>

/// Every verb through `reevectl decide` against the real sandbox over TLS, to the outcome that the gateway tells: at a
/// desk of its own, and beside a keeper that delivers.
class TestCtlVerbs : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void an_open_order_is_decided_data();
    void an_open_order_is_decided();
    void an_executed_order_is_rolled_back_data();
    void an_executed_order_is_rolled_back();
    void a_rollback_that_fails_says_so();
    void an_order_in_doubt_is_resolved_data();
    void an_order_in_doubt_is_resolved();
    void targets_are_stopped_and_go_on_data();
    void targets_are_stopped_and_go_on();
    void a_second_person_is_waited_for();
    void a_keeper_needs_no_connection_file();
    void what_we_raised_is_acknowledged_data();
    void what_we_raised_is_acknowledged();
    void what_a_verb_needs_is_asked_for_data();
    void what_a_verb_needs_is_asked_for();
};

namespace {

/// The site with its scenario played as far as an event of `type` about an order, and a keeper when that is wanted.
class Played {
public:
    [[nodiscard]] bool until(const QString& scenario, const QString& type, bool beside_keeper,
                             const QStringList& more = {}) {
        if (!site.open({scenario}, more) || site.enroll().code != 0) {
            return false;
        }
        keeper = std::make_unique<Recording>(site);
        return wait_for(type) && (beside_keeper || without_keeper());
    }
    /// The same with the scenario played once the keeper judges by the policy file, so that its order is judged while
    /// it is on its way, however slow the machine is to start programs.
    [[nodiscard]] bool judged_until(const QByteArray& scenario, const QString& type, bool beside_keeper) {
        if (!site.open({}, {QStringLiteral("--pace"), QStringLiteral("0.5")}) || site.enroll().code != 0) {
            return false;
        }
        keeper = std::make_unique<Recording>(site);
        return site.goes_by_policy_file() &&
               site.at_sandbox(QStringLiteral("/sandbox/v1/scenario"), R"({"name":")" + scenario + R"("})") &&
               wait_for(type) && (beside_keeper || without_keeper());
    }
    /// Decides and waits for what comes of it.
    [[nodiscard]] Run decide(const QString& verb, const QStringList& more) const {
        return site.decide(verb, order, QStringList{QStringLiteral("--outcome")} + more);
    }

    Site site;
    std::unique_ptr<Recording> keeper;
    QString order;

private:
    [[nodiscard]] bool wait_for(const QString& type) {
        return support::wait_until([&] {
            const QStringList ids = site.told(type);
            order = ids.isEmpty() ? QString() : ids.constFirst();
            return !order.isEmpty();
        });
    }
    [[nodiscard]] bool without_keeper() {
        const bool ended = keeper->stop(SIGTERM) == 0;
        keeper.reset();
        return ended;
    }
};

void both_ways(const char* name, const std::function<void(QTestData&)>& fill) {
    for (const bool beside : {false, true}) {
        const QByteArray row = QByteArray(name) + (beside ? ", beside a keeper" : ", alone");
        fill(QTest::newRow(row.constData()) << beside);
    }
}

QString outcome_of(const Run& run) {
    return run.objects().isEmpty() ? QString()
                                   : run.objects()
                                         .constLast()
                                         .value(QStringLiteral("receipt"))
                                         .toObject()
                                         .value(QStringLiteral("outcome"))
                                         .toString();
}

/// The gateway's signed answer is there; the outcome may have come a moment before the receipt that says so too.
bool is_receipted(const Run& run) {
    const QString outcome = outcome_of(run);
    return outcome == QLatin1String("accepted") || outcome == QLatin1String("executed");
}

} // namespace

void TestCtlVerbs::an_open_order_is_decided_data() {
    QTest::addColumn<bool>("beside_keeper");
    QTest::addColumn<QString>("verb");
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<QString>("told");
    const auto row = [](const char* name, const char* verb, const char* more, const char* told) {
        both_ways(name, [&](QTestData& data) {
            data << QString::fromLatin1(verb) << QString::fromLatin1(more).split(QLatin1Char('|'), Qt::SkipEmptyParts)
                 << QString::fromLatin1(told);
        });
    };
    row("an approved order is completed", "approve", "--reason=needed_now", "transaction.completed");
    row("an order approved for less is amended", "approve_reduced", "--amount=800.00", "transaction.amended");
    row("a question reaches the conversation", "ask", "--note=Why so much?", "turn.taken");
    row("a hold runs longer", "hold", "--note=Until Friday", "hold.placed");
    row("a rejected order is cancelled", "reject", "--reason=too_expensive|--note=Ask for 48", "transaction.cancelled");
    row("an escalated order is judged again", "escalate", "--note=Above me", "hold.placed");
}

void TestCtlVerbs::an_open_order_is_decided() {
    QFETCH(bool, beside_keeper);
    QFETCH(QString, verb);
    QFETCH(QStringList, more);
    QFETCH(QString, told);
    Played played;
    QVERIFY(played.until(QStringLiteral("above-contract-price"), QStringLiteral("transaction.held"), beside_keeper));
    const Run run = played.decide(verb, more);
    QVERIFY2(run.code == 0, run.all().constData());
    QCOMPARE(state_of(run), QStringLiteral("executed"));
    QVERIFY2(is_receipted(run), run.all().constData());
    QVERIFY2(played.site.told(told).contains(played.order), qPrintable(told));
}

void TestCtlVerbs::an_executed_order_is_rolled_back_data() {
    QTest::addColumn<bool>("beside_keeper");
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<QString>("minor");
    both_ways("the whole comes back",
              [](QTestData& data) { data << QStringList{QStringLiteral("--note=Not needed")} << QString(); });
    both_ways("a part comes back", [](QTestData& data) {
        data << QStringList{QStringLiteral("--amount=12.50")} << QStringLiteral("-1250");
    });
}

void TestCtlVerbs::an_executed_order_is_rolled_back() {
    QFETCH(bool, beside_keeper);
    QFETCH(QStringList, more);
    QFETCH(QString, minor);
    Played played;
    QVERIFY(played.until(QStringLiteral("routine-reorder"), QStringLiteral("transaction.completed"), beside_keeper));
    const Run run = played.decide(QStringLiteral("roll_back"), more);
    QVERIFY2(run.code == 0, run.all().constData());
    QCOMPARE(state_of(run), QStringLiteral("executed"));
    // The plan is part of what is signed.
    QVERIFY(run.objects()
                .constFirst()
                .value(QStringLiteral("to_be_signed"))
                .toString()
                .contains(QLatin1String("\"plan_digest\":")));
    const QList<QJsonObject> returned =
        played.site.place
            .ctl({QStringLiteral("events"), QStringLiteral("--type=transaction.returned"), QStringLiteral("--json")})
            .objects();
    QCOMPARE(returned.size(), 1);
    const QString back =
        returned.constFirst().value(QStringLiteral("amount")).toObject().value(QStringLiteral("minor")).toString();
    QVERIFY2(minor.isEmpty() ? back.startsWith(QLatin1Char('-')) : back == minor, qPrintable(back));
}

void TestCtlVerbs::a_rollback_that_fails_says_so() {
    Played played;
    QVERIFY(played.until(QStringLiteral("failing-rollback"), QStringLiteral("transaction.completed"), false));
    const Run run = played.decide(QStringLiteral("roll_back"), {QStringLiteral("--note=Wrong day")});
    QVERIFY2(run.code == 7, run.all().constData());
    QCOMPARE(state_of(run), QStringLiteral("failed"));
    QVERIFY2(run.out.contains("partly_undone"), run.all().constData());
}

void TestCtlVerbs::an_order_in_doubt_is_resolved_data() {
    QTest::addColumn<bool>("beside_keeper");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("told");
    both_ways("the money had moved",
              [](QTestData& data) { data << QStringLiteral("moved") << QStringLiteral("transaction.completed"); });
    both_ways("the money had not moved",
              [](QTestData& data) { data << QStringLiteral("not_moved") << QStringLiteral("transaction.failed"); });
}

void TestCtlVerbs::an_order_in_doubt_is_resolved() {
    QFETCH(bool, beside_keeper);
    QFETCH(QString, reason);
    QFETCH(QString, told);
    Played played;
    QVERIFY(played.until(QStringLiteral("network-loss"), QStringLiteral("transaction.doubted"), beside_keeper));
    // In doubt permits nothing else.
    const Run other = played.decide(QStringLiteral("roll_back"), {QStringLiteral("--note=No")});
    QVERIFY2(other.code == 7, other.all().constData());
    const Run run = played.decide(QStringLiteral("resolve"), {QStringLiteral("--reason=") + reason});
    QVERIFY2(run.code == 0, run.all().constData());
    QCOMPARE(state_of(run), QStringLiteral("executed"));
    QVERIFY(played.site.told(told).contains(played.order));
}

void TestCtlVerbs::targets_are_stopped_and_go_on_data() {
    QTest::addColumn<bool>("beside_keeper");
    QTest::addColumn<QString>("target");
    both_ways("an agent", [](QTestData& data) { data << QStringLiteral("pa-office"); });
    both_ways("a tier", [](QTestData& data) { data << QStringLiteral("tier:sign_off"); });
    both_ways("the fleet", [](QTestData& data) { data << QStringLiteral("*"); });
}

void TestCtlVerbs::targets_are_stopped_and_go_on() {
    QFETCH(bool, beside_keeper);
    QFETCH(QString, target);
    Played played;
    QVERIFY(played.until(QStringLiteral("above-contract-price"), QStringLiteral("transaction.held"), beside_keeper));
    const QStringList outcome{QStringLiteral("--outcome")};
    const Run early = played.site.decide(QStringLiteral("resume"), target, outcome);
    QVERIFY2(early.code == 7 && early.out.contains("not_stopped"), early.all().constData());
    const Run stop = played.site.decide(QStringLiteral("stop"), target, outcome);
    QVERIFY2(stop.code == 0, stop.all().constData());
    QCOMPARE(state_of(stop), QStringLiteral("executed"));
    QVERIFY2(is_receipted(stop), stop.all().constData());
    const Run approve = played.decide(QStringLiteral("approve"), {QStringLiteral("--reason=needed_now")});
    QVERIFY2(approve.code == 7 && approve.out.contains("\"stopped\""), approve.all().constData());
    const Run resume = played.site.decide(QStringLiteral("resume"), target, outcome);
    QVERIFY2(resume.code == 0, resume.all().constData());
    QCOMPARE(state_of(resume), QStringLiteral("executed"));
    const Run again = played.decide(QStringLiteral("approve"), {QStringLiteral("--reason=needed_now")});
    QVERIFY2(again.code == 0, again.all().constData());
    const Run nobody = played.site.decide(QStringLiteral("stop"), QStringLiteral("pa-offise"), outcome);
    QVERIFY2(nobody.code == 7 && nobody.out.contains("unknown_target"), nobody.all().constData());
}

void TestCtlVerbs::a_second_person_is_waited_for() {
    Played played;
    QVERIFY(played.until(QStringLiteral("large-commitment"), QStringLiteral("transaction.held"), true,
                         {QStringLiteral("--no-colleague")}));
    const Run run =
        played.site.decide(QStringLiteral("approve"), played.order, {QStringLiteral("--reason=needed_now")});
    QVERIFY2(run.code == 3, run.all().constData());
    QCOMPARE(outcome_of(run), QStringLiteral("awaiting_second"));
}

void TestCtlVerbs::a_keeper_needs_no_connection_file() {
    Played played;
    QVERIFY(played.until(QStringLiteral("routine-reorder"), QStringLiteral("transaction.completed"), true));
    QVERIFY(QFile::remove(played.site.place.path(QStringLiteral("state/connection.json"))));
    const Run run = played.decide(QStringLiteral("roll_back"), {QStringLiteral("--note=Not needed")});
    QVERIFY2(run.code == 0, run.all().constData());
    QCOMPARE(played.keeper->stop(SIGTERM), 0);
    const Run alone = played.decide(QStringLiteral("roll_back"), {QStringLiteral("--note=Not needed")});
    QVERIFY2(alone.code == 4 && alone.err.contains("--connection"), alone.all().constData());
}

void TestCtlVerbs::what_we_raised_is_acknowledged_data() {
    QTest::addColumn<bool>("beside_keeper");
    both_ways("a policy that stops what the gateway lets through", [](QTestData&) {});
}

void TestCtlVerbs::what_we_raised_is_acknowledged() {
    QFETCH(bool, beside_keeper);
    Played played;
    played.site.place.write(
        QStringLiteral("state/policy.json"),
        R"({"format":"reeve-policy/1","version":"strict","title":"Everything","modes":{"*":"enforce"},
        "tiers":[{"tier":"blocked","from":{"minor":"100000000000","currency":"GBP"}}],
        "rules":[{"id":"all","title":"Every order","when":"gross > gross * 0","tier":"confirm","reason":"{gross}",
                  "owner":"O"}]})");
    QVERIFY(played.judged_until("routine-reorder", QStringLiteral("transaction.completed"), beside_keeper));
    const Run early = played.decide(QStringLiteral("approve"), {QStringLiteral("--reason=needed_now")});
    QVERIFY2(early.code == 7 && early.out.contains("not_held"), early.all().constData());
    const QStringList reason{QStringLiteral("--reason=rule_too_strict"), QStringLiteral("--note=A rule for a test")};
    const Run run = played.decide(QStringLiteral("acknowledge"), reason);
    QVERIFY2(run.code == 0, run.all().constData());
    QCOMPARE(state_of(run), QStringLiteral("executed"));
    QCOMPARE(outcome_of(run), QString()); // no gateway ever saw it
    const Run again = played.decide(QStringLiteral("acknowledge"), reason);
    QVERIFY2(again.code == 7 && again.out.contains("not_raised"), again.all().constData());
}

void TestCtlVerbs::what_a_verb_needs_is_asked_for_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* name, const char* words, const char* says) {
        QTest::newRow(name) << QString::fromLatin1(words).split(QLatin1Char('|')) << QByteArray(says);
    };
    row("an amount to reduce to", "approve_reduced|T-1", "--amount");
    row("a question", "ask|T-1|--note=  ", "--note");
    row("which way it was resolved", "resolve|T-1|--reason=perhaps", "--reason=moved");
    row("no amount where none belongs", "reject|T-1|--amount=1", "--amount");
    row("a tier that there is", "stop|tier:gold", "tier:sign_off");
    row("a reason to take note", "acknowledge|T-1|--note=seen", "--reason");
    row("a verb that there is", "buy|T-1", "roll_back");
    row("a number of seconds", "reject|T-1|--wait=long", "--wait");
}

void TestCtlVerbs::what_a_verb_needs_is_asked_for() {
    QFETCH(QStringList, words);
    QFETCH(QByteArray, says);
    const Place place;
    place.write(QStringLiteral("connection.json"), "{}");
    const Run run = place.ctl(QStringList{QStringLiteral("decide")} + words);
    QVERIFY2(run.code == 2, run.all().constData());
    QVERIFY2(run.err.contains(says), run.all().constData());
}

QTEST_GUILESS_MAIN(TestCtlVerbs)
#include "tst_ctl_verbs.moc"
