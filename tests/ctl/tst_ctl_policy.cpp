// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ctl/program.h"

#include <QFile>
#include <QTest>

namespace {

const QByteArray rows = "TRANS DATE,ORIGINAL GROSS AMT,MERCHANT NAME,CARD NUMBER,Directorate\r\n"
                        "05/02/2024,10.50,shell,****1,Parks\r\n"
                        "06/02/2024,1500.00,stationer,****1,Parks\r\n"
                        "07/02/2024,6000.00,<b>builder</b>,****2,Roads\r\n"
                        "08/02/2024,-2.25,shell,****2,Roads\r\n";

QByteArray shipped() {
    QFile file(QStringLiteral(REEVE_SOURCE_DIR "/resources/policy/default.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList words(std::initializer_list<const char*> all) {
    QStringList list;
    for (const char* word : all) {
        list.append(QString::fromLatin1(word));
    }
    return list;
}

} // namespace

/// reevectl policy as scripts see it.
class TestCtlPolicy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void the_policy_that_ships_is_in_order() {
        const Place place;
        const Run check = place.ctl(words({"policy", "check"}));
        QVERIFY2(check.code == 0, check.all().constData());
        QVERIFY(check.out.contains("Policy 2026-11-21"));
        const Run test = place.ctl(words({"policy", "test", "--json"}));
        QVERIFY2(test.code == 0, test.all().constData());
        QVERIFY(test.objects().size() > 20);
        QVERIFY(test.objects().constFirst().value(QStringLiteral("passed")).toBool());
    }

    void a_broken_policy_is_refused_with_the_place() {
        const Place place;
        const QString typo = place.write(QStringLiteral("typo.json"), shipped().replace("repeats >= 4", "repeat >= 4"));
        const Run check = place.ctl(words({"policy", "check", "--policy"}) + QStringList{typo});
        QCOMPARE(check.code, 4);
        QVERIFY2(check.out.contains("when 1:1: unknown name repeat, did you mean repeats"), check.all().constData());
        const QString member = place.write(QStringLiteral("member.json"), shipped().replace("\"modes\"", "\"mods\""));
        const Run unknown = place.ctl(words({"policy", "check", "--policy"}) + QStringList{member});
        QCOMPARE(unknown.code, 4);
        QVERIFY2(unknown.err.contains("mod"), unknown.all().constData());
        const Run none = place.ctl(words({"policy", "check", "--policy", "/nowhere.json"}));
        QVERIFY(none.code != 0 && none.err.contains("/nowhere.json"));
    }

    void a_policy_whose_test_fails_says_which() {
        const Place place;
        const QString file =
            place.write(QStringLiteral("p.json"), shipped().replace("\"repeats >= 4 &&", "\"repeats >= 40 &&"));
        const Run run = place.ctl(words({"policy", "test", "--policy"}) + QStringList{file});
        QCOMPARE(run.code, 7);
        QVERIFY2(run.out.contains("failed  A loop: expected sign_off, got automatic"), run.all().constData());
    }

    void orders_on_record_are_judged() {
        const Place place;
        const QString file = place.write(QStringLiteral("cards-2024-02.csv"), rows);
        QCOMPARE(place.ctl(QStringList{QStringLiteral("import"), file}).code, 0);
        const Run eval = place.ctl(words({"policy", "eval", "--json"}));
        QVERIFY2(eval.code == 0, eval.all().constData());
        const QJsonObject all = eval.objects().constFirst();
        QCOMPARE(all.value(QStringLiteral("orders")).toString(), QStringLiteral("4"));
        const QJsonObject tiers = all.value(QStringLiteral("tiers")).toObject();
        QCOMPARE(tiers.value(QStringLiteral("sign_off")).toString(), QStringLiteral("1"));
        QCOMPARE(tiers.value(QStringLiteral("confirm")).toString(), QStringLiteral("2"));
        QCOMPARE(tiers.value(QStringLiteral("automatic")).toString(), QStringLiteral("1")); // the refund
        QCOMPARE(all.value(QStringLiteral("working_days")).toString(), QStringLiteral("4"));
        // Cards have no mandates: one work item for each of the two, and no case for the small order.
        QCOMPARE(all.value(QStringLiteral("stopped")).toString(), QStringLiteral("3"));
        QCOMPARE(all.value(QStringLiteral("cases")).toString(), QStringLiteral("2"));
        QCOMPARE(all.value(QStringLiteral("work_items")).toString(), QStringLiteral("2"));
        const Run text = place.ctl(words({"policy", "eval"}));
        QVERIFY2(text.out.contains("work item: mandate-missing"), text.all().constData());
    }

    void one_order_is_explained_with_the_values_it_had() {
        const Place place;
        const QString file = place.write(QStringLiteral("cards-2024-02.csv"), rows);
        QCOMPARE(place.ctl(QStringList{QStringLiteral("import"), file}).code, 0);
        QString id;
        const Run events = place.ctl(words({"events", "--json", "--type", "dev.reeve.transaction.requested.v1"}));
        for (const QJsonObject& event : events.objects()) {
            if (event.value(QStringLiteral("amount")).toObject().value(QStringLiteral("minor")).toString() ==
                QStringLiteral("600000")) {
                id = event.value(QStringLiteral("transaction_id")).toString();
            }
        }
        QVERIFY2(!id.isEmpty(), events.all().constData());
        const Run run = place.ctl(words({"policy", "explain"}) + QStringList{id});
        QVERIFY2(run.code == 0, run.all().constData());
        QVERIFY2(run.out.contains("by amount GBP 6,000.00: sign_off"), run.all().constData());
        QVERIFY(run.out.contains("fired new-supplier"));
        QVERIFY(run.out.contains("amount  =  6000.00 GBP"));
        QVERIFY(run.out.contains("=  skipped"));
        const Run json = place.ctl(words({"policy", "explain", "--json"}) + QStringList{id});
        const QJsonObject verdict = json.objects().constFirst();
        QCOMPARE(verdict.value(QStringLiteral("tier")).toString(), QStringLiteral("sign_off"));
        QVERIFY(verdict.value(QStringLiteral("rules")).toArray().size() > 20);
    }

    void two_policies_are_compared_by_meaning() {
        const Place place;
        const QString draft =
            place.write(QStringLiteral("draft.json"),
                        shipped().replace("repeats >= 4", "repeats >=  9").replace("2026-11-21", "draft-1"));
        const Run run = place.ctl(words({"policy", "diff", "shipped"}) + QStringList{draft});
        QVERIFY2(run.code == 0, run.all().constData());
        QVERIFY2(run.out.contains("Policy 2026-11-21 -> draft-1: 1 change; some may let more through"),
                 run.all().constData());
        QVERIFY(run.out.contains("rule loop changed, may let more through"));
        QVERIFY(run.out.contains("when: repeats >= 4 && !together.batch -> repeats >=  9 && !together.batch"));
        const Run json = place.ctl(words({"policy", "diff", "--json", "shipped"}) + QStringList{draft});
        QCOMPARE(json.objects().size(), 2);
        QCOMPARE(json.objects().at(1).value(QStringLiteral("id")).toString(), QStringLiteral("loop"));
        const Run same = place.ctl(words({"policy", "diff", "shipped", "shipped"}));
        QVERIFY(same.out.contains("the same by meaning"));
        const Run none = place.ctl(words({"policy", "diff", "shipped", "/nowhere.json"}));
        QVERIFY(none.code == 4 && none.err.contains("/nowhere.json"));
    }

    void a_draft_is_tried_on_the_record_and_on_a_file_alike() {
        const Place place;
        const QString file = place.write(QStringLiteral("cards-2024-02.csv"), rows);
        const QString draft = place.write(QStringLiteral("draft.json"),
                                          shipped().replace("\"minor\": \"100000\"", "\"minor\": \"200000\""));
        const QStringList on_file = words({"policy", "what-if", "--json"}) + QStringList{draft};
        const Run read = place.ctl(on_file + QStringList{QStringLiteral("--file"), file});
        QVERIFY2(read.code == 0, read.all().constData());
        QVERIFY(place.ctl(on_file).code != 0); // nothing is stored by that
        QCOMPARE(place.ctl(QStringList{QStringLiteral("import"), file}).code, 0);
        const Run stored = place.ctl(on_file);
        QCOMPARE(stored.out, read.out);
        const QJsonObject all = stored.objects().constFirst();
        QCOMPARE(all.value(QStringLiteral("orders")).toString(), QStringLiteral("4"));
        const auto orders = [&](const char* flow) {
            return all.value(QLatin1String(flow)).toObject().value(QStringLiteral("orders")).toString();
        };
        // The order of 1,500.00 is new-supplier and mandate-missing as well: only the tier by size goes.
        QCOMPARE(orders("newly_free"), QStringLiteral("0"));
        QCOMPARE(orders("newly_stopped"), QStringLiteral("0"));
        QCOMPARE(orders("not_replayable"), QStringLiteral("1")); // the first day: what belongs together is not known
        const Run words_of_it = place.ctl(words({"policy", "what-if", "--people", "2"}) + QStringList{draft});
        QVERIFY2(words_of_it.out.contains("% of 2 people"), words_of_it.all().constData());
        QVERIFY(words_of_it.out.contains("Erlang C"));
    }

    void a_draft_that_cannot_judge_is_refused_with_the_place() {
        const Place place;
        const QString typo = place.write(QStringLiteral("typo.json"), shipped().replace("repeats >= 4", "repeat >= 4"));
        const Run run = place.ctl(words({"policy", "what-if"}) + QStringList{typo});
        QCOMPARE(run.code, 4);
        QVERIFY2(run.out.contains("did you mean repeats"), run.all().constData());
        for (const char* wrong : {"confirm", "confirm=x", "confirm=-1", "nobody=3", "confirm=1e9"}) {
            const Run minutes = place.ctl(words({"policy", "what-if", "shipped", "--minutes", wrong}));
            QVERIFY2(minutes.code == 2, wrong);
        }
    }

    void what_does_not_fit_is_said() {
        const Place place;
        QCOMPARE(place.ctl(words({"policy", "invent"})).code, 2);
        QCOMPARE(place.ctl(words({"policy", "explain"})).code, 2);
        const Run nothing = place.ctl(words({"policy", "eval"}));
        QVERIFY(nothing.code != 0 && !nothing.err.isEmpty());
        const QString file = place.write(QStringLiteral("cards-2024-02.csv"), rows);
        QCOMPARE(place.ctl(QStringList{QStringLiteral("import"), file}).code, 0);
        const Run unknown = place.ctl(words({"policy", "explain", "T-0"}));
        QVERIFY2(unknown.code != 0 && unknown.err.contains("T-0"), unknown.all().constData());
    }
};

QTEST_GUILESS_MAIN(TestCtlPolicy)
#include "tst_ctl_policy.moc"
