// SPDX-License-Identifier: GPL-3.0-or-later
//
// reevectl policy publish and versions, against both gateways: two people sign, the gateway takes it, and what does not
// count is refused with the place.
#include "tests/ctl/site.h"
#include "tests/support/patience.h"

#include <QJsonArray>
#include <QTest>

#include <algorithm>
#include <optional>

namespace {

/// A policy in euros: confirm from so many cents on, and one test case.
QByteArray policy(const char* version, const char* from, const char* expected = "confirm") {
    return QByteArray(R"({"format":"reeve-policy/1","version":"%1","title":"Ours","modes":{"*":"enforce"},
        "tiers":[{"tier":"confirm","from":{"minor":"%2","currency":"EUR"}}],
        "tests":[{"title":"Five hundred euros","given":{"gross":"500.00 EUR"},"tier":"%3"}]})")
        .replace("%1", version)
        .replace("%2", from)
        .replace("%3", expected);
}

/// A gateway with two people on its roster: anna at the state folder's key, ben with a key file of his own.
class TwoPeople {
public:
    [[nodiscard]] bool open(bool example) {
        return (example ? site.open_example() : site.open({})) && enroll().code == 0;
    }
    [[nodiscard]] Run enroll() {
        const Run ben = site.ctl({QStringLiteral("key"), QStringLiteral("create"), QStringLiteral("--file"), bens()});
        if (ben.code != 0) {
            return ben;
        }
        const QString key = ben.objects().constFirst().value(QStringLiteral("key")).toString();
        const QString draft = site.place.path(QStringLiteral("roster.json"));
        const QStringList may = {QStringLiteral("--permission=view"), QStringLiteral("--permission=configure")};
        Run run;
        for (const QStringList& step :
             {QStringList{QStringLiteral("init"), draft},
              QStringList{QStringLiteral("add"), draft, QStringLiteral("--person=anna")} + may,
              QStringList{QStringLiteral("add"), draft, QStringLiteral("--person=ben"),
                          QStringLiteral("--key=") + key} +
                  may,
              QStringList{QStringLiteral("sign"), draft},
              QStringList{QStringLiteral("publish"), draft + QStringLiteral(".signed")}}) {
            const QStringList words = QStringList{QStringLiteral("roster")} + step;
            run = step.first() == QLatin1String("sign") ? site.ctl(words) : site.place.ctl(words);
            if (run.code != 0) {
                qWarning("%s", run.all().constData());
                break;
            }
        }
        return run;
    }
    [[nodiscard]] QString bens() const { return site.place.path(QStringLiteral("ben.key")); }
    [[nodiscard]] Run publish(const QByteArray& text, const QStringList& more = {}) const {
        const QString file = site.place.write(QStringLiteral("next.json"), text);
        return site.ctl(QStringList{QStringLiteral("policy"), QStringLiteral("publish"), file, QStringLiteral("--yes"),
                                    QStringLiteral("--note=as agreed")} +
                        more);
    }
    [[nodiscard]] Run approve(const QString& digest, const QStringList& more = {}) const {
        return site.ctl(QStringList{QStringLiteral("policy"), QStringLiteral("publish"), QStringLiteral("--approve"),
                                    digest, QStringLiteral("--yes")} +
                        more);
    }
    [[nodiscard]] Run withdraw(const QString& digest, const QStringList& more = {}) const {
        return site.ctl(
            QStringList{QStringLiteral("policy"), QStringLiteral("withdraw"), digest, QStringLiteral("--yes")} + more);
    }
    [[nodiscard]] QStringList by_ben() const { return {QStringLiteral("--key"), bens()}; }
    [[nodiscard]] QList<QJsonObject> versions() const {
        return site.place.ctl({QStringLiteral("policy"), QStringLiteral("versions"), QStringLiteral("--json")})
            .objects();
    }

    /// The gateway says that an edition was taken back.
    [[nodiscard]] bool gateway_took_back(const QString& digest) const {
        const QByteArray wanted = QByteArray::fromHex(digest.toLatin1()).toBase64();
        const QJsonArray told =
            site.from_gateway(QStringLiteral("/v1/policy")).value(QStringLiteral("withdrawn")).toArray();
        return std::any_of(told.begin(), told.end(), [&wanted](const QJsonValue& one) {
            return QByteArray::fromBase64(one[QStringLiteral("signed")].toString().toLatin1()).contains(wanted);
        });
    }

