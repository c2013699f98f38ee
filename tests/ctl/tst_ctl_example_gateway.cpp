// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ctl/site.h"
#include "tests/support/patience.h"

#include <QTest>

#include <csignal>

/// reevectl against the example gateway of the protocol over TLS: two implementations that share no code.
class TestCtlExampleGateway : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void it_is_recorded_decided_on_and_listed();
    void a_refused_login_is_said_so_and_nothing_is_lost();
};

void TestCtlExampleGateway::it_is_recorded_decided_on_and_listed() {
    Site site;
    QVERIFY2(site.open_example(), "gateway.py needs the packages python3 and openssl");
    const Run enrolled = site.enroll();
    QVERIFY2(enrolled.code == 0, enrolled.all().constData());
    Recording recording(site);
    QVERIFY(recording.live());
    QTRY_VERIFY(site.told(QStringLiteral("transaction.doubted")).contains(QLatin1String("order-3")));
    QCOMPARE(site.held(), QStringList{QStringLiteral("order-2")});
    const QList<std::tuple<QString, QString, QStringList>> decisions = {
        {QStringLiteral("ask"), QStringLiteral("order-2"), {QStringLiteral("--note=Why twelve?")}},
        {QStringLiteral("approve_reduced"), QStringLiteral("order-2"), {QStringLiteral("--amount=1000.00")}},
        {QStringLiteral("resolve"), QStringLiteral("order-3"), {QStringLiteral("--reason=moved")}},
        {QStringLiteral("roll_back"), QStringLiteral("order-1"), {QStringLiteral("--amount=85.64")}},
        {QStringLiteral("stop"), QStringLiteral("*"), {QStringLiteral("--note=Audit")}},
        {QStringLiteral("resume"), QStringLiteral("*"), {QStringLiteral("--note=Audit is over")}},
    };
    for (const auto& [verb, target, more] : decisions) {
        const Run run = site.decide(verb, target, QStringList{QStringLiteral("--outcome")} + more);
        QVERIFY2(run.code == 0, QByteArray(verb.toUtf8() + ": " + run.all()).constData());
        QCOMPARE(state_of(run), QStringLiteral("executed"));
    }
    const Run late = site.decide(QStringLiteral("approve"), QStringLiteral("order-2"));
    QVERIFY2(late.code == 7, late.all().constData());
    QCOMPARE(recording.stop(SIGTERM), 0);

    // Alone, with the record's lock of its own.
    const Run alone = site.decide(QStringLiteral("roll_back"), QStringLiteral("order-3"),
                                  {QStringLiteral("--outcome"), QStringLiteral("--note=Not needed")});
    QVERIFY2(alone.code == 0, alone.all().constData());

    const Run status = site.place.ctl({QStringLiteral("status"), QStringLiteral("--json")});
    QVERIFY2(status.code == 0, status.all().constData());
    QCOMPARE(status.objects().constFirst().value(QStringLiteral("unsettled_decisions")).toString(),
             QStringLiteral("0"));
    const Run aside = site.place.ctl({QStringLiteral("quarantine"), QStringLiteral("--json")});
    QVERIFY2(aside.code == 0 && aside.out.isEmpty(), aside.all().constData());
    const Run events = site.place.ctl({QStringLiteral("events"), QStringLiteral("--format=csv")});
    QVERIFY2(events.code == 0, events.all().constData());
    QVERIFY2(events.out.contains("transaction.returned") && events.out.contains("stop.lifted"),
             events.all().constData());
}

void TestCtlExampleGateway::a_refused_login_is_said_so_and_nothing_is_lost() {
    Site site;
    QVERIFY(site.open_example());
    QCOMPARE(site.enroll().code, 0);
    {
        Recording recording(site);
        QTRY_VERIFY(!site.held().isEmpty());
        QCOMPARE(recording.stop(SIGTERM), 0);
    }
    QJsonObject stale = QJsonDocument::fromJson(site.announcement).object();
    stale.insert(QStringLiteral("token"), QStringLiteral("an-old-one"));
    site.place.write(QStringLiteral("state/connection.json"), QJsonDocument(stale).toJson());
    const Run refused = site.decide(QStringLiteral("reject"), QStringLiteral("order-2"), {QStringLiteral("--wait=6")});
    QVERIFY2(refused.code == 3, refused.all().constData());
    QCOMPARE(state_of(refused), QStringLiteral("sent"));
    QVERIFY2(refused.out.contains("\"login_refused\""), refused.all().constData());
    // With a token that is valid again the same decision is delivered by whoever keeps the record next. It may have
    // arrived before the program ended, so that its status is asked first.
    site.place.write(QStringLiteral("state/connection.json"), site.announcement);
    Recording recording(site);
    QTRY_VERIFY(site.told(QStringLiteral("transaction.cancelled")).contains(QLatin1String("order-2")));
    QCOMPARE(recording.stop(SIGTERM), 0);
    QCOMPARE(site.place.ctl({QStringLiteral("events"), QStringLiteral("--kind=decision"), QStringLiteral("--json")})
                 .objects()
                 .size(),
             1);
}

QTEST_GUILESS_MAIN(TestCtlExampleGateway)
#include "tst_ctl_example_gateway.moc"
