// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ctl/program.h"
#include "tests/support/patience.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace {

QStringList words(std::initializer_list<const char*> all) {
    QStringList list;
    for (const char* word : all) {
        list.append(QString::fromLatin1(word));
    }
    return list;
}

QJsonObject scenario(const Run& run, const char* name) {
    for (const QJsonObject& one : run.objects()) {
        if (one.value(QStringLiteral("scenario")).toString() == QLatin1String(name)) {
            return one;
        }
    }
    return {};
}

bool is(const Run& run, const char* name, const char* what) {
    return scenario(run, name).value(QLatin1String(what)).toBool();
}

/// The policy that ships with tiers that nothing reaches, and without some rules.
QByteArray generous(const QStringList& without) {
    QFile file(QStringLiteral(REEVE_SOURCE_DIR "/resources/policy/default.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QJsonObject policy = QJsonDocument::fromJson(file.readAll()).object();
    QJsonArray rules;
    for (const QJsonValue& rule : policy.value(QStringLiteral("rules")).toArray()) {
        if (!without.contains(rule.toObject().value(QStringLiteral("id")).toString())) {
            rules.append(rule);
        }
    }
    policy[QStringLiteral("rules")] = rules;
    const QJsonObject from{{QStringLiteral("minor"), QStringLiteral("99999999999")},
                           {QStringLiteral("currency"), QStringLiteral("GBP")}};
    policy[QStringLiteral("tiers")] =
        QJsonArray{QJsonObject{{QStringLiteral("tier"), QStringLiteral("confirm")}, {QStringLiteral("from"), from}}};
    policy.remove(QStringLiteral("tests"));
    return QJsonDocument(policy).toJson();
}

} // namespace

/// reevectl policy rehearse: the sandbox's scenarios against a policy.
class TestCtlRehearse : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void the_policy_that_ships_lets_no_scenario_through_and_raises_no_false_alarm() {
        const Place place;
        const Run run = place.ctl(words({"policy", "rehearse", "--json"}));
        QVERIFY2(run.code == 0, run.all().constData());
        QVERIFY(run.objects().size() >= 20);
        QVERIFY(!is(run, "honest-bulk-run", "false_alarm"));
        QCOMPARE(scenario(run, "honest-bulk-run").value(QStringLiteral("orders")).toString(), QStringLiteral("30"));
        QCOMPARE(scenario(run, "invoice-injection").value(QStringLiteral("stopped")).toString(), QStringLiteral("1"));
    }

    void a_policy_with_a_hole_is_told_what_gets_through_it() {
        const Place place;
        const QString file = place.write(QStringLiteral("holes.json"),
                                         generous({QStringLiteral("above-contract-price"), QStringLiteral("price-jump"),
                                                   QStringLiteral("new-payee")}));
        const Run run = place.ctl(words({"policy", "rehearse", "--policy"}) + QStringList{file});
        QCOMPARE(run.code, 7);
        QVERIFY2(run.out.contains("LET THROUGH  above-contract-price"), run.all().constData());
        QVERIFY2(!run.out.contains("LET THROUGH  expired-contract"), run.all().constData());
    }

    void cases_are_needless_or_needed_in_hindsight() {
        const Place place;
        const QString file = place.write(QStringLiteral("cards-2024-02.csv"),
                                         "TRANS DATE,ORIGINAL GROSS AMT,MERCHANT NAME,CARD NUMBER,Directorate\r\n"
                                         "05/02/2024,1500.00,stationer,****1,Parks\r\n" // routine
                                         "12/02/2024,1600.00,stationer,****1,Parks\r\n" // routine
                                         "13/02/2024,1700.00,joiner,****1,Parks\r\n"    // one_off
                                         "14/02/2024,6000.00,builder,****2,Roads\r\n"   // large
                                         "15/02/2024,1200.00,painter,****2,Roads\r\n"   // refunded
                                         "16/02/2024,-1200.00,painter,****2,Roads\r\n"  // the refund itself
                                         "19/02/2024,20.00,cafe,****2,Roads\r\n"        // twin
                                         "19/02/2024,20.00,cafe,****2,Roads\r\n"        // twin
                                         "20/02/2024,400.00,printer,****1,Parks\r\n"    // pieces of one need:
                                         "20/02/2024,401.00,printer,****1,Parks\r\n"
                                         "20/02/2024,402.00,printer,****1,Parks\r\n" // from here on they wait
                                         "20/02/2024,403.00,printer,****1,Parks\r\n");
        QProcess sandbox;
        sandbox.start(program("reeve-sandbox"),
                      words({"--labels", "--mapping", "purchase-card", "--replay"}) + QStringList{file});
        QVERIFY(sandbox.waitForFinished(support::patience_ms));
        const QByteArray labels = sandbox.readAllStandardOutput();
        QVERIFY2(sandbox.exitCode() == 0, sandbox.readAllStandardError().constData());
        QCOMPARE(labels.count('\n'), 12);
        for (const auto& [why, times] : {std::pair("routine", 7), std::pair("one_off", 1), std::pair("large", 1),
                                         std::pair("refunded", 1), std::pair("twin", 2)}) {
            QCOMPARE(labels.count(QByteArray("\"").append(why).append('"')), times);
        }
        QCOMPARE(place.ctl(QStringList{QStringLiteral("import"), file}).code, 0);
        const QString kept = place.write(QStringLiteral("labels.jsonl"), labels);
        const Run run = place.ctl(words({"policy", "eval", "--labels"}) + QStringList{kept});
        QVERIFY2(run.code == 0, run.all().constData());
        QVERIFY2(run.out.contains("1 case of several orders, 2 together"), run.all().constData());
        QVERIFY2(run.out.contains("In hindsight: 3 cases needless, "), run.all().constData());
        QVERIFY2(run.out.contains("order by order 4 needless, "), run.all().constData());
        const QString broken = place.write(QStringLiteral("broken.jsonl"), "{}\n");
        const Run refused = place.ctl(words({"policy", "eval", "--labels"}) + QStringList{broken});
        QVERIFY2(refused.code == 4 && refused.err.contains("line 1"), refused.all().constData());
    }

    void a_policy_that_does_not_compile_is_not_rehearsed() {
        const Place place;
        const QString file = place.write(QStringLiteral("typo.json"), generous({}).replace("twins > 0", "twin > 0"));
        const Run run = place.ctl(words({"policy", "rehearse", "--policy"}) + QStringList{file});
        QVERIFY2(run.code == 4 && run.out.contains("did you mean twins"), run.all().constData());
    }
};

QTEST_GUILESS_MAIN(TestCtlRehearse)
#include "tst_ctl_rehearse.moc"
