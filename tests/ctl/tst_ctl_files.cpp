// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/keeper.h"
#include "tests/ctl/program.h"
#include "tests/support/patience.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <csignal>

namespace {

const QByteArray header = "TRANS DATE,ORIGINAL GROSS AMT,MERCHANT NAME,CARD NUMBER,Directorate\r\n";
const QByteArray rows = "01/02/2024,10.50,=HYPERLINK(1),****1,Parks\r\n"
                        "02/02/2024,-2.25,shell,****2,Roads\r\n";

} // namespace

/// reevectl as scripts see it: real processes, files and exit codes.
class TestCtlFiles : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void imports_once();
    void sets_bad_rows_aside_with_their_reasons();
    void tells_suspected_duplicates_and_settles_them();
    void lists_events_in_every_form();
    void filters_events_data();
    void filters_events();
    void pages_through_events();
    void offers_a_mapping();
    void imports_agent_runs();
    void says_what_is_wrong_data();
    void says_what_is_wrong();
    void says_who_keeps_the_store();
    void ends_when_it_is_interrupted();
    void helps();
};

void TestCtlFiles::imports_once() {
    const Place place;
    const QString file = place.write(QStringLiteral("cards-2024-02.csv"), header + rows);
    const QStringList words{QStringLiteral("import"), file, QStringLiteral("--json")};
    const Run first = place.ctl(words);
    QVERIFY2(first.code == 0, first.all().constData());
    const QJsonObject answer = first.objects().constFirst();
    QCOMPARE(answer.value(QStringLiteral("recorded")).toString(), QStringLiteral("6"));
    QCOMPARE(answer.value(QStringLiteral("known")).toString(), QStringLiteral("0"));
    QCOMPARE(answer.value(QStringLiteral("source")).toString(), QStringLiteral("file:birmingham-pcard/2024-02"));
    QCOMPARE(answer.value(QStringLiteral("sums")).toArray().at(0).toObject().value(QStringLiteral("minor")).toString(),
             QStringLiteral("825"));
    const Run second = place.ctl(words);
    QCOMPARE(second.code, 0);
    QCOMPARE(second.objects().constFirst().value(QStringLiteral("recorded")).toString(), QStringLiteral("0"));
    QCOMPARE(second.objects().constFirst().value(QStringLiteral("known")).toString(), QStringLiteral("6"));
    const Run dry = place.ctl({QStringLiteral("import"), QStringLiteral("--dry-run"), file});
    QCOMPARE(dry.code, 0);
    QVERIFY2(dry.out.contains("2 rows, 2 transactions of 2 agents, GBP 8.25"), dry.all().constData());
    const Run status = place.ctl({QStringLiteral("status"), QStringLiteral("--json")});
    QCOMPARE(status.objects().constFirst().value(QStringLiteral("events")).toString(), QStringLiteral("6"));
    QVERIFY(!status.objects().constFirst().contains(QStringLiteral("keeper")));
}

