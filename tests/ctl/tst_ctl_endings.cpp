// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ctl/program.h"
#include "tests/support/patience.h"

#include <QFile>
#include <QStandardPaths>
#include <QTest>

/// How reevectl ends when the world is against it, and what somebody at a terminal sees meanwhile.
class TestCtlEndings : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_full_disk_is_said_so_and_loses_nothing();
    void a_newer_store_is_refused_untouched_data();
    void a_newer_store_is_refused_untouched();
    void progress_is_drawn_on_a_terminal_and_nowhere_else();
    void a_closed_pipe_ends_it_quietly();
};

namespace {

const QByteArray header = "TRANS DATE,ORIGINAL GROSS AMT,MERCHANT NAME,CARD NUMBER,Directorate\n";

QByteArray cards(int rows) {
    QByteArray text = header;
    for (int row = 0; row < rows; ++row) {
        text += "01/02/2024," + QByteArray::number(row % 997 + 1) + ".50,shop " + QByteArray::number(row) +
                ",****1,Parks\n";
    }
    return text;
}

/// The program's error as --json gives it.
QString error_code(const Run& run) {
    const QJsonObject error = QJsonDocument::fromJson(run.err).object().value(QStringLiteral("error")).toObject();
    return error.value(QStringLiteral("advice")).toString().isEmpty() ? QString()
                                                                      : error.value(QStringLiteral("code")).toString();
}

/// A shell's words.
QString quoted(const QString& word) {
    return QLatin1Char('\'') + word + QLatin1Char('\'');
}

} // namespace

void TestCtlEndings::a_full_disk_is_said_so_and_loses_nothing() {
    const Place place;
    const QString file = place.write(QStringLiteral("cards-2024-02.csv"), cards(20));
    const QString mount = place.path(QStringLiteral("small"));
    // A disk of its own, in a name space of its own: it is gone with the process.
    const QString script = QStringLiteral("mkdir -p %1 && mount -t tmpfs -o size=8m tmpfs %1 && echo mounted && "
                                          "%2 import %3 --state %1/state --json")
                               .arg(quoted(mount), quoted(program("reevectl")), quoted(file));
    QProcess process;
    process.start(QStringLiteral("unshare"),
                  {QStringLiteral("-rm"), QStringLiteral("sh"), QStringLiteral("-c"), script});
    QVERIFY(process.waitForFinished(support::patience_ms) || process.error() == QProcess::FailedToStart);
    const QByteArray out = process.readAllStandardOutput();
    if (!out.startsWith("mounted")) {
        QSKIP("this machine lets nobody mount a small disk of their own (unshare -rm)");
    }
    const Run run{process.exitCode(), out, process.readAllStandardError()};
    QVERIFY2(run.code == 5, run.all().constData());
    QCOMPARE(error_code(run), QStringLiteral("disk_full"));
    // With room it goes through, and everything is there once.
    const Run again = place.ctl({QStringLiteral("import"), file, QStringLiteral("--json")});
    QVERIFY2(again.code == 0, again.all().constData());
}

void TestCtlEndings::a_newer_store_is_refused_untouched_data() {
    QTest::addColumn<QStringList>("words");
    for (const char* command : {"status", "events", "quarantine", "batches", "import", "roster show --source=urn:x"}) {
        QTest::newRow(command) << QString::fromLatin1(command).split(QLatin1Char(' '));
    }
}

void TestCtlEndings::a_newer_store_is_refused_untouched() {
    QFETCH(QStringList, words);
    const Place place;
    const QString csv = place.write(QStringLiteral("cards-2024-02.csv"), cards(3));
    QCOMPARE(place.ctl({QStringLiteral("import"), csv}).code, 0);
    QFile store(place.state() + QStringLiteral("/store/record.sqlite"));
    QVERIFY(store.open(QIODevice::ReadWrite));
    // The user version of the database format: four bytes, big-endian, at offset 60 (SQLite file format, 1.3).
    QVERIFY(store.seek(60));
    QCOMPARE(store.write(QByteArray::fromHex("00000063")), qint64{4});
    store.close();
    QVERIFY(store.open(QIODevice::ReadOnly));
    const QByteArray before = store.readAll();
    store.close();
    if (words.first() == QLatin1String("import")) {
        words << csv;
    }
    const Run run = place.ctl(words + QStringList{QStringLiteral("--json")});
    QVERIFY2(run.code == 5, run.all().constData());
    QCOMPARE(error_code(run), QStringLiteral("newer_version"));
    QVERIFY(store.open(QIODevice::ReadOnly));
    QVERIFY(store.readAll() == before);
}

void TestCtlEndings::progress_is_drawn_on_a_terminal_and_nowhere_else() {
    const QString script = QStandardPaths::findExecutable(QStringLiteral("script"));
    if (script.isEmpty()) {
        QSKIP("script(1) of bsdutils is not installed; there is no terminal to draw on");
    }
    const Place place;
    const QString file = place.write(QStringLiteral("cards-2024-02.csv"), cards(8'000));
    const auto on_terminal = [&](const QString& state, const QString& more) {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        const QString command = program("reevectl") + QStringLiteral(" import ") + quoted(file) +
                                QStringLiteral(" --state ") + quoted(place.path(state)) + more;
        process.start(script, {QStringLiteral("-qec"), command, QStringLiteral("/dev/null")});
        process.waitForFinished(120'000);
        return Run{process.exitCode(), process.readAll(), {}};
    };
    const Run drawn = on_terminal(QStringLiteral("a"), {});
    QVERIFY2(drawn.code == 0, drawn.all().constData());
    QVERIFY2(drawn.out.contains("\r\x1b[K") && drawn.out.contains(" %"), drawn.all().left(2000).constData());
    // It is wiped before the answer comes.
    QVERIFY(drawn.out.lastIndexOf("\r\x1b[K") < drawn.out.lastIndexOf("recorded"));
    QVERIFY(!on_terminal(QStringLiteral("b"), QStringLiteral(" --quiet")).out.contains('\x1b'));
    const Run piped = place.ctl({QStringLiteral("import"), file});
    QVERIFY2(!piped.out.contains('\x1b') && !piped.err.contains('\x1b'), piped.all().constData());
}

void TestCtlEndings::a_closed_pipe_ends_it_quietly() {
    const Place place;
    QCOMPARE(place.ctl({QStringLiteral("import"), place.write(QStringLiteral("c-2024-02.csv"), cards(20'000))}).code,
             0);
    QProcess process;
    process.start(QStringLiteral("sh"),
                  {QStringLiteral("-c"), QStringLiteral("%1 events --format=jsonl --limit=9000 --state %2 | head -n 1")
                                             .arg(quoted(program("reevectl")), quoted(place.state()))});
    QVERIFY(process.waitForFinished(support::patience_ms));
    QVERIFY(process.readAllStandardOutput().startsWith("{"));
    const QByteArray errors = process.readAllStandardError();
    QVERIFY2(errors.isEmpty(), errors.constData());
}

QTEST_GUILESS_MAIN(TestCtlEndings)
#include "tst_ctl_endings.moc"