    Site site;
};

QString last(const Run& run, const char* name) {
    return run.objects().isEmpty() ? QString() : run.objects().constLast().value(QLatin1String(name)).toString();
}

} // namespace

class TestCtlPublish : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void two_people_publish_and_the_gateway_goes_by_it_data() {
        QTest::addColumn<bool>("example");
        QTest::newRow("the sandbox") << false;
        QTest::newRow("the example gateway") << true;
    }

    void two_people_publish_and_the_gateway_goes_by_it() {
        QFETCH(bool, example);
        TwoPeople people;
        QVERIFY(people.open(example));
        const Run first = people.publish(policy("v1", "40000"));
        QVERIFY2(first.code == 3, first.all().constData()); // it waits
        QCOMPARE(last(first, "state"), QStringLiteral("waiting"));
        const QString digest = last(first, "digest");
        QCOMPARE(digest.size(), 64);
        QCOMPARE(people.versions().constFirst().value(QStringLiteral("state")).toString(), QStringLiteral("waiting"));
        QCOMPARE(people.versions().constLast().value(QStringLiteral("what")).toString(), QStringLiteral("unsigned"));

        const Run alone = people.approve(digest);
        QVERIFY2(alone.code == 7 && alone.err.contains("second_is_first"), alone.all().constData());
        const Run wrong = people.approve(QStringLiteral("0123456789"), people.by_ben());
        QVERIFY2(wrong.code != 0 && wrong.code != 3, wrong.all().constData());
        const Run second = people.approve(digest.left(12), people.by_ben());
        QVERIFY2(second.code == 0, second.all().constData()); // 3 if the gateway had not taken it
        const QJsonObject in_force = people.versions().constFirst();
        QCOMPARE(in_force.value(QStringLiteral("state")).toString(), QStringLiteral("in_force"));
        QCOMPARE(in_force.value(QStringLiteral("signers")).toArray(),
                 (QJsonArray{QStringLiteral("anna"), QStringLiteral("ben")}));
        QCOMPARE(in_force.value(QStringLiteral("note")).toString(), QStringLiteral("as agreed"));
        const Run check = people.site.place.ctl({QStringLiteral("policy"), QStringLiteral("check")});
        QVERIFY2(check.out.contains("Policy v1"), check.all().constData()); // the one in force
    }

    void what_does_not_count_is_refused_and_the_one_in_force_stays() {
        TwoPeople people;
        QVERIFY(people.open(false));
        const Run first = people.publish(policy("v1", "40000"));
        QCOMPARE(people.approve(last(first, "digest"), people.by_ben()).code, 0);
        const Run failing = people.publish(policy("v2", "20000", "blocked"));
        QVERIFY2(failing.code == 7, failing.all().constData());
        QVERIFY2(failing.all().contains("/tests/0"), failing.all().constData());
        QCOMPARE(failing.objects().constFirst().value(QStringLiteral("code")).toString(),
                 QStringLiteral("failing_test"));
        const Run broken = people.publish("{\"format\": ");
        QVERIFY2(broken.code == 4, broken.all().constData());
        const Run neither = people.site.ctl({QStringLiteral("policy"), QStringLiteral("publish")});
        QCOMPARE(neither.code, 2);
        QCOMPARE(people.versions().size(), 1);
        // The next one names the first; the two can be compared for ever.
        const Run next = people.publish(policy("v2", "20000"));
        QCOMPARE(people.approve(last(next, "digest"), people.by_ben()).code, 0);
        const Run diff = people.site.place.ctl({QStringLiteral("policy"), QStringLiteral("diff"),
                                                QStringLiteral("edition:1"), QStringLiteral("edition:2")});
        QVERIFY2(diff.out.contains("Policy v1 -> v2: 1 change"), diff.all().constData());
        QCOMPARE(people.versions().constLast().value(QStringLiteral("state")).toString(), QStringLiteral("overtaken"));
    }

    void beside_a_keeper_the_keeper_delivers() {
        TwoPeople people;
        QVERIFY(people.open(false));
        Recording recording(people.site);
        QVERIFY(recording.live());
        const Run first = people.publish(policy("v1", "40000"));
        QVERIFY2(first.code == 3, first.all().constData());
        const Run second = people.approve(last(first, "digest"), people.by_ben());
        QVERIFY2(second.code == 0, second.all().constData());
        // The gateway tells it on the feed, so it took it from the keeper.
        QTRY_VERIFY(
            people.site.place
                .ctl({QStringLiteral("events"), QStringLiteral("--type=policy.published"), QStringLiteral("--json")})
                .objects()
                .size() == 2); // the platform's own at its beginning, and this one
    }

    void who_proposed_takes_it_back_and_nobody_can_sign_it_data() {
        QTest::addColumn<bool>("example");
        QTest::addColumn<bool>("beside_keeper");
        QTest::newRow("the sandbox, with the record's lock") << false << false;
        QTest::newRow("the sandbox, beside a keeper that tells it") << false << true;
        QTest::newRow("the example gateway, with the record's lock") << true << false;
    }

    void who_proposed_takes_it_back_and_nobody_can_sign_it() {
        QFETCH(bool, example);
        QFETCH(bool, beside_keeper);
        TwoPeople people;
        QVERIFY(people.open(example));
        std::optional<Recording> recording;
        if (beside_keeper) {
            recording.emplace(people.site);
            QVERIFY(recording->live());
        }
        const Run proposed = people.publish(policy("v1", "40000"));
        QVERIFY2(proposed.code == 3, proposed.all().constData());
        const QString digest = last(proposed, "digest");
        const Run others = people.withdraw(digest, people.by_ben());
        QVERIFY2(others.code == 7 && others.err.contains("of one's own"), others.all().constData());
        const Run unknown = people.withdraw(QStringLiteral("0123456789"));
        QVERIFY2(unknown.code == 4 && unknown.err.contains("no edition with this digest"), unknown.all().constData());
        const Run short_name = people.withdraw(digest.left(7));
        QVERIFY2(short_name.code == 2 && short_name.err.contains("eight digits"), short_name.all().constData());
        const Run unsure = people.site.ctl({QStringLiteral("policy"), QStringLiteral("withdraw"), digest});
        QVERIFY2(unsure.code == 2 && unsure.err.contains("--yes"), unsure.all().constData());
        QCOMPARE(people.versions().constFirst().value(QStringLiteral("state")).toString(), QStringLiteral("waiting"));

        const Run back = people.withdraw(digest.left(12));
        QVERIFY2(back.code == 0, back.all().constData()); // 3 if the gateway had not taken it
        QCOMPARE(last(back, "state"), QStringLiteral("withdrawn"));
        const QJsonObject listed = people.versions().constFirst();
        QCOMPARE(listed.value(QStringLiteral("state")).toString(), QStringLiteral("withdrawn"));
        QVERIFY(!listed.value(QStringLiteral("withdrawn")).toString().isEmpty());
        const Run late = people.approve(digest, people.by_ben());
        QVERIFY2(late.code != 0 && late.code != 3, late.all().constData());
        const Run again = people.withdraw(digest);
        QVERIFY2(again.code == 7, again.all().constData());
        QTRY_VERIFY(people.gateway_took_back(digest)); // a keeper tells it by itself
    }

    void a_gateway_that_cannot_be_asked_hears_of_it_from_the_next_keeper() {
        TwoPeople people;
        QVERIFY(people.open(false));
        const Run proposed = people.publish(policy("v1", "40000"));
        const QString digest = last(proposed, "digest");
        QJsonObject stale = QJsonDocument::fromJson(people.site.announcement).object();
        stale.insert(QStringLiteral("token"), QStringLiteral("an-old-one"));
        people.site.place.write(QStringLiteral("state/connection.json"), QJsonDocument(stale).toJson());
        const Run back = people.withdraw(digest);
        QVERIFY2(back.code == 3 && back.err.contains("401"), back.all().constData());
        QCOMPARE(people.versions().constFirst().value(QStringLiteral("state")).toString(), QStringLiteral("withdrawn"));
        QVERIFY(!people.gateway_took_back(digest));
        people.site.place.write(QStringLiteral("state/connection.json"), people.site.announcement);
        const Recording recording(people.site);
        QTRY_VERIFY(people.gateway_took_back(digest));
    }
};

QTEST_GUILESS_MAIN(TestCtlPublish)
#include "tst_ctl_publish.moc"