void TestCtlFiles::sets_bad_rows_aside_with_their_reasons() {
    const Place place;
    const QString file = place.write(QStringLiteral("cards-2024-02.csv"),
                                     header + rows + "31/02/2024,1.00,shell,****1,Parks\r\n,,,,\r\nx\"y\r\n");
    const Run run = place.ctl({QStringLiteral("import"), file});
    QVERIFY2(run.code == 3, run.all().constData());
    QVERIFY2(run.out.contains("3 rows; reevectl quarantine"), run.all().constData());
    const Run list = place.ctl({QStringLiteral("quarantine"), QStringLiteral("--json")});
    QCOMPARE(list.code, 0);
    const auto aside = list.objects();
    QCOMPARE(aside.size(), 3);
    QStringList found;
    for (const QJsonObject& one : aside) {
        const QJsonObject amount = one.value(QStringLiteral("amount")).toObject();
        found << one.value(QStringLiteral("place")).toString() + QStringLiteral(": ") +
                     one.value(QStringLiteral("reason")).toString() + QLatin1Char('|') +
                     QString::fromUtf8(
                         QByteArray::fromBase64(one.value(QStringLiteral("raw_base64")).toString().toLatin1())) +
                     QLatin1Char('|') + amount.value(QStringLiteral("minor")).toString();
    }
    found.sort();
    QCOMPARE(
        found.at(0),
        QStringLiteral("cards-2024-02.csv: row 4, line 4, column TRANS DATE: \"31/02/2024\" is no date of the form "
                       "dd/MM/yyyy or yyyy-MM-dd or yyyy-MM-dd HH:mm:ss|31/02/2024,1.00,shell,****1,"
                       "Parks|100"));
    QCOMPARE(found.at(1), QStringLiteral("cards-2024-02.csv: row 5, line 5: the row is blank|,,,,|"));
    QVERIFY2(found.at(2).startsWith(QStringLiteral("cards-2024-02.csv: row 6, line 6, field 1: a quote")),
             qPrintable(found.at(2)));
    const Run text = place.ctl({QStringLiteral("quarantine"), QStringLiteral("--raw"), QStringLiteral("--limit=1")});
    QCOMPARE(text.out.count('\n'), 2);
    const Run all = place.ctl({QStringLiteral("quarantine"), QStringLiteral("--all"), QStringLiteral("--json")});
    QCOMPARE(all.objects().size(), 3);
}

void TestCtlFiles::tells_suspected_duplicates_and_settles_them() {
    const Place place;
    const QString february = place.write(QStringLiteral("cards-2024-02.csv"), header + rows);
    const QString march = place.write(QStringLiteral("cards-2024-03.csv"), header + rows);
    QCOMPARE(place.ctl({QStringLiteral("import"), february}).code, 0);
    QCOMPARE(place.ctl({QStringLiteral("batches")}).code, 0);
    const Run again = place.ctl({QStringLiteral("import"), march});
    QVERIFY2(again.code == 3 && again.out.contains("Suspected duplicate"), again.all().constData());
    const Run waiting = place.ctl({QStringLiteral("batches"), QStringLiteral("--json")});
    QCOMPARE(waiting.code, 3);
    const auto counted = [&place](const char* option) {
        QStringList words{QStringLiteral("events"), QStringLiteral("--type=transaction.requested"),
                          QStringLiteral("--json")};
        if (*option != '\0') {
            words << QString::fromLatin1(option);
        }
        return place.ctl(words).objects().size();
    };
    QCOMPARE(counted(""), 4);
    QCOMPARE(counted("--without-suspected"), 2);
    const Run nobody = place.ctl({QStringLiteral("batches"), QStringLiteral("--discard=2")});
    QVERIFY2(nobody.code == 2 && nobody.err.contains("--by PERSON"), nobody.all().constData());
    const Run kept = place.ctl({QStringLiteral("batches"), QStringLiteral("--keep=2"), QStringLiteral("--by=anna")});
    QVERIFY2(kept.code == 0 && kept.out.contains("kept"), kept.all().constData());
    QCOMPARE(counted("--without-suspected"), 4);
    const Run twice =
        place.ctl({QStringLiteral("batches"), QStringLiteral("--discard=2"), QStringLiteral("--by=anna")});
    QVERIFY2(twice.code == 7, twice.all().constData());
    QCOMPARE(place.ctl({QStringLiteral("batches")}).code, 0);
}

