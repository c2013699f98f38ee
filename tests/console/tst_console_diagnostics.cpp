// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/patience.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

/// `reeve --diagnostics FILE` as somebody starts it: the real program with its own sandbox, without a display.
class TestConsoleDiagnostics : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void the_file_says_what_the_program_did();
};

namespace {

QJsonObject read(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

bool is_percentiles(const QJsonObject& part) {
    if (part[u"count"].isDouble() && part[u"count"].toInteger() == 0) {
        return true; // of nothing there are none
    }
    for (const char* name : {"count", "p50", "p95", "p99", "max"}) {
        if (!part[QLatin1String(name)].isDouble()) {
            return false;
        }
    }
    return part[u"p50"].toInteger() <= part[u"p99"].toInteger() && part[u"p99"].toInteger() <= part[u"max"].toInteger();
}

} // namespace

void TestConsoleDiagnostics::the_file_says_what_the_program_did() {
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("measured.json"));
    QProcess console;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    console.setProcessEnvironment(environment);
    console.start(
        QStringLiteral(REEVE_BINARY_DIR "/bin/reeve"),
        {QStringLiteral("--state"), folder.filePath(QStringLiteral("state")), QStringLiteral("--diagnostics"), file});
    QVERIFY(console.waitForStarted(support::patience_ms));
    // It writes every few seconds; from some time on events of the sandbox are in it, and painted frames.
    QTRY_VERIFY(read(file)[u"entries_stored"].toInteger() > 0 && read(file)[u"events_received"].toInteger() > 0 &&
                read(file)[u"frame_gaps_us"].toObject()[u"count"].toInteger() > 0);
    console.terminate();
    QVERIFY(console.waitForFinished(support::patience_ms));
    const QJsonObject made = read(file);
    const QSet<QString> names{QStringLiteral("version"),
                              QStringLiteral("events_received"),
                              QStringLiteral("events_painted"),
                              QStringLiteral("entries_stored"),
                              QStringLiteral("entries_stored_at_start"),
                              QStringLiteral("rows_passed_by"),
                              QStringLiteral("ingest_to_painted_us"),
                              QStringLiteral("frame_gaps_us"),
                              QStringLiteral("memory_bytes"),
                              QStringLiteral("start_up_ms")};
    const QStringList keys = made.keys();
    QVERIFY2(QSet<QString>(keys.begin(), keys.end()).contains(names), qPrintable(keys.join(u' ')));
    QVERIFY(made[u"events_received"].toInteger() > 0);
    QVERIFY(made[u"events_painted"].toInteger() <= made[u"events_received"].toInteger());
    QVERIFY(is_percentiles(made[u"ingest_to_painted_us"].toObject()));
    QVERIFY(is_percentiles(made[u"frame_gaps_us"].toObject()));
    QVERIFY(made[u"frame_gaps_us"].toObject()[u"count"].toInteger() > 0);
    const QJsonObject memory = made[u"memory_bytes"].toObject();
    QVERIFY(memory[u"peak"].toInteger() >= memory[u"now"].toInteger());
    QVERIFY(made[u"start_up_ms"].toObject()[u"first_paint"].toInteger() > 0);
}

QTEST_GUILESS_MAIN(TestConsoleDiagnostics)
#include "tst_console_diagnostics.moc"
