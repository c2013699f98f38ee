// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ctl/site.h"
#include "tests/support/patience.h"

#include <QFile>
#include <QStandardPaths>
#include <QTest>

#include <csignal>

/// reevectl against the real sandbox, over TLS: record, roster, decisions, alone and beside a keeper.
class TestCtlGateway : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void records_decides_and_stops_cleanly();
    void works_through_the_keeper();
    void asks_on_a_terminal();
    void refuses_who_may_not();
    void refuses_a_gateway_that_is_not_the_one();
    void says_that_nobody_answers();
    void refuses_rosters_that_were_changed();
};

void TestCtlGateway::records_decides_and_stops_cleanly() {
    Site site;
    QVERIFY(site.open({QStringLiteral("unusual-amount")}));
    const Run enrolled = site.enroll();
    QVERIFY2(enrolled.code == 0, enrolled.all().constData());
    {
        Recording recording(site);
        QVERIFY(recording.live());
        QTRY_VERIFY(!site.held().isEmpty());
        const Run status = site.place.ctl({QStringLiteral("status"), QStringLiteral("--json")});
        QCOMPARE(status.objects()
                     .constFirst()
                     .value(QStringLiteral("keeper"))
                     .toObject()
                     .value(QStringLiteral("program"))
                     .toString(),
                 QStringLiteral("reevectl record"));
        QCOMPARE(recording.stop(SIGTERM), 0);
    }
    const QString order = site.held().constFirst();
    const Run rejected = site.decide(QStringLiteral("reject"), order);
    QVERIFY2(rejected.code == 0, rejected.all().constData());
    QVERIFY2(state_of(rejected) == QLatin1String("accepted") || state_of(rejected) == QLatin1String("executed"),
             rejected.all().constData());
    // What was signed is what was shown.
    const QString to_be_signed = rejected.objects().constFirst().value(QStringLiteral("to_be_signed")).toString();
    QVERIFY(to_be_signed.startsWith(QStringLiteral("reeve-decision/v1\n{")));
    QVERIFY(to_be_signed.contains(QStringLiteral("\"verb\":\"reject\"")));
    QCOMPARE(site.place.ctl({QStringLiteral("events"), QStringLiteral("--kind=decision"), QStringLiteral("--json")})
                 .objects()
                 .size(),
             1);
    QVERIFY(!site.place.ctl({QStringLiteral("events"), QStringLiteral("--kind=receipt"), QStringLiteral("--json")})
                 .objects()
                 .isEmpty());
    // It is over; the order cannot be decided again.
    const Run again = site.decide(QStringLiteral("approve"), order);
    QVERIFY2(again.code == 7, again.all().constData());
}

void TestCtlGateway::works_through_the_keeper() {
    Site site;
    QVERIFY(site.open({QStringLiteral("unusual-amount")}));
    Recording recording(site);
    QVERIFY(recording.live());
    const Run enrolled = site.enroll();
    QVERIFY2(enrolled.code == 0, enrolled.all().constData());
    QTRY_VERIFY(!site.held().isEmpty());
    const Run rejected = site.decide(QStringLiteral("reject"), site.held().constFirst());
    QVERIFY2(rejected.code == 0, rejected.all().constData());
    const QString file = site.place.write(QStringLiteral("cards-2024-02.csv"),
                                          "TRANS DATE,ORIGINAL GROSS AMT,MERCHANT NAME,CARD NUMBER,Directorate\n"
                                          "01/02/2024,10.50,shell,****1,Parks\n");
    const Run imported = site.place.ctl({QStringLiteral("import"), file});
    QVERIFY2(imported.code == 0 && imported.out.contains("3 events recorded"), imported.all().constData());
    QCOMPARE(recording.stop(SIGINT), 0);
    const Run status = site.place.ctl({QStringLiteral("status"), QStringLiteral("--json")});
    QVERIFY(!status.objects().constFirst().contains(QStringLiteral("keeper")));
    QCOMPARE(status.objects().constFirst().value(QStringLiteral("unsettled_decisions")).toString(),
             QStringLiteral("0"));
}