void TestCtlFiles::lists_events_in_every_form() {
    const Place place;
    const QString file = place.write(QStringLiteral("cards-2024-02.csv"), header + rows);
    QCOMPARE(place.ctl({QStringLiteral("import"), file}).code, 0);
    const QStringList requested{QStringLiteral("events"), QStringLiteral("--type=transaction.requested")};

    const Run csv = place.ctl(requested + QStringList{QStringLiteral("--format=csv")});
    QCOMPARE(csv.code, 0);
    const auto lines = csv.out.split('\n');
    QCOMPARE(lines.size(), 4); // header, two rows, nothing behind the last line end
    QVERIFY(lines.at(0).startsWith("index,time,type,source"));
    QVERIFY2(lines.at(1).contains(",'=hyperlink(1)") && lines.at(1).contains(",10.50,GBP"), lines.at(1).constData());
    QVERIFY2(lines.at(2).contains(",-2.25,GBP"), lines.at(2).constData());

    const Run jsonl = place.ctl(requested + QStringList{QStringLiteral("--format=jsonl")});
    const auto events = jsonl.objects();
    QCOMPARE(events.size(), 2);
    QCOMPARE(events.at(0).value(QStringLiteral("specversion")).toString(), QStringLiteral("1.0"));
    QCOMPARE(events.at(0).value(QStringLiteral("type")).toString(),
             QStringLiteral("dev.reeve.transaction.requested.v1"));

    const Run json = place.ctl(requested + QStringList{QStringLiteral("--json")});
    QCOMPARE(json.objects().at(1).value(QStringLiteral("amount")).toObject().value(QStringLiteral("minor")).toString(),
             QStringLiteral("-225"));
    const Run table = place.ctl(requested);
    QVERIFY2(table.out.contains("card:****2") && table.out.contains("2.25"), table.all().constData());
}

void TestCtlFiles::filters_events_data() {
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("expected");
    const auto row = [](const char* name, std::initializer_list<const char*> options, int expected) {
        QStringList words;
        for (const char* option : options) {
            words << QString::fromLatin1(option);
        }
        QTest::newRow(name) << words << expected;
    };
    row("events only", {"--kind=event"}, 6);
    row("one agent", {"--agent=card:****1"}, 3);
    row("one supplier", {"--supplier=shell"}, 1);
    row("amounts from here on", {"--currency=GBP", "--at-least=0", "--type=transaction.requested"}, 1);
    row("amounts up to here", {"--currency=GBP", "--at-most=-2.25", "--type=transaction.completed"}, 1);
    row("from a day", {"--from=2024-02-02", "--to=2024-02-03"}, 3);
    row("another source", {"--source=file:birmingham-pcard/2024-03"}, 0);
    row("one batch", {"--batch=1", "--kind=event"}, 6);
    row("newest first, one of them", {"--newest-first", "--limit=1"}, 1);
}

void TestCtlFiles::filters_events() {
    QFETCH(QStringList, options);
    QFETCH(int, expected);
    const Place place;
    const QString file = place.write(QStringLiteral("cards-2024-02.csv"), header + rows);
    QCOMPARE(place.ctl({QStringLiteral("import"), file}).code, 0);
    const Run run = place.ctl(QStringList{QStringLiteral("events"), QStringLiteral("--json")} + options);
    QVERIFY2(run.code == 0, run.all().constData());
    QCOMPARE(run.objects().size(), expected);
}

void TestCtlFiles::pages_through_events() {
    const Place place;
    QByteArray many = header;
    for (int row = 0; row < 700; ++row) {
        many += "01/02/2024," + QByteArray::number(row) + ".00,shop,****1,Parks\r\n";
    }
    QCOMPARE(place.ctl({QStringLiteral("import"), place.write(QStringLiteral("c-2024-02.csv"), many)}).code, 0);
    const auto forth = place.ctl({QStringLiteral("events"), QStringLiteral("--kind=event"), QStringLiteral("--json")});
    const auto back = place.ctl({QStringLiteral("events"), QStringLiteral("--kind=event"), QStringLiteral("--json"),
                                 QStringLiteral("--newest-first")});
    QCOMPARE(forth.objects().size(), 1401);
    auto turned = back.objects();
    std::reverse(turned.begin(), turned.end());
    QCOMPARE(turned, forth.objects());
    const auto rest = place.ctl({QStringLiteral("events"), QStringLiteral("--kind=event"), QStringLiteral("--json"),
                                 QStringLiteral("--limit=2"), QStringLiteral("--after"),
                                 forth.objects().at(1000).value(QStringLiteral("index")).toString()});
    QCOMPARE(rest.objects(), forth.objects().mid(1001, 2));
}

