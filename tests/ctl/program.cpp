// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ctl/program.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

QList<QJsonObject> Run::objects() const {
    QList<QJsonObject> list;
    for (const QByteArray& line : out.split('\n')) {
        if (!line.isEmpty()) {
            list << QJsonDocument::fromJson(line).object();
        }
    }
    return list;
}

QString program(const char* name) {
    return QStringLiteral(REEVE_BINARY_DIR "/bin/") + QString::fromLatin1(name);
}

/// The programs, not the test itself, leave out what the leak sanitizer tells of Qt's own thread (lsan.supp says why).
Place::Place() {
    qputenv("LSAN_OPTIONS", "suppressions=" REEVE_SOURCE_DIR "/tests/support/lsan.supp:print_suppressions=0");
}

void Place::start(QProcess& process, QStringList arguments) const {
    arguments << QStringLiteral("--state") << state();
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(program("reevectl"), arguments);
}

Run Place::ctl(QStringList arguments, int patience_ms) const {
    QProcess process;
    start(process, std::move(arguments));
    if (!process.waitForFinished(patience_ms)) {
        process.kill();
        process.waitForFinished();
    }
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

QString Place::write(const QString& name, const QByteArray& content) const {
    QFile file(path(name));
    QDir().mkpath(QFileInfo(file).path());
    if (file.open(QIODevice::WriteOnly)) {
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        file.write(content);
    }
    return file.fileName();
}