void TestCtlGateway::asks_on_a_terminal() {
    const QString script = QStandardPaths::findExecutable(QStringLiteral("script"));
    if (script.isEmpty()) {
        QSKIP("script(1) of bsdutils is not installed; there is no terminal to type on");
    }
    Site site;
    QVERIFY(site.open({QStringLiteral("unusual-amount")}));
    QCOMPARE(site.enroll().code, 0);
    {
        Recording recording(site);
        QTRY_VERIFY(!site.held().isEmpty());
        QCOMPARE(recording.stop(SIGTERM), 0);
    }
    const auto typed = [&](const QByteArray& passphrase, const QByteArray& word) {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        const QString command = program("reevectl") + QStringLiteral(" decide reject ") + site.held().constFirst() +
                                QStringLiteral(" --state ") + site.place.state();
        process.start(script, {QStringLiteral("-qec"), command, QStringLiteral("/dev/null")});
        QByteArray seen;
        const auto wait_for = [&](const char* question) {
            while (!seen.contains(question) && process.waitForReadyRead(support::patience_ms)) {
                seen += process.readAll();
            }
        };
        wait_for("Passphrase: ");
        process.write(passphrase + '\n');
        wait_for("Type reject to sign this: ");
        process.write(word + '\n');
        process.waitForFinished(120'000);
        seen += process.readAll();
        return Run{process.exitCode(), seen, {}};
    };
    const Run hesitant = typed("correct horse battery", "yes");
    QVERIFY2(hesitant.code == 130 && hesitant.out.contains("not signed"), hesitant.all().constData());
    const Run sure = typed("correct horse battery", "reject");
    QVERIFY2(sure.code == 0, sure.all().constData());
    QVERIFY2(!sure.out.contains("correct horse"), "the passphrase was shown");
    QVERIFY2(sure.out.contains("To be signed:") && sure.out.contains("decision      reject") &&
                 sure.out.contains("The rules say: allowed"),
             sure.all().constData());
}

void TestCtlGateway::refuses_who_may_not() {
    Site site;
    QVERIFY(site.open({QStringLiteral("unusual-amount")}));
    {
        Recording recording(site);
        QTRY_VERIFY(!site.held().isEmpty());
        QCOMPARE(recording.stop(SIGTERM), 0);
    }
    const QString order = site.held().constFirst();
    const Run stranger = site.decide(QStringLiteral("approve"), order);
    QVERIFY2(stranger.code == 4 || stranger.code == 7, stranger.all().constData());
    QVERIFY2(stranger.err.contains("roster"), stranger.all().constData());
    QCOMPARE(site.enroll().code, 0);
    const QString wrong = site.place.write(QStringLiteral("wrong"), "something else\n");
    const Run passphrase = site.place.ctl({QStringLiteral("decide"), QStringLiteral("approve"), order,
                                           QStringLiteral("--yes"), QStringLiteral("--passphrase-file"), wrong});
    QVERIFY2(passphrase.code == 7 && passphrase.err.contains("passphrase"), passphrase.all().constData());
    QFile(wrong).setPermissions(QFile::ReadOwner | QFile::ReadOther);
    const Run open_file = site.place.ctl({QStringLiteral("decide"), QStringLiteral("approve"), order,
                                          QStringLiteral("--yes"), QStringLiteral("--passphrase-file"), wrong});
    QVERIFY2(open_file.code == 7 && open_file.err.contains("chmod 600"), open_file.all().constData());
    const Run unconfirmed = site.ctl({QStringLiteral("decide"), QStringLiteral("approve"), order});
    QVERIFY2(unconfirmed.code == 2 && unconfirmed.err.contains("--yes"), unconfirmed.all().constData());
    const Run unknown = site.decide(QStringLiteral("approve"), QStringLiteral("T-none"));
    QVERIFY2(unknown.code == 4 && unknown.err.contains("no such transaction"), unknown.all().constData());
    QCOMPARE(site.place.ctl({QStringLiteral("events"), QStringLiteral("--kind=decision"), QStringLiteral("--json")})
                 .objects()
                 .size(),
             0);
}

void TestCtlGateway::refuses_a_gateway_that_is_not_the_one() {
    Site site;
    QVERIFY(site.open({}));
    Site other;
    QVERIFY(other.open({}));
    QJsonObject mixed = QJsonDocument::fromJson(site.announcement).object();
    mixed.insert(QStringLiteral("certificate"),
                 QJsonDocument::fromJson(other.announcement).object().value(QStringLiteral("certificate")));
    site.place.write(QStringLiteral("state/connection.json"), QJsonDocument(mixed).toJson());
    const Run run = site.place.ctl({QStringLiteral("record")});
    QVERIFY2(run.code == 6, run.all().constData());
    QVERIFY2(run.err.contains("fingerprint"), run.all().constData());
    QFile(site.place.path(QStringLiteral("state/connection.json")))
        .setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup);
    const Run readable = site.place.ctl({QStringLiteral("record")});
    QVERIFY2(readable.code == 7 && readable.err.contains("token"), readable.all().constData());
}