void TestCtlFiles::offers_a_mapping() {
    const Place place;
    const QString file = place.write(QStringLiteral("bank-2024-02.csv"),
                                     "Buchungstag;Betrag;Währung;Karte;Händler\n13.02.2024;1.234,50;EUR;****1;Bäcker\n"
                                     "14.02.2024;-2,00;EUR;****1;Bäcker\n");
    const Run unknown = place.ctl({QStringLiteral("import"), file});
    QVERIFY2(unknown.code == 4 && unknown.err.contains("--guess"), unknown.all().constData());
    const Run guess = place.ctl({QStringLiteral("import"), QStringLiteral("--guess"), file});
    QVERIFY2(guess.code == 0, guess.all().constData());
    QVERIFY2(guess.err.contains("amount: \"Betrag\""), guess.all().constData());
    const QString mapping = place.write(QStringLiteral("bank.json"), guess.out);
    const Run run = place.ctl({QStringLiteral("import"), QStringLiteral("--mapping"), mapping, file});
    QVERIFY2(run.code == 0 && run.out.contains("EUR 1,232.50"), run.all().constData());
}

void TestCtlFiles::imports_agent_runs() {
    const Place place;
    const QString file = place.write(
        QStringLiteral("desk.jsonl"),
        R"({"task_id":1,"trial":0,"reward":0.0,"traj":[{"role":"user","content":"hi"},{"role":"assistant","tool_calls":[{"id":"c","function":{"name":"send_certificate","arguments":"{\"user_id\":\"mia\",\"amount\":150}"}}]},{"role":"tool","tool_call_id":"c","name":"send_certificate","content":"done"}]})"
        "\n");
    const QString outcomes = place.path(QStringLiteral("outcomes.jsonl"));
    const Run run = place.ctl({QStringLiteral("import"), file, QStringLiteral("--outcomes"), outcomes});
    QVERIFY2(run.code == 0 && run.out.contains("1 row, 1 transaction of 1 agent"), run.all().constData());
    QFile written(outcomes);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(written.readAll(), QByteArray(R"({"conversation_id":"run-1-0","source":"file:agent-runs/desk",)"
                                           R"("outcome":{"/reward":0}})"
                                           "\n"));
    const Run events = place.ctl({QStringLiteral("events"), QStringLiteral("--format=jsonl")});
    QCOMPARE(events.objects().size(), 6);
    QVERIFY(!events.out.contains("reward"));
}

void TestCtlFiles::says_what_is_wrong_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* name, std::initializer_list<const char*> words, int code, const char* says) {
        QStringList list;
        for (const char* word : words) {
            list << QString::fromUtf8(word);
        }
        QTest::newRow(name) << list << code << QByteArray(says);
    };
    row("an unknown command", {"imprt"}, 2, "there is no command \"imprt\"");
    row("no operand", {"import"}, 2, "import needs FILE...");
    row("an unknown option", {"status", "--verbose"}, 2, "there is no option --verbose");
    row("a file that is not there", {"import", "/nowhere/x-2024-01.csv"}, 4, "cannot be opened");
    row("a mapping that is not there", {"import", "/dev/null", "--mapping=none"}, 4, "shipped are");
    row("an empty file", {"import", "/dev/null", "--mapping=purchase-card", "--period=p"}, 4, "empty");
    row("no record yet", {"status"}, 4, "");
    row("no record to list", {"events"}, 4, "");
    row("a filter that means nothing", {"events", "--tier=high"}, 2, "--tier needs automatic");
    row("an amount without a currency", {"events", "--at-least=5"}, 2, "--at-least needs --currency");
    row("a form that does not exist", {"events", "--format=xml"}, 2, "table, jsonl and csv");
    row("no connection", {"record"}, 4, "--connection");
    row("no connection to decide", {"decide", "approve", "T1"}, 4, "--connection");
    row("a verb that does not exist", {"decide", "aprove", "T1"}, 2, "\"aprove\" is no decision");
    row("no passphrase and no terminal", {"key", "create"}, 2, "--passphrase-file");
    row("no key yet", {"key", "show"}, 4, "");
    row("an action that does not exist", {"roster", "drop", "x"}, 2, "roster knows");
    row("a draft that is not there", {"roster", "add", "/nowhere/r.json"}, 4, "no such file");
    row("an unwritable state folder", {"import", "/dev/null", "--state=/proc/reeve"}, 2, "given twice");
}

void TestCtlFiles::says_what_is_wrong() {
    QFETCH(QStringList, words);
    QFETCH(int, code);
    QFETCH(QByteArray, says);
    const Place place;
    const Run run = place.ctl(words);
    QVERIFY2(run.code == code, run.all().constData());
    QVERIFY2(run.out.isEmpty(), run.all().constData());
    QVERIFY2(run.err.startsWith("reevectl: ") && run.err.endsWith(".\n") && run.err.count('\n') == 1,
             run.all().constData());
    QVERIFY2(run.err.contains(says), run.all().constData());
    const Run json = place.ctl(words + QStringList{QStringLiteral("--json")});
    QCOMPARE(json.code, code);
    const QJsonObject error = QJsonDocument::fromJson(json.err).object().value(QStringLiteral("error")).toObject();
    QVERIFY2(!error.value(QStringLiteral("code")).toString().isEmpty(), json.all().constData());
}

void TestCtlFiles::says_who_keeps_the_store() {
    const Place place;
    const QString file = place.write(QStringLiteral("cards-2024-02.csv"), header + rows);
    QVERIFY(QDir().mkpath(place.state() + QStringLiteral("/store")));
    const base::SystemClock clock;
    const auto keeper = store::Keeper::take(QString(place.state() + QStringLiteral("/store")).toStdString(),
                                            "some console", clock.now());
    QVERIFY(keeper.ok());
    const Run run = place.ctl({QStringLiteral("import"), file});
    QVERIFY2(run.code == 5 && run.err.contains("some console"), run.all().constData());
}

void TestCtlFiles::ends_when_it_is_interrupted() {
    const Place place;
    QByteArray many = header;
    for (int row = 0; row < 200'000; ++row) {
        many += "01/02/2024," + QByteArray::number(row) + ".00,shop,****1,Parks\r\n";
    }
    const QString file = place.write(QStringLiteral("c-2024-02.csv"), many);
    QProcess process;
    place.start(process, {QStringLiteral("import"), file});
    QVERIFY(process.waitForStarted(support::patience_ms));
    // The store's folder is made before the first row is read; from then on the signal is handled.
    QTRY_VERIFY(QFile::exists(place.state() + QStringLiteral("/store/record.sqlite")));
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(support::patience_ms));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 130);
    QVERIFY(process.readAllStandardError().contains("run the command again to go on"));
    const Run again = place.ctl({QStringLiteral("status"), QStringLiteral("--json")});
    QCOMPARE(again.code, 0);
    QVERIFY(!again.objects().constFirst().contains(QStringLiteral("keeper")));
}

void TestCtlFiles::helps() {
    const Place place;
    QProcess process;
    process.start(program("reevectl"), {QStringLiteral("--help")});
    QVERIFY(process.waitForFinished(support::patience_ms));
    QCOMPARE(process.exitCode(), 0);
    const QByteArray overview = process.readAllStandardOutput();
    for (const char* command :
         {"import", "batches", "record", "events", "quarantine", "status", "decide", "key", "roster", "policy"}) {
        QVERIFY2(overview.contains(QByteArray("\n  ").append(command)), command);
        const Run run = place.ctl({QString::fromLatin1(command), QStringLiteral("--help")});
        QCOMPARE(run.code, 0);
        QVERIFY2(run.out.startsWith(QByteArray("Usage: reevectl ").append(command)), run.all().constData());
        QVERIFY(run.out.contains("Exit codes: 0 done"));
    }
}

QTEST_GUILESS_MAIN(TestCtlFiles)
#include "tst_ctl_files.moc"