void TestCtlGateway::says_that_nobody_answers() {
    Site site;
    QVERIFY(site.open({}));
    site.sandbox.closeWriteChannel();
    QVERIFY(site.sandbox.waitForFinished(support::patience_ms));
    const Run run = site.enroll();
    QVERIFY2(run.code == 6, run.all().constData());
    QVERIFY2(run.err.contains("check that the gateway runs"), run.all().constData());
}

void TestCtlGateway::refuses_rosters_that_were_changed() {
    Site site;
    QVERIFY(site.open({}));
    QCOMPARE(site.enroll().code, 0);
    const QString path = site.place.path(QStringLiteral("roster.json.signed"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QJsonObject envelope = QJsonDocument::fromJson(file.readAll()).object();
    QByteArray bytes = QByteArray::fromBase64(envelope.value(QStringLiteral("signed")).toString().toLatin1());
    bytes.replace("Anna Meier", "Anna Maier");
    envelope.insert(QStringLiteral("signed"), QString::fromLatin1(bytes.toBase64()));
    const QString forged = site.place.write(QStringLiteral("forged"), QJsonDocument(envelope).toJson());
    const Run check = site.place.ctl({QStringLiteral("roster"), QStringLiteral("check"), forged});
    QVERIFY2(check.code == 7 && check.err.contains("not signed"), check.all().constData());
    const Run publish = site.place.ctl({QStringLiteral("roster"), QStringLiteral("publish"), forged});
    QCOMPARE(publish.code, 7);
    const Run shown = site.place.ctl({QStringLiteral("roster"), QStringLiteral("show"), QStringLiteral("--json")});
    QVERIFY2(shown.code == 0, shown.all().constData());
    QCOMPARE(shown.objects()
                 .constFirst()
                 .value(QStringLiteral("members"))
                 .toArray()
                 .at(0)
                 .toObject()
                 .value(QStringLiteral("name"))
                 .toString(),
             QStringLiteral("Anna Meier"));
    // The next one has the next version and everybody who is in force.
    const QString next = site.place.path(QStringLiteral("next.json"));
    const Run init = site.place.ctl({QStringLiteral("roster"), QStringLiteral("init"), next, QStringLiteral("--json")});
    QVERIFY2(init.code == 0, init.all().constData());
    QCOMPARE(init.objects().constFirst().value(QStringLiteral("version")).toString(), QStringLiteral("2"));
    QCOMPARE(init.objects().constFirst().value(QStringLiteral("members")).toArray().size(), 1);
}

QTEST_GUILESS_MAIN(TestCtlGateway)
#include "tst_ctl_gateway.moc"
